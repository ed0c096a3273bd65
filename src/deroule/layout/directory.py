"""A directory: many short entries in two columns, each under a hairline with its accent, larger than cards would be."""

from __future__ import annotations

from collections.abc import Sequence

from deroule.layout.desk import CENTIMETRE, SOFT, Desk
from deroule.layout.draft import Draft
from deroule.layout.page import Box, PageItem, TextShape
from deroule.layout.shapes import RULE, Card, area, written

FROM = 7
"""Entries from which cards would be too narrow to read."""
PAD = round(0.3 * CENTIMETRE)
INSET = round(0.5 * CENTIMETRE)
AIR = round(0.7 * CENTIMETRE)


def directory(desk: Desk, cards: Sequence[Card], width: int) -> Draft:
    """Place entries down the first column, then down the second; a card's link covers its area."""
    columns = 2 if width > 18 * CENTIMETRE else 1
    gap = round(desk.gutter * 1.2)
    each = (width - gap * (columns - 1)) // columns
    inner = each - 2 * INSET
    settings = [desk.set((*card.head, *card.body), inner) for card in cards]
    rows = -(-len(cards) // columns)
    height = max(setting.height for setting in settings) + 2 * PAD
    between = desk.gutter // 2
    least = height * rows + between * (rows - 1)

    def draw(box: Box) -> tuple[PageItem, ...]:
        own = min((box.height - between * (rows - 1)) // rows, height + AIR)
        items: list[PageItem] = []
        for at, card in enumerate(cards):
            column, row = divmod(at, rows)
            outer = Box(box.x + column * (each + gap), box.y + row * (own + between), each, own)
            ground = None if desk.ruled else SOFT
            items.append(TextShape(outer, f"{card.name} (fond)", fill=ground, decorative=not card.link, link=card.link))
            items.append(area(Box(outer.x, outer.y, RULE, own), f"{card.name} (filet)", desk.accent))
            items.append(written(Box(outer.x + INSET, outer.y, inner, own), card.name, settings[at], anchor="middle"))
        return tuple(items)

    return Draft(least, draw, least + AIR * rows, any(setting.broken for setting in settings))
