"""The typography of a Markdown page put right: its words alone, never its code, addresses or marks."""

from __future__ import annotations

import re

from deroule.typography import BESIDE, typeset

_FENCE = re.compile(r"^\s*(```+|~~~+)")
_KEPT_LINE = re.compile(r"^(?:[\s|:-]+|\s*\[[^\]]+\]:\s+\S.*|(?:\t| {8,}).*)$")
"""Rules of tables, targets of references, and deep indentation, where code may stand."""
_ADMONITION = re.compile(r"^(\s*(?:!!!|\?\?\?\+?)\s+[\w -]*\")(.*)(\"\s*)$")
_KEPT = re.compile(r"(`+)(?:.+?)\1|\]\([^)]*\)|<[^<>]+>|\{[^{}]*\}")
"""Code, the target of a link, a tag or an address between angle brackets, attributes."""
_STRUCTURE = re.compile(r"^\s*(?::\s+|(?:[-*+>]|\d+[.)]|#+)\s+)*")


def typeset_page(text: str, language: str) -> str:
    """Put the typography of a page's Markdown right; doing it twice changes nothing."""
    made: list[str] = []
    fence = ""
    for line in text.split("\n"):
        mark = _FENCE.match(line)
        if mark and not fence:
            fence = mark[1]
        elif mark and mark[1].startswith(fence) and line.strip() == mark[1]:
            fence = ""
        elif not fence:
            line = _line(line, language)
        made.append(line)
    return "\n".join(made)


def typeset_facts(value: object, language: str) -> object:
    """Put the typography of a front matter's sentences right; ids, dates and addresses have nothing to put right."""
    if isinstance(value, dict):
        return {key: typeset_facts(item, language) for key, item in value.items()}
    if isinstance(value, list):
        return [typeset_facts(item, language) for item in value]
    return typeset(value, language) if isinstance(value, str) and " " in value else value


def _line(line: str, language: str) -> str:
    if _KEPT_LINE.match(line):
        return line
    titled = _ADMONITION.match(line)
    if titled:
        return titled[1] + _words(titled[2], language) + titled[3]
    start = _STRUCTURE.match(line)
    at = start.end() if start else 0
    return line[:at] + _words(line[at:], language)


def _words(text: str, language: str) -> str:
    made = ""
    at = 0
    for kept in _KEPT.finditer(text):
        made += typeset(text[at : kept.start()], language, made[-BESIDE:], kept[0][:BESIDE]) + kept[0]
        at = kept.end()
    return made + typeset(text[at:], language, made[-BESIDE:])
