"""The outlines of shapes: free forms as they are, preset ones by their corners, turned and mirrored."""

from __future__ import annotations

import math
from collections.abc import Iterator

from lxml import etree

from deroule.outputs.deck.reading.opened import whole
from deroule.outputs.deck.reading.shapes import A

Point = tuple[float, float]
Outline = tuple[Point, ...]
"""A closed line, in shares of the box of its shape."""
_STEPS = 8
"""Into how many straight pieces a curve is cut."""
_ROUND: Outline = tuple(
    (0.5 + math.cos(at * math.pi / 24) / 2, 0.5 + math.sin(at * math.pi / 24) / 2) for at in range(48)
)
_RECTANGLE: Outline = ((0, 0), (1, 0), (1, 1), (0, 1))
_PRESETS: dict[str, Outline] = {
    "ellipse": _ROUND,
    "flowChartConnector": _ROUND,
    "triangle": ((0.5, 0), (1, 1), (0, 1)),
    "rtTriangle": ((0, 0), (1, 1), (0, 1)),
    "diamond": ((0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5)),
    "parallelogram": ((0.25, 0), (1, 0), (0.75, 1), (0, 1)),
    "trapezoid": ((0.25, 0), (0.75, 0), (1, 1), (0, 1)),
    "hexagon": ((0.25, 0), (0.75, 0), (1, 0.5), (0.75, 1), (0.25, 1), (0, 0.5)),
    "homePlate": ((0, 0), (0.75, 0), (1, 0.5), (0.75, 1), (0, 1)),
    "chevron": ((0, 0), (0.75, 0), (1, 0.5), (0.75, 1), (0, 1), (0.25, 0.5)),
}
"""The shapes of ECMA-376 part 1, 20.1.10.56, that templates are decorated with; all others fill their box."""


def outlines_of(properties: etree._Element | None, ratio: float) -> tuple[Outline, ...]:
    """Give the outlines of a shape whose box is `ratio` times as wide as high; none when it fills its box upright."""
    if properties is None:
        return ()
    free = properties.find(f"{A}custGeom")
    preset = properties.find(f"{A}prstGeom")
    found = tuple(_free(free)) if free is not None else ()
    if preset is not None and preset.get("prst") in _PRESETS:
        found = (_PRESETS[preset.get("prst", "")],)
    return _turned(found, properties.find(f"{A}xfrm"), ratio)


def _turned(outlines: tuple[Outline, ...], transform: etree._Element | None, ratio: float) -> tuple[Outline, ...]:
    if transform is None:
        return outlines
    across = -1.0 if transform.get("flipH") in ("1", "true") else 1.0
    down = -1.0 if transform.get("flipV") in ("1", "true") else 1.0
    angle = math.radians(whole(transform.get("rot")) / 60_000)
    if not angle and across == down == 1.0:
        return outlines
    sine, cosine = math.sin(angle), math.cos(angle)

    def moved(point: Point) -> Point:
        x, y = (point[0] - 0.5) * across * ratio, (point[1] - 0.5) * down
        return 0.5 + (x * cosine - y * sine) / ratio, 0.5 + x * sine + y * cosine

    return tuple(tuple(moved(point) for point in outline) for outline in outlines or (_RECTANGLE,))


def _free(geometry: etree._Element) -> Iterator[Outline]:
    """Give the closed lines of a free form. Points that are told by a formula are left out."""
    for path in geometry.iterfind(f"{A}pathLst/{A}path"):
        if path.get("fill") == "none":
            continue
        width, height = max(whole(path.get("w")), 1), max(whole(path.get("h")), 1)
        for line in _lines(path):
            if len(line) > 2:
                yield tuple((x / width, y / height) for x, y in line)


def _lines(path: etree._Element) -> Iterator[list[Point]]:
    line: list[Point] = []
    for step in path:
        kind = etree.QName(step).localname
        points = [(float(whole(one.get("x"))), float(whole(one.get("y")))) for one in step.iterfind(f"{A}pt")]
        if kind == "moveTo":
            yield line
            line = points
        elif kind == "lnTo":
            line += points
        elif kind in ("cubicBezTo", "quadBezTo") and line:
            line += _curve([line[-1], *points])
        elif kind == "arcTo" and line:
            line += _arc(line[-1], step)
    yield line


def _curve(points: list[Point]) -> list[Point]:
    degree = len(points) - 1

    def at(share: float) -> Point:
        weights = [math.comb(degree, k) * share**k * (1 - share) ** (degree - k) for k in range(degree + 1)]
        return (
            sum(weight * x for weight, (x, _) in zip(weights, points, strict=True)),
            sum(weight * y for weight, (_, y) in zip(weights, points, strict=True)),
        )

    return [at(step / _STEPS) for step in range(1, _STEPS + 1)]


def _arc(start: Point, step: etree._Element) -> list[Point]:
    across, down = whole(step.get("wR")), whole(step.get("hR"))
    first, swing = (math.radians(whole(step.get(name)) / 60_000) for name in ("stAng", "swAng"))
    centre = start[0] - across * math.cos(first), start[1] - down * math.sin(first)
    angles = [first + swing * share / _STEPS for share in range(1, _STEPS + 1)]
    return [(centre[0] + across * math.cos(one), centre[1] + down * math.sin(one)) for one in angles]
