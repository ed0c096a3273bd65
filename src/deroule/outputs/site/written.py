"""mkdocs.yml as it is written: its settings as values and nodes, and every fault of its writing, each at its place."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml.constructor import SafeConstructor

from deroule.diagnostics import Diagnostic, Words
from deroule.outputs.site.codes import SETTINGS_UNREADABLE
from deroule.span import Span, lines_of

FILE = "mkdocs.yml"
KEYS = Words("il faut des noms et leurs valeurs (`nom: valeur`)", "names and their values are needed (`name: value`)")
_MOST = 20
"""Faults of writing told: who made more has another kind of file in hand."""
_BROKEN = Words(
    "l'écriture est rompue ici (un décalage, un « : » de trop, un guillemet ou un crochet qui n'est pas refermé)",
    "the writing is broken here (a line out of place, a “:” too many, a quotation mark or bracket not closed)",
)
_VALUE = Words(
    "cette valeur n'a pas de sens (une date impossible, par exemple)",
    "this value makes no sense (an impossible date, perhaps)",
)
_OPEN = ("while scanning a quoted", "while scanning a simple key")
_BEGINS = re.compile(r"[^\s#\-\]}]")
"""A line at the margin that begins a setting, or was meant to."""


@dataclass(frozen=True, slots=True)
class Written:
    """The settings that can be read, the node of each one's key and value, and what is wrong with the others."""

    values: dict[str, Any] = field(default_factory=dict)
    nodes: dict[str, tuple[yaml.Node, yaml.Node]] = field(default_factory=dict)
    found: tuple[Diagnostic, ...] = ()


def read_written(text: str) -> Written:
    """Read the file's text: after a fault, the setting that it stands in is left out and the others are read."""
    lines, found = lines_of(text), list[Diagnostic]()
    while len(found) < _MOST:
        try:
            node = yaml.compose("\n".join(lines), yaml.SafeLoader)
        except yaml.MarkedYAMLError as fault:
            mark = _begun("\n".join(lines), fault)
            found.append(SETTINGS_UNREADABLE.at(Span(FILE, mark.line + 1, mark.column + 1), why=_BROKEN))
            rows = _setting_around(lines, mark.line)
            if not any(lines[row].strip() for row in rows):
                break
            lines = ["" if row in rows else line for row, line in enumerate(lines)]
        except (yaml.YAMLError, RecursionError):  # a sign that YAML does not admit, or brackets without end
            return Written(found=(*found, SETTINGS_UNREADABLE.at(Span(FILE), why=_BROKEN)))
        else:
            return _built(node, found)
    return Written(found=tuple(found))


def span_of(node: yaml.Node) -> Span:
    """Give the place of a node; only what stands on one line has an end."""
    start, end = node.start_mark, node.end_mark
    ends = (
        (end.line + 1, end.column + 1) if isinstance(node, yaml.ScalarNode) and end.line == start.line else (None, None)
    )
    return Span(FILE, start.line + 1, start.column + 1, *ends)


def _begun(text: str, fault: Any) -> Any:
    """Give where a fault begins: the bracket or the quotation mark left open, the key without its colon, else where it is met."""
    last: Any = None
    opened: list[Any] = []
    try:
        for last in yaml.parse(text, yaml.SafeLoader):
            if isinstance(last, yaml.CollectionStartEvent):
                opened.append(last)
            elif isinstance(last, yaml.CollectionEndEvent):
                opened.pop()
    except yaml.YAMLError:
        pass
    flow = next((one for one in opened if one.flow_style), None)
    if flow is not None:
        return flow.start_mark
    if str(fault.context or "").startswith(_OPEN):
        return fault.context_mark
    # A word at the head of its line went on to the next one for want of its colon.
    word: Any = last if isinstance(last, yaml.ScalarEvent) else None
    goes_on = word is not None and word.start_mark.line < word.end_mark.line == fault.problem_mark.line
    if goes_on and not lines_of(text)[word.start_mark.line][: word.start_mark.column].strip(" -"):
        return word.start_mark
    return fault.problem_mark


def _setting_around(lines: list[str], row: int) -> range:
    """Give the rows of the setting that a row belongs to: from the margin to the next line at the margin."""
    begun = [one for one, line in enumerate(lines) if _BEGINS.match(line)]
    return range(
        max((one for one in begun if one <= row), default=0),
        min((one for one in begun if one > row), default=len(lines)),
    )


def _built(node: yaml.Node | None, found: list[Diagnostic]) -> Written:
    if node is None:
        return Written(found=tuple(found))
    if not isinstance(node, yaml.MappingNode):
        return Written(found=(*found, SETTINGS_UNREADABLE.at(Span(FILE), why=KEYS)))
    values: dict[str, Any] = {}
    nodes: dict[str, tuple[yaml.Node, yaml.Node]] = {}
    for key, value in node.value:
        name = str(key.value)
        if name in nodes:
            twice = Words(f"« {name} » est déjà écrit plus haut", f"“{name}” is already written above")
            found.append(SETTINGS_UNREADABLE.at(span_of(key), why=twice))
            continue
        nodes[name] = key, value
        try:
            made = SafeConstructor().construct_document(value)
            json.dumps(made, default=str)  # refuses what holds itself
            values[name] = made
        except yaml.MarkedYAMLError as fault:
            found.append(SETTINGS_UNREADABLE.at(_at(fault.problem_mark) or span_of(value), why=_BROKEN))
        except (ValueError, TypeError, RecursionError):
            found.append(SETTINGS_UNREADABLE.at(span_of(value), why=_VALUE))
    return Written(values, nodes, tuple(found))


def _at(mark: Any) -> Span | None:
    return Span(FILE, mark.line + 1, mark.column + 1) if mark else None


def scalars(node: yaml.Node) -> Iterator[tuple[str, Span]]:
    """Give each text below a node with its place."""
    waiting, seen = [node], set[int]()
    while waiting:
        one = waiting.pop()
        if id(one) in seen:  # an alias to what is above it
            continue
        seen.add(id(one))
        if isinstance(one, yaml.MappingNode):
            waiting += [value for _, value in reversed(one.value)]
        elif isinstance(one, yaml.SequenceNode):
            waiting += reversed(one.value)
        else:
            yield str(one.value), span_of(one)
