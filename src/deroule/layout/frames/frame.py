"""What a frame is: a drawing of a whole slide, the layout that it rests on, and the shapes that frames share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from deroule.layout.desk import CENTIMETRE, PAPER, Desk, points
from deroule.layout.grid import margins
from deroule.layout.lettering import Said, Setting, balanced_width, paragraph
from deroule.layout.page import Box, Colour, PageItem, Picture, TextShape
from deroule.layout.shapes import area, written

Layout: TypeAlias = Literal["cover", "agenda", "divider", "content", "picture", "closing"]
RAIL_TOP, RAIL_HEIGHT = round(15.9 * CENTIMETRE), round(0.2 * CENTIMETRE)
MOST_NAME_LINES = 2
"""Lines of a sequence's name under its bar."""
LEAST_BAR = round(0.6 * CENTIMETRE)
"""Width of a sequence's bar below which all are told by one bar."""
Pages: TypeAlias = tuple[tuple[PageItem, ...], ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame's drawing gives one list of items a page; most have one page."""

    draw: Callable[[Desk], tuple[Pages, Colour]]
    layout: Layout


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
    width = box.width
    for size in desk.theme.sizes[role].steps:
        words = (paragraph(said, desk.look(role, colour, size=size, **changes)),)
        setting = desk.set(words, width)
        if setting.height <= box.height:
            break
    if setting.lines > 1 and not setting.broken:
        width = balanced_width(desk.theme, words, width)
        setting = desk.set(words, width)
    return (written(Box(box.x, box.y, width, max(setting.height, min(box.height, points(10)))), name, setting),)


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
    width, height = round(11.5 * CENTIMETRE), round(13.2 * CENTIMETRE)
    size = {1: 400.0, 2: 220.0}.get(len(number), 140.0)
    setting = desk.set(
        [paragraph(number, desk.look("divider", colour, bold=True, font="heading", size=size, align="right"))], width
    )
    left = desk.theme.width - desk.theme.measures["margin-right"] - width
    box = Box(left, round(0.6 * CENTIMETRE), width, max(height, setting.height))
    return TextShape(box, "Numéro", setting.paragraphs, decorative=True)


@dataclass(frozen=True, slots=True)
class Rail:
    """The colours of the programme's rail: bars already begun and to come, the present name and the others."""

    come: Colour
    ahead: Colour
    strong: Colour
    quiet: Colour


def progress(desk: Desk, rail: Rail) -> list[PageItem]:
    """Draw the programme at the foot: one bar a numbered sequence with its name, those begun in the colour `come`.

    Nothing for a single sequence; bars alone where the names would not fit; one bar, filled so far, where there are too
    many sequences for one each. The names are an ornament to who cannot see them: the programme and the title have told
    them.
    """
    numbered = [one for one in desk.event.sequences if one.number is not None]
    if len(numbered) < 2:
        return []
    left, width = margins(desk)
    gap = round(0.3 * CENTIMETRE)
    each = (width - gap * (len(numbered) - 1)) // len(numbered)
    now = next((at for at, one in enumerate(numbered) if one.id == desk.slide.sequence), -1)
    if each < LEAST_BAR:
        begun = width * (now + 1) // len(numbered)
        bars = (Box(left, RAIL_TOP, begun, RAIL_HEIGHT), Box(left + begun, RAIL_TOP, width - begun, RAIL_HEIGHT))
        parts = zip(bars, (rail.come, rail.ahead), strict=True)
        return [area(bar, f"Avancement {at}/2", colour) for at, (bar, colour) in enumerate(parts, 1) if bar.width]
    looks = [
        desk.look("label", rail.strong if at == now else rail.quiet, bold=at == now) for at in range(len(numbered))
    ]
    names = [desk.set([paragraph(one.title, look)], each) for one, look in zip(numbered, looks, strict=True)]
    told = all(name.lines <= MOST_NAME_LINES and not name.broken for name in names)
    items: list[PageItem] = []
    for at, name in enumerate(names):
        bar = Box(left + at * (each + gap), RAIL_TOP, each, RAIL_HEIGHT)
        items.append(area(bar, f"Avancement {at + 1}/{len(names)}", rail.come if at <= now else rail.ahead))
        if told:
            under = Box(bar.x, bar.bottom + points(6), each, name.height)
            items.append(written(under, f"Programme {at + 1}", name, decorative=True))
    return items
