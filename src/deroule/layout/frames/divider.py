"""The divider of a sequence: its number large, its name, its question, and how far the programme has come."""

from __future__ import annotations

from deroule.layout.desk import CENTIMETRE, PAPER, Desk, points
from deroule.layout.frames.frame import Pages, display, line, numeral, pale, progress
from deroule.layout.grid import margins
from deroule.layout.page import Box, Colour, PageItem
from deroule.layout.shapes import written
from deroule.layout.words import SEQUENCE


def draw(desk: Desk) -> tuple[Pages, Colour]:
    """Draw the divider on the sequence's accent."""
    one = next((sequence for sequence in desk.event.sequences if sequence.id == desk.slide.sequence), None)
    left, _ = margins(desk)
    slot = desk.accent.slot
    width = round(desk.theme.width * 0.6)
    title, inner = display(desk.slide.title, "divider", width, round(7 * CENTIMETRE), desk)
    top = max(round(8.2 * CENTIMETRE) - title.height // 2, round(3.4 * CENTIMETRE))
    items: list[PageItem] = [written(Box(left, top, inner, title.height), "Titre", title, placeholder="title")]
    if one and one.number is not None:
        number = str(one.number)
        over = SEQUENCE.in_language(desk.language, number=number)
        items += line(
            over,
            "detail",
            Box(left, round(1.7 * CENTIMETRE), width, CENTIMETRE),
            desk,
            name="Rang",
            colour=pale(slot),
            bold=True,
        )
        items.append(numeral(number, desk, Colour(slot, 0.28)))
    items += line(
        desk.slide.subtitle, "item", Box(left, top + title.height + points(14), width, 3 * CENTIMETRE), desk,
        name="Sous-titre", colour=pale(slot),
    )  # fmt: skip
    items += progress(desk, Box(left, round(16.6 * CENTIMETRE), width, 0), PAPER, Colour(slot, 0.35))
    return (tuple(items),), desk.accent
