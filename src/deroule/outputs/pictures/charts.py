"""Draws a chart as it was planned: bars, lines or slices, with their names and numbers beside them."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

from deroule.layout.charts.around import Edge, shares_of
from deroule.layout.charts.legend import MARK
from deroule.layout.charts.planning import bar, level, point
from deroule.layout.charts.scale import steps_between
from deroule.layout.page import EMU_PER_POINT, Box, ChartBox, ChartWords, Colour, Paragraph, Stroke, TextRun
from deroule.outputs.pictures.pen import Pen
from deroule.outputs.pictures.text import place_paragraphs

_INK, _MUTED, _LINE = Colour("ink"), Colour("muted"), Colour("line")
_ARC = math.radians(4)
_THICK, _AXIS, _GRID, _PAPER_LINE = 38_100, 12_700, 9_525, 25_400
_DOT = 4 * EMU_PER_POINT


def draw_chart(chart: ChartBox, pen: Pen) -> Iterator[dict[str, Any]]:
    """Give the drawing of a chart: scale, bars or lines or slices, then the words."""
    plan = chart.plan
    if plan.step:
        for value in steps_between(plan.low, plan.high, plan.step):
            y = level(plan, value)
            yield _rule((plan.plot.x, y), (plan.plot.right, y), Stroke(_LINE, _GRID), pen)
    yield from {"bar": _bars, "line": _lines, "pie": _slices}[chart.type](chart, pen)
    for number in plan.numbers:
        yield from _words(chart, pen, ChartWords(number.box, tuple(number.lines)), _INK, bold=True)
    for words in (*plan.names, *plan.steps):
        yield from _words(chart, pen, words, _MUTED if words in plan.steps else _INK)
    for index, words in enumerate(plan.legend):
        yield from _mark(chart, pen, words, index)
        yield from _words(chart, pen, words, _INK)


def _bars(chart: ChartBox, pen: Pen) -> Iterator[dict[str, Any]]:
    plan = chart.plan
    for number, series in enumerate(chart.series):
        fill = pen.colour(_colour(chart, number))
        for place, value in enumerate(series.values[: len(chart.categories)]):
            if value is not None:
                box = bar(chart, plan, number, place, value)
                yield _rectangle(box, fill, pen)
    zero, plot = level(plan, 0.0), plan.plot
    start, end = ((zero, plot.y), (zero, plot.bottom)) if plan.lying else ((plot.x, zero), (plot.right, zero))
    yield _rule(start, end, Stroke(_MUTED, _AXIS), pen)


def _lines(chart: ChartBox, pen: Pen) -> Iterator[dict[str, Any]]:
    plan = chart.plan
    ground = level(plan, min(max(0.0, plan.low), plan.high))
    yield _rule((plan.plot.x, ground), (plan.plot.right, ground), Stroke(_MUTED, _AXIS), pen)
    for number, series in enumerate(chart.series):
        colour = _colour(chart, number)
        before: tuple[float, float] | None = None
        for place, value in enumerate(series.values[: len(chart.categories)]):
            here = point(chart, plan, place, value) if value is not None else None
            if before is not None and here is not None:
                yield _rule(before, here, Stroke(colour, _THICK), pen)
            if here is not None and chart.has_dots:
                side = pen.points(2 * _DOT)
                corner = {"x": pen.points(here[0] - _DOT), "y": pen.points(here[1] - _DOT)}
                yield {"k": "oval", **corner, "w": side, "h": side, "fill": pen.colour(colour), "stroke": None}
            before = here


def _slices(chart: ChartBox, pen: Pen) -> Iterator[dict[str, Any]]:
    plot = chart.plan.plot
    edge = Edge(plot.x + plot.width / 2, plot.y + plot.height / 2, plot.width / 2, 0)
    moved = {number.place: number.box for number in chart.plan.numbers if number.aside or number.down}
    for place, (start, sweep) in enumerate(shares_of(chart.shares)):
        steps = max(int(sweep / _ARC), 1)
        around = [edge.point(start + sweep * step / steps) for step in range(steps + 1)]
        points = [[pen.points(x), pen.points(y)] for x, y in ((edge.x, edge.y), *around)]
        paper = pen.stroke(Stroke(Colour("paper"), _PAPER_LINE))
        yield {"k": "poly", "x": 0, "y": 0, "pts": points, "fill": pen.colour(_colour(chart, place)), "stroke": paper}
        here = edge.point(start + sweep / 2)
        if (
            place in moved
            and math.dist(here, there := _nearest(moved[place], here)) > chart.text_size * EMU_PER_POINT / 2
        ):
            yield _rule(here, there, Stroke(_MUTED, _GRID), pen)


def _nearest(box: Box, point: tuple[float, float]) -> tuple[float, float]:
    """Give the point of a box that is nearest to another point."""
    return min(max(point[0], box.x), box.right), min(max(point[1], box.y), box.bottom)


def _mark(chart: ChartBox, pen: Pen, words: ChartWords, index: int) -> Iterator[dict[str, Any]]:
    size = chart.text_size * EMU_PER_POINT
    side, line = round(size * MARK), words.box.height / max(len(words.lines), 1)
    left, top = words.box.x - round(size * (MARK + 0.45)), words.box.y + (line - side) / 2
    shape = {"k": "oval"} if chart.type == "line" else {}
    yield _rectangle(Box(left, round(top), side, side), pen.colour(_colour(chart, index)), pen) | shape


def _words(
    chart: ChartBox, pen: Pen, words: ChartWords, colour: Colour, *, bold: bool = False
) -> Iterator[dict[str, Any]]:
    line = words.box.height // max(len(words.lines), 1)
    for at, said in enumerate(words.lines):
        box = Box(words.box.x, words.box.y + at * line, words.box.width, line)
        yield from _word(chart, pen, said, box, bold=bold, colour=colour, align=words.align)


def _word(
    chart: ChartBox, pen: Pen, text: str, box: Box, *, bold: bool = False, colour: Colour = _INK, align: str = "centre"
) -> Iterator[dict[str, Any]]:
    run = TextRun(text, chart.text_size, colour, bold=bold, language=chart.language)
    words = Paragraph((run,), align=align)  # type: ignore[arg-type]
    yield from place_paragraphs((words,), box, "middle", pen)


def _rectangle(box: Box, fill: str, pen: Pen) -> dict[str, Any]:
    place = {"x": pen.points(box.x), "y": pen.points(box.y), "w": pen.points(box.width), "h": pen.points(box.height)}
    return {"k": "rect", **place, "r": 0, "stroke": None, "fill": fill}


def _rule(start: tuple[float, float], end: tuple[float, float], look: Stroke, pen: Pen) -> dict[str, Any]:
    return {
        "k": "line", "x": pen.points(start[0]), "y": pen.points(start[1]), "x2": pen.points(end[0]),
        "y2": pen.points(end[1]), "stroke": pen.stroke(look),
    }  # fmt: skip


def _colour(chart: ChartBox, index: int) -> Colour:
    return chart.colours[index % len(chart.colours)] if chart.colours else Colour("accent1")
