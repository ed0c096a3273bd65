"""What a template draws behind its slides, for pictures: areas in their colours, logos, backgrounds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from deroule.model.theme import Stage
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
            yield {
                "k": "oval" if one.round else "rect", **place, "fill": f"#{one.colour}", "stroke": None,
                **({} if one.round else {"r": 0}),
            }  # fmt: skip
        elif one.picture and (file := photographs.file_within(one.picture)):
            yield _picture(place, one.crop, file, pen)


def _picture(place: dict[str, float], crop: tuple[float, ...], file: str, pen: Pen) -> dict[str, Any]:
    left, top, right, bottom = crop
    across, down = max(1 - left - right, 0.01), max(1 - top - bottom, 0.01)
    width, height = place["w"] / across, place["h"] / down
    shift = {"ix": pen.round(-left * width), "iy": pen.round(-top * height)}
    return {"k": "image", **place, "iw": pen.round(width), "ih": pen.round(height), **shift, "file": file, "alt": None}
