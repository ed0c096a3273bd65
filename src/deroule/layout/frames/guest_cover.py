"""A guest's cover, in the guest's look: picture, logo, motto, title, who speaks."""

from __future__ import annotations

from deroule.layout.desk import CENTIMETRE, PAPER, Desk, pale, points
from deroule.layout.frames.frame import Pages, covering, display, line
from deroule.layout.grid import margins
from deroule.layout.page import Box, Colour, PageItem, Picture
from deroule.layout.shapes import area, written


def draw(desk: Desk) -> tuple[Pages, Colour]:
    """Draw the guest's picture at the right half, words at the left, on the guest's colour."""
    theme = desk.theme
    left, full = margins(desk)
    half = theme.width // 2
    width = (half - left - CENTIMETRE) if theme.cover else round(full * 0.75)
    slot = desk.accent.slot
    top = round(5.6 * CENTIMETRE)
    title, inner = display(desk.slide.title, "cover", width, round(6.5 * CENTIMETRE), desk)
    items: list[PageItem] = [written(Box(left, top, inner, title.height), "Titre", title, placeholder="title")]
    items += _logo(desk, left)
    words = desk.slide.subtitle or theme.motto or None
    under = top + title.height + points(14)
    items += line(
        words,
        "item",
        Box(left, under, width, 3 * CENTIMETRE),
        desk,
        name="Devise",
        colour=pale(slot, desk.theme),
        italic=True,
    )
    items += line(
        _speakers(desk),
        "detail",
        Box(left, round(15.3 * CENTIMETRE), width, round(2.2 * CENTIMETRE)),
        desk,
        name="Intervenant",
        colour=PAPER,
    )
    if theme.cover:
        items.append(
            covering(Box(half, 0, theme.width - half, theme.height), theme.cover, theme.cover_ratio, theme.cover_alt)
        )
    return (tuple(items),), desk.accent


def _speakers(desk: Desk) -> str:
    one = next((sequence for sequence in desk.event.sequences if sequence.id == desk.slide.sequence), None)
    people = [
        desk.event.speakers[name] for name in (one.written.speakers if one else ()) if name in desk.event.speakers
    ]
    return " ; ".join(", ".join(str(part) for part in (p.name, p.role, p.organisation) if part) for p in people)


def _logo(desk: Desk, left: int) -> list[PageItem]:
    """The logo on a plate of paper: brands draw theirs for a white ground."""
    theme = desk.theme
    if not theme.logo:
        return []
    ratio = theme.logo_ratio
    width = min(round(2.4 * CENTIMETRE * ratio), 7 * CENTIMETRE)
    height = round(width / ratio)
    pad = round(0.3 * CENTIMETRE)
    top = round(1.5 * CENTIMETRE)
    plate = Box(left, top, width + 2 * pad, height + 2 * pad)
    return [
        area(plate, "Logo (fond)", PAPER, geometry="roundRect", radius=0.06),
        Picture(Box(left + pad, top + pad, width, height), "Logo", theme.logo, theme.logo_alt),
    ]
