"""Places groups of blocks side by side: headings on one line, blocks starting at one height."""

from __future__ import annotations

from dataclasses import replace

from deroule.layout.blocks.image import picture_width
from deroule.layout.blocks.table_of_blocks import draft_blocks
from deroule.layout.desk import CENTIMETRE, Desk
from deroule.layout.draft import Draft
from deroule.layout.page import Box, PageItem
from deroule.layout.shapes import RULE, area, written
from deroule.model.blocks import Columns, Group, Image

UNDER = round(0.35 * CENTIMETRE)


def shares(groups: tuple[Group, ...], width: int, gap: int) -> tuple[int, ...]:
    """Give the groups' widths by their shares."""
    wanted = [group.width or 1.0 for group in groups]
    room = width - gap * (len(groups) - 1)
    return tuple(int(room * share / sum(wanted)) for share in wanted)


def _used(groups: tuple[Group, ...], widths: tuple[int, ...], desk: Desk) -> tuple[int, ...]:
    """Give the width that a high picture cannot use to the columns of words beside it."""
    if not desk.room:
        return widths
    most = [
        max(picture_width(image, desk), own // 2) if (image := _picture(group)) and not group.heading else own
        for group, own in zip(groups, widths, strict=True)
    ]
    others = [at for at, group in enumerate(groups) if _picture(group) is None]
    free = sum(max(own - used, 0) for own, used in zip(widths, most, strict=True))
    if not others or not free:
        return widths
    return tuple(
        own + free // len(others) if at in others else min(own, used)
        for at, (own, used) in enumerate(zip(widths, most, strict=True))
    )


def _picture(group: Group) -> Image | None:
    only = group.blocks[0] if len(group.blocks) == 1 else None
    return only if isinstance(only, Image) else None


def draft(block: Columns, width: int, desk: Desk) -> Draft:
    """Set each group under its heading, a rule in the accent between them."""
    gap = round(desk.gutter * 1.4)
    widths = _used(block.groups, shares(block.groups, width, gap), desk)
    inside = replace(desk, alone=False)
    heads = [desk.set(desk.say(g.heading, desk.heading()), w) for g, w in zip(block.groups, widths, strict=True)]
    bodies = [draft_blocks(group.blocks, own, inside) for group, own in zip(block.groups, widths, strict=True)]
    head = max(setting.height for setting in heads)
    top = head + UNDER * 2 + RULE if head else 0
    least = top + max(body.height for body in bodies)

    def draw(box: Box) -> tuple[PageItem, ...]:
        items: list[PageItem] = []
        left = box.x
        for group, own, setting, body in zip(block.groups, widths, heads, bodies, strict=True):
            if head:
                name = group.heading.plain if group.heading else ""
                if setting.lines:
                    items.append(written(Box(left, box.y, own, head), name, setting, anchor="bottom"))
                items.append(area(Box(left, box.y + head + UNDER, own, RULE // 2), f"{name} (filet)", desk.accent))
            items.extend(body.draw(Box(left, box.y + top, own, min(box.height - top, body.reach))))
            left += own + gap
        return tuple(items)

    broken = any(setting.broken for setting in heads) or any(body.broken for body in bodies)
    return Draft(least, draw, top + max(body.reach for body in bodies), broken)
