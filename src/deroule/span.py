"""Where something stands in a source file: the one type that every room may import."""

from __future__ import annotations

import re
from dataclasses import dataclass

_LINE_END = re.compile("\r\n|[\r\n\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a file of the workspace.

    `path` is POSIX and relative to the workspace's root. Lines and columns count characters from 1,
    as editors show them; the end is exclusive. A span without an end is a point.
    """

    path: str
    line: int = 1
    column: int = 1
    end_line: int | None = None
    end_column: int | None = None

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


def lines_of(text: str) -> list[str]:
    """Split a text where YAML 1.1 ends lines (`str.splitlines` has more ends, and would number lines otherwise)."""
    return _LINE_END.split(text)
