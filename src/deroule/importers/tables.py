"""Tables that meeting tools export as text: any separator, with a preamble, in any language."""

from __future__ import annotations

import csv
import io
import re

SEPARATORS = ("\t", ",", ";")


def rows_of(text: str) -> list[list[str]]:
    """Split a delimited text into rows of trimmed cells, empty cells at the end left out. Never raises."""
    lines = text.removeprefix("\ufeff").replace("\0", "").replace("\r\n", "\n").replace("\r", "\n")
    separator = _separator(lines)
    csv.field_size_limit(10_000_000)
    try:
        rows = [list(row) for row in csv.reader(io.StringIO(lines), delimiter=separator)]
    except csv.Error:
        rows = [line.split(separator) for line in lines.split("\n")]
    return [_trimmed(row) for row in rows]


def _separator(text: str) -> str:
    """Choose the separator that gives most columns over the first lines; `sep=` on the first line decides."""
    declared = re.match(r"sep=(.)\n", text)
    if declared:
        return declared[1]
    start = [line for line in text.split("\n")[:60] if line]
    return max(SEPARATORS, key=lambda one: (sum(min(line.count(one), 12) for line in start), one == ","))


def _trimmed(row: list[str]) -> list[str]:
    cells = [cell.strip().strip("\u200e\u200f") for cell in row]
    while cells and not cells[-1]:
        cells.pop()
    return cells


def cell(row: list[str], index: int | None) -> str:
    """Give a cell, or nothing where the row is shorter."""
    return row[index] if index is not None and 0 <= index < len(row) else ""
