"""The divider of a sequence: its number large, its name, its question, and how far the programme has come."""

from __future__ import annotations

from deroule.layout.desk import CENTIMETRE, INK, MUTED, PAPER, Desk, pale, points
from deroule.layout.frames.frame import Pages, Rail, display, line, numeral, progress
from deroule.layout.grid import band, margins
from deroule.layout.page import Box, Colour, PageItem
from deroule.layout.shapes import written
from deroule.layout.words import SEQUENCE


def draw(desk: Desk) -> tuple[Pages, Colour]:
    """Draw the divider on the sequence's accent, or on paper where the theme keeps its dividers light."""
    one = next((sequence for sequence in desk.event.sequences if sequence.id == desk.slide.sequence), None)
    left, _ = margins(desk)
    slot = desk.accent.slot
    light = desk.theme.options.get("divider") == "paper"
    strong, quiet = (desk.accent, MUTED) if light else (PAPER, pale(slot, desk.theme))
    width = round(desk.theme.width * 0.6)
    title, inner = display(desk.slide.title, "divider", width, round(7 * CENTIMETRE), desk, colour=strong)
    top = max(round(7.4 * CENTIMETRE) - title.height // 2, round(3.4 * CENTIMETRE))
    items: list[PageItem] = [written(Box(left, top, inner, title.height), "Titre", title, placeholder="title")]
    if one and one.number is not None:
        number = str(one.number)
        over = Box(left, round(1.7 * CENTIMETRE), width, CENTIMETRE)
        said = SEQUENCE.in_language(desk.language, number=number)
        items += line(said, "detail", over, desk, name="Rang", colour=strong if light else quiet, bold=True)
        items.append(numeral(number, desk, Colour(slot, 0.82 if light else 0.22)))
    under = Box(left, top + title.height + points(14), width, 3 * CENTIMETRE)
    items += line(desk.slide.subtitle, "item", under, desk, name="Sous-titre", colour=quiet)
    rail = Rail(desk.accent, Colour(slot, 0.7), INK, MUTED) if light else Rail(PAPER, Colour(slot, 0.35), PAPER, quiet)
    items += progress(desk, rail)
    return ((*items, *(band(desk) if light else ())),), PAPER if light else desk.accent
