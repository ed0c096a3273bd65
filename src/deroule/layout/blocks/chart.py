"""Places a chart drawn from its data; it fills the room that it is given."""

from __future__ import annotations

from deroule.layout.charts.planning import planned
from deroule.layout.desk import ACCENTS, CENTIMETRE, INK, MUTED, Desk, points
from deroule.layout.draft import Draft
from deroule.layout.measure import run_width
from deroule.layout.page import Box, ChartBox, ChartSeries, Colour, PageItem, Paragraph, TextRun
from deroule.layout.shapes import listed, written
from deroule.layout.words import CHART_ALT, CHART_UNIT
from deroule.model.blocks import Chart

LEAST = 5 * CENTIMETRE
SHORT = 5
"""Letters of a unit that is told with every number; a longer one is told once, above them."""
MOST_DESCRIBED = 24
"""Numbers told one by one in the alternative text; beyond, only the series' names."""


def draft(block: Chart, width: int, desk: Desk) -> Draft:
    """Leave the drawing to native charts: five centimetres at least, all the room at most."""
    title = desk.set(_heading(block, desk), width)
    gap = points(8) if title.lines else 0

    def draw(box: Box) -> tuple[PageItem, ...]:
        items: list[PageItem] = []
        if title.lines:
            items.append(written(Box(box.x, box.y, width, title.height), "Titre du graphique", title))
        top = box.y + title.height + gap
        items.append(_chart(block, Box(box.x, top, width, box.bottom - top), desk))
        return tuple(items)

    return Draft(title.height + gap + LEAST, draw, 40 * CENTIMETRE, title.broken)


def _heading(block: Chart, desk: Desk) -> tuple[Paragraph, ...]:
    """Give the title, and a long unit under it."""
    unit = block.unit if block.unit and len(block.unit) > SHORT else ""
    told = CHART_UNIT.in_language(desk.language, unit=unit) if unit else ""
    return (
        *desk.say(block.title, desk.look("detail", INK, bold=True)),
        *desk.say(told, desk.look("detail", MUTED)),
    )


def _chart(block: Chart, box: Box, desk: Desk) -> ChartBox:
    unit = block.unit or ""
    size = min(desk.size("detail"), 16)
    chart = ChartBox(
        box,
        "Graphique",
        block.type,
        block.categories,
        tuple(ChartSeries(series.name.plain, series.values) for series in block.series),
        _colours(block, desk),
        size,
        _alt(block, desk),
        unit=unit if len(unit) <= SHORT else "",
        language=desk.language,
    )
    plain, bold = (TextRun("", size, INK, bold=bold) for bold in (False, True))
    return planned(chart, lambda text, is_bold: run_width(desk.theme, bold if is_bold else plain, text))


def _colours(block: Chart, desk: Desk) -> tuple[Colour, ...]:
    count = len(block.categories) if block.type == "pie" else len(block.series)
    order = (*ACCENTS[desk.accent_number - 1 :], *ACCENTS[: desk.accent_number - 1])
    return tuple(Colour(order[at % len(order)], 0.0 if at < len(order) else 0.4) for at in range(max(count, 1)))


def _alt(block: Chart, desk: Desk) -> str:
    if block.alt:
        return block.alt.plain
    unit = f" {block.unit}" if block.unit else ""
    told = [block.title.plain] if block.title else []
    if len(block.categories) * len(block.series) <= MOST_DESCRIBED:
        for series in block.series:
            pairs = zip(block.categories, series.values, strict=False)
            told.append(
                f"{series.name.plain} : "
                + ", ".join(f"{name} {value:g}{unit}" for name, value in pairs if value is not None)
            )
    else:
        told.extend(series.name.plain for series in block.series)
    return CHART_ALT.in_language(desk.language, parts=listed(told))
