"""Making a document: its template filled, read as a tree, written in the format asked for."""

from __future__ import annotations

from typing import Any

from deroule.diagnostics import Diagnostic, Outcome
from deroule.model.event import Event
from deroule.model.theme import Theme
from deroule.outputs.document.paper import Paper
from deroule.outputs.document.typeset import Front
from deroule.outputs.document.words import Wording
from deroule.outputs.document.writing import write_paper
from deroule.outputs.documents.calendar import event_calendar
from deroule.outputs.documents.evaluation import limesurvey
from deroule.outputs.documents.facts import event_facts
from deroule.outputs.documents.templates import fill
from deroule.outputs.request import Request
from deroule.programs.codes import PANDOC_FAILED
from deroule.programs.pandoc import PandocError, read_html


def render(request: Request) -> tuple[Diagnostic, ...]:
    """Write one document."""
    event = request.event
    if event is None:
        return ()
    name, form = request.artefact.option("document"), request.artefact.option("format")
    theme = request.place.themes(event)[None]
    if name == "calendar":
        request.target.write_bytes(event_calendar(event))
        return ()
    if (name, form) == ("evaluation", "txt"):
        request.target.write_text(limesurvey(event, Wording(event.language)), encoding="utf-8", newline="")
        return ()
    facts = event_facts(event, theme)
    if form in ("html", "txt"):
        template = "evaluation-form.html.jinja" if name == "evaluation" else f"{name}.{form}.jinja"
        filled = fill(template, facts, request.workspace)
        if filled.value is not None:
            request.target.write_text(filled.value, encoding="utf-8")
        return filled.diagnostics
    made = document_paper(event, name, facts, theme, request)
    if made.value is None:
        return made.diagnostics
    return made.diagnostics + write_paper(made.value, form, request.target, request.workspace)


def document_paper(
    event: Event, name: str, facts: dict[str, Any], theme: Theme, request: Request
) -> Outcome[Paper | None]:
    """Make a document of its filled template: HTML read into the tree that every writer takes."""
    filled = fill(f"{name}.html.jinja", facts, request.workspace)
    if filled.value is None:
        return Outcome(None, filled.diagnostics)
    words = Wording(event.language)
    label = words.word("attestation" if name == "certificate" and not facts["training"] else name)
    try:
        blocks = read_html(filled.value)["blocks"]
    except PandocError as refusal:
        return Outcome(None, (PANDOC_FAILED.at(None, what=label, why=refusal),))
    short = event.written.short_title.plain if event.written.short_title else event.title.plain
    when = " · ".join(part for part in (facts["kind"], facts["day"], facts["hour"], facts["place"]) if part)
    front = Front(
        title=event.title.plain, label=label, language=event.language, subtitle=facts["subtitle"] if name == "programme" else "", facts=when,
        author=facts["organiser"], description=label, running=f"{short} — {label}",
        foot=facts["organiser"], keywords=event.written.tags, day=event.written.date,
    )  # fmt: skip
    return Outcome(Paper(f"{event.id}-{name}", blocks, front, theme))
