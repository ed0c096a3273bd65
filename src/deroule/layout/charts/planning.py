"""Plans a chart: bars stand, or lie where their names or numbers need it; a scale takes the place of numbers that would
stand on each other."""

from __future__ import annotations

from dataclasses import replace

from deroule.layout.charts.around import Edge, Word, shares_of, spread
from deroule.layout.charts.beside import DOT, Point, numbers_of
from deroule.layout.charts.legend import legend_below, legend_right
from deroule.layout.charts.room import Measure, Room, apart, overlap
from deroule.layout.charts.scale import bounds, decimals_of, stepped, steps_between, with_room, written_number
from deroule.layout.page import Box, ChartBox, ChartNumber, ChartPlan, ChartWords

_NAME_LINES = 3
"""Lines of a name under its bars, at most; longer names stand before bars that lie."""
_MANY_LINES = 5
"""The same where bars cannot lie, and for lines."""
_NAMES_HEIGHT = 0.4
"""Of the height, at most, for the names under bars and lines."""
_NAMES_SHARE = 0.42
"""Of the width, at most, for the names before bars that lie."""
_THIN = 1.1
"""The least thickness of a lying bar, in heights of a line: its number stands beside it."""
_MARGIN = 1.15
"""How much wider than measured a name may be shown: office programs break a word that is a hair too wide."""
_APART = 1.2
"""The space between names in one line, where not all are told, in sizes of the type."""
_FEW = 24
"""Categories that LibreOffice names all the same, in two lines, where one in so many is asked for."""
_BESIDE = 0.4
"""The space between a bar's end, a name or a step and the words beside it, in sizes of the type."""


def planned(chart: ChartBox, measure: Measure) -> ChartBox:
    """Decide where everything of a chart stands; `measure` tells how wide a text is, in points, plain or bold."""
    room = Room(chart, measure)
    if chart.type == "pie":
        return replace(chart, plan=_slices(room))
    legend, below = legend_below(room) if chart.has_legend else ((), 0)
    box = Box(chart.box.x, chart.box.y, chart.box.width, max(chart.box.height - below, 3 * room.line))
    if chart.type == "line":
        plan = _lines(room, box)
    else:
        plan = _standing(room, box) or _lying(room, box) or _told_by_a_scale(room, box)
    return replace(chart, plan=replace(plan, legend=legend))


def bar(chart: ChartBox, plan: ChartPlan, series: int, place: int, value: float) -> Box:
    """Give the box of a bar."""
    count = max(len(chart.categories), 1)
    length, start = (plan.plot.height, plan.plot.y) if plan.lying else (plan.plot.width, plan.plot.x)
    slot = length / count
    thick = slot * chart.bar_share / max(len(chart.series), 1)
    begin = start + slot * (place + (1 - chart.bar_share) / 2) + thick * series
    zero, end = sorted((level(plan, 0.0), level(plan, value)))
    if plan.lying:
        return Box(round(zero), round(begin), round(end - zero), round(thick))
    return Box(round(begin), round(zero), round(thick), round(end - zero))


def point(chart: ChartBox, plan: ChartPlan, place: int, value: float) -> tuple[float, float]:
    """Give where a line's point stands."""
    slot = plan.plot.width / max(len(chart.categories), 1)
    return plan.plot.x + slot * (place + 0.5), level(plan, value)


def level(plan: ChartPlan, value: float) -> float:
    """Give where a value stands along the axis of values."""
    share = (value - plan.low) / (plan.high - plan.low)
    return plan.plot.x + plan.plot.width * share if plan.lying else plan.plot.bottom - plan.plot.height * share


def _values(chart: ChartBox) -> list[tuple[int, int, float]]:
    """Give series, place and value of all that is known."""
    return [
        (number, place, value)
        for number, series in enumerate(chart.series)
        for place, value in enumerate(series.values[: len(chart.categories)])
        if value is not None
    ]


def _told(chart: ChartBox, value: float) -> str:
    return written_number(value, chart.language, chart.unit, chart.decimals)


def _shares(chart: ChartBox, share: float) -> tuple[float, float]:
    """Give what is left below for the numbers of bars that go down, and above for those of the others."""
    down = [value < 0 for _, _, value in _values(chart)]
    return share * any(down), share * (not all(down))


def _bounds(chart: ChartBox) -> tuple[float, float]:
    return bounds((value for _, _, value in _values(chart)), from_zero=chart.type == "bar")


def _standing(room: Room, box: Box) -> ChartPlan | None:
    """Plan bars that stand, each with its number; None where the names or the numbers find no room."""
    chart = room.chart
    named = _names_below(room, box)
    if named is None:
        return None
    names, plot = named
    low, high = _bounds(chart)
    share = room.line / plot.height
    plan = ChartPlan(plot, *with_room(low, high, *_shares(chart, share)), names=names)
    numbers, bars = [], []
    for number, place, value in _values(chart):
        drawn = bar(chart, plan, number, place, value)
        text = _told(chart, value)
        wide = room.width(text, bold=True)
        top = drawn.bottom if value < 0 else drawn.y - room.line
        stands = Box(round(drawn.x + (drawn.width - wide) / 2), top, wide, room.line)
        numbers.append(ChartNumber(stands, text, number, place, "below" if value < 0 else "above"))
        bars.append(drawn)
    boxes = [number.box for number in numbers]
    if not apart(boxes) or any(overlap(one, other) for one in boxes for other in bars):
        return None
    return replace(plan, numbers=tuple(numbers))


def _names_below(room: Room, box: Box, most: int = _NAME_LINES) -> tuple[tuple[ChartWords, ...], Box] | None:
    """Write each category's name under its place, in so many lines at most: the names, and the plot that is left.

    None when one is too long.
    """
    chart = room.chart
    slot = box.width / max(len(chart.categories), 1)
    broken = [room.broken(name, round((slot - room.size * _BESIDE) / _MARGIN)) for name in chart.categories]
    lines = max((len(one) if one is not None else most + 1 for one in broken), default=0)
    if lines > most or lines * room.line > box.height * _NAMES_HEIGHT:
        return None
    plot = Box(box.x, box.y, box.width, box.height - lines * room.line - round(room.size * 0.3))
    edges = [round(box.x + slot * at) for at in range(len(broken) + 1)]
    top = box.bottom - lines * room.line
    names = (
        ChartWords(Box(edges[at], top, edges[at + 1] - edges[at], len(one or ()) * room.line), one or ())
        for at, one in enumerate(broken)
    )
    return tuple(names), plot


def _lying(room: Room, box: Box) -> ChartPlan | None:
    """Plan bars that lie, names before them and numbers behind; None when they would be too thin."""
    chart = room.chart
    count = len(chart.categories)
    slot = box.height / max(count, 1)
    widest = max(room.width(name) for name in chart.categories)
    column = min(widest, round(box.width * _NAMES_SHARE))
    most = int(slot // room.line)
    if slot * chart.bar_share / max(len(chart.series), 1) < room.line * _THIN or most < 1:
        return None
    gap = round(room.size * _BESIDE)
    names = []
    for at, name in enumerate(chart.categories):
        lines = room.cut(name, column, most)
        top = box.y + slot * (at + 0.5) - len(lines) * room.line / 2
        names.append(ChartWords(Box(box.x, round(top), column, len(lines) * room.line), lines, "right"))
    plot = Box(box.x + column + gap, box.y, box.width - column - gap, box.height)
    texts = {value: _told(chart, value) for _, _, value in _values(chart)}
    share = (max((room.width(text, bold=True) for text in texts.values()), default=0) + 2 * gap) / plot.width
    low, high = _bounds(chart)
    low, high = with_room(low, high, *_shares(chart, share))
    plan = ChartPlan(plot, low, high, lying=True, names=tuple(names))
    numbers = []
    for number, place, value in _values(chart):
        drawn, wide = bar(chart, plan, number, place, value), room.width(texts[value], bold=True)
        left = drawn.x - gap - wide if value < 0 else drawn.right + gap
        stands = Box(left, round(drawn.y + (drawn.height - room.line) / 2), wide, room.line)
        numbers.append(ChartNumber(stands, texts[value], number, place, "left" if value < 0 else "right"))
    return replace(plan, numbers=tuple(numbers))


def _told_by_a_scale(room: Room, box: Box) -> ChartPlan:
    """Plan bars or lines without numbers: steps are told at the left, and one name in so many."""
    chart = room.chart
    low, high, step = stepped(*_bounds(chart))
    values = steps_between(low, high, step)
    texts = [written_number(value, chart.language, chart.unit, decimals_of(step)) for value in values]
    column = max(room.width(text) for text in texts) + round(room.size * _BESIDE)
    beside = Box(box.x + column, box.y, box.width - column, box.height)
    every, names, plot = _some_names_below(room, beside)
    head = room.line // 2  # the highest step's own words stand half above it
    plan = ChartPlan(
        Box(plot.x, plot.y + head, plot.width, plot.height - head), low, high, step, every=every, names=names
    )
    steps = (
        ChartWords(
            Box(box.x, round(level(plan, value) - room.line / 2), column - round(room.size * _BESIDE), room.line),
            (text,),
            "right",
        )
        for value, text in zip(values, texts, strict=True)
    )
    return replace(plan, steps=tuple(steps))


def _some_names_below(room: Room, box: Box) -> tuple[int, tuple[ChartWords, ...], Box]:
    """Write names under their places as far as there is room: one in so many, what is too long cut."""
    named = _names_below(room, box, _MANY_LINES)
    if named is not None:
        return 1, *named
    chart = room.chart
    count = len(chart.categories)
    slot = box.width / count
    wide = min(max(room.width(name) for name in chart.categories), box.width // 6) + round(room.size * _APART)
    every = max(-(-wide // max(round(slot), 1)), 1)
    spare = room.line if count <= _FEW and box.height > 5 * room.line else 0
    names = []
    for at in range(0, count, every):
        left = round(box.x + slot * (at + 0.5) - wide / 2)
        line = room.cut(chart.categories[at], wide - round(room.size * _APART) + 1, 1)
        names.append(ChartWords(Box(left, box.bottom - spare - room.line, wide, room.line), line))
    below = spare + room.line + round(room.line * 0.6)  # the lowest step's own words stand half below the plot
    return every, tuple(names), Box(box.x, box.y, box.width, max(box.height - below, room.line))


def _lines(room: Room, box: Box) -> ChartPlan:
    """Plan lines: each point with its number, or a scale when two numbers would have to stand on each other."""
    chart = room.chart
    named = _names_below(room, box)
    if named is None:
        return _told_by_a_scale(room, box)
    names, plot = named
    low, high = _bounds(chart)
    share = (room.line + 2 * DOT) / plot.height
    plan = ChartPlan(plot, *with_room(low, high, 0, share), names=names)
    points = []
    for number, place, value in _values(chart):
        x, y = point(chart, plan, place, value)
        text = _told(chart, value)
        points.append(Point(number, place, x, y, text, room.width(text, bold=True)))
    numbers = numbers_of(points, plot, room.line)
    return replace(plan, numbers=numbers) if numbers or not points else _told_by_a_scale(room, box)


def _slices(room: Room) -> ChartPlan:
    """Plan a pie: a square for the round, its numbers outside the edge, the legend at its right."""
    chart, box = room.chart, room.chart.box
    legend, beside = legend_right(room) if chart.has_legend else ((), 0)
    wide = box.width - beside
    words = [
        Word(start + sweep / 2, *_size(room, told))
        for (start, sweep), told in zip(shares_of(chart.shares), _shares_told(chart), strict=True)
    ]
    gap = round(room.size * _BESIDE / 2)
    across = max((word.width for word in words), default=0) + gap
    down = max((word.height for word in words), default=0) + gap
    side = max(min(wide - 2 * across, box.height - 2 * down), room.line)
    plot = Box(round(box.x + (wide - side) / 2), round(box.y + (box.height - side) / 2), side, side)
    edge = Edge(plot.x + side / 2, plot.y + side / 2, side / 2, gap)
    numbers = []
    for place, (word, angle, text) in enumerate(zip(words, spread(words, edge), _shares_told(chart), strict=True)):
        own, moved = edge.outside(word, word.angle), edge.outside(word, angle)
        numbers.append(ChartNumber(moved, text, 0, place, "right", moved.x - own.x, moved.y - own.y))
    return ChartPlan(plot, numbers=_readable(chart, numbers), legend=legend)


def _readable(chart: ChartBox, numbers: list[ChartNumber]) -> tuple[ChartNumber, ...]:
    """Of numbers that find no room around a pie, keep those of the largest shares."""
    kept: list[ChartNumber] = []
    for number in sorted(numbers, key=lambda one: -(chart.shares[one.place] or 0.0)):
        if not any(overlap(number.box, other.box) for other in kept):
            kept.append(number)
    return tuple(sorted(kept, key=lambda one: one.place))


def _shares_told(chart: ChartBox) -> list[str]:
    """Give what is said of each share: its number, under its name where there is no legend."""
    numbers = [_told(chart, value or 0.0) for value in chart.shares]
    if not chart.names_beside:
        return numbers
    return [f"{name}\n{number}" for name, number in zip(chart.categories, numbers, strict=True)]


def _size(room: Room, told: str) -> tuple[int, int]:
    lines = told.split("\n")
    return max(room.width(line, bold=True) for line in lines) + round(room.size * _BESIDE), room.line * len(lines)
