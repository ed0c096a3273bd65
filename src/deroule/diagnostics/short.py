"""One line a diagnostic, as compilers write it and editors understand it."""

from __future__ import annotations

from collections.abc import Iterable

from deroule.diagnostics.diagnostic import Diagnostic, Severity, Words

SEVERITIES = {
    Severity.ERROR: Words("erreur", "error"),
    Severity.WARNING: Words("avertissement", "warning"),
    Severity.INFO: Words("remarque", "info"),
}


def short(found: Iterable[Diagnostic], language: str) -> str:
    """Write `file:line:column: severity[CODE] name: message`, one line each."""
    return "\n".join(headline(one, language) for one in found)


def headline(one: Diagnostic, language: str) -> str:
    """Write the first line of a diagnostic."""
    place = f"{one.span}: " if one.span else ""
    severity = SEVERITIES[one.severity].in_language(language)
    return f"{place}{severity}[{one.code.id}] {one.code.name}: {one_line(one.message(language))}"


def one_line(text: str) -> str:
    """Put a text on one line: what an author wrote may hold line ends."""
    return " ".join(text.split())
