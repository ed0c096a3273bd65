"""Numbers as people write them in front of sections: 1, I, a."""

from __future__ import annotations

_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
          (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip


def label(number: int, style: str) -> str:
    """Write `number` in a style: decimal, roman, letter; nothing for none."""
    if style == "roman":
        made = ""
        for value, letters in _ROMAN:
            made += letters * (number // value)
            number %= value
        return made
    if style == "letter":
        made = ""
        while number:
            number, rest = divmod(number - 1, 26)
            made = chr(ord("a") + rest) + made
        return made
    return str(number) if style == "decimal" else ""
