"""A diagnostic for people: the headline, the line with marks under the fault, notes and the hint."""

from __future__ import annotations

from collections.abc import Iterable

from deroule.diagnostics.diagnostic import Diagnostic, Severity, Words
from deroule.diagnostics.excerpt import Excerpts, Files
from deroule.diagnostics.short import SEVERITIES, headline, one_line

_COLOURS = {Severity.ERROR: "\x1b[1;31m", Severity.WARNING: "\x1b[1;33m", Severity.INFO: "\x1b[1;36m"}
_QUIET, _BOLD, _PLAIN = "\x1b[2m", "\x1b[1m", "\x1b[0m"
_NOTE = Words("note", "note")
_HINT = Words("conseil", "hint")
_AT = Words("à", "at")


def full(found: Iterable[Diagnostic], language: str, files: Files, *, colour: bool = False) -> str:
    """Write diagnostics for people, an empty line between two."""
    excerpts = Excerpts(files)
    return "\n\n".join(_one(each, language, excerpts, colour) for each in found)


def _one(one: Diagnostic, language: str, excerpts: Excerpts, colour: bool) -> str:
    lines = [_headline(one, language, colour), *_excerpt(one, excerpts, colour)]
    for note in one.notes:
        lines.append(
            f"   {_NOTE.in_language(language)}: {one_line(note.text(language))}" + _elsewhere(note.span, language)
        )
    hint = one.hint_text(language)
    if hint:
        label = _HINT.in_language(language)
        lines.append(f"   {_BOLD + label + _PLAIN if colour else label}: {one_line(hint)}")
    return "\n".join(lines)


def _headline(one: Diagnostic, language: str, colour: bool) -> str:
    line = headline(one, language)
    if not colour:
        return line
    tag = f"{SEVERITIES[one.severity].in_language(language)}[{one.code.id}]"
    return line.replace(tag, f"{_COLOURS[one.severity]}{tag}{_PLAIN}", 1)


def _excerpt(one: Diagnostic, excerpts: Excerpts, colour: bool) -> list[str]:
    shown = excerpts.at(one.span) if one.span else None
    if one.span is None or shown is None or not shown.line.strip():
        return []
    gutter = f"{one.span.line:>5} | "
    marks = f"{_COLOURS[one.severity]}{shown.marks}{_PLAIN}" if colour else shown.marks
    line = f"{_QUIET}{gutter}{_PLAIN}{shown.line}" if colour else f"{gutter}{shown.line}"
    return [line, f"{' ' * (len(gutter) - 2)}| {marks}"]


def _elsewhere(span: object, language: str) -> str:
    return f" ({_AT.in_language(language)} {span})" if span else ""
