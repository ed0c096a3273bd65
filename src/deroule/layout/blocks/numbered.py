"""Places a list whose order matters."""

from __future__ import annotations

from dataclasses import replace

from deroule.layout.blocks.bullets import list_look, listing
from deroule.layout.desk import Desk, points
from deroule.layout.draft import Draft
from deroule.layout.lettering import paragraph
from deroule.layout.shapes import item_paragraphs
from deroule.model.blocks import Numbered


def numeral(number: int, style: str) -> str:
    """Give a number in a style: decimal, roman, letter; nothing for `none`."""
    if style == "roman":
        signs = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
                 (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip
        text = ""
        for value, sign in signs:
            count, number = divmod(number, value)
            text += sign * count
        return text
    if style == "letter":
        text = ""
        while number > 0:
            number, rest = divmod(number - 1, 26)
            text = chr(97 + rest) + text
        return text
    return "" if style == "none" else str(number)


def draft(block: Numbered, width: int, desk: Desk) -> Draft:
    """Set the entries with their numbers."""
    look = list_look(block.items, desk)
    marks = [f"{numeral(block.start + at, block.style)}." for at in range(len(block.items))]
    widest = max(desk.set([paragraph(mark, look)], width).width for mark in marks)
    hang = widest + points(look.size * 0.45)
    paragraphs, number = [], block.start
    for one in item_paragraphs(block.items, look, desk.accent, apart=0.45):
        if one.level == 0:
            mark = f"{numeral(number, block.style)}."
            paragraphs.append(replace(one, bullet=mark, indent=hang, margin=hang))
            number += 1
        else:
            paragraphs.append(replace(one, margin=one.margin + hang - points(look.size * 0.95)))
    return listing(tuple(paragraphs), width, desk)
