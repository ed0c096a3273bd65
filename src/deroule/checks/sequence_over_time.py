"""A sequence whose slides take longer than the time planned for it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from deroule.checks.over_time import minutes
from deroule.checks.surroundings import Surroundings
from deroule.diagnostics import Code, Diagnostic, Note, Severity, Words
from deroule.model.dossier import Dossier

CODE = Code(
    "CHK103",
    "sequence-over-time",
    Severity.WARNING,
    Words(
        "les diapositives durent {sum} min, la séquence {planned} min",
        "the slides take {sum} min, the sequence {planned} min",
    ),
    Words(
        "La somme des durées des diapositives dépasse la durée annoncée de la séquence. Une diapositive sans "
        "`duration:` "
        "compte le temps de dire ses notes au rythme d'un exposé.",
        "The slides of this sequence add up to more than its planned time. A slide without `duration:` counts the time "
        "that it takes to say its notes at a presenter's pace.",
    ),
    Words("raccourcissez des diapositives, ou allongez `duration:`", "shorten slides, or lengthen `duration:`"),
)
_LONGEST = Words("la plus longue est « {title} » ({length} min)", "the longest one is “{title}” ({length} min)")


def check(dossier: Dossier, surroundings: Surroundings) -> Iterator[Diagnostic]:
    """Sum the slides that everybody sees against the sequence's own duration."""
    for event in dossier.events:
        for sequence in event.sequences:
            planned = sequence.written.duration
            shown = [slide for slide in sequence.slides if not slide.only]
            total = sum((slide.duration for slide in shown), dt.timedelta())
            if planned and total > planned and shown:
                longest = max(shown, key=lambda slide: slide.duration)
                values = (("title", longest.title.plain), ("length", minutes(longest.duration)))
                yield CODE.at(
                    sequence.written.span_of("duration"),
                    notes=[Note(_LONGEST, longest.span, values)],
                    sum=minutes(total),
                    planned=minutes(planned),
                )
