"""Places a list: air between entries grows with the room that is left."""

from __future__ import annotations

import math
from dataclasses import replace

from deroule.layout.desk import Desk, points
from deroule.layout.draft import Draft
from deroule.layout.lettering import Look, Setting, lowered
from deroule.layout.page import Box, PageItem, Paragraph
from deroule.layout.shapes import item_paragraphs, written
from deroule.model.blocks import Bullets, Item

AIR = 1.1
"""The most that entries are set apart beyond the usual, as a share of the type size, in a list alone on its slide."""
NEAR = 0.35
"""The same among other blocks, where neighbours should keep one rhythm."""
FEW_WORDS = 50
MANY = 8
"""Entries that stand in two columns when each is a line there, before they are set smaller in one."""


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
    """Place list paragraphs, with more air between the entries of the first level when there is room.

    Many short entries that are alone on their slide stand in two columns rather than small in one.
    """
    one = _columns((desk.set(paragraphs, width),), width, desk)
    if desk.alone and not desk.continued and desk.step >= 0 and 0 < desk.room < one.height:
        return _in_two(paragraphs, width, desk) or one
    return one


def _in_two(paragraphs: tuple[Paragraph, ...], width: int, desk: Desk) -> Draft | None:
    if len(paragraphs) < MANY or any(paragraph.level for paragraph in paragraphs):
        return None
    half, first = (width - 2 * desk.gutter) // 2, math.ceil(len(paragraphs) / 2)
    settings = tuple(desk.set(part, half) for part in (paragraphs[:first], paragraphs[first:]))
    short = sum(setting.lines for setting in settings) == len(paragraphs)
    return _columns(settings, half, desk) if short and not any(setting.broken for setting in settings) else None


def _columns(settings: tuple[Setting, ...], width: int, desk: Desk) -> Draft:
    """Place the columns of a list side by side, their entries as far apart as those of the first."""
    first = settings[0]
    gaps = sum(1 for paragraph in first.paragraphs[1:] if paragraph.level == 0)
    most = points(gaps * desk.size("body") * (AIR if desk.alone else NEAR))

    def draw(box: Box) -> tuple[PageItem, ...]:
        # Rounded down: the sum of rounded-up spaces would be higher than the room.
        air = int(min(max(box.height - first.height, 0), most) / 1_270 / gaps) / 10 if gaps else 0.0
        shapes = []
        for at, setting in enumerate(settings):
            spaced = [
                lowered(paragraph, air) if paragraph.level == 0 and air else paragraph
                for paragraph in setting.paragraphs
            ]
            shapes.append(
                written(
                    box
                    if len(settings) == 1
                    else Box(box.x + at * (width + 2 * desk.gutter), box.y, width, box.height),
                    "Liste" if at == 0 else "Liste (suite)",
                    replace(setting, paragraphs=tuple(spaced)),
                    placeholder="body" if desk.alone and at == 0 else None,
                )
            )
        return tuple(shapes)

    return Draft(first.height, draw, first.height + most, any(setting.broken for setting in settings))
