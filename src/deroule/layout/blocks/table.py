"""Places a table: widths by what the columns hold, rows as high as their text, the header in the accent."""

from __future__ import annotations

from deroule.layout.blocks.table_widths import INSETS, Place, shared_out
from deroule.layout.desk import INK, LINE, MUTED, PAPER, SOFT, Desk, points
from deroule.layout.draft import Draft
from deroule.layout.endings import mended
from deroule.layout.lettering import Setting, paragraph, prose
from deroule.layout.page import Box, PageItem, Stroke, TableBox, TableCell
from deroule.layout.shapes import listed, written
from deroule.layout.words import TABLE_ALT
from deroule.model.blocks import Table


def draft(block: Table, width: int, desk: Desk) -> Draft:
    """Set the cells in columns whose widths follow their text, unless the author gave shares."""
    places, count = _places(block)
    offset = 1 if block.columns else 0
    widths = shared_out(block, places, count, width, desk)
    settings = [_set(block, place, widths, desk) for place in places]
    header = [
        desk.set(
            [paragraph(column.title, desk.look("table", PAPER, bold=True, align=column.align))],
            widths[at] - INSETS[0] - INSETS[2],
        )
        for at, column in enumerate(block.columns)
    ]
    heights = _heights(len(block.rows), places, settings)
    if header:
        heights = [max(setting.height for setting in header) + INSETS[1] + INSETS[3], *heights]
    caption = desk.set(desk.say(block.caption, desk.look("label", MUTED)), width)
    gap = points(8) if caption.lines else 0
    least = sum(heights) + gap + caption.height

    def draw(box: Box) -> tuple[PageItem, ...]:
        spare = max(box.height - least, 0) // len(heights)
        rows = tuple(height + spare for height in heights)
        cells = [
            TableCell(0, at, mended(setting).paragraphs, fill=desk.accent, header=True, anchor="middle")
            for at, setting in enumerate(header)
        ]
        for (row, column, cell), setting in zip(places, settings, strict=True):
            heading = block.header_column and column == 0
            fill = desk.wash if heading else (SOFT if row % 2 and not any(c.rows > 1 for _, _, c in places) else PAPER)
            cells.append(
                TableCell(
                    row + offset,
                    column,
                    mended(setting).paragraphs,
                    _span(cell.rows, row, len(block.rows)),
                    _span(cell.columns, column, count),
                    fill,
                    heading,
                    "middle",
                )
            )
        table = Box(box.x, box.y, sum(widths), sum(rows))
        said = listed([column.title.plain for column in block.columns] or [str(block.caption or "")])
        items: list[PageItem] = [
            TableBox(
                table,
                "Tableau",
                widths,
                rows,
                tuple(cells),
                bool(header),
                block.header_column,
                TABLE_ALT.in_language(desk.language, parts=said),
                INSETS,
                Stroke(LINE, 9_525),
            )
        ]
        if caption.lines:
            items.append(written(Box(box.x, table.bottom + gap, width, caption.height), "Légende", caption))
        return tuple(items)

    broken = any(setting.broken for setting in (*settings, *header))
    return Draft(least, draw, round(least * 1.35), broken)


def _span(wanted: int, at: int, count: int) -> int:
    return min(wanted, count - at)


def _places(block: Table) -> tuple[list[Place], int]:
    """Give each cell its row and column, around the cells that cover several."""
    taken: set[tuple[int, int]] = set()
    places: list[Place] = []
    count = len(block.columns)
    for row, cells in enumerate(block.rows):
        column = 0
        for cell in cells:
            while (row, column) in taken:
                column += 1
            places.append((row, column, cell))
            taken.update((row + down, column + right) for down in range(cell.rows) for right in range(cell.columns))
            column += cell.columns
            count = max(count, column)
    return places, count


def _set(block: Table, place: Place, widths: tuple[int, ...], desk: Desk) -> Setting:
    _, column, cell = place
    heading = block.header_column and column == 0
    align = block.columns[column].align if column < len(block.columns) else "left"
    look = desk.look("table", desk.accent if heading else INK, bold=heading, align=align)
    inner = sum(widths[column : column + cell.columns]) - INSETS[0] - INSETS[2]
    return desk.set(prose(cell.text, look, apart=0.3) or (paragraph("", look),), inner)


def _heights(rows: int, places: list[Place], settings: list[Setting]) -> list[int]:
    heights = [0] * rows
    pad = INSETS[1] + INSETS[3]
    for span in sorted({cell.rows for _, _, cell in places}):
        for (row, _, cell), setting in zip(places, settings, strict=True):
            if cell.rows != span:
                continue
            covered = range(row, min(row + span, rows))
            missing = setting.height + pad - sum(heights[at] for at in covered)
            if missing > 0:
                for at in covered:
                    heights[at] += -(-missing // len(covered))
    return heights
