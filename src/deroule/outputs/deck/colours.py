"""Colours as references to the theme's slots, with the shifts that turn a slot into the tint that Theme gives."""

from __future__ import annotations

import colorsys

from deroule.layout.page import Colour
from deroule.model.theme import Theme, is_grey, shares, tinted

SCHEME: dict[str, str] = {
    "ink": "tx1", "paper": "bg1", "muted": "tx2", "soft": "bg2", "line": "bg2",
    **{f"accent{number}": f"accent{number}" for number in range(1, 7)},
}  # fmt: skip
"""The scheme colour that a slot is shown by. `line` is `soft`, darkened."""

SOURCE: dict[str, str] = {"line": "soft"}
"""Slots that are a shift of another slot."""


class Palette:
    """The colours of one look: turns a Colour into DrawingML.

    A tint is told as shifts of saturation and lightness, computed so that what is shown equals what the pictures draw.
    `lumMod` and `lumOff` alone would keep the saturation and give garish tints. The hue is never shifted: a tint is of its
    slot's hue, so it stays one when the theme is changed in an office program.
    """

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self._written: dict[tuple[str, float], str] = {}

    def fill(self, colour: Colour) -> str:
        """Give the solid fill of `colour`."""
        return f"<a:solidFill>{self.reference(colour)}</a:solidFill>"

    def reference(self, colour: Colour) -> str:
        """Give the reference alone, as a gradient stop or a chart wants it."""
        key = (colour.slot, colour.tint)
        if key not in self._written:
            self._written[key] = self._reference(colour)
        return self._written[key]

    def source(self, slot: str) -> tuple[str, str]:
        """Give the scheme colour that a slot is a shift of, and the `RRGGBB` that it has in the theme; no name where it is of none."""
        return SCHEME[slot], self.theme.colours[SOURCE.get(slot, slot)]

    def _reference(self, colour: Colour) -> str:
        wanted = tinted(self.theme.colours[colour.slot], self.theme.colours["paper"], colour.tint)
        name, own = self.source(colour.slot)
        if (is_grey(own) or is_grey(self.theme.colours[colour.slot])) and not is_grey(wanted):
            # A grey has no hue, and shifts of it show red in some programs; its tints have the hue of the paper.
            name, own = self.source("paper")
        kind, value = ("schemeClr", name) if name else ("srgbClr", own)
        told = shifts(own, wanted)
        return f'<a:{kind} val="{value}">{told}</a:{kind}>' if told else f'<a:{kind} val="{value}"/>'


def shifts(source: str, wanted: str) -> str:
    """Write the shifts of saturation and lightness that turn one `RRGGBB` into another of its hue, as DrawingML."""
    if max(abs(a - b) for a, b in zip(shares(source), shares(wanted), strict=True)) < 1 / 512:
        return ""
    _, light, saturation = colorsys.rgb_to_hls(*shares(source))
    _, wanted_light, wanted_saturation = colorsys.rgb_to_hls(*shares(wanted))
    if is_grey(source):  # never more of a hue that is but a rounding
        wanted_saturation = min(wanted_saturation, saturation)
    return _saturation(saturation, wanted_saturation) + _light(light, wanted_light)


def _saturation(source: float, wanted: float) -> str:
    return f'<a:satMod val="{round(wanted / source * 100_000)}"/>' if abs(wanted - source) >= 0.004 else ""


def _light(source: float, wanted: float) -> str:
    """Darker is a share of the source, lighter a share plus an offset, as PowerPoint's own palette writes it."""
    if abs(wanted - source) < 0.002:
        return ""
    if wanted < source:
        return f'<a:lumMod val="{round(wanted / source * 100_000)}"/>'
    share = (1 - wanted) / (1 - source) if source < 1 else 1.0
    return f'<a:lumMod val="{round(share * 100_000)}"/><a:lumOff val="{round((wanted - source * share) * 100_000)}"/>'
