"""What is wrong, as the preview shows it: words, place and excerpt, as plain data."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from deroule.diagnostics import Diagnostic
from deroule.diagnostics.excerpt import Excerpts
from deroule.diagnostics.json_form import json_form
from deroule.span import Span
from deroule.workspace import Workspace

_ORDER = ("error", "warning")


def told(found: Iterable[Diagnostic], workspace: Workspace, language: str) -> list[dict[str, Any]]:
    """Tell diagnostics as data, errors first."""
    return with_excerpts(json.loads(json_form(found, language)), workspace)


def with_excerpts(found: Iterable[dict[str, Any]], workspace: Workspace) -> list[dict[str, Any]]:
    """Put the line that each finding points at beside it. `found` is the form that `--format json` writes."""
    excerpts = Excerpts(workspace)
    ordered = sorted(found, key=lambda one: _ORDER.index(one["severity"]) if one["severity"] in _ORDER else len(_ORDER))
    return [{**one, "excerpt": _excerpt(one["span"], excerpts)} for one in ordered]


def _excerpt(span: dict[str, Any] | None, excerpts: Excerpts) -> dict[str, str] | None:
    found = excerpts.at(Span(**span)) if span else None
    return {"line": found.line, "marks": found.marks} if found else None
