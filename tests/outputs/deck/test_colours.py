"""What a deck's references to the theme show is what was placed and drawn, and they follow a change of the theme."""

from __future__ import annotations

import colorsys
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from tests.layout.events import theme

from deroule.layout.contrast import resolved
from deroule.layout.page import Colour
from deroule.model.theme import Theme, is_grey, shares, tinted
from deroule.outputs.deck.colours import Palette
from deroule.outputs.deck.reading.colours import PLAIN_MAP, Colours
from deroule.outputs.deck.template.wearing import SchemePalette
from deroule.source.themes import held_colours

A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
SLOTS = ("ink", "paper", "soft", "muted", "line", "accent1", "accent4")
SCHEME = {"tx1": "ink", "bg1": "paper", "tx2": "muted", "bg2": "soft"}
colours = st.integers(0, 0xFFFFFF).map("{:06X}".format)
tints = st.sampled_from((0.0, 0.22, 0.35, 0.4, 0.55, 0.6, 0.7, 0.75, 0.76, 0.82, 0.88, 0.9, 0.94))


def seen(reference: str, scheme: dict[str, str]) -> str | None:
    """Give what a reader sees of a reference in a theme of these colours, by slot."""
    slots = "".join(
        f'<a:{name}><a:srgbClr val="{scheme[SCHEME.get(slot, slot)]}"/></a:{name}>'
        for slot, name in PLAIN_MAP.items()
        if SCHEME.get(slot, slot) in scheme
    )
    theme = etree.fromstring(
        f"<a:theme {A}><a:themeElements><a:clrScheme>{slots}</a:clrScheme></a:themeElements></a:theme>"
    )
    return Colours(theme, {}).seen(etree.fromstring(f"<a:solidFill {A}>{reference}</a:solidFill>"))


def distance(one: str, other: str) -> float:
    return max(abs(a - b) for a, b in zip(shares(one), shares(other), strict=True))


def hue(colour: str) -> float:
    return colorsys.rgb_to_hls(*shares(colour))[0] * 360


PLAIN = theme()


def with_colours(**changed: str) -> Theme:
    return replace(PLAIN, colours=held_colours(PLAIN.colours | changed))


@settings(deadline=None)
@given(colours, colours, colours, colours, st.sampled_from(SLOTS), tints)
def test_a_reference_shows_what_the_pictures_draw(
    ink: str, paper: str, soft: str, accent: str, slot: str, tint: float
) -> None:
    worn = with_colours(ink=ink, paper=paper, soft=soft, accent1=accent)
    colour = Colour(slot, tint)
    shown = seen(Palette(worn).reference(colour), worn.colours)
    assert shown is not None
    assert distance(shown, resolved(colour, worn)) < 0.045  # the nearly grey is told as grey


@settings(deadline=None)
@given(colours, colours, colours, st.sampled_from(SLOTS), tints)
def test_no_reference_turns_the_hue(paper: str, accent: str, soft: str, slot: str, tint: float) -> None:
    worn = with_colours(paper=paper, accent1=accent, soft=soft)
    assert "hue" not in Palette(worn).reference(Colour(slot, tint))


@pytest.mark.parametrize("paper", ["FFFFFF", "FFFCF6", "14213D", "20242A", "3A0F2B"])
@pytest.mark.parametrize("new", ["E63946", "2A9D8F", "F4A261", "457B9D"])
@pytest.mark.parametrize("tint", [0.35, 0.75, 0.9])
def test_tints_follow_an_accent_that_is_changed_in_an_office_program(paper: str, new: str, tint: float) -> None:
    ink = "101010" if paper.startswith("FF") else "F4F4F4"
    worn = with_colours(paper=paper, ink=ink, soft=tinted(ink, paper, 0.93), accent1="1D4F91")
    reference = Palette(worn).reference(Colour("accent1", tint))
    shown = seen(reference, worn.colours | {"accent1": new})
    assert shown is not None
    apart = abs(hue(shown) - hue(new)) % 360
    assert is_grey(shown) or min(apart, 360 - apart) < 8  # a dark colour has few steps of hue


def test_a_tint_of_an_accent_turned_nearly_white_is_what_the_pictures_draw() -> None:
    """On a paper of middling lightness an accent may have to be all but white: its tints then are the paper's."""
    worn = replace(
        with_colours(paper="3361A2", ink="FFFFFF"),
        sources={"accent1": ("accent3", "9BBB59"), "paper": ("tx2", "1F497D")},
    )
    worn = replace(worn, colours=worn.colours | {"accent1": "FBFCF8", "paper": "3361A2"})
    colour = Colour("accent1", 0.9)
    shown = seen(SchemePalette(worn).reference(colour), {"accent3": "9BBB59", "muted": "1F497D"})
    assert shown is not None
    assert distance(shown, resolved(colour, worn)) < 0.02
