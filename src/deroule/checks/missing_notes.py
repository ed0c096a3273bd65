"""Slides without a word for the speaker."""

from __future__ import annotations

from collections.abc import Iterator

from deroule.checks.surroundings import Surroundings
from deroule.checks.walk import slides_of
from deroule.diagnostics import Code, Diagnostic, Severity, Words
from deroule.model.dossier import Dossier

CODE = Code(
    "CHK113",
    "missing-notes",
    Severity.WARNING,
    Words("la diapositive « {title} » n'a pas de notes", "the slide “{title}” has no notes"),
    Words(
        "Les notes sont ce que dit l'intervenant. Elles deviennent les notes du diaporama, la narration de la "
        "répétition, le premier jet de la transcription et la durée de la diapositive :\n\n"
        "```yaml\nnotes: |\n  En 1994, onze salariés travaillaient encore l'ocre…\n```",
        "The notes are what the speaker says. They become the deck's notes, the rehearsal's narration, the first draft "
        "of the transcript and the slide's time:\n\n"
        "```yaml\nnotes: |\n  In 1994, eleven people still worked the ochre…\n```",
    ),
    Words("ajoutez `notes:`", "add `notes:`"),
)


def check(dossier: Dossier, surroundings: Surroundings) -> Iterator[Diagnostic]:
    """Find slides whose notes are empty."""
    for _, slide in slides_of(dossier):
        if not slide.notes:
            yield CODE.at(slide.span, title=slide.title.plain)
