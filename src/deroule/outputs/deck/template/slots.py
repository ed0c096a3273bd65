"""The colours of a template by role, each a shift of one of its scheme colours, readable on its own ground."""

from __future__ import annotations

from dataclasses import dataclass

from deroule.model.theme import contrast, is_grey, luminance, mixed, of_hue, readable, shares, tinted
from deroule.outputs.deck.template.reading import TemplateLayout

ACCENTS = tuple(f"accent{number}" for number in range(1, 7))
ENOUGH, ENOUGH_LARGE = 4.5, 3.0
INK_ENOUGH = 7.0
_GREY = 0.1
_SEEN = 0.02
"""Colours nearer than this look the same."""
_APART = 0.12
_AWAY = 0.14
"""How far areas go from the ink, where they cannot go towards it."""
_STEP = 0.07
"""Changes within a step of each other keep the theme's own order."""
_PALE = 0.88
"""The palest tint that text on an area in an accent is written in."""


@dataclass(frozen=True, slots=True)
class Slots:
    """Colours by slot, the scheme colour behind each (its name empty where none is), and which accents had to be changed to be read."""

    colours: dict[str, str]
    sources: dict[str, tuple[str, str]]
    changed: dict[str, tuple[str, str]]
    """By accent: the template's colour and the one used."""


def slots_of(layout: TemplateLayout, ground: str) -> Slots:
    """Derive the slots for slides on `ground`."""
    scheme = {name: layout.shown.colours.slot(name) or "808080" for name in ("tx1", "bg1", "tx2", "bg2", *ACCENTS)}
    ink_name = _ink(scheme, ground)
    ink, paper = scheme[ink_name], ground
    of_ink, of_paper = (ink_name, scheme[ink_name]), _source(ground, scheme)
    if contrast(ink, paper) < ENOUGH:
        ink = readable(ink, (paper,), INK_ENOUGH)
    of_soft, soft = _soft(scheme, ink, paper, of_ink, of_paper)
    colours = {
        "ink": ink, "paper": paper, "soft": soft,
        "muted": _muted(ink, paper, soft), "line": tinted(ink, paper, 0.75),
    }  # fmt: skip
    sources = {"ink": of_ink, "paper": of_paper, "soft": of_soft, "muted": of_ink, "line": of_ink}
    changed = {}
    for slot, (name, colour) in zip(ACCENTS, _accents(scheme, ink, paper, soft), strict=True):
        colours[slot], sources[slot] = colour, (name, scheme[name])
        if distance(colour, scheme[name]) > _SEEN:
            changed[name] = (scheme[name], colour)
    return Slots(colours, sources, changed)


def _accents(scheme: dict[str, str], ink: str, paper: str, soft: str) -> list[tuple[str, str]]:
    """Give six scheme colours as they are used: those that are read as they are come first, a yellow turned brown last.

    The second text colour counts among them where it is a colour: it is often the company's own.
    """
    second = scheme["tx2"]
    coloured = max(shares(second)) - min(shares(second)) > _GREY and distance(second, ink) > _APART
    names = (*ACCENTS, "tx2") if coloured else ACCENTS
    used = {name: held(scheme[name], paper, soft) for name in names}
    order = sorted(names, key=lambda name: round(distance(used[name], scheme[name]) / _STEP))
    distinct = [
        name for at, name in enumerate(order) if all(distance(used[name], used[one]) > _SEEN for one in order[:at])
    ]
    return [(name, used[name]) for name in (*distinct, *(one for one in order if one not in distinct))][: len(ACCENTS)]


def _ink(scheme: dict[str, str], ground: str) -> str:
    """The text colour of the scheme, or the next one that is read on this ground."""
    order = ("tx1", "bg1", "tx2", "bg2")
    found = next((name for name in order if contrast(scheme[name], ground) >= INK_ENOUGH), None)
    return found or max(order, key=lambda name: contrast(scheme[name], ground))


def _source(ground: str, scheme: dict[str, str]) -> tuple[str, str]:
    """The scheme colour that a ground is a shade of; without a name where it is of none: a picture's, or its own."""
    name = min(("bg1", "tx1", "bg2", "tx2"), key=lambda name: distance(scheme[name], ground))
    own = scheme[name]
    is_shade = is_grey(ground) or (not is_grey(own) and distance(of_hue(ground, own), ground) <= _SEEN)
    return (name, own) if is_shade else ("", ground)


def _soft(
    scheme: dict[str, str], ink: str, paper: str, of_ink: tuple[str, str], of_paper: tuple[str, str]
) -> tuple[tuple[str, str], str]:
    """The second background where it is a quiet neighbour of the first; else a breath of the ink on the paper."""
    second = scheme["bg2"]
    if 1.03 <= contrast(second, paper) <= 1.3 and contrast(ink, second) >= ENOUGH:
        return ("bg2", second), second
    breath = tinted(ink, paper, 0.93 if luminance(paper) > 0.18 else 0.88)
    if contrast(ink, breath) < INK_ENOUGH:
        # On a paper of middling lightness an area nearer to the ink would leave words on it too little contrast.
        breath = mixed(paper, "000000" if luminance(ink) > luminance(paper) else "FFFFFF", _AWAY)
    return (of_ink, breath) if is_grey(paper) else (of_paper, of_hue(breath, paper))


def _muted(ink: str, paper: str, soft: str) -> str:
    for share in (0.35, 0.25, 0.15, 0.08):
        tried = tinted(ink, paper, share)
        if min(contrast(tried, paper), contrast(tried, soft)) >= ENOUGH + 0.3:
            return tried
    return ink


def held(colour: str, paper: str, soft: str) -> str:
    """Give the nearest colour that is read on both grounds, and that pale words are read on."""
    for wanted in range(46, 90, 2):
        tried = readable(colour, (paper, soft), wanted / 10)
        if contrast(tried, tinted(tried, paper, _PALE)) >= ENOUGH:
            break
    if is_grey(tried) and not is_grey(colour):  # no hue is left that a shift of the scheme's colour could tell
        return "FFFFFF" if luminance(tried) > luminance(paper) else "000000"
    return tried


def distance(one: str, other: str) -> float:
    """Say how far two colours are apart, 0 to 1, each share weighed alike."""
    return float(sum(abs(a - b) for a, b in zip(shares(one), shares(other), strict=True)) / 3)
