"""The slide that is a picture: over the whole slide, the title on a plate at its foot."""

from __future__ import annotations

from deroule.layout.blocks.image import caption_of, ratio_of
from deroule.layout.desk import CENTIMETRE, INK, PAPER, Desk, points
from deroule.layout.frames.frame import covering
from deroule.layout.grid import margins
from deroule.layout.lettering import paragraph
from deroule.layout.page import Box, PageItem
from deroule.layout.shapes import RULE, area, written
from deroule.model.blocks import Image

PAD = round(0.6 * CENTIMETRE)


def full_picture(desk: Desk) -> tuple[PageItem, ...]:
    """Draw the picture over the slide, and the title with the caption on a plate of paper that keeps them readable."""
    block = desk.slide.blocks[0]
    assert isinstance(block, Image)
    theme = desk.theme
    left, full = margins(desk)
    width = min(full, round(full * 0.62))
    title = desk.set(
        [paragraph(desk.slide.title, desk.look("title", INK, bold=True, font="heading", size=28))], width - 2 * PAD
    )
    caption = caption_of(block, width - 2 * PAD, desk)
    # The plate ends where its words do.
    width = min(width, max(title.width, caption.width, PAD * 6) + points(4) + 2 * PAD)
    title, caption = (desk.set(setting.paragraphs, width - 2 * PAD) for setting in (title, caption))
    gap = PAD // 3 if caption.lines else 0
    height = title.height + gap + caption.height + 2 * PAD
    bottom = theme.height - round(1.6 * CENTIMETRE)
    plate = Box(left, bottom - height, width, height)
    alt = block.alt.plain if block.alt else ""
    path = desk.slide.file(block.file)
    items: list[PageItem] = [
        covering(Box(0, 0, theme.width, theme.height), path, ratio_of(path, desk), alt),
        area(plate, "Plaque", PAPER),
        area(Box(plate.x, plate.y, RULE, plate.height), "Filet", desk.accent),
        written(Box(left + PAD, plate.y + PAD, width - 2 * PAD, title.height), "Titre", title, placeholder="title"),
    ]
    if caption.lines:
        box = Box(left + PAD, plate.y + PAD + title.height + gap, width - 2 * PAD, caption.height)
        items.append(written(box, "Légende", caption))
    return tuple(items)
