"""Places an ordered process: arrows in a row with their texts under them; many or long steps, as a numbered list."""

from __future__ import annotations

from deroule.layout.desk import CENTIMETRE, MUTED, PAPER, Desk, points
from deroule.layout.draft import Draft
from deroule.layout.page import Box, GroupBox, PageItem, TextShape
from deroule.layout.shapes import badge, listed, part_body, written
from deroule.layout.words import STEPS_ALT
from deroule.model.blocks import Steps

MOST_IN_A_ROW = 5
PAD = round(0.3 * CENTIMETRE)
POINT = round(0.75 * CENTIMETRE)
BADGE = round(1.1 * CENTIMETRE)
GROWTH = round(0.9 * CENTIMETRE)
"""The most that arrows grow beyond their words when there is room."""


def draft(block: Steps, width: int, desk: Desk) -> Draft:
    """Choose the row of arrows while the steps' texts fit it, the list otherwise."""
    if len(block.items) <= MOST_IN_A_ROW and width > 14 * CENTIMETRE:
        arrows = _arrows(block, width, desk)
        if not arrows.broken and arrows.height < 10 * CENTIMETRE:
            return arrows
    return _ladder(block, width, desk)


def _alt(block: Steps, desk: Desk) -> str:
    return STEPS_ALT.in_language(desk.language, parts=listed([part.title.plain for part in block.items]))


def _arrows(block: Steps, width: int, desk: Desk) -> Draft:
    count = len(block.items)
    overlap = POINT - round(0.18 * CENTIMETRE)
    each = (width + overlap * (count - 1)) // count
    inner = each - 2 * POINT - PAD
    heads = [
        desk.set(
            desk.say(part.when, desk.look("detail", PAPER, align="centre"))
            + desk.say(part.title, desk.heading("detail", PAPER, align="centre")),
            inner,
        )
        for part in block.items
    ]
    text_width = each - POINT - PAD
    bodies = [desk.set(part_body(part, desk.look("detail")), text_width) for part in block.items]
    arrow = max(max(setting.height for setting in heads) + 2 * PAD, round(2.2 * CENTIMETRE))
    body = max(setting.height for setting in bodies)
    gap = points(14) if body else 0
    least = arrow + gap + body

    def draw(box: Box) -> tuple[PageItem, ...]:
        spare = max(box.height - least, 0)
        high = arrow + min(spare // 4, GROWTH)
        top = box.y + (spare - (high - arrow)) // 3
        items: list[PageItem] = []
        for at, part in enumerate(block.items):
            left = box.x + at * (each - overlap)
            items.append(
                TextShape(
                    Box(left, top, each, high),
                    part.title.plain,
                    heads[at].paragraphs,
                    "homePlate" if at == 0 else "chevron",
                    desk.accent,
                    anchor="middle",
                    insets=_insets(at),
                    adjust=POINT / high,
                )
            )
            if bodies[at].lines:
                x = left + (POINT // 2 if at else 0)
                items.append(written(Box(x, top + high + gap, text_width, body), f"{part.title.plain} –", bodies[at]))
        return (GroupBox(box, "Étapes", tuple(items), _alt(block, desk)),)

    broken = any(setting.broken for setting in (*heads, *bodies))
    return Draft(least, draw, least + 4 * CENTIMETRE, broken)


def _insets(at: int) -> tuple[int, int, int, int]:
    """Keep text off the points: chevrons do it themselves, the first arrow's text area reaches into half of its point."""
    return (POINT + PAD // 2, PAD // 2, POINT // 2 + PAD // 2, PAD // 2) if at == 0 else (PAD // 2,) * 4


def _ladder(block: Steps, width: int, desk: Desk) -> Draft:
    left = BADGE + round(0.5 * CENTIMETRE)
    narrow = width < 16 * CENTIMETRE
    title_width = width - left if narrow else round((width - left) * 0.32)
    text_width = width - left if narrow else width - left - title_width - desk.gutter
    heads = [
        desk.set(desk.say(part.when, desk.look("detail", MUTED)) + desk.say(part.title, desk.heading()), title_width)
        for part in block.items
    ]
    bodies = [desk.set(part_body(part, desk.look("detail")), text_width) for part in block.items]
    stacked = [
        head.height + body.height if narrow else max(head.height, body.height)
        for head, body in zip(heads, bodies, strict=True)
    ]
    heights = [max(height, BADGE) for height in stacked]
    gap = points(10)
    least = sum(heights) + gap * (len(heights) - 1)

    def draw(box: Box) -> tuple[PageItem, ...]:
        air = min(max(box.height - least, 0) // max(len(heights) - 1, 1), points(22))
        items: list[PageItem] = []
        top = box.y
        for at, part in enumerate(block.items):
            items.append(badge(desk, Box(box.x, top, BADGE, BADGE), f"{at + 1}", str(at + 1), geometry="ellipse"))
            # The first line of the title stands level with the middle of its number.
            drop = (
                max((BADGE - points(heads[at].paragraphs[0].runs[0].size * 1.22)) // 2, 0)
                if heads[at].lines == 1
                else 0
            )
            items.append(
                written(Box(box.x + left, top + drop, title_width, heads[at].height), part.title.plain, heads[at])
            )
            if bodies[at].lines:
                x = box.x + left if narrow else box.x + width - text_width
                y = (
                    top + drop + heads[at].height
                    if narrow
                    else top + (drop if bodies[at].height + drop <= heights[at] else 0)
                )
                items.append(written(Box(x, y, text_width, bodies[at].height), f"{part.title.plain} –", bodies[at]))
            top += heights[at] + gap + air
        return (GroupBox(box, "Étapes", tuple(items), _alt(block, desk)),)

    slack = sum(max(BADGE - height, 0) for height in stacked)
    return Draft(
        least + (slack and points(6)), draw, least + points(22) * len(heights), any(s.broken for s in (*heads, *bodies))
    )
