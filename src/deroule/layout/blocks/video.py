"""Places a film: its poster or a drawn screen with a play sign, its title and length; a click leads to it."""

from __future__ import annotations

from deroule.layout.blocks.image import ratio_of
from deroule.layout.desk import CENTIMETRE, INK, MUTED, PAPER, Desk, points
from deroule.layout.draft import Draft
from deroule.layout.lettering import paragraph
from deroule.layout.page import Box, PageItem, Paragraph, Picture, TextShape
from deroule.layout.shapes import disc, listed, written
from deroule.layout.words import MINUTES, SECONDS, VIDEO_ALT, WATCH
from deroule.model.blocks import Video

LEAST = 4 * CENTIMETRE


def draft(block: Video, width: int, desk: Desk) -> Draft:
    """Draw the screen as large as the room lets it, with the words under it."""
    poster = desk.slide.file(block.poster) if block.poster else ""
    ratio = ratio_of(poster, desk) if poster else 16 / 9
    words = desk.set(_words(block, desk), _measure(block, ratio, width, desk))
    gap = points(8) if words.lines else 0
    title = block.title.plain if block.title else WATCH.in_language(desk.language)
    alt = block.alt.plain if block.alt else VIDEO_ALT.in_language(desk.language, title=title)

    def draw(box: Box) -> tuple[PageItem, ...]:
        room = box.height - gap - words.height
        screen_width = min(width, round(room * ratio))
        left = box.x + (width - screen_width) // 2 if desk.alone else box.x
        screen = Box(left, box.y, screen_width, min(room, round(screen_width / ratio)))
        link = block.address or None
        items: list[PageItem] = []
        if poster:
            items.append(Picture(screen, title, poster, alt))
        else:
            items.append(TextShape(screen, title, fill=INK, link=link))
        centre = (screen.x + screen.width // 2, screen.y + screen.height // 2)
        radius = min(screen.height // 6, round(1.4 * CENTIMETRE))
        items.append(disc(centre, radius, "Lecture (fond)", fill=PAPER, decorative=True))
        # A plate whose point is as deep as it is wide is a triangle that points to the right.
        sign = Box(centre[0] - radius * 2 // 5, centre[1] - radius // 2, radius * 7 // 8, radius)
        items.append(
            TextShape(
                sign, WATCH.in_language(desk.language), geometry="homePlate", fill=desk.accent, adjust=0.875, link=link
            )
        )
        if words.lines:
            # The box leads to the film, not its words: LibreOffice breaks a link of several lines inside words.
            under = Box(left, screen.bottom + gap, max(words.room, screen_width), words.height)
            items.append(written(under, "Film", words, link=link))
        return tuple(items)

    return Draft(LEAST + gap + words.height, draw, round(width / ratio) + gap + words.height, words.broken)


def _measure(block: Video, ratio: float, width: int, desk: Desk) -> int:
    """Give the width of the words: under a screen alone on its slide, no wider than the screen will be."""
    if not desk.alone or not desk.room:
        return width
    usual = desk.set(_words(block, desk), round(width * 0.6))
    return min(width, max(round((desk.room - points(8) - usual.height) * ratio), width // 2))


def _words(block: Video, desk: Desk) -> tuple[Paragraph, ...]:
    length = _length(block.duration.total_seconds(), desk) if block.duration else ""
    title = desk.say(block.title, desk.look("detail", INK, bold=True))
    facts = [length, block.caption.plain if block.caption else "", block.credit.plain if block.credit else ""]
    told = listed(facts).replace(" ; ", " · ")
    return title + ((paragraph(told, desk.look("label", MUTED)),) if told else ())


def _length(seconds: float, desk: Desk) -> str:
    """Tell a length in seconds up to a minute and a half, in minutes beyond."""
    if seconds < 90:
        return SECONDS.in_language(desk.language, count=str(max(round(seconds), 1)))
    return MINUTES.in_language(desk.language, count=str(round(seconds / 60)))
