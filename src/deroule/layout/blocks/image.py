"""Places a picture whole in the room that it is given, its caption and credit under it."""

from __future__ import annotations

from deroule.layout.desk import CENTIMETRE, INK, MUTED, Desk, points
from deroule.layout.draft import Draft
from deroule.layout.lettering import Setting, paragraph
from deroule.layout.page import Box, PageItem, Picture
from deroule.layout.shapes import RULE, area, written
from deroule.model.blocks import Image
from deroule.model.richtext import RichText, Run

LEAST = 4 * CENTIMETRE
BESIDE = 5 * CENTIMETRE
"""Width from which words stand well at the side of a picture."""
WORDS = 11 * CENTIMETRE
"""The most that words beside a picture are wide."""
MOST_LINES = 6
"""More lines than these, in a column narrower than `ROOMY`, are read better under the picture."""
ROOMY = 8 * CENTIMETRE
ASIDE = 0.25
"""Share of the width that, left empty at the right, would look forgotten."""
USUAL_RATIO = 16 / 10


def ratio_of(path: str, desk: Desk) -> float:
    """Give width over height of a picture; a usual ratio when the file is unknown."""
    media = desk.event.media.get(path)
    return media.width / media.height if media and media.width > 0 and media.height > 0 else USUAL_RATIO


def caption_of(block: Image, width: int, desk: Desk) -> Setting:
    """Set caption, credit and licence in one line or two."""
    runs: list[Run] = list(block.caption.runs) if block.caption else []
    for extra in (block.credit, block.licence):
        if extra:
            runs += [Run(" · ")] * bool(runs) + list(extra.runs)
    return desk.set([paragraph(RichText(tuple(runs)), desk.look("label", MUTED))] if runs else (), width)


def draft(block: Image, width: int, desk: Desk) -> Draft:
    """Fit the picture into the room, never beyond it, never distorted."""
    path = desk.slide.file(block.file)
    ratio = ratio_of(path, desk)
    if desk.alone and desk.room and (block.caption or block.credit):
        left = width - round(desk.room * ratio) - desk.gutter
        beside = _beside(block, (path, ratio), width, desk) if left >= BESIDE else None
        if beside:
            return beside
    caption = caption_of(block, width, desk)
    gap = points(8) if caption.lines else 0

    def draw(box: Box) -> tuple[PageItem, ...]:
        room = box.height - gap - caption.height
        shown_width = min(width, round(room * ratio))
        shown_height = min(room, round(shown_width / ratio))
        # Beside other blocks the caption starts at the column's edge: a picture with one stands there too.
        middle = box.x + (width - shown_width) // 2
        left = box.x if caption.lines and not desk.alone else middle
        # Alone, picture and caption stand in the middle together, as long as the caption keeps to the picture.
        wide = box.x + (width - caption.width) // 2 if desk.alone and caption.lines == 1 else box.x
        start = left if caption.width <= shown_width else wide
        top = box.y + (room - shown_height) // 2
        alt = block.alt.plain if block.alt else ""
        items: list[PageItem] = [
            Picture(Box(left, top, shown_width, shown_height), "Image", path, alt, block.decorative or not alt)
        ]
        if caption.lines:
            items.append(
                written(Box(start, top + shown_height + gap, box.right - start, caption.height), "Légende", caption)
            )
        return tuple(items)

    return Draft(LEAST + gap + caption.height, draw, round(width / ratio) + gap + caption.height, caption.broken)


def _beside(block: Image, picture: tuple[str, float], width: int, desk: Desk) -> Draft | None:
    """Stand the words at the right of the picture, level with its foot: the picture keeps the whole height.

    Nothing where they would be broken there, or be a long string of short lines.
    """
    path, ratio = picture
    alt = block.alt.plain if block.alt else ""

    def column(height: int) -> int:
        return width - round(height * ratio) - desk.gutter

    look = desk.look("detail", INK)
    small = desk.look("label", MUTED)
    words = list(desk.say(block.caption, look))
    words += [line for said in (block.credit, block.licence) for line in desk.say(said, small, space_before=6.0)]
    least = desk.set(words, min(column(desk.room), WORDS))
    if least.broken or (least.lines > MOST_LINES and column(desk.room) < ROOMY):
        return None

    def draw(box: Box) -> tuple[PageItem, ...]:
        height = min(box.height, desk.room)
        own = min(column(height), WORDS)
        setting = desk.set(words, own)
        high = round(height * ratio)
        # A high picture and its few words stand in the middle together.
        spare = max(width - high - desk.gutter - max(setting.width, own // 3), 0)
        left = box.x + (spare // 2 if spare > width * ASIDE else 0)
        shown = Box(left, box.y, high, height)
        x = shown.right + desk.gutter
        return (
            Picture(shown, "Image", path, alt, block.decorative or not alt),
            area(Box(x, shown.bottom - setting.height - points(10), own // 3, RULE), "Légende (filet)", desk.accent),
            written(Box(x, shown.bottom - setting.height, own, setting.height), "Légende", setting),
        )

    return Draft(max(least.height + points(12), LEAST), draw, desk.room)


def picture_width(block: Image, desk: Desk) -> int:
    """Give the width in EMU that a picture has when it is as high as the room."""
    room = desk.room - (points(26) if block.caption or block.credit else 0)
    return round(room * ratio_of(desk.slide.file(block.file), desk))
