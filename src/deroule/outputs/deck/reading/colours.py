"""Colours as they are seen: a colour element with its shifts, through the theme, as `RRGGBB`."""

from __future__ import annotations

import colorsys

from lxml import etree

from deroule.outputs.deck.reading.opened import whole
from deroule.outputs.deck.reading.shapes import A

Shares = tuple[float, float, float]

_PRESETS = {
    "black": "000000", "white": "FFFFFF", "red": "FF0000", "green": "008000", "blue": "0000FF", "yellow": "FFFF00",
    "gray": "808080", "grey": "808080", "ltGray": "D3D3D3", "dkGray": "A9A9A9", "orange": "FFA500",
    "purple": "800080", "navy": "000080", "silver": "C0C0C0", "cyan": "00FFFF", "magenta": "FF00FF",
}  # fmt: skip
_SYSTEM = {"window": "FFFFFF", "windowText": "000000"}
PLAIN_MAP = {
    "bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2",
    **{f"accent{number}": f"accent{number}" for number in range(1, 7)},
    "hlink": "hlink", "folHlink": "folHlink",
}  # fmt: skip
"""What the names of a slide's colours mean in the theme when no map says otherwise."""


class Colours:
    """The colours of one slide: its theme's scheme, through its map of names. What cannot be known is None."""

    def __init__(self, theme: etree._Element | None, names: dict[str, str]) -> None:
        self._names = {**PLAIN_MAP, **names}
        scheme = theme.find(f"{A}themeElements/{A}clrScheme") if theme is not None else None
        self._scheme = {etree.QName(slot).localname: slot for slot in scheme} if scheme is not None else {}

    def seen(self, element: etree._Element | None, own: str | None = None) -> str | None:
        """Give what the first colour inside `element` shows; nothing when unknown or seen through.

        `own` is the colour that `phClr` stands for in a theme's format scheme.
        """
        colour = next((one for one in element if isinstance(one.tag, str)), None) if element is not None else None
        if colour is None:
            return None
        base = self._base(colour, own)
        return _shifted(base, colour) if base is not None else None

    def _base(self, colour: etree._Element, own: str | None) -> str | None:
        kind, value = etree.QName(colour).localname, colour.get("val", "")
        if kind == "srgbClr":
            return value.upper() if _is_colour(value) else None
        if kind == "schemeClr":
            return own if value == "phClr" else self.slot(value)
        if kind == "sysClr":
            shown = colour.get("lastClr") or _SYSTEM.get(value, "")
            return shown.upper() if _is_colour(shown) else None
        if kind == "prstClr":
            return _PRESETS.get(value)
        if kind == "scrgbClr":
            return _written([_from_linear(whole(colour.get(one)) / 100_000) for one in "rgb"])
        return None

    def slot(self, name: str) -> str | None:
        """Give the colour of a slot of the theme, by its name on the slide (`tx1`) or in the theme (`dk1`)."""
        found = self._scheme.get(self._names.get(name, name))
        return self.seen(found) if found is not None else None


def _is_colour(value: str) -> bool:
    return len(value) == 6 and all(digit in "0123456789abcdefABCDEF" for digit in value)


def _shifted(base: str, colour: etree._Element) -> str | None:
    shares: Shares = (int(base[:2], 16) / 255, int(base[2:4], 16) / 255, int(base[4:], 16) / 255)
    for shift in colour:
        if not isinstance(shift.tag, str):
            continue
        kind, amount = etree.QName(shift).localname, whole(shift.get("val")) / 100_000
        if kind == "alpha" and amount < 0.95:
            return None
        shares = _one_shift(shares, kind, amount)
    return _written(list(shares))


def _one_shift(shares: Shares, kind: str, amount: float) -> Shares:
    """Apply one shift of ECMA-376 part 1, 20.1.2.3, in the order written."""
    if kind in ("tint", "shade"):
        lifted = 1 - amount if kind == "tint" else 0.0
        mixed = [_from_linear(_to_linear(one) * amount + lifted) for one in shares]
        return mixed[0], mixed[1], mixed[2]
    if kind == "inv":
        return 1 - shares[0], 1 - shares[1], 1 - shares[2]
    hue, light, full = colorsys.rgb_to_hls(*shares)
    if kind == "lumMod":
        light *= amount
    elif kind == "lumOff":
        light += amount
    elif kind == "lum":
        light = amount
    elif kind == "satMod":
        full *= amount
    elif kind == "satOff":
        full += amount
    elif kind == "sat":
        full = amount
    elif kind == "hueOff":
        hue = (hue + amount * 100_000 / 21_600_000) % 1
    elif kind == "gray":
        full = 0.0
    return colorsys.hls_to_rgb(hue, min(max(light, 0.0), 1.0), min(max(full, 0.0), 1.0))


def _to_linear(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


def _from_linear(share: float) -> float:
    share = min(max(share, 0.0), 1.0)
    return share * 12.92 if share <= 0.0031308 else 1.055 * share ** (1 / 2.4) - 0.055


def _written(shares: list[float]) -> str:
    return "".join(f"{round(min(max(one, 0.0), 1.0) * 255):02X}" for one in shares)
