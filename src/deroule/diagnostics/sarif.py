"""Diagnostics as SARIF 2.1.0, the form that code hosts and editors read."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import quote

from deroule.diagnostics.diagnostic import Code, Diagnostic, Note, Severity
from deroule.span import Span

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def sarif(found: Iterable[Diagnostic], language: str) -> str:
    """Write one run: the rules that were broken, and a result for each diagnostic."""
    diagnostics = tuple(found)
    codes = {one.code.id: one.code for one in diagnostics}
    order = {code_id: index for index, code_id in enumerate(sorted(codes))}
    log = {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "deroule",
                        "rules": [_rule(codes[code_id], language) for code_id in order],
                    }
                },
                "language": language,
                # §3.30.6: columns count code points, as the reader of files does, not UTF-16 units.
                "columnKind": "unicodeCodePoints",
                "originalUriBaseIds": {"ROOT": {"description": {"text": "The workspace's root."}}},
                "results": [_result(one, order[one.code.id], language) for one in diagnostics],
            }
        ],
    }
    return json.dumps(log, ensure_ascii=False, indent=2)


def _rule(code: Code, language: str) -> dict[str, Any]:
    page = code.page.in_language(language)
    rule: dict[str, Any] = {
        "id": code.id,
        "name": "".join(part.capitalize() for part in code.name.split("-")),
        "shortDescription": {"text": code.name},
        "defaultConfiguration": {"level": _LEVELS[code.severity]},
    }
    if page:
        rule["help"] = {"text": page, "markdown": page}
    return rule


def _result(one: Diagnostic, rule: int, language: str) -> dict[str, Any]:
    hint = one.hint_text(language)
    message = one.message(language) + (f" ({hint})" if hint else "")
    result: dict[str, Any] = {
        "ruleId": one.code.id,
        "ruleIndex": rule,
        "level": _LEVELS[one.severity],
        "message": {"text": message},
        "locations": [_location(one.span)] if one.span else [],
    }
    related = [_related(note, index, language) for index, note in enumerate(one.notes, 1) if note.span]
    if related:
        result["relatedLocations"] = related
    return result


def _related(note: Note, index: int, language: str) -> dict[str, Any]:
    assert note.span is not None
    return {"id": index, "message": {"text": note.text(language)}, **_location(note.span)}


def _location(span: Span) -> dict[str, Any]:
    region: dict[str, Any] = {"startLine": span.line, "startColumn": span.column}
    if span.end_line is not None and span.end_column is not None:
        region |= {"endLine": span.end_line, "endColumn": span.end_column}
    return {"physicalLocation": {"artifactLocation": _artefact(span.path), "region": region}}


def _artefact(path: str) -> dict[str, str]:
    """§3.4.4: beside a base the address is relative; a file that is not of the workspace has none."""
    if Path(path).is_absolute():
        return {"uri": Path(path).as_uri()}
    return {"uri": quote(path), "uriBaseId": "ROOT"}
