"""YAML as nodes: mappings, lists and scalars with their places, every scalar as it was written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from deroule.diagnostics import Diagnostic, Note, Words
from deroule.source.codes import BROKEN_YAML, DUPLICATE_KEY, FORBIDDEN_YAML, UNREADABLE, WRONG_SHAPE
from deroule.span import Span

MAX_BYTES = 2_000_000
"""A day's training is about 200 kB; ten times that is a mistake."""
MAX_DEPTH = 40
MAX_NODES = 200_000
"""Nodes after the expansion of aliases: what an anchor bomb blows up."""

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_FIRST = Words("la première est ici", "the first one is here")


class Scalar(str):
    """A scalar as written, with its place. `quoted` tells whether the author put it in quotation marks."""

    span: Span
    quoted: bool

    def __new__(cls, text: str, span: Span, quoted: bool = False) -> Scalar:
        """Make a scalar at its place."""
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


def read_nodes(content: bytes, path: str) -> tuple[Mapping | None, list[Diagnostic]]:
    """Read a YAML file whose top is a mapping. Never raises for bad input: faults come back as diagnostics."""
    start = Span(path)
    text, fault = decode_text(content)
    if text is None:
        reason = Words(*fault) if fault else Words("", "")
        return None, [_unreadable(start, reason)]
    depth_at = _too_deep(text)
    if depth_at:
        what = Words(f"plus de {MAX_DEPTH} niveaux", f"more than {MAX_DEPTH} levels")
        return None, [_said(FORBIDDEN_YAML.at(Span(path, *depth_at)), "what", what)]
    try:
        loader = _Loader(text)
        try:
            top = loader.get_single_node()
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as broken:
        mark = broken.problem_mark or broken.context_mark
        span = Span(path, mark.line + 1, mark.column + 1) if mark else start
        return None, [BROKEN_YAML.at(span, reason=broken.problem or broken.context or "")]
    except (yaml.YAMLError, RecursionError, ValueError) as broken:
        return None, [BROKEN_YAML.at(start, reason=str(broken).split("\n")[0])]
    reader = _Reader(path)
    if top is None:
        return None, [_unreadable(start, Words("il est vide", "it is empty"))]
    node = reader.node(top, 0)
    if not isinstance(node, Mapping) and not reader.found:
        reader.found.append(_said(WRONG_SHAPE.at(start), "expected", Words("des clés (`nom: …`)", "keys (`name: …`)")))
    return (node if isinstance(node, Mapping) else None), reader.found


def decode_text(content: bytes) -> tuple[str | None, tuple[str, str] | None]:
    """Decode UTF-8, with or without a byte order mark; else give the reason in French and English."""
    if len(content) > MAX_BYTES:
        return None, ("il dépasse 2 Mo", "it is larger than 2 MB")
    if b"\0" in content:
        return None, ("ce n'est pas du texte, ou c'est de l'UTF-16", "it is not text, or it is UTF-16")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = content[: fault.start].count(b"\n") + 1
        return None, (f"il n'est pas en UTF-8 (ligne {line})", f"it is not UTF-8 (line {line})")
    if not text.strip():
        return None, ("il est vide", "it is empty")
    return text, None


def _unreadable(span: Span, reason: Words) -> Diagnostic:
    return _said(UNREADABLE.at(span), "reason", reason)


def _said(found: Diagnostic, name: str, words: Words) -> Diagnostic:
    """Fill a place of the message with words that differ by language."""
    message = Words(
        found.code.message.fr.replace("{" + name + "}", words.fr),
        found.code.message.en.replace("{" + name + "}", words.en),
    )
    code = type(found.code)(
        found.code.id, found.code.name, found.code.severity, message, found.code.page, found.code.hint
    )
    return type(found)(code, found.span, found.values, found.notes, found.hint)


def _too_deep(text: str) -> tuple[int, int] | None:
    """Find a place nested deeper than is admitted, before the C parser recurses into it."""
    depth = 0
    for number, line in enumerate(text.split("\n"), 1):
        stripped = line.lstrip(" ")
        dashes = 0
        while stripped.startswith("- "):
            stripped = stripped[2:].lstrip(" ")
            dashes += 1
        indent = len(line) - len(line.lstrip(" "))
        if dashes > MAX_DEPTH or (stripped and indent > 20 * MAX_DEPTH):
            return number, indent + 1
        depth += line.count("[") + line.count("{") - line.count("]") - line.count("}")
        if line.count("[") + line.count("{") > 4 * MAX_DEPTH or depth > 20 * MAX_DEPTH:
            return number, 1
    return None


class _Reader:
    """Turns PyYAML's nodes into ours, expanding aliases within bounds."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.count = 0
        self.found: list[Diagnostic] = []
        self._stopped = False

    def node(self, node: Any, depth: int) -> Any:
        """Convert a node; None where it is refused."""
        span = self._span(node)
        self.count += 1
        if self._stopped:
            return None
        if depth > MAX_DEPTH or self.count > MAX_NODES:
            self._stopped = True
            what = (
                Words(f"plus de {MAX_DEPTH} niveaux", f"more than {MAX_DEPTH} levels")
                if depth > MAX_DEPTH
                else Words("des ancres qui se multiplient", "anchors that multiply")
            )
            self.found.append(_said(FORBIDDEN_YAML.at(span), "what", what))
            return None
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node, span)
        if node.tag not in ("tag:yaml.org,2002:map", "tag:yaml.org,2002:seq"):
            self._refuse_tag(node, span)
        if isinstance(node, yaml.SequenceNode):
            return Items([self.node(item, depth + 1) for item in node.value], span)
        return self._mapping(node, span, depth)

    def _scalar(self, node: Any, span: Span) -> Scalar | None:
        # Implicit tags are YAML's guesses (int, bool, timestamp): the field's type decides instead.
        if not node.tag.startswith("tag:yaml.org,2002:") or node.tag == "tag:yaml.org,2002:binary":
            self._refuse_tag(node, span)
        if node.tag == "tag:yaml.org,2002:null" and node.style is None and node.value in ("", "~", "null"):
            return None
        return Scalar(node.value, span, quoted=node.style is not None)

    def _mapping(self, node: Any, span: Span, depth: int) -> Mapping:
        items: dict[str, Any] = {}
        keys: dict[str, Span] = {}
        for key_node, value_node in node.value:
            key_span = self._span(key_node)
            if not isinstance(key_node, yaml.ScalarNode):
                self.found.append(BROKEN_YAML.at(key_span, reason="a key must be a word"))
                continue
            key = key_node.value
            if key in items:
                self.found.append(DUPLICATE_KEY.at(key_span, key=key, notes=[Note(_FIRST, keys[key])]))
                continue
            items[key] = self.node(value_node, depth + 1)
            keys[key] = key_span
        return Mapping(items, span, keys)

    def _refuse_tag(self, node: Any, span: Span) -> None:
        tag = node.tag.removeprefix("tag:yaml.org,2002:")
        what = Words(f"l'étiquette « {tag} »", f"the tag “{tag}”")
        self.found.append(_said(FORBIDDEN_YAML.at(span), "what", what))

    def _span(self, node: Any) -> Span:
        start, end = node.start_mark, node.end_mark
        return Span(self.path, start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def walk(node: Any) -> Iterator[Any]:
    """Give a node and everything below it."""
    yield node
    children = node.values() if isinstance(node, Mapping) else node if isinstance(node, Items) else ()
    for child in children:
        yield from walk(child)
