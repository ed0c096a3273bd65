"""Places terms and their meanings: terms at the left, meanings beside them, hairlines between."""

from __future__ import annotations

from deroule.layout.desk import CENTIMETRE, Desk
from deroule.layout.draft import Draft
from deroule.layout.lettering import prose
from deroule.layout.page import Box, Connector, PageItem
from deroule.layout.shapes import HAIRLINE, written
from deroule.model.blocks import Definition

APART = round(0.5 * CENTIMETRE)


def draft(block: Definition, width: int, desk: Desk) -> Draft:
    """Set each term in a column a third wide, its meaning beside it."""
    left = round(width * (0.3 if width > 14 * CENTIMETRE else 0.36))
    right = width - left - desk.gutter
    terms = [desk.set(desk.say(item.term, desk.heading()), left) for item in block.items]
    meanings = [desk.set(prose(item.meaning, desk.look("body")), right) for item in block.items]
    heights = [max(term.height, meaning.height) for term, meaning in zip(terms, meanings, strict=True)]
    total = sum(heights) + APART * (2 * len(heights) - 1)

    def draw(box: Box) -> tuple[PageItem, ...]:
        air = min(max(box.height - total, 0) // (2 * len(heights)), APART)
        items: list[PageItem] = []
        top = box.y + air // 2
        for at, height in enumerate(heights):
            name = block.items[at].term.plain
            items.append(written(Box(box.x, top, left, height), name, terms[at]))
            items.append(written(Box(box.x + left + desk.gutter, top, right, height), f"{name} : sens", meanings[at]))
            line = top + height + APART + air
            if at + 1 < len(heights):
                items.append(Connector(box.x, line, box.x + width, line, "Filet", HAIRLINE))
            top = line + APART + air
        return tuple(items)

    return Draft(
        total, draw, total + 2 * APART * (len(heights) - 1), any(setting.broken for setting in (*terms, *meanings))
    )
