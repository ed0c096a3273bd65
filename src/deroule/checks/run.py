"""All checks in one run, silenced faults left out, sorted by place."""

from __future__ import annotations

from deroule.checks import missing_sequence, uncited_source, unlisted_sequence, unused_picture
from deroule.checks import unexplained_abbreviation as unexplained
from deroule.checks.silence import USELESS, silenced
from deroule.checks.surroundings import Surroundings
from deroule.checks.table import CHECKS
from deroule.diagnostics import Diagnostic
from deroule.model.dossier import Dossier
from deroule.span import Span

_LACKS = (missing_sequence.CODE, unlisted_sequence.CODE, unused_picture.CODE, uncited_source.CODE, unexplained.CODE)
"""What these miss may stand in any file: they wait until every file can be read."""


def run_checks(dossier: Dossier, surroundings: Surroundings) -> tuple[Diagnostic, ...]:
    """Give every finding of every check, in the order of files and lines.

    A file that could not be read whole has its own faults; what checks would miss in it may well be written.
    """
    checks = [check for code, check in CHECKS.items() if not (dossier.damaged and code in _LACKS)]
    every = [one for check in checks for one in check(dossier, surroundings)]
    found = [one for one in every if one.span is None or one.span.path not in dossier.damaged]
    paths = [*surroundings.files("sequences", ending=".yml"), *(page.path for page in dossier.pages)]
    kept = dict.fromkeys(silenced(dict.fromkeys(found), paths, surroundings))
    told = (one for one in kept if not (dossier.damaged and one.code is USELESS))
    return tuple(sorted(told, key=_place))


def _place(one: Diagnostic) -> tuple[str, int, int, str]:
    """Order by place; ends do not count, as some places have none."""
    span = one.span or Span("")
    return span.path, span.line, span.column, one.code.id
