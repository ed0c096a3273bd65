"""The documents around an event: invitation, calendar, programme, attendance sheet, evaluation form, certificate."""

from __future__ import annotations

from typing import Any

from deroule.diagnostics import Diagnostic, Outcome, Words
from deroule.model.dossier import Dossier
from deroule.model.event import Event
from deroule.model.theme import Theme
from deroule.outputs.artefact import Artefact
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

NAME = "documents"

_DOCUMENTS = {
    "invitation": (("html", "txt"), Words(fr="Invitation", en="Invitation")),
    "calendar": (("ics",), Words(fr="Rendez-vous", en="Calendar entry")),
    "programme": (("pdf", "docx"), Words(fr="Programme", en="Programme")),
    "attendance": (("pdf", "docx"), Words(fr="Feuille de présence", en="Attendance sheet")),
    "evaluation": (("html", "pdf", "docx", "txt"), Words(fr="Questionnaire d'évaluation", en="Evaluation form")),
    "certificate": (("pdf", "docx"), Words(fr="Certificat de réalisation", en="Certificate of completion")),
}
_ATTESTATION = Words(fr="Attestation de participation", en="Certificate of attendance")
"""What a web conference gives in the place of a training's certificate."""
_FORM_NAMES = {
    ("invitation", "txt"): ("text", "texte", "text"),
    ("evaluation", "txt"): ("limesurvey", "LimeSurvey", "LimeSurvey"),
    ("evaluation", "html"): ("html", "à remplir en ligne", "to fill in"),
}
"""Where the ending does not name the form: what the artefact's id and title say instead."""


def plan(dossier: Dossier) -> tuple[Artefact, ...]:
    """Promise every document of each event."""
    return tuple(
        _artefact(event, name, form, title)
        for event in dossier.events
        for name, (forms, title) in _DOCUMENTS.items()
        for form in forms
    )


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


def _artefact(event: Event, name: str, form: str, title: Words) -> Artefact:
    if name == "certificate" and event.written.kind != "training":
        title = _ATTESTATION
    code, french, english = _FORM_NAMES.get((name, form), (form, form.upper(), form.upper()))
    stem = f"{event.id}-{name}-{code}" if code == "limesurvey" else f"{event.id}-{name}"
    return Artefact(
        f"documents/{event.id}/{name}-{code}", NAME, f"{event.id}/documents/{stem}.{form}",
        Words(fr=f"{title.fr} ({french})", en=f"{title.en} ({english})"), event.id,
        options=(("document", name), ("format", form)),
    )  # fmt: skip
