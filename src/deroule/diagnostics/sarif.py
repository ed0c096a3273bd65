"""Diagnostics as SARIF 2.1.0 (OASIS), which code hosts and editors read."""

from __future__ import annotations

import json
from typing import Any

from deroule.diagnostics.diagnostic import Code, Diagnostic, Severity
from deroule.span import Span

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def sarif(found: tuple[Diagnostic, ...], language: str) -> str:
    """Give one SARIF run with the rules that were broken."""
    codes = {one.code.id: one.code for one in found}
    run = {
        "tool": {"driver": {"name": "Déroulé", "rules": [_rule(code) for _, code in sorted(codes.items())]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(one, language) for one in found],
    }
    return json.dumps({"version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _rule(code: Code) -> dict[str, Any]:
    return {"id": code.id, "name": code.name, "defaultConfiguration": {"level": _LEVELS[code.severity]}}


def _result(one: Diagnostic, language: str) -> dict[str, Any]:
    hint = one.hint_text(language)
    text = one.message(language) + (f" ({hint})" if hint else "")
    made: dict[str, Any] = {"ruleId": one.code.id, "level": _LEVELS[one.severity], "message": {"text": text}}
    if one.span:
        made["locations"] = [_location(one.span)]
    notes = [note for note in one.notes if note.span]
    if notes:
        made["relatedLocations"] = [
            {"message": {"text": note.text(language)}, **_location(note.span)} for note in notes if note.span
        ]
    return made


def _location(span: Span) -> dict[str, Any]:
    region: dict[str, Any] = {"startLine": span.line, "startColumn": span.column}
    if span.end_line and span.end_column:
        region |= {"endLine": span.end_line, "endColumn": span.end_column}
    return {"physicalLocation": {"artifactLocation": {"uri": span.path}, "region": region}}
