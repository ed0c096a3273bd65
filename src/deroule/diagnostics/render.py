"""The renderers of diagnostics: one function, one module a form."""

from __future__ import annotations

from deroule.diagnostics.annotations import annotations
from deroule.diagnostics.as_json import as_json
from deroule.diagnostics.diagnostic import Diagnostic
from deroule.diagnostics.full import full
from deroule.diagnostics.lines import SourceReader
from deroule.diagnostics.sarif import sarif
from deroule.diagnostics.short import short


def render(
    found: tuple[Diagnostic, ...], form: str, *, workspace: SourceReader, language: str, colour: bool = False
) -> str:
    """Tell diagnostics as `full`, `short`, `json`, `sarif` or `ci`. Raises KeyError for another form."""
    if form == "full":
        return full(found, workspace, language, colour=colour)
    forms = {"short": short, "json": as_json, "sarif": sarif, "ci": annotations}
    return forms[form](found, language)
