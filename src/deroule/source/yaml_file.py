"""A YAML file as nodes, with every fault of its writing: after each one, the rest of the file is read all the same."""

from __future__ import annotations

import re
from itertools import islice
from typing import NamedTuple

from deroule.diagnostics import Diagnostic, Words
from deroule.source.codes import UNREADABLE, WRONG_SHAPE
from deroule.source.entries import blanked, entry_around, key_around
from deroule.source.nodes import Attempt, Mapping, Node, attempt
from deroule.source.yaml_words import hidden, separator
from deroule.span import Span, lines_of

MAX_BYTES = 2_000_000
"""A day's training is about 200 kB; ten times that is a mistake."""
MAX_FAULTS = 20
"""Faults of writing told in one file: who made more has another kind of file in hand."""

_EMPTY = Words("il est vide", "it is empty")
_FILL = Words("écrivez-y ce qu'il doit dire, ou retirez-le", "write what it is to say, or remove it")
_LARGE = Words("il dépasse 2 Mo", "it is larger than 2 MB")
_SPLIT = Words(
    "vérifiez que c'est le bon fichier ; une journée entière tient en 200 ko",
    "check that it is the right file; a whole day takes 200 kB",
)
_TOP = Words("des clés (`nom: …`)", "keys (`name: …`)")
_HIDDEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What YAML 1.1 does not admit (§5.1)."""
_SEPARATOR = re.compile(r"(?:---|\.\.\.)(?=\s|$)")


class ReadFile(NamedTuple):
    """What could be read of a file, and what is wrong with it; `whole` unless some of it had to be left out."""

    top: Mapping | None
    found: list[Diagnostic]
    whole: bool


def read_nodes(content: bytes, path: str) -> ReadFile:
    """Read a YAML file whose top is a mapping. Never raises for bad input: faults come back as diagnostics."""
    text, fault = decode_text(content)
    if text is None:
        return ReadFile(None, [unreadable(content, path, fault)], False)
    return _Reading(path, text).read()


def decode_text(content: bytes) -> tuple[str | None, Words]:
    """Decode UTF-8, with or without a byte order mark; else give the reason why not."""
    if len(content) > MAX_BYTES:
        return None, _LARGE
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return None, Words("il est en UTF-16", "it is UTF-16")
    if b"\0" in content:
        return None, Words("ce n'est pas du texte", "it is not text")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None, Words("il n'est pas en UTF-8 à partir d'ici", "it is not UTF-8 from here on")
    return (text, Words("", "")) if text.strip() else (None, _EMPTY)


def unreadable(content: bytes, path: str, reason: Words) -> Diagnostic:
    """Tell a file that `decode_text` refused, where it stops being text, with what to do about it."""
    hint = {_EMPTY: _FILL, _LARGE: _SPLIT}.get(reason)
    return UNREADABLE.at(_undecoded(content, path), reason=reason, hint=hint)


def _undecoded(content: bytes, path: str) -> Span:
    """Find the first byte that is not UTF-8."""
    try:
        content[:MAX_BYTES].decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        if b"\0" in content:
            return Span(path)
        before = lines_of(content[: fault.start].decode("utf-8-sig", errors="replace"))
        return Span(path, len(before), len(before[-1]) + 1)
    return Span(path)


class _Reading:
    """Reads one text again and again, each time without the entry that the parser stumbled in."""

    def __init__(self, path: str, text: str) -> None:
        self._path = path
        self._left_out: list[str] = []
        self._lines = lines_of(text)
        self._found: dict[Diagnostic, None] = {}
        self._gone: set[int] = set()
        self._shortened: set[int] = set()
        self._misaligned: int | None = None
        self._budget = 2 * MAX_BYTES

    def read(self) -> ReadFile:
        """Read the whole text, whatever stands in it."""
        self._leave_out_hidden()
        self._leave_out_separators()
        while True:
            text = "\n".join(self._lines)
            self._budget -= len(text)
            made = attempt(self._path, text, "\n".join(self._left_out))
            self._found |= dict.fromkeys(made.found)
            if made.broken is None:
                return self._ended(made.top)
            tired = made.final or len(self._found) >= MAX_FAULTS or self._budget < len(text)
            if not self._went_on(made, made.broken) or tired:
                return ReadFile(None, list(self._found), False)

    def _went_on(self, made: Attempt, broken: Diagnostic) -> bool:
        """Tell what stopped the reading, and leave out what it stands in; say whether there is anything to read on."""
        row = broken.span.line - 1 if broken.span else 0
        entry = entry_around(self._lines, row)
        follows = made.misaligned and self._misaligned == entry.rows.start
        if follows:  # it is the first one that was out of its rank: the others are not told, and left out together
            entry = key_around(self._lines, row)
        else:
            self._found[broken] = None
        self._misaligned = entry.rows.stop if made.misaligned and not follows else None
        self._left_out += self._lines[entry.rows.start : entry.rows.stop]
        self._lines = blanked(self._lines, entry.rows)
        self._shortened.add(entry.key)
        known = len(self._gone)
        self._gone |= {*entry.rows}
        return len(self._gone) > known and not (follows and entry.key == row)

    def _leave_out_hidden(self) -> None:
        """Tell the signs that YAML does not admit, which nobody sees or misses."""
        if _HIDDEN.search("\n".join(self._lines)) is None:
            return
        for row, line in enumerate(self._lines):
            for sign in islice(_HIDDEN.finditer(line), MAX_FAULTS - len(self._found)):
                self._found[hidden(Span(self._path, row + 1, sign.start() + 1))] = None
            self._lines[row] = _HIDDEN.sub("", line)

    def _leave_out_separators(self) -> None:
        """Tell the lines that begin another document or end this one: a file holds one."""
        begun = False
        for row, line in enumerate(self._lines):
            if begun and (mark := _SEPARATOR.match(line)):
                self._found[separator(Span(self._path, row + 1, 1), mark[0])] = None
                self._gone |= {row} if line[mark.end() :].strip() else set()
                self._lines[row] = ""
            begun = begun or bool(line.strip() and not line.startswith(("#", "%")))

    def _ended(self, top: Node) -> ReadFile:
        found, whole = list(self._found), not self._gone
        if isinstance(top, Mapping):
            return ReadFile(self._without_emptied(top), found, whole)
        if not whole:
            return ReadFile(None, found, False)
        if top is None:
            return ReadFile(None, [*found, UNREADABLE.at(Span(self._path), reason=_EMPTY, hint=_FILL)], False)
        return ReadFile(None, [*found, WRONG_SHAPE.at(top.span, expected=_TOP)], False)

    def _without_emptied(self, top: Mapping) -> Mapping:
        """Leave out the keys that hold nothing any more: they were not left empty by the author."""
        kept = {
            key: value
            for key, value in top.items()
            if value is not None or top.keys_at[key].line - 1 not in self._shortened
        }
        return Mapping(kept, top.span, top.keys_at)
