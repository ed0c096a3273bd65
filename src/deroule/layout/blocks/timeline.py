"""Places dated points: on one line with its dots, or a line a field with cells in order."""

from __future__ import annotations

from deroule.layout.desk import CENTIMETRE, INK, PAPER, SOFT, Desk, points
from deroule.layout.draft import Draft
from deroule.layout.lettering import Setting, runs_of
from deroule.layout.page import Box, Colour, Connector, GroupBox, PageItem, Paragraph, Stroke
from deroule.layout.shapes import area, disc, listed, written
from deroule.layout.words import TIMELINE_ALT
from deroule.model.blocks import Lane, Point, Timeline

MOST_ON_A_LINE = 6
RADIUS = round(0.22 * CENTIMETRE)
DOT = round(0.27 * CENTIMETRE)
AXIS, STEM = round(0.12 * CENTIMETRE), round(0.06 * CENTIMETRE)
HANG = 2 * DOT + round(0.12 * CENTIMETRE)
"""What dots and stems take at the left of dates and texts."""
APART = round(0.35 * CENTIMETRE)
CELL = round(0.28 * CENTIMETRE)


def draft(block: Timeline, width: int, desk: Desk) -> Draft:
    """Choose the form: fields, one line, or a column of dates when the points are many."""
    if block.lanes:
        return _lanes(block, width, desk)
    if len(block.points) <= MOST_ON_A_LINE and not desk.listed and width > 14 * CENTIMETRE:
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
    """Set dates over an axis, and what they tell under it, along stems that hang from the dots."""
    count = len(block.points)
    gap = round(0.3 * CENTIMETRE)
    each = (width - gap * (count - 1)) // count
    inner = each - HANG
    dates = _dates(block, inner, desk)
    texts = [desk.set(_text(point, desk), inner) for point in block.points]
    date, text = max(s.height for s in dates), max(s.height for s in texts)
    least = date + 2 * APART + 2 * DOT + text

    def draw(box: Box) -> tuple[PageItem, ...]:
        spare = max(box.height - least, 0)
        below = APART + min(spare // 4, CENTIMETRE)
        axis = box.y + date + APART + DOT
        items: list[PageItem] = [area(Box(box.x, axis - AXIS // 2, width, AXIS), "Axe du temps", _pale(desk))]
        for at, point in enumerate(block.points):
            left = box.x + at * (each + gap)
            stem = Box(left + DOT - STEM // 2, axis, STEM, DOT + below + texts[at].height)
            items.append(area(stem, f"{point.when} (tige)", _pale(desk)))
            items.append(
                disc((left + DOT, axis), DOT, f"{point.when} (repère)", fill=desk.accent,
                     stroke=Stroke(PAPER, 38_100), decorative=True)
            )  # fmt: skip
            items.append(written(Box(left + HANG, box.y, inner, date), point.when, dates[at], anchor="bottom"))
            if texts[at].lines:
                own = Box(left + HANG, axis + DOT + below, inner, texts[at].height)
                items.append(written(own, f"{point.when} –", texts[at]))
        return (GroupBox(box, "Frise", tuple(items), _alt(block, desk)),)

    broken = any(s.broken or len(s.paragraphs[0].breaks) > 1 for s in dates) or any(s.broken for s in texts)
    return Draft(least, draw, least + 2 * CENTIMETRE, broken, "line")


def _dates(block: Timeline, width: int, desk: Desk) -> list[Setting]:
    """Set the dates as large as they all fit on one line, as headings otherwise."""
    for look in (desk.heading("lead"), desk.heading("body"), desk.heading("item")):
        dates = [desk.set(desk.say(point.when, look), width) for point in block.points]
        if all(setting.lines == 1 and not setting.broken for setting in dates):
            break
    return dates


def _pale(desk: Desk) -> Colour:
    return Colour(desk.accent.slot, 0.6)


def _column(block: Timeline, width: int, desk: Desk) -> Draft:
    most = max(round(width * 0.2), 3 * CENTIMETRE)
    look = desk.heading("detail")
    needed = max(desk.set(desk.say(point.when, look), most).width for point in block.points)
    date_width = min(max(needed + points(2), 2 * CENTIMETRE), most)
    left = date_width + round(1.5 * CENTIMETRE)
    dates = [desk.set(desk.say(point.when, look), date_width) for point in block.points]
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

    broken = any(s.broken for s in (*dates, *texts))
    return Draft(least, draw, least + points(20) * (len(heights) - 1), broken, "column")


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
