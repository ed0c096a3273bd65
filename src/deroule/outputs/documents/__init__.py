"""The documents around an event: invitation, calendar, programme, attendance sheet, evaluation form, certificate."""

from __future__ import annotations

from deroule.diagnostics import Words
from deroule.model.dossier import Dossier
from deroule.model.event import Event
from deroule.outputs.artefact import Artefact

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
