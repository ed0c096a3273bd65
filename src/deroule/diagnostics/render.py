"""The forms in which diagnostics are told, by name."""

from __future__ import annotations

from collections.abc import Iterable

from deroule.diagnostics.annotations import workflow_commands
from deroule.diagnostics.diagnostic import Diagnostic
from deroule.diagnostics.excerpt import Files
from deroule.diagnostics.full import full
from deroule.diagnostics.json_form import json_form
from deroule.diagnostics.sarif import sarif
from deroule.diagnostics.short import short

FORMS = ("full", "short", "json", "sarif", "ci")


def render(found: Iterable[Diagnostic], form: str, *, workspace: Files, language: str, colour: bool = False) -> str:
    """Tell diagnostics in a form of FORMS; the workspace gives the lines for excerpts. Raises KeyError for others."""
    if form == "full":
        return full(found, language, workspace, colour=colour)
    return {"short": short, "json": json_form, "sarif": sarif, "ci": workflow_commands}[form](found, language)
