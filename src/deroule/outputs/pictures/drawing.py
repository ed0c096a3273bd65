"""Turns a slide page into the flat list of things that the Typst template draws, all in points."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal, cast

from deroule.layout.page import (
    EMU_PER_POINT,
    Box,
    ChartBox,
    Colour,
    Connector,
    GroupBox,
    PageItem,
    Paragraph,
    Picture,
    SlidePage,
    Slot,
    TableBox,
    TextRun,
    TextShape,
)
from deroule.outputs.pictures.charts import draw_chart
from deroule.outputs.pictures.pen import Pen
from deroule.outputs.pictures.photographs import Photographs
from deroule.outputs.pictures.scenery import draw_scenery
from deroule.outputs.pictures.shapes import draw_connector, draw_shape, text_area
from deroule.outputs.pictures.text import place_paragraphs


def draw_page(page: SlidePage, pen: Pen, photographs: Photographs) -> dict[str, Any]:
    """Give the drawing of a page."""
    stage = pen.theme.stages.get(page.layout)
    items = list(draw_scenery(stage, pen, photographs)) if stage else []
    items += [drawn for item in page.items for drawn in draw_item(item, pen, photographs)]
    items += _foot(page, pen)
    ground = f"#{stage.backdrop}" if stage else pen.colour(page.background)
    return {
        "w": pen.points(pen.theme.width), "h": pen.points(pen.theme.height), "bg": ground,
        "lang": page.language, "title": page.title, "items": items,
    }  # fmt: skip


def _foot(page: SlidePage, pen: Pen) -> Iterator[dict[str, Any]]:
    """Draw footer and number where a deck's layout holds them; covers, dividers and closings show none."""
    measures, sizes = pen.theme.measures, pen.theme.sizes
    if pen.theme.stages:
        yield from _staged_foot(page, pen)
        return
    if (
        page.layout in ("cover", "divider", "picture", "closing")
        or "footer-top" not in measures
        or "footer" not in sizes
    ):
        return
    left, top = measures.get("margin-left", 0), measures["footer-top"]
    width = pen.theme.width - left - measures.get("margin-right", 0)
    box = Box(left, top, width, pen.theme.height - top - 200_000)
    words: tuple[tuple[str, Literal["left", "right"]], ...] = ((page.footer, "left"), (str(page.number), "right"))
    for text, side in words:
        run = TextRun(text, sizes["footer"].normal, Colour("muted"), language=page.language)
        if text:
            yield from place_paragraphs((Paragraph((run,), align=side),), box, "middle", pen)


def _staged_foot(page: SlidePage, pen: Pen) -> Iterator[dict[str, Any]]:
    """Draw footer and number where a template holds them, and only those that it has."""
    stage = pen.theme.stages.get(page.layout)
    if stage is None or page.layout in ("cover", "divider", "picture", "closing"):
        return
    sides: tuple[tuple[str, Any, float, Literal["left", "centre", "right"], str], ...] = (
        (page.footer, stage.footer, stage.footer_size, stage.footer_align, stage.footer_colour),
        (str(page.number), stage.number, stage.number_size, stage.number_align, stage.number_colour),
    )
    for text, area, size, side, colour in sides:
        if text and area is not None:
            run = TextRun(text, size, Colour(cast(Slot, colour)), language=page.language)
            yield from place_paragraphs((Paragraph((run,), align=side),), area, "middle", pen)


def draw_item(item: PageItem, pen: Pen, photographs: Photographs) -> Iterator[dict[str, Any]]:
    """Give the drawing of one item, in drawing order."""
    if isinstance(item, TextShape):
        yield from _text_shape(item, pen)
    elif isinstance(item, Connector):
        yield from draw_connector(item, pen)
    elif isinstance(item, Picture):
        yield _picture(item, pen, photographs)
    elif isinstance(item, TableBox):
        yield _table(item, pen)
    elif isinstance(item, ChartBox):
        yield {"k": "group", "alt": item.alt or item.name, "items": list(draw_chart(item, pen))}
    else:
        yield from _group(item, pen, photographs)


def _text_shape(shape: TextShape, pen: Pen) -> Iterator[dict[str, Any]]:
    if (ground := draw_shape(shape, pen)) is not None:
        yield ground
    if not shape.paragraphs:
        return
    left, top, right, bottom = shape.insets
    box = text_area(shape)
    inner = Box(box.x + left, box.y + top, box.width - left - right, box.height - top - bottom)
    heading = shape.placeholder == "title"
    yield from place_paragraphs(shape.paragraphs, inner, shape.anchor, pen, heading=heading)


def _group(group: GroupBox, pen: Pen, photographs: Photographs) -> Iterator[dict[str, Any]]:
    items = [drawn for item in group.items for drawn in draw_item(item, pen, photographs)]
    if group.alt:
        yield {"k": "group", "alt": group.alt, "items": items}
    else:
        yield from items


def _picture(picture: Picture, pen: Pen, photographs: Photographs) -> dict[str, Any]:
    box = picture.box
    place = {"x": pen.points(box.x), "y": pen.points(box.y), "w": pen.points(box.width), "h": pen.points(box.height)}
    alt = None if picture.decorative else picture.alt or picture.name
    file = photographs.file(picture.path)
    if file is None:
        return {"k": "empty", **place, "alt": alt, "c": pen.colour_of("line")}
    left, top, right, bottom = picture.crop
    wide = box.width / EMU_PER_POINT / max(1 - left - right, 0.01)
    high = box.height / EMU_PER_POINT / max(1 - top - bottom, 0.01)
    shown = {"iw": pen.round(wide), "ih": pen.round(high), "ix": pen.round(-left * wide), "iy": pen.round(-top * high)}
    return {"k": "image", **place, **shown, "file": file, "alt": alt}


def _table(table: TableBox, pen: Pen) -> dict[str, Any]:
    cells = []
    for cell in table.cells:
        width = sum(table.widths[cell.column : cell.column + cell.columns])
        height = sum(table.heights[cell.row : cell.row + cell.rows])
        left, top, right, bottom = table.cell_insets
        inner = Box(left, top, width - left - right, height - top - bottom)
        cells.append(
            {
                "r": cell.row,
                "c": cell.column,
                "rs": cell.rows,
                "cs": cell.columns,
                "w": pen.points(width),
                "h": pen.points(height),
                "fill": pen.colour(cell.fill) if cell.fill else None,
                "items": list(place_paragraphs(cell.paragraphs, inner, cell.anchor, pen)),
            }
        )
    return {
        "k": "table", "x": pen.points(table.box.x), "y": pen.points(table.box.y),
        "widths": [pen.points(width) for width in table.widths],
        "heights": [pen.points(height) for height in table.heights],
        "cells": cells, "header": table.header_row, "rule": pen.stroke(table.rule),
    }  # fmt: skip
