"""Places a list: air between entries grows with the room that is left."""

from __future__ import annotations

from dataclasses import replace

from deroule.layout.desk import Desk, points
from deroule.layout.draft import Draft
from deroule.layout.page import Box, PageItem, Paragraph
from deroule.layout.shapes import item_paragraphs, written
from deroule.model.blocks import Bullets

AIR = 0.9
"""The most that entries are set apart beyond the usual, as a share of the type size."""


def draft(block: Bullets, width: int, desk: Desk) -> Draft:
    """Set the entries, nested ones hanging under theirs."""
    return listing(item_paragraphs(block.items, desk.look("body"), apart=0.45), width, desk)


def listing(paragraphs: tuple[Paragraph, ...], width: int, desk: Desk) -> Draft:
    """Place list paragraphs, with more air between the entries of the first level when there is room."""
    setting = desk.set(paragraphs, width)
    gaps = sum(1 for paragraph in paragraphs[1:] if paragraph.level == 0)
    most = points(gaps * desk.size("body") * AIR)

    def draw(box: Box) -> tuple[PageItem, ...]:
        air = min(max(box.height - setting.height, 0), most) / 12_700 / gaps if gaps else 0.0
        spaced = [
            replace(paragraph, space_before=round(paragraph.space_before + air, 1)) if paragraph.level == 0 else paragraph
            for paragraph in setting.paragraphs
        ]
        return (
            written(box, "Liste", replace(setting, paragraphs=tuple(spaced)), placeholder="body" if desk.alone else None),
        )

    return Draft(setting.height, draw, setting.height + most, setting.broken)
