"""A theme: every colour, size and font by role, so that code names none."""

from __future__ import annotations

import colorsys
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from deroule.model.box import Box


@dataclass(frozen=True, slots=True)
class TypeSize:
    """A role's sizes in points, from the wished one down to the floor.

    `larger` are sizes above the wished one, the nearest first, for slides that say little.
    """

    steps: tuple[float, ...]
    larger: tuple[float, ...] = ()

    @property
    def normal(self) -> float:
        """The size that the theme wishes."""
        return self.steps[0]

    @property
    def floor(self) -> float:
        """The size below which the text is continued elsewhere."""
        return self.steps[-1]


@dataclass(frozen=True, slots=True)
class FontRole:
    """A family as it is named on the machines that open the deck, and the files of its metric twin to measure with.

    `files` maps regular, bold, italic and bold-italic to font files, as `package:relative/path`.
    """

    family: str
    files: dict[str, str]


@dataclass(frozen=True, slots=True)
class Blend:
    """Colours that run into each other, along an angle or from the middle out."""

    stops: tuple[tuple[float, str, float], ...]
    """Share of the way, colour, how much of it is seen."""
    angle: float | None = None
    """Degrees, clockwise from left to right; nothing for one that runs from the middle out."""


@dataclass(frozen=True, slots=True)
class Scenery:
    """Something that a template's master draws behind every slide: an area in a colour, or a picture.

    `picture` names a picture inside the template: `path/of/template.pptx#/ppt/media/image1.png`.
    """

    area: Box
    colour: str = ""
    picture: str = ""
    crop: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    outlines: tuple[tuple[tuple[float, float], ...], ...] = ()
    """Closed lines in shares of the area, where it is not filled to its corners."""
    opacity: float = 1.0
    blend: Blend | None = None


@dataclass(frozen=True, slots=True)
class TitleStyle:
    """How a template sets the title of a kind of slide. `colour` and `text` are slots of the theme."""

    size: float
    bold: bool = False
    align: Literal["left", "centre", "right"] = "left"
    anchor: Literal["top", "middle", "bottom"] = "top"
    colour: str = "ink"
    text: str = "ink"
    """What other words are written in on this kind of slide."""


@dataclass(frozen=True, slots=True)
class Stage:
    """What a template offers to one kind of slide: where its words stand, on which ground."""

    room: Box
    """Where anything may be drawn: inside the margins, clear of logos, title, footer and number."""
    ground: str
    """The colour behind its title, `RRGGBB`; the middle one of a picture."""
    backdrop: str
    """The colour of the whole slide, under everything that the template draws."""
    style: TitleStyle
    title: Box | None = None
    subtitle: Box | None = None
    footer: Box | None = None
    number: Box | None = None
    footer_size: float = 12.0
    number_size: float = 12.0
    footer_resized: bool = False
    """Whether the footer's size is written, as the template's own is one for words that are to be read from afar."""
    footer_align: Literal["left", "centre", "right"] = "left"
    number_align: Literal["left", "centre", "right"] = "right"
    footer_colour: str = "muted"
    number_colour: str = "muted"
    foot_recoloured: tuple[str, ...] = ()
    """Which of `ftr` and `sldNum` are written in that colour, as what they inherit is not read on their ground."""
    scenery: tuple[Scenery, ...] = ()
    veils: tuple[Box, ...] = ()
    """Areas laid in the colour of paper under words that what the template draws there would hide."""
    veiled: tuple[Literal["title", "words"], ...] = ()
    """Which words of a cover or divider need such an area; it is as large as the words turn out to be."""


@dataclass(frozen=True, slots=True)
class Theme:
    """The look of decks and pictures; a brand changes some of it. Lengths are EMU, colours `RRGGBB`."""

    name: str
    width: int
    height: int
    colours: dict[str, str]
    """Hexadecimal colours by slot: ink, paper, soft, muted, line, accent1 to accent6."""
    fonts: dict[str, FontRole]
    """heading, body, mono."""
    sizes: dict[str, TypeSize]
    """Type sizes by role: title, body, detail, item, callout, quote, figure, cover, divider, table, footer…"""
    measures: dict[str, int]
    """Lengths by role: margin-left, margin-right, title-top, body-top, body-bottom, footer-top, gutter, band…"""
    width_margin: float = 0.01
    """Share of each line kept free in case another font is substituted."""
    motto: str = ""
    logo: str = ""
    logo_alt: str = ""
    cover: str = ""
    cover_alt: str = ""
    logo_ratio: float = 1.0
    """Width over height of the logo."""
    cover_ratio: float = 1.0
    """Width over height of the cover's picture."""
    template: str = ""
    """Workspace path of a .pptx or .potx to take the look from; the theme's own template when empty."""
    options: dict[str, str] = field(default_factory=dict)
    """What else tells a theme apart: the form of covers, of dividers, of cards."""
    stages: dict[str, Stage] = field(default_factory=dict)
    """What a template offers, by kind of page (cover, agenda, divider, content, picture, closing); none without one."""
    sources: dict[str, tuple[str, str]] = field(default_factory=dict)
    """For a template: the scheme colour that each slot is a shift of, and the `RRGGBB` that it has there."""


GREY = 0.02
"""The difference between the strongest and the weakest share of a colour, below which it counts as grey."""
_HALVINGS, _SAME = 10, 0.002
"""How near a luminance is sought: within what 8 bits can tell."""


@lru_cache(1_000)
def luminance(colour: str) -> float:
    """Give the relative luminance of `RRGGBB`, as WCAG 2.2 defines it."""
    linear = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in shares(colour))
    red, green, blue = linear
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours, 1 to 21, as WCAG 2.2 defines it."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def mixed(colour: str, paper: str, tint: float) -> str:
    """Mix `tint` of the paper into a colour: 0 is the colour, 1 the paper."""
    pairs = ((int(colour[at : at + 2], 16), int(paper[at : at + 2], 16)) for at in (0, 2, 4))
    return "".join(f"{round(own + (ground - own) * tint):02X}" for own, ground in pairs)


@lru_cache(10_000)
def tinted(colour: str, paper: str, tint: float) -> str:
    """Mix `tint` of the paper into a colour that keeps its own hue, so that its tints follow it wherever it goes.

    On white it is the plain mix. On a coloured paper that mix would lean to the paper's hue, by an angle that no office
    program can tell from the colour alone: with another accent in the theme, its tints would be of unrelated hues.
    """
    plain = mixed(colour, paper, tint)
    return plain if not tint or is_grey(colour) else of_hue(plain, colour)


def of_hue(colour: str, other: str) -> str:
    """Turn a colour to the hue of another, at most as saturated: to a grey for a grey. Its luminance stays.

    Colours of one lightness differ in luminance by their hue, and it is luminance that contrast is reckoned from.
    """
    _, light, full = colorsys.rgb_to_hls(*shares(colour))
    hue, _, most = colorsys.rgb_to_hls(*shares(other)) if not is_grey(other) else (0.0, 0.0, 0.0)
    wanted, low, high = luminance(colour), 0.0, 1.0
    for _ in range(_HALVINGS):
        turned = "".join(f"{round(share * 255):02X}" for share in colorsys.hls_to_rgb(hue, light, min(full, most)))
        excess = luminance(turned) - wanted
        if abs(excess) < _SAME:
            break
        low, high = (low, light) if excess > 0 else (light, high)
        light = (low + high) / 2
    return turned


def is_grey(colour: str) -> bool:
    """Say whether a colour is so near to grey that its hue tells nothing."""
    parts = shares(colour)
    return max(parts) - min(parts) < GREY


def shares(colour: str) -> tuple[float, float, float]:
    """Give red, green and blue of `RRGGBB`, 0 to 1."""
    return int(colour[0:2], 16) / 255, int(colour[2:4], 16) / 255, int(colour[4:6], 16) / 255


def readable(colour: str, grounds: tuple[str, ...], wanted: float) -> str:
    """Darken a colour, or lighten it on a dark ground, until it holds `wanted` against every ground."""
    towards = "000000" if luminance(grounds[0]) > 0.18 else "FFFFFF"
    for share in range(0, 101, 2):
        tried = mixed(colour, towards, share / 100)
        if min(contrast(tried, ground) for ground in grounds) >= wanted:
            return tried
    return towards
