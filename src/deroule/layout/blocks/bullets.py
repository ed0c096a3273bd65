"""Places a list: air between entries grows with the room that is left."""

from __future__ import annotations

from dataclasses import replace

from deroule.layout.desk import Desk, points
from deroule.layout.draft import Draft
from deroule.layout.lettering import Look, lowered
from deroule.layout.page import Box, PageItem, Paragraph
from deroule.layout.shapes import item_paragraphs, written
from deroule.model.blocks import Bullets, Item

AIR = 1.1
"""The most that entries are set apart beyond the usual, as a share of the type size, in a list alone on its slide."""
NEAR = 0.35
"""The same among other blocks, where neighbours should keep one rhythm."""
FEW_WORDS = 50


def draft(block: Bullets, width: int, desk: Desk) -> Draft:
    """Set the entries, nested ones hanging under theirs."""
    return listing(item_paragraphs(block.items, list_look(block.items, desk), desk.accent, apart=0.45), width, desk)


def list_look(items: tuple[Item, ...], desk: Desk) -> Look:
    """Give the look of a list's entries: larger when the list is alone and says little."""
    words = sum(
        len(item.text.plain.split()) + sum(len(under.text.plain.split()) for under in item.items) for item in items
    )
    return desk.look("list" if desk.alone and not desk.continued and words <= FEW_WORDS else "body")


def listing(paragraphs: tuple[Paragraph, ...], width: int, desk: Desk) -> Draft:
    """Place list paragraphs, with more air between the entries of the first level when there is room."""
    setting = desk.set(paragraphs, width)
    gaps = sum(1 for paragraph in paragraphs[1:] if paragraph.level == 0)
    most = points(gaps * desk.size("body") * (AIR if desk.alone else NEAR))

    def draw(box: Box) -> tuple[PageItem, ...]:
        # Rounded down: the sum of rounded-up spaces would be higher than the room.
        air = int(min(max(box.height - setting.height, 0), most) / 1_270 / gaps) / 10 if gaps else 0.0
        spaced = [
            lowered(paragraph, air) if paragraph.level == 0 and air else paragraph for paragraph in setting.paragraphs
        ]
        return (
            written(
                box, "Liste", replace(setting, paragraphs=tuple(spaced)), placeholder="body" if desk.alone else None
            ),
        )

    return Draft(setting.height, draw, setting.height + most, setting.broken)
