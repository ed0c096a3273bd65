"""YAML as nodes: mappings, lists and scalars with their places, every scalar as it was written.

The reader follows PyYAML's parser (the C one), event by event: nothing recurses into what an author nests, and no
tag is ever resolved. YAML's guesses (630 for `10:30`, false for `no`) so never happen; the field's type decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple, TypeAlias

import yaml

from deroule.diagnostics import Diagnostic, Note, Words
from deroule.source.codes import BROKEN_YAML, DUPLICATE_KEY, FORBIDDEN_YAML
from deroule.source.yaml_words import ALIAS, MISALIGNED, NO_COLON, UNCLOSED, told
from deroule.span import Span, lines_of

MAX_DEPTH = 40
MAX_TEXT = 100_000
"""Characters of one text: a whole book chapter."""
MAX_NODES = 200_000
"""Nodes after the expansion of aliases: what an anchor bomb blows up."""

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_FIRST = Words("la première est ici", "the first one is here")
_DEEP = Words(f"plus de {MAX_DEPTH} niveaux", f"more than {MAX_DEPTH} levels")
_LONG = Words(f"un texte de plus de {MAX_TEXT} signes", f"a text of more than {MAX_TEXT} characters")
_MULTIPLIED = Words("des ancres qui se multiplient", "anchors that multiply")
_TAG = Words("une étiquette « !… »", "a tag “!…”")
_NO_ANCHOR = Words("« * » renvoie à une ancre qui n'est pas là", "“*” refers to an anchor that is not there")
_NO_KEY = Words("une clé est un mot, ni une liste ni un groupe", "a key is a word, neither a list nor a group")
_QUOTE_IT = Words(
    'si c\'est du texte, mettez-le entre guillemets : "…"', 'if it is text, put it in quotation marks: "…"'
)


_HASH = Words("« # » commence un commentaire : il ne reste aucune valeur", "“#” begins a comment: no value is left")
_COMMENT = re.compile(r".?(?P<before>-\s+(?=#\w)|:\s+(?=#[0-9A-Fa-f]{3,8}\s*$))")
"""An entry of a list, or a colour: it was meant as a value, since a comment has a space after its sign."""


class Scalar(str):
    """A scalar as written, with its place. `quoted` tells whether the author put it in quotation marks."""

    span: Span
    quoted: bool

    def __new__(cls, text: str, span: Span, quoted: bool = False) -> Scalar:
        """Make a scalar."""
        made = super().__new__(cls, text)
        made.span = span
        made.quoted = quoted
        return made


class Items(list[Any]):
    """A list with its place."""

    def __init__(self, items: list[Any], span: Span) -> None:
        super().__init__(items)
        self.span = span


class Mapping(dict[str, Any]):
    """A mapping with its place and the places of its keys."""

    def __init__(self, items: dict[str, Any], span: Span, keys: dict[str, Span]) -> None:
        super().__init__(items)
        self.span = span
        self.keys_at = keys


Node: TypeAlias = Mapping | Items | Scalar | None
"""None stands for a value that was left empty."""


class Attempt(NamedTuple):
    """What the parser made of a text: its top, what is wrong in it, and what stopped the reading, if anything did."""

    top: Node
    found: list[Diagnostic]
    broken: Diagnostic | None = None
    misaligned: bool = False
    """Whether what stopped it is a line out of its rank: the lines after it may be the ones that are in theirs."""
    final: bool = False
    """Whether reading stopped for good: going on could exhaust the machine."""


def attempt(path: str, text: str, left_out: str = "") -> Attempt:
    """Read a text of printable characters and one document. Anchors may stand in what was left out of it."""
    reader = _Reader(path, text, left_out)
    try:
        loader = _Loader(text)
        try:
            return Attempt(reader.document(loader), reader.found)
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as broken:
        said, begun = reader.cause(broken)
        fault = told(path, text, said, broken.problem_mark, begun)
        found = [one for one in reader.found if not _same_place(one, fault)]
        return Attempt(None, found, fault, misaligned=said.startswith(MISALIGNED))
    except _RefusedError as refused:
        return Attempt(None, reader.found, FORBIDDEN_YAML.at(refused.span, what=refused.what), final=True)


def _same_place(one: Diagnostic, other: Diagnostic) -> bool:
    return str(one.span) == str(other.span)


class _RefusedError(Exception):
    """Reading stops: going on could exhaust the machine."""

    def __init__(self, span: Span, what: Words) -> None:
        super().__init__(what.en)
        self.span = span
        self.what = what


class _Open:
    """A collection whose end has not come yet."""

    def __init__(self, start: Span, anchor: str | None, count: int, keyed: bool) -> None:
        self.start = start
        self.anchor = anchor
        self.count = count
        self.keyed = keyed
        self.children: list[tuple[Node, Span]] = []


class _Reader:
    """Builds nodes from the parser's events."""

    def __init__(self, path: str, text: str, left_out: str) -> None:
        self._lines = lines = lines_of(text)
        self.path = path
        self._left_out = left_out
        self.found: list[Diagnostic] = []
        self._end = (len(lines), len(lines[-1]) + 1)
        self._open: list[_Open] = []
        self._anchors: dict[str, tuple[Node, Span, int]] = {}
        self._count = 0
        self._top: Node = None
        self._last: Any = None

    def document(self, loader: Any) -> Node:
        """Read the only document of a stream."""
        while loader.check_event():
            event = loader.get_event()
            if isinstance(event, yaml.NodeEvent):
                self._last = event
                self._node(event)
            elif isinstance(event, yaml.CollectionEndEvent):
                self._close(event)
        return self._top

    def cause(self, broken: Any) -> tuple[str, Any]:
        """Give what the parser complains of and where that began: most often just before it stumbled."""
        said = str(broken.problem or broken.context or "")
        last, at = self._last, broken.problem_mark
        if last is None or at is None or last.end_mark.line != at.line:
            return said, broken.context_mark
        begun, over_lines = last.start_mark, last.start_mark.line < at.line
        if isinstance(last, yaml.AliasEvent):
            return ALIAS, begun
        if isinstance(last, yaml.ScalarEvent) and over_lines:
            if last.style in ("'", '"'):
                return UNCLOSED, begun
            if said.startswith("mapping values") and self._begins_a_line(begun):
                return NO_COLON, begun
        return said, broken.context_mark

    def _begins_a_line(self, mark: Any) -> bool:
        return not self._lines[mark.line][: mark.column].strip(" -")

    def _node(self, event: Any) -> None:
        span = self._span(event)
        if isinstance(event, yaml.AliasEvent):
            self._alias(event, span)
            return
        self._counted(1, span)
        if event.tag is not None:
            self.found.append(FORBIDDEN_YAML.at(span, what=_TAG))
        if isinstance(event, yaml.ScalarEvent):
            quoted = event.style not in (None, "")
            if len(event.value) > MAX_TEXT:
                raise _RefusedError(span, _LONG)
            empty = not quoted and event.value in ("", "~", "null")
            if empty and (comment := self._comment(span)):
                self.found.append(BROKEN_YAML.at(comment, reason=_HASH, hint=_QUOTE_IT))
            self._add(None if empty else Scalar(event.value, span, quoted), span, event.anchor, 1)
            return
        if len(self._open) >= MAX_DEPTH:
            raise _RefusedError(span, _DEEP)
        self._open.append(_Open(span, event.anchor, self._count, isinstance(event, yaml.MappingStartEvent)))

    def _comment(self, span: Span) -> Span | None:
        """Find what was meant as a value, and is a comment, where a value is empty."""
        line = self._lines[span.line - 1] if span.line <= len(self._lines) else ""
        found = _COMMENT.match(line, max(span.column - 2, 0))
        return Span(self.path, span.line, found.end("before") + 1) if found else None

    def _alias(self, event: Any, span: Span) -> None:
        if event.anchor not in self._anchors:
            if f"&{event.anchor}" not in self._left_out:
                self.found.append(BROKEN_YAML.at(span, reason=_NO_ANCHOR, hint=_QUOTE_IT))
            self._add(None, span, None, 1)
            return
        node, _, size = self._anchors[event.anchor]
        self._counted(size, span)
        self._add(node, span, None, size)

    def _close(self, event: Any) -> None:
        open_one = self._open.pop()
        end = open_one.children[-1][1] if open_one.children else self._span(event)
        if event.start_mark.index < event.end_mark.index:  # a bracket that closes: the end is exact
            end = self._span(event)
        start = open_one.start
        span = Span(self.path, start.line, start.column, end.end_line, end.end_column)
        node: Node
        if open_one.keyed:
            node = self._mapping(open_one, span)
        else:
            node = Items([child for child, _ in open_one.children], span)
        self._add(node, span, open_one.anchor, self._count - open_one.count + 1)

    def _mapping(self, read: _Open, span: Span) -> Mapping:
        items: dict[str, Any] = {}
        keys: dict[str, Span] = {}
        pairs = iter(read.children)
        for (key, key_span), (value, _) in zip(pairs, pairs, strict=True):
            if key is not None and not isinstance(key, Scalar):
                self.found.append(BROKEN_YAML.at(key_span, reason=_NO_KEY, hint=_QUOTE_IT))
                continue
            name = str(key or "")
            if name in items:
                self.found.append(DUPLICATE_KEY.at(key_span, key=name, notes=[Note(_FIRST, keys[name])]))
                continue
            items[name] = value
            keys[name] = key_span
        return Mapping(items, span, keys)

    def _add(self, node: Node, span: Span, anchor: str | None, size: int) -> None:
        if anchor:
            self._anchors[anchor] = (node, span, size)
        if self._open:
            self._open[-1].children.append((node, span))
        else:
            self._top = node

    def _counted(self, size: int, span: Span) -> None:
        self._count += size
        if self._count > MAX_NODES:
            raise _RefusedError(span, _MULTIPLIED)

    def _span(self, event: Any) -> Span:
        start, end = event.start_mark, event.end_mark
        # libyaml ends what is open at the end of a file on the line after it
        last = self._end if end.line >= self._end[0] else (end.line + 1, end.column + 1)
        return Span(self.path, start.line + 1, start.column + 1, *last)


def walk(node: Any) -> Iterator[Any]:
    """Give a node and everything below it."""
    yield node
    children = node.values() if isinstance(node, Mapping) else node if isinstance(node, Items) else ()
    for child in children:
        yield from walk(child)
