"""Charts whose numbers stand in a CSV file beside the sequence."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import TypeVar

from deroule.diagnostics import Diagnostic, Note, Words
from deroule.model.blocks import Block, Chart, Columns, Compare, Group, Series
from deroule.model.placed import Placed
from deroule.model.richtext import RichText
from deroule.model.scalars import read_number
from deroule.source.codes import BROKEN_CSV, EMPTY_CHART, MISSING_FILE, NO_PIE, UNEVEN_SERIES, UNREADABLE
from deroule.source.paths import mending, outside
from deroule.source.yaml_file import decode_text
from deroule.span import Span
from deroule.workspace import OutsideWorkspaceError, Workspace, why_refused, workspace_path

P = TypeVar("P", bound=Placed)

_HERE = Words("c'est ici dans le fichier", "it is here in the file")
_SMALL = Words("il faut deux lignes et deux colonnes au moins", "two rows and two columns are needed at least")
_SEVERAL = Words("plusieurs séries", "several series")
_BELOW = Words("un nombre au-dessous de zéro", "a number below zero")
_UNCLOSED = Words("un guillemet n'est pas refermé", "a quotation mark is not closed")


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
        if not chart.series or not chart.categories:
            return chart, [EMPTY_CHART.at(chart.span)]
        return chart, [*_uneven(chart), *_no_pie(chart)]
    span = chart.span_of("file")
    try:
        path = workspace_path(chart.file, folder)
        content = workspace.read(path)
    except OutsideWorkspaceError:
        return chart, [outside(chart.file, span)]
    except FileNotFoundError:
        return chart, [MISSING_FILE.at(span, path=chart.file)]
    except OSError as fault:
        return chart, [BROKEN_CSV.at(span, path=chart.file, reason=why_refused(fault), hint=mending(fault))]
    text, reason = decode_text(content)
    if text is None:
        return chart, [BROKEN_CSV.at(span, path=chart.file, reason=reason, hint=UNREADABLE.hint)]
    try:
        filled = _filled(chart, text)
        return filled, list(_no_pie(filled))
    except _BrokenTableError as wrong:
        note = Note(_HERE, Span(path, wrong.line))
        return chart, [BROKEN_CSV.at(span, path=chart.file, reason=wrong.reason, notes=[note])]


def _uneven(chart: Chart) -> Iterator[Diagnostic]:
    """Tell the series that have another number of values than there are categories."""
    for series in chart.series:
        if len(series.values) != len(chart.categories):
            span = series.span_of("values")
            yield UNEVEN_SERIES.at(span, values=len(series.values), categories=len(chart.categories))


def _no_pie(chart: Chart) -> Iterator[Diagnostic]:
    """Tell what a pie would hide: a second series, and numbers below zero."""
    if chart.type != "pie":
        return
    if len(chart.series) > 1:
        yield NO_PIE.at(chart.series[1].span or chart.span_of("file"), what=_SEVERAL)
    for series in chart.series[:1]:
        if any(value is not None and value < 0 for value in series.values):
            yield NO_PIE.at(series.span_of("values") or chart.span_of("file"), what=_BELOW)


class _BrokenTableError(Exception):
    """A table that cannot be understood from `line` on."""

    def __init__(self, line: int, reason: Words) -> None:
        super().__init__(reason.en)
        self.line = line
        self.reason = reason


def _filled(chart: Chart, text: str) -> Chart:
    """Read the table: first row the series' names, first column the categories. Comma or semicolon, point or comma."""
    head = text.split("\n", 1)[0]
    reader = csv.reader(io.StringIO(text), delimiter=";" if head.count(";") > head.count(",") else ",")
    try:
        rows = [(reader.line_num, row) for row in reader if any(cell.strip() for cell in row)]
    except csv.Error:
        raise _BrokenTableError(reader.line_num, _UNCLOSED) from None
    if len(rows) < 2 or len(rows[0][1]) < 2:
        raise _BrokenTableError(1, _SMALL)
    names = rows[0][1]
    for line, row in rows[1:]:
        if len(row) != len(names):
            raise _BrokenTableError(line, _ragged(len(row), len(names)))
    series = tuple(
        Series(
            name=RichText.of(names[column].strip()), values=tuple(_number(row[column], line) for line, row in rows[1:])
        )
        for column in range(1, len(names))
    )
    copy: Chart = _copied(chart, {"categories": tuple(row[0].strip() for _, row in rows[1:]), "series": series})
    return copy


def _ragged(cells: int, expected: int) -> Words:
    return Words(
        f"une ligne a {cells} case{'s' * (cells > 1)} au lieu de {expected}",
        f"a row has {cells} cell{'s' * (cells > 1)} instead of {expected}",
    )


def _number(cell: str, line: int) -> float | None:
    if not cell.strip():
        return None
    try:
        return read_number(cell)
    except ValueError:
        shown = cell.strip()[:40]
        reason = Words(f"« {shown} » n'est pas un nombre", f"“{shown}” is not a number")
        raise _BrokenTableError(line, reason) from None
