"""Diagnostics as JSON, for other programs."""

from __future__ import annotations

import json
from typing import Any

from deroule.diagnostics.diagnostic import Diagnostic
from deroule.span import Span


def as_json(found: tuple[Diagnostic, ...], language: str) -> str:
    """Give a JSON list, an object a diagnostic."""
    return json.dumps([_one(one, language) for one in found], ensure_ascii=False, indent=2)


def _one(one: Diagnostic, language: str) -> dict[str, Any]:
    return {
        "code": one.code.id,
        "name": one.code.name,
        "severity": str(one.severity),
        "message": one.message(language),
        "hint": one.hint_text(language),
        "place": _place(one.span),
        "notes": [{"message": note.text(language), "place": _place(note.span)} for note in one.notes],
    }


def _place(span: Span | None) -> dict[str, Any] | None:
    if span is None:
        return None
    end = {"end_line": span.end_line, "end_column": span.end_column} if span.end_line else {}
    return {"path": span.path, "line": span.line, "column": span.column, **end}
