"""Compares two PDFs of the same pages line by line: the words of each line of each frame, and where the line stands."""

from __future__ import annotations

from typing import NamedTuple

import pypdfium2
from tests.layout.rendering import Letter, _frames, _letters, _within

from deroule.layout.page import SlidePage

NEAR = 4.0
"""Points that a line's start may differ by: twins of a font have the same widths, not the same letters."""
FOOT = 0.5
"""Share of the type size that a line's foot may differ by: office suites take the pitch from the font."""


class Line(NamedTuple):
    """A line as shown: its letters without spaces, where its ink begins and on which base line it stands, in points."""

    text: str
    left: float
    foot: float


def disagreements(one: bytes, other: bytes, pages: tuple[SlidePage, ...], width: float) -> tuple[int, list[str]]:
    """Count the lines of the first PDF, and tell those that the second shows otherwise or elsewhere."""
    count, told = 0, []
    documents = [pypdfium2.PdfDocument(pdf) for pdf in (one, other)]
    assert [len(document) for document in documents] == [len(pages)] * 2
    for page, *sheets in zip(pages, *documents, strict=True):
        letters = [list(_letters(sheet, width / sheet.get_width())) for sheet in sheets]
        for frame in _frames(page):
            size = min((run.size for part in frame.paragraphs for run in part.runs), default=12)
            first, second = ([one for one in page if _within(one, frame)] for page in letters)
            lines, others = _lines(first, size), _lines(second, size)
            count += len(lines)
            if [line.text for line in lines] != [line.text for line in others]:
                told.append(f"{page.id} {frame.name}: {[*map(_text, lines)]} | {[*map(_text, others)]}")
            told.extend(
                f"{page.id} {frame.name}: {a.text!r} at {a.left:.0f},{a.foot:.0f} and {b.left:.0f},{b.foot:.0f}"
                for a, b in zip(lines, others, strict=False)
                if a.text == b.text and (abs(a.left - b.left) > NEAR or abs(a.foot - b.foot) > FOOT * size)
            )
    return count, told


def _text(line: Line) -> str:
    return line.text


def _lines(letters: list[Letter], size: float) -> list[Line]:
    """Gather letters by the foot they stand on, each line from left to right."""
    rows: list[list[Letter]] = []
    for letter in sorted(letters, key=lambda one: one.base):
        if rows and letter.base - rows[-1][0].base <= size * 0.62:
            rows[-1].append(letter)
        else:
            rows.append([letter])
    lines = []
    for row in rows:
        row.sort(key=lambda one: one.left)
        text = "".join(one.text for one in row)
        lines.append(Line(text, min(one.left for one in row), max(one.base for one in row)))
    return lines
