"""What a template draws behind its slides, for pictures: areas in their colours, logos, backgrounds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from deroule.model.theme import Scenery, Stage
from deroule.outputs.pictures.pen import Pen
from deroule.outputs.pictures.photographs import Photographs


def draw_scenery(stage: Stage, pen: Pen, photographs: Photographs) -> Iterator[dict[str, Any]]:
    """Draw it in its order. A picture that cannot be read leaves its place empty: the deck itself shows it."""
    for one in stage.scenery:
        area = one.area
        place = {
            "x": pen.points(area.x), "y": pen.points(area.y),
            "w": pen.points(area.width), "h": pen.points(area.height),
        }  # fmt: skip
        if one.colour:
            yield _area(one, place, pen)
        elif one.picture and (file := photographs.file_within(one.picture)):
            yield _picture(place, one.crop, file, pen)


def _area(one: Scenery, place: dict[str, float], pen: Pen) -> dict[str, Any]:
    """Draw an area; lines inside others are the edges of holes."""
    blend = one.blend and {
        "stops": [[_paint(colour, seen), share] for share, colour, seen in _spread(one.blend.stops)],
        "angle": one.blend.angle,
    }
    paths = [[[pen.round(x * place["w"]), pen.round(y * place["h"])] for x, y in line] for line in one.outlines]
    return {"k": "scenery", **place, "fill": _paint(one.colour, one.opacity), "blend": blend, "paths": paths}


def _paint(colour: str, opacity: float) -> str:
    return f"#{colour}{round(opacity * 255):02X}"


def _spread(stops: tuple[tuple[float, str, float], ...]) -> Iterator[tuple[float, str, float]]:
    """Give the stops of a blend from its beginning to its end, as Typst asks for them."""
    if stops[0][0] > 0:
        yield 0.0, *stops[0][1:]
    yield from stops
    if stops[-1][0] < 1:
        yield 1.0, *stops[-1][1:]


def _picture(place: dict[str, float], crop: tuple[float, ...], file: str, pen: Pen) -> dict[str, Any]:
    left, top, right, bottom = crop
    across, down = max(1 - left - right, 0.01), max(1 - top - bottom, 0.01)
    width, height = place["w"] / across, place["h"] / down
    shift = {"ix": pen.round(-left * width), "iy": pen.round(-top * height)}
    return {"k": "image", **place, "iw": pen.round(width), "ih": pen.round(height), **shift, "file": file, "alt": None}
