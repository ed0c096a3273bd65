"""The entries of a YAML text told by its lines alone: what is left out when one of them cannot be read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_DASH = re.compile(r"-(?:\s|$|\w)")
_KEY = re.compile(r"""(?:"[^"]*"|'[^']*'|[^\s#'"\[\]{},|>-][^:#]*?)\s*:(?:\s|$)""")
_BARE = re.compile(r"[^\s#'\"\[\]{},|>-][^:#]*:\s*(?:#.*)?$")
"""A key whose value stands on the lines below it: a list, or keys of their own."""


class Entry(NamedTuple):
    """The rows of the smallest entry around a row that a file can go without, and the row of the key it belongs to."""

    rows: range
    key: int


def entry_around(lines: Sequence[str], row: int) -> Entry:
    """Find the entry that holds a row: an item of a top key's list, a key below a top key, else the top key's own.

    Nothing smaller is taken: what surrounds a fault deeper down cannot be trusted.
    """
    top = _top(lines, row)
    inside = range(top.start + 1, top.stop)
    below = min(_first_indents(lines, inside), default=None)
    if row == top.start or below is None or not _BARE.match(lines[top.start]):
        return Entry(top, top.start)
    first = next((one for one in _starts(lines, range(row, top.start, -1), below)), None)
    if first is None:
        return Entry(top, top.start)
    after = next(_starts(lines, range(row + 1, top.stop), below), top.stop)
    return Entry(range(first, after), top.start)


def key_around(lines: Sequence[str], row: int) -> Entry:
    """Find the top key's entry that holds a row."""
    top = _top(lines, row)
    return Entry(top, top.start)


def blanked(lines: Sequence[str], rows: range) -> list[str]:
    """Leave rows out in such a way that all others keep their places."""
    return ["" if row in rows else line for row, line in enumerate(lines)]


def _top(lines: Sequence[str], row: int) -> range:
    """Give the rows from the top key at or before a row to the next one; a word at the margin was meant as a key."""
    margin = [one for one in _filled(lines, range(len(lines))) if not _indent(lines[one])]
    keys = [one for one in margin if _KEY.match(lines[one]) or (one == row and lines[one][0].isalnum())]
    return range(
        max((one for one in keys if one <= row), default=0), min((one for one in keys if one > row), default=len(lines))
    )


def _first_indents(lines: Sequence[str], rows: range) -> Iterator[int]:
    """Give how far the first line stands in, and the first dash: a key too many may stand before a list."""
    filled = list(_filled(lines, rows))
    yield from (_indent(lines[one]) for one in filled[:1])
    yield from [_indent(lines[one]) for one in filled if _DASH.match(lines[one].lstrip())][:1]


def _starts(lines: Sequence[str], rows: range, indent: int) -> Iterator[int]:
    for row in _filled(lines, rows):
        text = lines[row].lstrip()
        if _indent(lines[row]) <= indent and (_DASH.match(text) or _KEY.match(text)):
            yield row


def _filled(lines: Sequence[str], rows: range) -> Iterator[int]:
    return (row for row in rows if lines[row].strip() and not lines[row].lstrip().startswith("#"))


def _indent(line: str) -> int:
    """Count the spaces before a line; a line that a tab indents begins nothing."""
    margin = line[: len(line) - len(line.lstrip())]
    return len(line) if "\t" in margin else len(margin)
