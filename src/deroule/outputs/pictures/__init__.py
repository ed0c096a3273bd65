"""Slide pictures, the PDF of slides and the handouts: the placed pages drawn by Typst, no office suite needed."""

from __future__ import annotations

from deroule.diagnostics import Words
from deroule.model.dossier import Dossier
from deroule.outputs.artefact import Artefact

NAME = "pictures"


def plan(dossier: Dossier) -> tuple[Artefact, ...]:
    """Promise pictures, slides and two handouts for each event."""
    return tuple(artefact for event in dossier.events for artefact in _of_event(event.id))


def _of_event(event: str) -> tuple[Artefact, ...]:
    def artefact(name: str, path: str, kind: str, title: Words) -> Artefact:
        return Artefact(name, NAME, path, title, event, options=(("kind", kind),))

    return (
        artefact(f"pictures/{event}", f"{event}/slides/", "pictures",
                 Words(fr="Images des diapositives", en="Slide pictures")),
        artefact(f"slides/{event}", f"{event}/deck/{event}-slides.pdf", "slides",
                 Words(fr="Diapositives en PDF", en="Slides as PDF")),
        artefact(f"handout/{event}", f"{event}/handout/{event}-handout.pdf", "notes",
                 Words(fr="Document à distribuer, avec les notes", en="Handout with notes")),
        artefact(f"handout/{event}/three", f"{event}/handout/{event}-handout-three.pdf", "three",
                 Words(fr="Document à distribuer, trois par page", en="Handout, three slides a page")),
    )  # fmt: skip
