"""Diagnostics as annotations of a continuous integration run: GitHub's workflow commands, one a line."""

from __future__ import annotations

from collections.abc import Iterable

from deroule.diagnostics.diagnostic import Diagnostic, Severity

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def workflow_commands(found: Iterable[Diagnostic], language: str) -> str:
    """Write `::error file=…,line=…,col=…,title=…::message`. Other runners show the lines as they are."""
    return "\n".join(_one(each, language) for each in found)


def _one(one: Diagnostic, language: str) -> str:
    facts = {"title": f"{one.code.id} {one.code.name}"}
    if one.span:
        facts = {"file": one.span.path, "line": str(one.span.line), "col": str(one.span.column)} | facts
    hint = one.hint_text(language)
    message = one.message(language) + (f"\n{hint}" if hint else "")
    told = ",".join(f"{name}={_property(value)}" for name, value in facts.items())
    return f"::{_COMMANDS[one.severity]} {told}::{_escaped(message)}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
