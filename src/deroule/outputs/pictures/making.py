"""Making slide pictures, the PDF of slides and the handouts."""

from __future__ import annotations

from deroule.diagnostics import Diagnostic
from deroule.model.event import Event
from deroule.outputs.pictures.draw import Sheet, draw_handout, draw_pages, draw_slides_pdf
from deroule.outputs.request import Request


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


def _sheet(event: Event, kind: str) -> Sheet:
    french = event.language.startswith("fr")
    described = {
        "slides": "Diapositives" if french else "Slides",
        "notes": "Diapositives et notes" if french else "Slides and notes",
        "three": "Trois diapositives par page" if french else "Three slides a page",
    }[kind]
    author = event.organiser.name.plain if event.organiser else ""
    return Sheet(event.title.plain, author, described, event.language, event.written.date)
