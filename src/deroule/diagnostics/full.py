"""Diagnostics for people: the sentence, the line with the fault underlined, notes, and how to mend it."""

from __future__ import annotations

from deroule.diagnostics.diagnostic import Diagnostic, Severity
from deroule.diagnostics.lines import SourceReader, excerpt
from deroule.diagnostics.short import headline
from deroule.span import Span

_COLOURS = {Severity.ERROR: "\033[1;31m", Severity.WARNING: "\033[1;33m", Severity.INFO: "\033[1;36m"}
_NOTE = {"fr": "note", "en": "note"}
_HINT = {"fr": "conseil", "en": "hint"}


def full(found: tuple[Diagnostic, ...], source: SourceReader, language: str, *, colour: bool = False) -> str:
    """Tell each diagnostic on several lines, a blank line between."""
    return "\n\n".join(_one(one, source, language, colour) for one in found) + ("\n" if found else "")


def _one(one: Diagnostic, source: SourceReader, language: str, colour: bool) -> str:
    first = headline(one, language)
    if colour:
        weight = f"{one.severity}[{one.code.id}]"
        first = first.replace(weight, f"{_COLOURS[one.severity]}{weight}\033[0m", 1)
    lines = [first, *_excerpt(source, one.span)]
    for note in one.notes:
        place = f" ({note.span})" if note.span else ""
        lines.append(f"   {_NOTE[_tongue(language)]}: {note.text(language)}{place}")
    hint = one.hint_text(language)
    if hint:
        lines.append(f"   {_HINT[_tongue(language)]}: {hint}")
    return "\n".join(lines)


def _excerpt(source: SourceReader, span: Span | None) -> list[str]:
    shown = excerpt(source, span) if span else None
    if shown is None or span is None:
        return []
    return [f"{span.line:>5} | {shown[0]}", f"{'':>5} | {shown[1]}"]


def _tongue(language: str) -> str:
    return "fr" if language.startswith("fr") else "en"
