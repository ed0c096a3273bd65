"""Slides that cannot be told apart by their titles."""

from __future__ import annotations

from collections.abc import Iterator

from deroule.checks.surroundings import Surroundings
from deroule.diagnostics import Code, Diagnostic, Note, Severity, Words
from deroule.model.dossier import Dossier
from deroule.model.event import Slide

CODE = Code(
    "CHK112",
    "duplicate-title",
    Severity.WARNING,
    Words("une autre diapositive s'appelle déjà « {title} »", "another slide is already called “{title}”"),
    Words(
        "Qui navigue par titres (lecteur d'écran, plan du diaporama, chapitres de la rediffusion) ne "
        "distingue pas deux "
        "diapositives de même titre. Dites ce que chacune affirme.",
        "Those who move by titles (screen reader, outline, chapters of the replay) cannot tell two slides of the same "
        "title apart. Tell what each one asserts.",
    ),
    Words("donnez-lui un titre à elle", "give it a title of its own"),
)
_FIRST = Words("la première est ici", "the first one is here")


def check(dossier: Dossier, surroundings: Surroundings) -> Iterator[Diagnostic]:
    """Find the second slide of each title in an event; slides of different variants may share one."""
    for event in dossier.events:
        seen: dict[str, Slide] = {}
        for slide in event.slides:
            title = " ".join(slide.title.plain.casefold().split())
            if slide.form != "content" or not title:
                continue
            first = seen.setdefault(title, slide)
            apart = first.only and slide.only and not set(first.only) & set(slide.only)
            if first is not slide and not apart:
                yield CODE.at(slide.span, notes=[Note(_FIRST, first.span)], title=slide.title.plain)
