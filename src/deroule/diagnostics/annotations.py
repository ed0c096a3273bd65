"""Diagnostics as workflow commands, which a code host's runner shows beside the lines of a change."""

from __future__ import annotations

from deroule.diagnostics.diagnostic import Diagnostic, Severity

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def annotations(found: tuple[Diagnostic, ...], language: str) -> str:
    """Give one command a diagnostic."""
    return "\n".join(_one(one, language) for one in found)


def _one(one: Diagnostic, language: str) -> str:
    facts = [f"file={_field(one.span.path)},line={one.span.line},col={one.span.column}"] if one.span else []
    facts.append(f"title={_field(one.code.id + ' ' + one.code.name)}")
    hint = one.hint_text(language)
    text = one.message(language) + (f"\n{hint}" if hint else "")
    return f"::{_LEVELS[one.severity]} {','.join(facts)}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _field(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
