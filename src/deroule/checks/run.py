"""All checks in one run, silenced faults left out, sorted by place."""

from __future__ import annotations

from deroule.checks.silence import silenced
from deroule.checks.surroundings import Surroundings
from deroule.checks.table import CHECKS
from deroule.diagnostics import Diagnostic
from deroule.model.dossier import Dossier
from deroule.span import Span


def run_checks(dossier: Dossier, surroundings: Surroundings) -> tuple[Diagnostic, ...]:
    """Give every finding of every check, in the order of files and lines.

    A file that could not be read whole has its own faults; what checks would miss in it may well be written.
    """
    every = [one for check in CHECKS.values() for one in check(dossier, surroundings)]
    found = [one for one in every if one.span is None or one.span.path not in dossier.damaged]
    paths = [*surroundings.files("sequences", ending=".yml"), *(page.path for page in dossier.pages)]
    kept = dict.fromkeys(silenced(dict.fromkeys(found), paths, surroundings))
    return tuple(sorted(kept, key=_place))


def _place(one: Diagnostic) -> tuple[str, int, int, str]:
    """Order by place; ends do not count, as some places have none."""
    span = one.span or Span("")
    return span.path, span.line, span.column, one.code.id
