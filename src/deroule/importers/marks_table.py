"""A table of times by hand: `0:12:30;un-fait`, with or without a head, slides by id, number or title."""

from __future__ import annotations

import re

from deroule.diagnostics import Words
from deroule.importers.part import Part
from deroule.importers.tables import cell, rows_of
from deroule.model.recording import Mark
from deroule.model.scalars import ID_PATTERN

_TIME = re.compile(r"(?:(?:(\d{1,3}):)?(\d{1,3}):)?(\d{1,6}(?:[.,]\d{1,3})?)\s*s?\Z")
NOT_A_TIME = Words("cette ligne ne commence pas par un temps", "this row does not begin with a time")


def is_marks(start: str) -> bool:
    """Whether most rows of a table begin with a time and then name something."""
    rows = [row for row in rows_of(start)[:30] if row]
    timed = [row for row in rows if seconds(row[0]) is not None and ":" in row[0] and len(row) in (2, 3)]
    return bool(timed) and len(timed) >= max(1, len(rows) - 1)


def read_marks(text: str, name: str) -> Part:
    """Read the times of slides."""
    part = Part()
    for number, row in enumerate(rows_of(text), 1):
        if not row:
            continue
        at = seconds(row[0])
        if at is None:
            if number > 1:
                part.fault(name, NOT_A_TIME, number, lost=True)
            continue
        end = seconds(cell(row, 1)) if len(row) > 2 and ":" in cell(row, 1) else None
        part.marks.append(_mark(at, end, row[2] if end is not None else cell(row, 1)))
    part.marks.sort(key=lambda one: one.start)
    return part


def seconds(written: str) -> float | None:
    """Read `1:02:03`, `2:03.5` or `95`; nothing for anything else."""
    match = _TIME.match(written.strip())
    if match is None:
        return None
    return int(match[1] or 0) * 3600 + int(match[2] or 0) * 60 + float(match[3].replace(",", "."))


def _mark(at: float, end: float | None, named: str) -> Mark:
    end = end if end is not None and end > at else None
    if re.fullmatch(r"\d{1,5}", named) and int(named) > 0:
        return Mark(at, end, number=int(named))
    if re.match(ID_PATTERN, named):
        return Mark(at, end, slide=named, by="hand")
    return Mark(at, end, text=named)
