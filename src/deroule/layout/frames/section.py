"""The divider of a section: lighter than a sequence's, on a wash of the accent."""

from __future__ import annotations

from deroule.layout.desk import CENTIMETRE, INK, MUTED, Desk, points
from deroule.layout.frames.frame import Pages, Rail, display, line, numeral, progress
from deroule.layout.grid import band, margins
from deroule.layout.page import Box, Colour, PageItem
from deroule.layout.shapes import RULE, area, written


def draw(desk: Desk) -> tuple[Pages, Colour]:
    """Draw the section's name over a rule, under the name of its sequence."""
    one = next((sequence for sequence in desk.event.sequences if sequence.id == desk.slide.sequence), None)
    left, full = margins(desk)
    width = round(full * 0.68)
    label = next((s.label for s in one.sections if s.id == desk.slide.section), "") if one else ""
    title, inner = display(desk.slide.title, "divider", width, round(7 * CENTIMETRE), desk, colour=INK)
    top = max(round(8.2 * CENTIMETRE) - title.height // 2, round(5.0 * CENTIMETRE))
    items: list[PageItem] = [written(Box(left, top, inner, title.height), "Titre", title, placeholder="title")]
    items.append(area(Box(left, top - points(22), round(2.6 * CENTIMETRE), RULE), "Filet", desk.accent))
    over = " · ".join(part for part in (one.title.plain if one else "", label) if part)
    items += line(
        over,
        "detail",
        Box(left, top - points(60), width, CENTIMETRE),
        desk,
        name="Séquence",
        colour=desk.accent,
        bold=True,
    )
    items += line(
        desk.slide.subtitle, "item", Box(left, top + title.height + points(14), width, 3 * CENTIMETRE), desk,
        name="Sous-titre", colour=MUTED,
    )  # fmt: skip
    mark = label or (str(one.number) if one and one.number is not None else "")
    if mark:
        items.append(numeral(mark, desk, Colour(desk.accent.slot, 0.76)))
    items += progress(desk, Rail(desk.accent, Colour(desk.accent.slot, 0.7), INK, MUTED))
    return ((*items, *band(desk)),), desk.wash
