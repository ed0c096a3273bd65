"""The line that a diagnostic points at, cut to a readable width, with the marks that go under it."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Protocol

from deroule.span import Span, lines_of

TAB = 4
MAX_WIDTH = 100
"""Cells of a terminal line that an excerpt may take: a very long line is cut around the fault."""


class Files(Protocol):
    """What gives the files that diagnostics point at; the workspace does."""

    def read(self, path: str) -> bytes:
        """Read a file. Raises OSError or ValueError when it cannot be read."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line as shown, and the marks under it: both start at the same cell."""

    line: str
    marks: str


class Excerpts:
    """Gives excerpts, and reads each file once."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self._lines: dict[str, list[str]] = {}

    def at(self, span: Span) -> Excerpt | None:
        """Give the excerpt for a place; nothing when the file or the line is not there."""
        lines = self._read(span.path)
        if not 1 <= span.line <= len(lines):
            return None
        line = lines[span.line - 1]
        start = min(max(span.column - 1, 0), len(line))
        return _cut(line, start, _end(line, start, span))

    def _read(self, path: str) -> list[str]:
        if path not in self._lines:
            try:
                content = self._files.read(path)
            except (OSError, ValueError):
                content = b""
            # What is not text would be shown as noise.
            text = "" if b"\0" in content else content.decode("utf-8-sig", errors="replace")
            self._lines[path] = lines_of(text)
        return self._lines[path]


def _end(line: str, start: int, span: Span) -> int:
    """Find where the marks stop on the first line: a span over several lines is marked to the line's end."""
    stripped = len(line.rstrip())
    if span.end_line is None or span.end_column is None:
        return start + 1
    if span.end_line > span.line:
        return max(stripped, start + 1)
    return min(max(span.end_column - 1, start + 1), max(stripped, start + 1))


def _cut(line: str, start: int, end: int) -> Excerpt:
    """Expand tabs, drop what a terminal would obey, and keep a window around the fault."""
    offset = max(0, start - 2 * MAX_WIDTH)
    tail = line[offset + 5 * MAX_WIDTH : offset + 5 * MAX_WIDTH + 1]
    line, start, end = line[offset : offset + 5 * MAX_WIDTH], start - offset, min(end - offset, 5 * MAX_WIDTH)
    cells = [_shown(letter) for letter in line]
    first = 0
    while width("".join(cells[first:end])) > MAX_WIDTH * 3 // 4 and first < start:
        first += 1
    last = len(cells)
    while width("".join(cells[first:last])) > MAX_WIDTH and last > start + 1:
        last = min(last - 1, first + 2 * MAX_WIDTH)
    before = "…" if first or offset else ""
    shown = before + "".join(cells[first:last]) + ("…" if tail or last < len(cells) else "")
    lead = width(before + "".join(cells[first:start]))
    marked = max(width("".join(cells[start : min(end, last)])), 1)
    return Excerpt(shown, " " * lead + "^" * marked)


def _shown(letter: str) -> str:
    if letter == "\t":
        return " " * TAB
    # Control and direction characters could colour, move or reverse what the terminal shows.
    return "\ufffd" if unicodedata.category(letter) in ("Cc", "Cf") else letter


def width(text: str) -> int:
    """Count the cells that `text` takes in a terminal: two for wide characters, none for combining ones."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        for letter in text
    )
