"""What a frame is: a drawing of a whole slide, the layout that it rests on, and the shapes that frames share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from deroule.layout.desk import CENTIMETRE, PAPER, Desk, points
from deroule.layout.lettering import Said, Setting, balanced_width, paragraph
from deroule.layout.page import Box, Colour, PageItem, Picture, Slot, TextShape
from deroule.layout.shapes import area, written

Layout: TypeAlias = Literal["cover", "agenda", "divider", "content", "picture", "closing"]
Pages: TypeAlias = tuple[tuple[PageItem, ...], ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame's drawing gives one list of items a page; most have one page."""

    draw: Callable[[Desk], tuple[Pages, Colour]]
    layout: Layout


def pale(slot: Slot) -> Colour:
    """Give the colour of secondary text on an area in an accent: nearly paper, still readable."""
    return Colour(slot, 0.88)


def display(said: Said, role: str, width: int, most: int, desk: Desk, *, colour: Colour = PAPER) -> tuple[Setting, int]:
    """Set a large title at the largest size that stays within `most` EMU; give it with its balanced width."""
    setting, inner = Setting(), width
    for size in desk.theme.sizes[role].steps:
        look = desk.look(role, colour, bold=True, font="heading", size=size)
        words = (paragraph(said, look),)
        setting = desk.set(words, width)
        if setting.height <= most and not setting.broken:
            inner = balanced_width(desk.theme, words, width)
            return desk.set(words, inner), inner
    return setting, inner


def line(
    said: Said, role: str, box: Box, desk: Desk, *, name: str, colour: Colour, **changes: object
) -> tuple[PageItem, ...]:
    """Set a text in a box by the role, smaller when it would be higher than the box."""
    if not said:
        return ()
    for size in (*desk.theme.sizes[role].steps, 16.0, 14.0, 12.0):
        setting = desk.set([paragraph(said, desk.look(role, colour, size=size, **changes))], box.width)
        if setting.height <= box.height:
            break
    return (written(Box(box.x, box.y, box.width, max(setting.height, min(box.height, points(10)))), name, setting),)


def covering(box: Box, path: str, ratio: float, alt: str) -> Picture:
    """Put a picture over a whole box, cut at the sides that are too much."""
    wanted = box.width / box.height
    if ratio > wanted:
        cut = (1 - wanted / ratio) / 2
        crop = (cut, 0.0, cut, 0.0)
    else:
        cut = (1 - ratio / wanted) / 2
        crop = (0.0, cut, 0.0, cut)
    return Picture(box, "Image de couverture", path, alt, not alt, crop)


def numeral(number: str, desk: Desk, colour: Colour) -> PageItem:
    """Draw a number as an ornament, in a tint that stays behind: it repeats what the words say."""
    width, height = round(11.5 * CENTIMETRE), round(14.2 * CENTIMETRE)
    size = {1: 310.0, 2: 190.0}.get(len(number), 120.0)
    setting = desk.set(
        [paragraph(number, desk.look("divider", colour, bold=True, font="heading", size=size, align="right"))], width
    )
    left = desk.theme.width - desk.theme.measures["margin-right"] - width
    box = Box(left, round(1.6 * CENTIMETRE), width, max(height, setting.height))
    return TextShape(box, "Numéro", setting.paragraphs, decorative=True)


def progress(desk: Desk, place: Box, come: Colour, ahead: Colour) -> list[PageItem]:
    """Draw one bar a numbered sequence, those already begun in the colour `come`; nothing for a single sequence."""
    numbered = [one for one in desk.event.sequences if one.number is not None]
    if len(numbered) < 2:
        return []
    gap, high = round(0.3 * CENTIMETRE), round(0.22 * CENTIMETRE)
    each = min((place.width - gap * (len(numbered) - 1)) // len(numbered), round(3.9 * CENTIMETRE))
    at_now = next((at for at, one in enumerate(numbered) if one.id == desk.slide.sequence), -1)
    return [
        area(
            Box(place.x + at * (each + gap), place.y, each, high),
            f"Avancement {at + 1}/{len(numbered)}",
            come if at <= at_now else ahead,
        )
        for at in range(len(numbered))
    ]
