"""Ids: given, or made from titles; each names one thing in its event."""

from __future__ import annotations

from deroule.diagnostics import Diagnostic, Note, Words
from deroule.slug import slug
from deroule.source.codes import DUPLICATE_ID
from deroule.span import Span

_FIRST = Words("il est donné ici", "it is given here")
MAX_LENGTH = 60
"""Ids become file names and anchors: long enough to be read, short enough to be typed."""


class Ids:
    """The ids of one event."""

    def __init__(self) -> None:
        self._taken: dict[str, Span | None] = {}
        self.found: list[Diagnostic] = []

    def given(self, written: str, span: Span | None) -> str:
        """Take an id that the author gave; a second one of the same name is a fault."""
        if written in self._taken:
            self.found.append(DUPLICATE_ID.at(span, id=written, notes=[Note(_FIRST, self._taken[written])]))
            return self.made(written, span)
        self._taken[written] = span
        return written

    def made(self, title: str, span: Span | None, fallback: str = "diapositive") -> str:
        """Make an id from a title; a number tells the second of the same name from the first."""
        stem = slug(title.replace("’", " "), MAX_LENGTH) or fallback
        name, count = stem, 1
        while name in self._taken:
            count += 1
            name = f"{stem}-{count}"
        self._taken[name] = span
        return name
