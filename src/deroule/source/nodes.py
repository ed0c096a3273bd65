"""YAML as nodes: mappings, lists and scalars with their places, every scalar as it was written.

The reader follows PyYAML's parser (the C one), event by event: nothing recurses into what an author nests, and no
tag is ever resolved. YAML's guesses (630 for `10:30`, false for `no`) so never happen; the field's type decides.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

import yaml

from deroule.diagnostics import Diagnostic, Note, Words
from deroule.source.codes import BROKEN_YAML, DUPLICATE_KEY, FORBIDDEN_YAML, UNREADABLE, WRONG_SHAPE
from deroule.source.yaml_words import told
from deroule.span import Span, lines_of

MAX_BYTES = 2_000_000
"""A day's training is about 200 kB; ten times that is a mistake."""
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
_EMPTY = Words("il est vide", "it is empty")
_FILL = Words("écrivez-y ce qu'il doit dire, ou retirez-le", "write what it is to say, or remove it")
_LARGE = Words("il dépasse 2 Mo", "it is larger than 2 MB")
_SPLIT = Words(
    "vérifiez que c'est le bon fichier ; une journée entière tient en 200 ko",
    "check that it is the right file; a whole day takes 200 kB",
)
_ONE_DOCUMENT = Words("un second document commence (---)", "a second document begins (---)")
_NO_DASHES = Words("retirez la ligne ---", "remove the line ---")
_NO_ANCHOR = Words("« * » renvoie à une ancre qui n'est pas là", "“*” refers to an anchor that is not there")
_NO_KEY = Words("une clé est un mot, ni une liste ni un groupe", "a key is a word, neither a list nor a group")
_QUOTE_IT = Words(
    'si c\'est du texte, mettez-le entre guillemets : "…"', 'if it is text, put it in quotation marks: "…"'
)


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


def read_nodes(content: bytes, path: str) -> tuple[Mapping | None, list[Diagnostic]]:
    """Read a YAML file whose top is a mapping. Never raises for bad input: faults come back as diagnostics."""
    text, fault = decode_text(content)
    if text is None:
        return None, [unreadable(content, path, fault)]
    reader = _Reader(path, text)
    top: Node = None
    try:
        loader = _Loader(text)
        try:
            top = reader.document(loader)
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as broken:
        said = broken.problem or broken.context or ""
        return None, [*reader.found, told(path, text, said, broken.problem_mark, broken.context_mark)]
    except yaml.reader.ReaderError as broken:
        before = lines_of(text[: broken.position] if isinstance(broken.position, int) else "")
        mark = yaml.Mark(path, 0, len(before) - 1, len(before[-1]), None, 0)
        return None, [*reader.found, told(path, text, "control characters are not allowed", mark, None)]
    except _RefusedError as refused:
        return None, [*reader.found, FORBIDDEN_YAML.at(refused.span, what=refused.what)]
    if isinstance(top, Mapping):
        return top, reader.found
    if top is None:
        return None, [*reader.found, UNREADABLE.at(Span(path), reason=_EMPTY, hint=_FILL)]
    return None, [*reader.found, WRONG_SHAPE.at(top.span, expected=Words("des clés (`nom: …`)", "keys (`name: …`)"))]


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

    def __init__(self, path: str, text: str) -> None:
        lines = lines_of(text)
        self.path = path
        self.found: list[Diagnostic] = []
        self._end = (len(lines), len(lines[-1]) + 1)
        self._open: list[_Open] = []
        self._anchors: dict[str, tuple[Node, Span, int]] = {}
        self._count = 0
        self._top: Node = None

    def document(self, loader: Any) -> Node:
        """Read the only document of a stream."""
        documents = 0
        while loader.check_event():
            event = loader.get_event()
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    span = self._span(event)
                    self.found.append(BROKEN_YAML.at(span, reason=_ONE_DOCUMENT, hint=_NO_DASHES))
                    break
            elif isinstance(event, yaml.NodeEvent):
                self._node(event)
            elif isinstance(event, yaml.CollectionEndEvent):
                self._close(event)
        return self._top

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
            self._add(None if empty else Scalar(event.value, span, quoted), span, event.anchor, 1)
            return
        if len(self._open) >= MAX_DEPTH:
            raise _RefusedError(span, _DEEP)
        self._open.append(_Open(span, event.anchor, self._count, isinstance(event, yaml.MappingStartEvent)))

    def _alias(self, event: Any, span: Span) -> None:
        if event.anchor not in self._anchors:
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
