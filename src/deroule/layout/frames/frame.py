"""What a frame is: a drawing of a whole slide, the layout that it rests on, and the shapes that frames share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from deroule.layout.desk import PAPER, Desk, points
from deroule.layout.lettering import Said, Setting, balanced_width, paragraph
from deroule.layout.page import Box, Colour, PageItem, Picture, Slot
from deroule.layout.shapes import written

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
