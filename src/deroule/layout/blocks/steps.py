"""Places an ordered process: arrows in a row with areas under them that hold their texts; many or long steps, as a numbered list."""

from __future__ import annotations

from deroule.layout.desk import CENTIMETRE, MUTED, PAPER, SOFT, Desk, points
from deroule.layout.draft import Draft
from deroule.layout.lettering import Setting
from deroule.layout.page import Box, Colour, GroupBox, PageItem, TextShape
from deroule.layout.shapes import area, badge, listed, part_body, written
from deroule.layout.words import STEPS_ALT
from deroule.model.blocks import Steps

MOST_IN_A_ROW = 5
PAD = round(0.3 * CENTIMETRE)
POINT = round(0.65 * CENTIMETRE)
SEAM = round(0.14 * CENTIMETRE)
"""The light between arrows, and between an arrow and its area."""
CARD_PAD = round(0.4 * CENTIMETRE)
BADGE = round(1.1 * CENTIMETRE)
COLUMN = 2 * CENTIMETRE
"""The step by which the column of names grows."""
RAIL = round(0.1 * CENTIMETRE)
GROWTH = round(0.9 * CENTIMETRE)
"""The most that arrows grow beyond their words when there is room."""
AIR = round(1.6 * CENTIMETRE)
"""The most that the areas under them do."""


def draft(block: Steps, width: int, desk: Desk) -> Draft:
    """Choose the row of arrows while the steps' texts fit it, the list otherwise, and for the step that is left over on
    a next slide."""
    if 1 < len(block.items) <= MOST_IN_A_ROW and not desk.listed and width > 14 * CENTIMETRE:
        arrows = _arrows(block, width, desk)
        if not arrows.broken and arrows.height < 10 * CENTIMETRE:
            return arrows
    return _ladder(block, width, desk)


def _alt(block: Steps, desk: Desk) -> str:
    return STEPS_ALT.in_language(desk.language, parts=listed([part.title.plain for part in block.items]))


def _arrows(block: Steps, width: int, desk: Desk) -> Draft:
    """Set arrows that follow each other, and what each says on an area hanging from it: one column a step."""
    count = len(block.items)
    overlap = POINT - SEAM
    each = (width + overlap * (count - 1)) // count
    column, lead = each - POINT, POINT + PAD // 2
    heads = [
        desk.set(
            desk.say(part.when, desk.look("detail", PAPER)) + desk.say(part.title, desk.heading("detail", PAPER)),
            each - lead - POINT - PAD // 2,
        )
        for part in block.items
    ]
    inner = column - lead - PAD
    bodies = [desk.set(part_body(part, desk.look("detail"), desk.accent), inner) for part in block.items]
    arrow = max(max(setting.height for setting in heads) + 2 * PAD, round(2.2 * CENTIMETRE))
    body = max(setting.height for setting in bodies)
    body = body + 2 * CARD_PAD if body else 0
    least = arrow + (SEAM + body if body else 0)

    def draw(box: Box) -> tuple[PageItem, ...]:
        spare = max(box.height - least, 0)
        high = arrow + min(spare // 4, GROWTH)
        area_height = body + min(spare - (high - arrow), AIR) if body else 0
        items: list[PageItem] = []
        for at, part in enumerate(block.items):
            left = box.x + at * (each - overlap)
            items.append(_arrow(part.title.plain, heads[at], Box(left, box.y, each, high), desk, first=at == 0))
            if body:
                own = Box(left, box.y + high + SEAM, column, area_height)
                insets = (lead, CARD_PAD, PAD, CARD_PAD)
                fill = None if desk.ruled else SOFT
                items.append(written(own, f"{part.title.plain} –", bodies[at], fill=fill, insets=insets))
        return (GroupBox(box, "Étapes", tuple(items), _alt(block, desk)),)

    broken = any(setting.broken for setting in (*heads, *bodies))
    return Draft(least, draw, least + GROWTH + AIR, broken, "arrows")


def _arrow(name: str, head: Setting, box: Box, desk: Desk, *, first: bool) -> TextShape:
    # A chevron's own text area starts after its notch and ends before its point; the first arrow's begins at its edge
    # and reaches into half of its point.
    insets = (POINT + PAD // 2, PAD // 2, POINT // 2, PAD // 2) if first else (PAD // 2, PAD // 2, 0, PAD // 2)
    return written(
        box, name, head, geometry="homePlate" if first else "chevron", fill=desk.accent, anchor="middle",
        insets=insets, adjust=POINT / box.height,
    )  # fmt: skip


def _names_width(block: Steps, room: int, desk: Desk) -> int:
    """Give the width of the column of names: a third, or less when texts are long and names leave them the room."""
    most = round(room * 0.32)
    names = max(
        desk.set(desk.say(part.when, desk.look("detail")) + desk.say(part.title, desk.heading()), most).width
        for part in block.items
    )
    texts = max(desk.set(part_body(part, desk.look("detail"), desk.accent), room).width for part in block.items)
    # In steps, so that the columns of a continued slide begin at one place though their names differ.
    needed = -(-(names + points(2)) // COLUMN) * COLUMN
    return max(min(needed, most), min(most, room - desk.gutter - texts))


def _ladder(block: Steps, width: int, desk: Desk) -> Draft:
    left = BADGE + round(0.5 * CENTIMETRE)
    narrow = width < 16 * CENTIMETRE
    title_width = width - left if narrow else _names_width(block, width - left, desk)
    text_width = width - left if narrow else width - left - title_width - desk.gutter
    heads = [
        desk.set(desk.say(part.when, desk.look("detail", MUTED)) + desk.say(part.title, desk.heading()), title_width)
        for part in block.items
    ]
    bodies = [desk.set(part_body(part, desk.look("detail"), desk.accent), text_width) for part in block.items]
    stacked = [
        head.height + body.height if narrow else max(head.height, body.height)
        for head, body in zip(heads, bodies, strict=True)
    ]
    heights = [max(height, BADGE) for height in stacked]
    gap = points(10)
    least = sum(heights) + gap * (len(heights) - 1)

    def draw(box: Box) -> tuple[PageItem, ...]:
        air = min(max(box.height - least, 0) // max(len(heights) - 1, 1), points(22))
        last = box.y + sum(heights[:-1]) + (gap + air) * (len(heights) - 1) + BADGE // 2
        rail = Box(box.x + (BADGE - RAIL) // 2, box.y + BADGE // 2, RAIL, last - box.y - BADGE // 2)
        items: list[PageItem] = [area(rail, "Ligne", Colour(desk.accent.slot, 0.6))]
        top = box.y
        for at, part in enumerate(block.items):
            number = str(block.first + at)
            items.append(badge(desk, Box(box.x, top, BADGE, BADGE), number, number, geometry="ellipse"))
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
    broken = any(s.broken for s in (*heads, *bodies))
    return Draft(least + (slack and points(6)), draw, least + points(22) * len(heights), broken, "list")
