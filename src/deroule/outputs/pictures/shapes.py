"""Preset shapes as outlines: each geometry of the slide page as Typst draws it."""

from __future__ import annotations

from typing import Any

from deroule.layout.page import Box, Connector, TextShape
from deroule.outputs.pictures.pen import Pen

Points = list[list[float]]
_DEPTH = 0.5
"""The depth of a point where the shape does not say: PowerPoint's own default."""
_SHAFT = 0.25
"""An arrow's shaft starts at a quarter of its height."""


def draw_shape(shape: TextShape, pen: Pen) -> dict[str, Any] | None:
    """Give a shape's ground and outline; nothing when it has neither."""
    fill = pen.colour(shape.fill) if shape.fill else None
    stroke = pen.stroke(shape.stroke)
    if fill is None and stroke is None:
        return None
    look = {"fill": fill, "stroke": stroke}
    x, y, width, height = _box(shape.box, pen)
    place = {"x": x, "y": y, "w": width, "h": height}
    if shape.geometry == "ellipse":
        return {"k": "oval", **place, **look}
    if shape.geometry in ("rect", "roundRect"):
        radius = min(width, height) * min(shape.radius, 0.5) if shape.geometry == "roundRect" else 0.0
        return {"k": "rect", **place, **look, "r": pen.round(radius)}
    outline = _outline(shape.geometry, width, height, _DEPTH if shape.adjust is None else shape.adjust)
    return {"k": "poly", **place, **look, "pts": [[pen.round(px), pen.round(py)] for px, py in outline]}


def text_area(shape: TextShape) -> Box:
    """Give the area in which a preset shape holds its text, as OOXML's own definitions of the shapes have it."""
    box = shape.box
    depth = min(round((_DEPTH if shape.adjust is None else shape.adjust) * box.height), box.width)
    if shape.geometry == "homePlate":
        return Box(box.x, box.y, box.width - depth // 2, box.height)
    if shape.geometry == "chevron" and box.width > 2 * depth:
        return Box(box.x + depth, box.y, box.width - 2 * depth, box.height)
    return box


def draw_connector(line: Connector, pen: Pen) -> list[dict[str, Any]]:
    """Give a line and, where it has one, its arrow head; the line stops inside the head."""
    x1, y1, x2, y2 = (pen.points(value) for value in (line.x1, line.y1, line.x2, line.y2))
    stroke = pen.stroke(line.stroke)
    if stroke is None:
        return []
    length = ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5
    if not line.arrow or length == 0:
        return [_line(x1, y1, x2, y2, stroke)]
    head = min(max(3 * stroke["w"], 5.0), length)
    ux, uy = (x2 - x1) / length, (y2 - y1) / length
    bx, by = x2 - ux * head, y2 - uy * head
    wing = head / 2
    tip = [[x2, y2], [bx - uy * wing, by + ux * wing], [bx + uy * wing, by - ux * wing]]
    points = [[pen.round(px), pen.round(py)] for px, py in tip]
    polygon = {"k": "poly", "x": 0, "y": 0, "fill": stroke["c"], "stroke": None, "pts": points}
    return [_line(x1, y1, pen.round(bx), pen.round(by), stroke), polygon]


def _line(x1: float, y1: float, x2: float, y2: float, stroke: dict[str, Any]) -> dict[str, Any]:
    return {"k": "line", "x": x1, "y": y1, "x2": x2, "y2": y2, "stroke": stroke}


def _box(box: Box, pen: Pen) -> tuple[float, float, float, float]:
    return pen.points(box.x), pen.points(box.y), pen.points(box.width), pen.points(box.height)


def _outline(geometry: str, width: float, height: float, adjust: float) -> Points:
    depth = min(adjust * height, width)
    if geometry == "triangle":
        return [[width / 2, 0], [width, height], [0, height]]
    if geometry == "homePlate":
        return [[0, 0], [width - depth, 0], [width, height / 2], [width - depth, height], [0, height]]
    if geometry == "chevron":
        return [
            [0, 0], [width - depth, 0], [width, height / 2], [width - depth, height], [0, height],
            [depth, height / 2],
        ]  # fmt: skip
    top, bottom, neck = height * _SHAFT, height * (1 - _SHAFT), width - depth
    return [[0, top], [neck, top], [neck, 0], [width, height / 2], [neck, height], [neck, bottom], [0, bottom]]
