"""Diagnostics as JSON, for scripts: one array, both languages left to the caller's choice of one."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from deroule.diagnostics.diagnostic import Diagnostic
from deroule.span import Span


def json_form(found: Iterable[Diagnostic], language: str) -> str:
    """Write an array of objects: code, name, severity, message, span, notes, hint. Lines and columns count from 1."""
    return json.dumps([_one(each, language) for each in found], ensure_ascii=False, indent=2)


def _one(one: Diagnostic, language: str) -> dict[str, Any]:
    return {
        "code": one.code.id,
        "name": one.code.name,
        "severity": one.severity.value,
        "message": one.message(language),
        "span": _span(one.span),
        "notes": [{"message": note.text(language), "span": _span(note.span)} for note in one.notes],
        "hint": one.hint_text(language),
    }


def _span(span: Span | None) -> dict[str, Any] | None:
    if span is None:
        return None
    return {
        "path": span.path,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }
