"""Places two sides with a relation: the second in the accent, the word between them in a disc."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from deroule.layout.blocks.columns import shares
from deroule.layout.blocks.table_of_blocks import draft_blocks
from deroule.layout.desk import CENTIMETRE, MUTED, PAPER, SOFT, Desk, points
from deroule.layout.draft import Draft
from deroule.layout.lettering import Setting
from deroule.layout.page import Box, PageItem, Stroke
from deroule.layout.shapes import RULE, WITHIN_DISC, area, disc, written
from deroule.model.blocks import Compare

INSET = round(0.75 * CENTIMETRE)
BAR_PAD = round(0.3 * CENTIMETRE)
RADIUS = round(1.15 * CENTIMETRE)


def draft(block: Compare, width: int, desk: Desk) -> Draft:
    """Set both sides in areas of one height."""
    inside = replace(desk, alone=False)
    gap = round(1.5 * CENTIMETRE) if block.relation else desk.gutter
    widths = shares(block.sides, width, gap)
    inner = [own - 2 * INSET for own in widths]
    colours = (MUTED, desk.accent)
    heads = [
        desk.set(desk.say(side.heading, desk.heading(colour=colour if desk.ruled else PAPER)), own)
        for side, own, colour in zip(block.sides, inner, colours, strict=False)
    ]
    bodies = [draft_blocks(side.blocks, own, inside) for side, own in zip(block.sides, inner, strict=True)]
    head = max(setting.height for setting in heads)
    bar_pad = BAR_PAD * 3 // 2 if desk.ruled else BAR_PAD
    bar = head + 2 * bar_pad if head else RULE
    # A heading under a rule has no bar of its own to keep clear of.
    air = INSET // 3 if desk.ruled else INSET * 2 // 3
    top = bar + (air if head else INSET)
    least = top + max(body.height for body in bodies) + INSET
    if block.relation:
        # Under the bars of the headings, the disc needs its height.
        least = max(least, bar + 2 * RADIUS + INSET)
    word = _relation(block, desk)

    def draw(box: Box) -> tuple[PageItem, ...]:
        items: list[PageItem] = []
        left = box.x
        for at, (side, own, body) in enumerate(zip(block.sides, widths, bodies, strict=True)):
            name = side.heading.plain if side.heading else str(at + 1)
            outer = Box(left, box.y, own, box.height)
            items.append(area(outer, f"{name} (fond)", desk.wash if at else SOFT))
            if heads[at].lines:
                form = {"anchor": "middle", "insets": (INSET, bar_pad, INSET, bar_pad)}
                fill = None if desk.ruled else colours[at]
                items.append(written(Box(left, box.y, own, bar), name, heads[at], fill=fill, **form))
            if desk.ruled or not head:
                items.append(area(Box(left, box.y, own, RULE), f"{name} (filet)", colours[at]))
            room = box.height - top - INSET
            items.extend(body.draw(Box(left + INSET, box.y + top, inner[at], min(room, body.reach))))
            left += own + gap
        if block.relation:
            # Last, for it stands on both sides' edges; the bars of the headings stay clear.
            centre = (
                box.x + widths[0] + gap // 2,
                box.y + (bar + box.height) // 2 if head else box.y + box.height // 2,
            )
            look: dict[str, Any] = {"fill": desk.accent, "stroke": Stroke(PAPER, points(3)), "anchor": "middle"}
            items.append(disc(centre, RADIUS, block.relation.plain, paragraphs=word.paragraphs, **look))
        return tuple(items)

    broken = any(setting.broken for setting in heads) or any(body.broken for body in bodies) or word.broken
    return Draft(least, draw, max(top + INSET + max(body.reach for body in bodies), least), broken)


def _relation(block: Compare, desk: Desk) -> Setting:
    """Set the word between the sides, as large as its disc allows."""
    setting = Setting()
    for size in (18.0, 16.0, 14.0, 12.0):
        look = desk.look("label", PAPER, bold=True, align="centre", size=size)
        setting = desk.set(desk.say(block.relation, look), round(2 * RADIUS * WITHIN_DISC))
        if not setting.broken and setting.height <= 2 * RADIUS * WITHIN_DISC:
            break
    return setting
