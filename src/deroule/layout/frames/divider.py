"""The divider of a sequence: its number large, its name, its question, and how far the programme has come."""

from __future__ import annotations

from deroule.layout.desk import CENTIMETRE, PAPER, Desk, points
from deroule.layout.frames.frame import Pages, display, line, pale
from deroule.layout.grid import margins
from deroule.layout.lettering import paragraph
from deroule.layout.page import Box, Colour, PageItem, TextShape
from deroule.layout.shapes import area, written
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
        items.append(_numeral(number, desk))
    items += line(
        desk.slide.subtitle, "item", Box(left, top + title.height + points(14), width, 3 * CENTIMETRE), desk,
        name="Sous-titre", colour=pale(slot),
    )  # fmt: skip
    items += _progress(desk, left, width)
    return (tuple(items),), desk.accent


def _numeral(number: str, desk: Desk) -> PageItem:
    """The number as an ornament, in a tint that stays behind: it repeats what the line above says."""
    width, height = round(11.5 * CENTIMETRE), round(14.2 * CENTIMETRE)
    look = desk.look(
        "divider",
        Colour(desk.accent.slot, 0.28),
        bold=True,
        font="heading",
        size=310.0 if len(number) == 1 else 190.0,
        align="right",
    )
    setting = desk.set([paragraph(number, look)], width)
    left = desk.theme.width - desk.theme.measures["margin-right"] - width
    return TextShape(
        Box(left, round(1.6 * CENTIMETRE), width, max(height, setting.height)),
        "Numéro",
        setting.paragraphs,
        decorative=True,
    )


def _progress(desk: Desk, left: int, width: int) -> list[PageItem]:
    numbered = [one for one in desk.event.sequences if one.number is not None]
    if len(numbered) < 2:
        return []
    gap = round(0.3 * CENTIMETRE)
    each = min((width - gap * (len(numbered) - 1)) // len(numbered), round(3.9 * CENTIMETRE))
    come = next((at for at, one in enumerate(numbered) if one.id == desk.slide.sequence), -1)
    y = round(16.6 * CENTIMETRE)
    return [
        area(
            Box(left + at * (each + gap), y, each, round(0.22 * CENTIMETRE)),
            f"Avancement {at + 1}/{len(numbered)}",
            PAPER if at <= come else Colour(desk.accent.slot, 0.35),
        )
        for at in range(len(numbered))
    ]
