"""Draws a chart from its data: bars, lines or slices, with their numbers written beside them."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

from deroule.layout.page import Box, ChartBox, Colour, Paragraph, Stroke, TextRun
from deroule.outputs.pictures.pen import Pen
from deroule.outputs.pictures.text import place_paragraphs

_INK, _MUTED, _LINE = Colour("ink"), Colour("muted"), Colour("line")
_EMU = 12_700
_ARC = math.radians(4)


def draw_chart(chart: ChartBox, pen: Pen) -> Iterator[dict[str, Any]]:
    """Give the drawing of a chart: title, legend where it is needed, then the numbers."""
    box, line = chart.box, int(chart.text_size * 1.3 * _EMU)
    top, bottom = box.y, box.bottom
    if chart.title:
        yield from _word(chart, pen, chart.title, Box(box.x, top, box.width, line), bold=True)
        top += int(line * 1.3)
    if (len(chart.series) > 1 or chart.type == "pie") and not chart.names_beside:
        bottom -= int(line * 1.3)
        names = chart.categories if chart.type == "pie" else tuple(series.name for series in chart.series)
        yield from _legend(chart, pen, names, Box(box.x, bottom + int(line * 0.3), box.width, line))
    room = Box(box.x, top, box.width, max(bottom - top, line))
    yield from {"bar": _bars, "line": _lines, "pie": _slices}[chart.type](chart, room, pen)


def written_number(value: float, language: str, unit: str = "") -> str:
    """Write a number as the language does: 12 000,5 in French, 12,000.5 in English."""
    text = f"{value:,.10g}" if value != int(value) else f"{int(value):,}"
    if language.startswith("fr"):
        text = text.replace(",", "\u202f").replace(".", ",")
    return f"{text}\u00a0{unit}" if unit and len(unit) <= 3 else text


def _bars(chart: ChartBox, room: Box, pen: Pen) -> Iterator[dict[str, Any]]:
    yield from _categories(chart, room, pen)
    plot = _plot(chart, room)
    low, high = _bounds(chart)
    slot = plot.width / max(len(chart.categories), 1)
    thick = slot * chart.bar_share / max(len(chart.series), 1)
    zero = plot.bottom - plot.height * (0 - low) / (high - low)
    for index, series in enumerate(chart.series):
        for place, value in enumerate(series.values[: len(chart.categories)]):
            if value is None:
                continue
            left = plot.x + slot * (place + (1 - chart.bar_share) / 2) + thick * index
            end = plot.bottom - plot.height * (value - low) / (high - low)
            yield {
                "k": "rect", "x": pen.points(left), "y": pen.points(min(zero, end)), "w": pen.points(thick * 0.94),
                "h": pen.points(abs(zero - end)), "r": 0, "stroke": None,
                "fill": pen.colour(_colour(chart, index)),
            }  # fmt: skip
            yield from _value(chart, pen, value, left + thick * 0.47, min(zero, end), slot)
    yield _rule(plot.x, zero, plot.right, pen)


def _lines(chart: ChartBox, room: Box, pen: Pen) -> Iterator[dict[str, Any]]:
    yield from _categories(chart, room, pen)
    plot = _plot(chart, room)
    low, high = _bounds(chart)
    slot = plot.width / max(len(chart.categories), 1)
    yield _rule(plot.x, plot.bottom, plot.right, pen)
    for index, series in enumerate(chart.series):
        colour = _colour(chart, index)
        before: tuple[float, float] | None = None
        for place, value in enumerate(series.values[: len(chart.categories)]):
            if value is None:
                before = None
                continue
            here = (plot.x + slot * (place + 0.5), plot.bottom - plot.height * (value - low) / (high - low))
            if before is not None:
                look = pen.stroke(Stroke(colour, 28_575))
                points = {"x": pen.points(before[0]), "y": pen.points(before[1])}
                yield {"k": "line", **points, "x2": pen.points(here[0]), "y2": pen.points(here[1]), "stroke": look}
            dot = 44_450
            corner = {"x": pen.points(here[0] - dot), "y": pen.points(here[1] - dot)}
            side = pen.points(2 * dot)
            yield {"k": "oval", **corner, "w": side, "h": side, "fill": pen.colour(colour), "stroke": None}
            yield from _value(chart, pen, value, here[0], here[1] - dot, slot)
            before = here


def _slices(chart: ChartBox, room: Box, pen: Pen) -> Iterator[dict[str, Any]]:
    values = [max(value or 0.0, 0.0) for value in (chart.series[0].values if chart.series else ())]
    total = sum(values) or 1.0
    radius = min(room.width * (0.3 if chart.names_beside else 0.42), room.height * 0.42)
    x, y, angle = room.x + room.width / 2, room.y + room.height / 2, -math.pi / 2
    for index, value in enumerate(values):
        sweep = 2 * math.pi * value / total
        steps = max(int(sweep / _ARC), 1)
        arc = [angle + sweep * step / steps for step in range(steps + 1)]
        edge = [[pen.points(x + radius * math.cos(a)), pen.points(y + radius * math.sin(a))] for a in arc]
        paper = pen.stroke(Stroke(Colour("paper"), 19_050))
        points = [[pen.points(x), pen.points(y)], *edge]
        yield {"k": "poly", "x": 0, "y": 0, "pts": points, "fill": pen.colour(_colour(chart, index)), "stroke": paper}
        middle = angle + sweep / 2
        size = int(chart.text_size * 1.3 * _EMU)
        word = written_number(value, chart.language, chart.unit)
        if chart.names_beside:
            yield from _named(chart, pen, (chart.categories[index], word), (x, y, radius, middle))
        else:
            wx, wy = x + radius * 1.16 * math.cos(middle), y + radius * 1.12 * math.sin(middle)
            yield from _word(chart, pen, word, Box(int(wx) - 4 * size, int(wy) - size // 2, 8 * size, size), bold=True)
        angle += sweep


def _named(
    chart: ChartBox, pen: Pen, words: tuple[str, str], place: tuple[float, float, float, float]
) -> Iterator[dict[str, Any]]:
    """Write a share's name and its number under it, outside the edge at the share's middle."""
    x, y, radius, middle = place
    size, wide = int(chart.text_size * 1.3 * _EMU), int(chart.text_size * 12 * _EMU)
    wx, wy = x + radius * 1.12 * math.cos(middle), y + radius * 1.12 * math.sin(middle)
    side = math.cos(middle)
    left = wx if side > 0.3 else wx - wide if side < -0.3 else wx - wide / 2
    align = "left" if side > 0.3 else "right" if side < -0.3 else "centre"
    top = wy - size if abs(side) > 0.3 else wy if math.sin(middle) > 0 else wy - 2 * size
    for at, said in enumerate(words):
        yield from _word(chart, pen, said, Box(int(left), int(top) + at * size, wide, size), bold=at == 1, align=align)


def _categories(chart: ChartBox, room: Box, pen: Pen) -> Iterator[dict[str, Any]]:
    line = int(chart.text_size * 1.3 * _EMU)
    slot = room.width / max(len(chart.categories), 1)
    for place, name in enumerate(chart.categories):
        box = Box(int(room.x + slot * place), room.bottom - line, int(slot), line)
        yield from _word(chart, pen, name, box, colour=_MUTED)


def _value(chart: ChartBox, pen: Pen, value: float, x: float, y: float, width: float) -> Iterator[dict[str, Any]]:
    line = int(chart.text_size * 1.25 * _EMU)
    box = Box(int(x - width / 2), int(y) - line, int(width), line)
    yield from _word(chart, pen, written_number(value, chart.language, chart.unit), box, bold=True)


def _legend(chart: ChartBox, pen: Pen, names: tuple[str, ...], box: Box) -> Iterator[dict[str, Any]]:
    slot, side = box.width // max(len(names), 1), int(chart.text_size * 0.7 * _EMU)
    for index, name in enumerate(names):
        left = box.x + slot * index
        yield {
            "k": "rect", "x": pen.points(left), "y": pen.points(box.y + (box.height - side) / 2),
            "w": pen.points(side), "h": pen.points(side), "r": 0, "stroke": None,
            "fill": pen.colour(_colour(chart, index)),
        }  # fmt: skip
        word = Box(left + int(side * 1.6), box.y, slot - int(side * 1.6), box.height)
        yield from _word(chart, pen, name, word, align="left")


def _word(
    chart: ChartBox, pen: Pen, text: str, box: Box, *, bold: bool = False, colour: Colour = _INK, align: str = "centre"
) -> Iterator[dict[str, Any]]:
    run = TextRun(text, chart.text_size, colour, bold=bold, language=chart.language)
    words = Paragraph((run,), align=align)  # type: ignore[arg-type]
    yield from place_paragraphs((words,), box, "middle", pen)


def _rule(x1: float, y: float, x2: float, pen: Pen) -> dict[str, Any]:
    look = pen.stroke(Stroke(_LINE, 9_525))
    return {
        "k": "line", "x": pen.points(x1), "y": pen.points(y), "x2": pen.points(x2), "y2": pen.points(y),
        "stroke": look,
    }  # fmt: skip


def _plot(chart: ChartBox, room: Box) -> Box:
    line = int(chart.text_size * 1.4 * _EMU)
    return Box(room.x, room.y + line, room.width, max(room.height - 2 * line, line))


def _bounds(chart: ChartBox) -> tuple[float, float]:
    values = [value for series in chart.series for value in series.values if value is not None]
    low, high = min([0.0, *values]), max([0.0, *values])
    return (low, high) if high > low else (0.0, 1.0)


def _colour(chart: ChartBox, index: int) -> Colour:
    return chart.colours[index % len(chart.colours)] if chart.colours else Colour("accent1")
