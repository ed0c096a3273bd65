"""The one table of checks, in the order of their codes."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from deroule.checks import (
    agenda_mismatch,
    broken_link,
    dead_address,
    duplicate_title,
    empty_slide,
    expired_consent,
    left_out,
    missing_alternative,
    missing_consent,
    missing_notes,
    missing_schema_line,
    missing_sequence,
    missing_summary,
    over_time,
    quiz_without_answer,
    sequence_over_time,
    shown_as_typed,
    silence,
    stale_address,
    uncited_source,
    unexplained_abbreviation,
    unlisted_sequence,
    untidy_text,
    unused_picture,
)
from deroule.checks.surroundings import Surroundings
from deroule.diagnostics import Code, Diagnostic
from deroule.model.dossier import Dossier

Check = Callable[[Dossier, Surroundings], Iterable[Diagnostic]]

CHECKS: dict[Code, Check] = {
    module.CODE: module.check
    for module in (
        missing_alternative,
        over_time,
        sequence_over_time,
        agenda_mismatch,
        unlisted_sequence,
        broken_link,
        missing_sequence,
        unused_picture,
        missing_consent,
        expired_consent,
        stale_address,
        duplicate_title,
        missing_notes,
        missing_summary,
        untidy_text,
        uncited_source,
        quiz_without_answer,
        missing_schema_line,
        empty_slide,
        unexplained_abbreviation,
        left_out,
        shown_as_typed,
    )
}
CODES: tuple[Code, ...] = (*CHECKS, dead_address.CODE, silence.USELESS, silence.WITHOUT_REASON)
