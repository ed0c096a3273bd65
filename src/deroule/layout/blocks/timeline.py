"""Places dated points: on one line with its dots, or a line a field with cells in order."""

from __future__ import annotations

from deroule.layout.desk import CENTIMETRE, INK, PAPER, SOFT, Desk, points
from deroule.layout.draft import Draft
from deroule.layout.lettering import Setting, runs_of
from deroule.layout.page import Box, Connector, GroupBox, PageItem, Paragraph, Stroke
from deroule.layout.shapes import disc, listed, written
from deroule.layout.words import TIMELINE_ALT
from deroule.model.blocks import Lane, Point, Timeline

MOST_ON_A_LINE = 6
RADIUS = round(0.22 * CENTIMETRE)
APART = round(0.35 * CENTIMETRE)
CELL = round(0.28 * CENTIMETRE)


def draft(block: Timeline, width: int, desk: Desk) -> Draft:
    """Choose the form: fields, one line, or a column of dates when the points are many."""
    if block.lanes:
        return _lanes(block, width, desk)
    if len(block.points) <= MOST_ON_A_LINE and width > 14 * CENTIMETRE:
        line = _line(block, width, desk)
        if not line.broken and line.height < 10.5 * CENTIMETRE:
            return line
    return _column(block, width, desk)


def _alt(block: Timeline, desk: Desk) -> str:
    told = [f"{point.when} {_said(point)}" for point in block.points]
    for lane in block.lanes:
        told.append(f"{lane.title.plain} : " + ", ".join(f"{point.when} {_said(point)}" for point in lane.points))
    return TIMELINE_ALT.in_language(desk.language, parts=listed(told))


def _said(point: Point) -> str:
    return str(point.title or point.text or "")


def _text(point: Point, desk: Desk, *, role: str = "detail", centred: bool = False) -> tuple[Paragraph, ...]:
    align = "centre" if centred else "left"
    return desk.say(point.title, desk.look(role, INK, bold=True, align=align)) + desk.say(
        point.text, desk.look(role, INK, align=align), space_before=3.0
    )


def _line(block: Timeline, width: int, desk: Desk) -> Draft:
    count = len(block.points)
    gap = round(0.5 * CENTIMETRE)
    each = (width - gap * (count - 1)) // count
    dates = [desk.set(desk.say(point.when, desk.heading("item")), each) for point in block.points]
    texts = [desk.set(_text(point, desk), each) for point in block.points]
    date, text = max(s.height for s in dates), max(s.height for s in texts)
    least = date + 2 * APART + 2 * RADIUS + text

    def draw(box: Box) -> tuple[PageItem, ...]:
        top = box.y + max(box.height - least, 0) // 3
        axis = top + date + APART + RADIUS
        items: list[PageItem] = [
            Connector(box.x, axis, box.x + width, axis, "Axe du temps", Stroke(desk.accent, 25_400), arrow=True)
        ]
        for at, point in enumerate(block.points):
            left = box.x + at * (each + gap)
            items.append(written(Box(left, top, each, date), point.when, dates[at], anchor="bottom"))
            items.append(
                disc(
                    (left + RADIUS, axis),
                    RADIUS,
                    f"{point.when} (repère)",
                    fill=PAPER,
                    stroke=Stroke(desk.accent, 31_750),
                    decorative=True,
                )
            )
            if texts[at].lines:
                items.append(written(Box(left, axis + RADIUS + APART, each, text), f"{point.when} –", texts[at]))
        return (GroupBox(box, "Frise", tuple(items), _alt(block, desk)),)

    return Draft(
        least,
        draw,
        least + 4 * CENTIMETRE,
        any(s.broken or len(s.paragraphs[0].breaks) > 1 for s in dates) or any(s.broken for s in texts),
    )


def _column(block: Timeline, width: int, desk: Desk) -> Draft:
    date_width = max(round(width * 0.17), 3 * CENTIMETRE)
    left = date_width + round(1.1 * CENTIMETRE)
    dates = [
        desk.set(desk.say(point.when, desk.heading("detail", align="right")), date_width) for point in block.points
    ]
    texts = [desk.set(_text(point, desk), width - left) for point in block.points]
    heights = [max(a.height, b.height) for a, b in zip(dates, texts, strict=True)]
    gap = points(9)
    least = sum(heights) + gap * (len(heights) - 1)

    def draw(box: Box) -> tuple[PageItem, ...]:
        air = min(max(box.height - least, 0) // max(len(heights) - 1, 1), points(20))
        axis = box.x + date_width + (left - date_width) // 2
        half = points(desk.size("detail") * 0.61)
        last = box.y + sum(heights[:-1]) + (gap + air) * (len(heights) - 1) + half
        items: list[PageItem] = [Connector(axis, box.y + half, axis, last, "Axe du temps", Stroke(desk.accent, 25_400))]
        top = box.y
        for at, point in enumerate(block.points):
            items.append(written(Box(box.x, top, date_width, heights[at]), point.when, dates[at]))
            items.append(
                disc(
                    (axis, top + half),
                    RADIUS * 3 // 4,
                    f"{point.when} (repère)",
                    fill=PAPER,
                    stroke=Stroke(desk.accent, 25_400),
                    decorative=True,
                )
            )
            items.append(written(Box(box.x + left, top, width - left, heights[at]), f"{point.when} –", texts[at]))
            top += heights[at] + gap + air
        return (GroupBox(box, "Frise", tuple(items), _alt(block, desk)),)

    return Draft(least, draw, least + points(20) * (len(heights) - 1), any(s.broken for s in (*dates, *texts)))


def _lanes(block: Timeline, width: int, desk: Desk) -> Draft:
    tall = _lanes_at(block, width, desk, inline=False)
    return tall if not desk.room or tall.height <= desk.room else _lanes_at(block, width, desk, inline=True)


def _lanes_at(block: Timeline, width: int, desk: Desk, *, inline: bool) -> Draft:
    title_width = round(width * 0.16)
    most = max(len(lane.points) for lane in block.lanes)
    gap = round(0.2 * CENTIMETRE)
    cell_width = (width - title_width - gap * most) // most
    titles = [
        desk.set(desk.say(lane.title, desk.heading("table", PAPER)), title_width - 2 * CELL) for lane in block.lanes
    ]
    cells = [
        [_cell(point, _room(lane, cell_width, gap, most) - 2 * CELL, desk, inline) for point in lane.points]
        for lane in block.lanes
    ]
    heights = [max(title.height, *(s.height for s in own)) + 2 * CELL for title, own in zip(titles, cells, strict=True)]
    least = sum(heights) + gap * (len(heights) - 1)

    def draw(box: Box) -> tuple[PageItem, ...]:
        air = min(max(box.height - least, 0) // len(heights), points(16))
        items: list[PageItem] = []
        top = box.y
        for at, lane in enumerate(block.lanes):
            height = heights[at] + air
            pad = (CELL, CELL, CELL, CELL)
            head = Box(box.x, top, title_width, height)
            items.append(written(head, lane.title.plain, titles[at], fill=desk.accent, insets=pad, anchor="middle"))
            own = _room(lane, cell_width, gap, most)
            for place, setting in enumerate(cells[at]):
                x = box.x + title_width + gap + place * (own + gap)
                name = f"{lane.title.plain} {lane.points[place].when}"
                items.append(written(Box(x, top, own, height), name, setting, fill=SOFT, insets=pad, anchor="middle"))
            top += height + gap
        return (GroupBox(box, "Frise par domaine", tuple(items), _alt(block, desk)),)

    flat = [setting for own in cells for setting in own]
    return Draft(least, draw, least + points(16) * len(heights), any(s.broken for s in (*titles, *flat)))


def _room(lane: Lane, cell_width: int, gap: int, most: int) -> int:
    """A lane with fewer points than the fullest one has wider cells: rows end on one edge."""
    return ((cell_width + gap) * most - gap * len(lane.points)) // len(lane.points)


def _cell(point: Point, width: int, desk: Desk, inline: bool) -> Setting:
    """Set a cell: the date over its words, or before them on one line."""
    words = point.title or point.text
    if inline and words:
        look = desk.look("table", INK)
        when = runs_of(f"{point.when}\u2002", desk.heading("table"))
        first = Paragraph((*when, *runs_of(words, look.but(bold=bool(point.title)))))
        return desk.set((first, *desk.say(point.text if point.title else None, look)), width)
    return desk.set(desk.say(point.when, desk.heading("table")) + _text(point, desk, role="table"), width)
