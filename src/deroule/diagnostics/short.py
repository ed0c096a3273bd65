"""One line a diagnostic, as compilers write them: editors and scripts follow it."""

from __future__ import annotations

from deroule.diagnostics.diagnostic import Diagnostic


def short(found: tuple[Diagnostic, ...], language: str) -> str:
    """Tell each diagnostic on a line."""
    return "\n".join(headline(one, language) for one in found)


def headline(one: Diagnostic, language: str) -> str:
    """Give place, weight, code, name and sentence."""
    place = f"{one.span}: " if one.span else ""
    return f"{place}{one.severity}[{one.code.id}] {one.code.name}: {one.message(language)}"
