"""The line of a source file that a diagnostic points at, cut and marked for a terminal."""

from __future__ import annotations

import unicodedata
from typing import Protocol

from deroule.span import Span

WIDTH = 100
"""Columns of excerpt shown: a longer line is cut around the fault."""


class SourceReader(Protocol):
    """Whatever can read the files that diagnostics point at."""

    def read(self, path: str) -> bytes:
        """Read a file; raises OSError or ValueError."""


def excerpt(source: SourceReader, span: Span) -> tuple[str, str] | None:
    """Give the line and the carets under it; nothing where the file cannot be read."""
    try:
        content = source.read(span.path).decode("utf-8-sig")
    except (OSError, ValueError):
        return None
    lines = content.split("\n")
    if not 1 <= span.line <= len(lines):
        return None
    line = lines[span.line - 1].rstrip("\r")
    first = min(max(span.column - 1, 0), len(line))
    last = span.end_column - 1 if span.end_column and span.end_line == span.line else len(line.rstrip())
    start = max(0, first - WIDTH // 2) if len(line) > WIDTH else 0
    shown = line[start : start + WIDTH]
    marked = line[first : min(max(last, first + 1), start + WIDTH)]
    before = "".join("\t" if letter == "\t" else " " * columns(letter) for letter in line[start:first])
    clean = "".join(letter if letter == "\t" or letter.isprintable() else "·" for letter in shown)
    return clean, before + "^" * max(1, sum(columns(letter) for letter in marked))


def columns(letter: str) -> int:
    """Give how many columns of a terminal a character takes."""
    if unicodedata.combining(letter):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1
