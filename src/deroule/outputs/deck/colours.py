"""Colours as references to the theme's slots, with the shifts that turn a slot into the tint that Theme gives."""

from __future__ import annotations

import colorsys
from functools import cached_property

from deroule.layout.page import Colour, Slot
from deroule.model.theme import Theme

SCHEME: dict[str, str] = {
    "ink": "tx1", "paper": "bg1", "muted": "tx2", "soft": "bg2", "line": "bg2",
    **{f"accent{number}": f"accent{number}" for number in range(1, 7)},
}  # fmt: skip
"""The scheme colour that a slot is shown by. `line` is `soft`, darkened."""

BASE: dict[str, str] = {"line": "soft"}
"""Slots that are a shift of another slot."""


class Palette:
    """The colours of one look: turns a Colour into DrawingML.

    A tint is told as shifts of hue, saturation and lightness, computed so that what is shown equals the mix in RGB
    that the pictures draw. `lumMod` and `lumOff` alone would keep the saturation and give garish tints.
    """

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self._written: dict[tuple[str, float], str] = {}

    @cached_property
    def _rgb(self) -> dict[str, tuple[float, float, float]]:
        return {slot: rgb(value) for slot, value in self.theme.colours.items()}

    def fill(self, colour: Colour) -> str:
        """Give the solid fill of `colour`."""
        return f"<a:solidFill>{self.reference(colour)}</a:solidFill>"

    def reference(self, colour: Colour) -> str:
        """Give the reference alone, as a gradient stop or a chart wants it."""
        key = (colour.slot, colour.tint)
        if key not in self._written:
            self._written[key] = self._reference(colour)
        return self._written[key]

    def _reference(self, colour: Colour) -> str:
        base: Slot | str = BASE.get(colour.slot, colour.slot)
        wanted = self.shown(colour)
        name = SCHEME[colour.slot]
        change = shifts(self._rgb[base], wanted)
        return f'<a:schemeClr val="{name}">{change}</a:schemeClr>' if change else f'<a:schemeClr val="{name}"/>'

    def shown(self, colour: Colour) -> tuple[float, float, float]:
        """Give red, green and blue, 0 to 1, of what is seen."""
        pure, paper = self._rgb[colour.slot], self._rgb["paper"]
        share = colour.tint
        return tuple(a * (1 - share) + b * share for a, b in zip(pure, paper, strict=True))  # type: ignore[return-value]


def rgb(hexadecimal: str) -> tuple[float, float, float]:
    """Read `RRGGBB`, with or without a hash, as three shares of 1."""
    digits = hexadecimal.lstrip("#")
    return int(digits[0:2], 16) / 255, int(digits[2:4], 16) / 255, int(digits[4:6], 16) / 255


def shifts(source: tuple[float, float, float], wanted: tuple[float, float, float]) -> str:
    """Write the shifts of hue, saturation and lightness that turn one colour into another, as DrawingML."""
    if max(abs(a - b) for a, b in zip(source, wanted, strict=True)) < 1 / 512:
        return ""
    hue, light, saturation = colorsys.rgb_to_hls(*source)
    wanted_hue, wanted_light, wanted_saturation = colorsys.rgb_to_hls(*wanted)
    return (
        _hue(hue, wanted_hue, wanted_saturation)
        + _saturation(saturation, wanted_saturation)
        + _light(light, wanted_light)
    )


def _hue(source: float, wanted: float, saturation: float) -> str:
    turn = (wanted - source + 0.5) % 1 - 0.5
    if saturation < 0.02 or abs(turn) < 1 / 720:
        return ""
    return f'<a:hueOff val="{round(turn * 21_600_000)}"/>'


def _saturation(source: float, wanted: float) -> str:
    if abs(wanted - source) < 0.004:
        return ""
    if source > 0.02 and wanted <= source:
        return f'<a:satMod val="{round(wanted / source * 100_000)}"/>'
    return f'<a:satOff val="{round((wanted - source) * 100_000)}"/>'


def _light(source: float, wanted: float) -> str:
    """Darker is a share of the source, lighter a share plus an offset, as PowerPoint's own palette writes it."""
    if abs(wanted - source) < 0.002:
        return ""
    if wanted < source:
        return f'<a:lumMod val="{round(wanted / source * 100_000)}"/>'
    share = (1 - wanted) / (1 - source) if source < 1 else 1.0
    return f'<a:lumMod val="{round(share * 100_000)}"/><a:lumOff val="{round((wanted - source * share) * 100_000)}"/>'
