"""Keeps a name whole in the cell of a table: on a phone columns are narrow, and Saint-Étienne would stand on two lines."""

from __future__ import annotations

import re

_CELL = re.compile(r"<(?P<tag>t[dh])\b[^>]*>.*?</(?P=tag)>", re.DOTALL)
_LONGEST = 26
"""Signs of what is kept whole: more would push the other columns out of sight."""
_PIECE = re.compile(
    r"<(?P<tag>code|pre|svg|select|textarea)\b.*?</(?P=tag)>|<[^>]*>|&\w+;|(?P<name>\w+(?:['’]\w+)*(?:-\w+)+)",
    re.DOTALL,
)
"""What is shown as typed, a tag, a sign; else a name with its hyphens."""


def keep_names_whole(page: str) -> str:
    """Keep lines from ending inside of names with hyphens, in the cells of tables alone."""
    if "<td" not in page:
        return page
    return _CELL.sub(lambda cell: _PIECE.sub(_whole, cell[0]), page)


def _whole(piece: re.Match[str]) -> str:
    name = piece["name"]
    return f'<span class="d-whole">{name}</span>' if name and len(name) <= _LONGEST else piece[0]
