"""Charts whose numbers stand in a CSV file beside the sequence."""

from __future__ import annotations

import csv
import io
from typing import TypeVar

from deroule.diagnostics import Diagnostic
from deroule.model.blocks import Block, Chart, Columns, Compare, Group, Series
from deroule.model.placed import Placed
from deroule.model.richtext import RichText
from deroule.source.codes import BROKEN_CSV, EMPTY_CHART, MISSING_FILE, OUTSIDE
from deroule.source.nodes import decode_text
from deroule.workspace import OutsideWorkspaceError, Workspace, workspace_path

P = TypeVar("P", bound=Placed)


def with_chart_data(block: Block, workspace: Workspace, folder: str) -> tuple[Block, list[Diagnostic]]:
    """Give the block with the numbers of its CSV files read in, inside groups too."""
    if isinstance(block, Chart):
        return _chart(block, workspace, folder)
    if isinstance(block, Columns | Compare):
        groups = block.groups if isinstance(block, Columns) else block.sides
        found: list[Diagnostic] = []
        made = []
        for group in groups:
            inner, faults = _group(group, workspace, folder)
            made.append(inner)
            found += faults
        if all(new is old for new, old in zip(made, groups, strict=True)):
            return block, found
        name = "groups" if isinstance(block, Columns) else "sides"
        return _copied(block, {name: tuple(made)}), found
    return block, []


def _group(group: Group, workspace: Workspace, folder: str) -> tuple[Group, list[Diagnostic]]:
    found: list[Diagnostic] = []
    blocks = []
    for block in group.blocks:
        made, faults = with_chart_data(block, workspace, folder)
        blocks.append(made)
        found += faults
    if all(new is old for new, old in zip(blocks, group.blocks, strict=True)):
        return group, found
    return _copied(group, {"blocks": tuple(blocks)}), found


def _copied(thing: P, update: dict[str, object]) -> P:
    copy = thing.model_copy(update=update)
    copy.place_at(thing.span, {name: span for name in type(thing).model_fields if (span := thing.span_of(name))})
    return copy


def _chart(chart: Chart, workspace: Workspace, folder: str) -> tuple[Chart, list[Diagnostic]]:
    if chart.file is None:
        empty = not chart.series or not chart.categories
        return chart, [EMPTY_CHART.at(chart.span)] if empty else []
    span = chart.span_of("file")
    try:
        content = workspace.read(workspace_path(chart.file, folder))
    except OutsideWorkspaceError:
        return chart, [OUTSIDE.at(span, path=chart.file)]
    except OSError:
        return chart, [MISSING_FILE.at(span, path=chart.file)]
    text, fault = decode_text(content)
    if text is None:
        return chart, [BROKEN_CSV.at(span, path=chart.file, reason=fault)]
    try:
        return _filled(chart, text), []
    except (ValueError, csv.Error) as wrong:
        return chart, [BROKEN_CSV.at(span, path=chart.file, reason=wrong)]


def _filled(chart: Chart, text: str) -> Chart:
    """Read the table: first row the series' names, first column the categories. Comma or semicolon, point or comma."""
    delimiter = ";" if text.split("\n", 1)[0].count(";") > text.split("\n", 1)[0].count(",") else ","
    rows = [row for row in csv.reader(io.StringIO(text), delimiter=delimiter) if any(cell.strip() for cell in row)]
    if len(rows) < 2 or len(rows[0]) < 2:
        raise ValueError("1 × 1")
    width = len(rows[0])
    for number, row in enumerate(rows[1:], 2):
        if len(row) != width:
            raise ValueError(f"{number}: {len(row)} ≠ {width}")
    series = tuple(
        Series(name=RichText.of(rows[0][column].strip()), values=tuple(_number(row[column]) for row in rows[1:]))
        for column in range(1, width)
    )
    copy: Chart = _copied(chart, {"categories": tuple(row[0].strip() for row in rows[1:]), "series": series})
    return copy


def _number(cell: str) -> float | None:
    text = cell.strip().replace("\u00a0", "").replace("\u202f", "").replace(" ", "").replace(",", ".")
    return float(text) if text else None
