"""Slide pictures, the PDF of slides and the handouts: the placed pages drawn by Typst, no office suite needed."""

from __future__ import annotations

from deroule.diagnostics import Diagnostic, Words
from deroule.model.dossier import Dossier
from deroule.model.event import Event
from deroule.outputs.artefact import Artefact
from deroule.outputs.pictures.draw import Sheet, draw_handout, draw_pages, draw_slides_pdf
from deroule.outputs.request import Request

NAME = "pictures"


def plan(dossier: Dossier) -> tuple[Artefact, ...]:
    """Promise pictures, slides and two handouts for each event."""
    return tuple(artefact for event in dossier.events for artefact in _of_event(event.id))


def render(request: Request) -> tuple[Diagnostic, ...]:
    """Draw what was asked for."""
    event = request.event
    if event is None:
        return ()
    placed, themes = request.place(event), request.place.themes(event)
    kind = request.artefact.option("kind")
    if kind == "pictures":
        return placed.diagnostics + draw_pages(placed.value, themes, request.workspace, request.into)
    sheet = _sheet(event, kind)
    if kind == "slides":
        made = draw_slides_pdf(placed.value, themes, request.workspace, sheet)
    else:
        per_page = 3 if kind == "three" else 1
        made = draw_handout(placed.value, themes, request.workspace, sheet, per_page=per_page)
    if made.value is not None:
        request.target.write_bytes(made.value)
    return placed.diagnostics + made.diagnostics


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


def _sheet(event: Event, kind: str) -> Sheet:
    french = event.language.startswith("fr")
    described = {
        "slides": "Diapositives" if french else "Slides",
        "notes": "Diapositives et notes" if french else "Slides and notes",
        "three": "Trois diapositives par page" if french else "Three slides a page",
    }[kind]
    author = event.organiser.name.plain if event.organiser else ""
    return Sheet(event.title.plain, author, described, event.language, event.written.date)
