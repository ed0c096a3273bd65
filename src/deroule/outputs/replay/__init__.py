"""Replay packs: a session as one archive that opens by double click, and that an archive service can take in."""

from __future__ import annotations

from collections.abc import Iterator

from deroule.diagnostics import Words
from deroule.model.dossier import Dossier
from deroule.model.event import Event
from deroule.outputs.artefact import Artefact
from deroule.outputs.player.form import Form

NAME = "replay"
FORMATS = ("pdf", "docx")
"""Of the transcript."""
_TITLES = {
    Form.FULL: Words("Archive de rediffusion", "Replay pack"),
    Form.LIGHT: Words("Archive de rediffusion légère (son et diapositives)", "Light replay pack (sound and slides)"),
    Form.WITHOUT: Words("Archive de rediffusion sans vidéo", "Replay pack without video"),
}


def plan(dossier: Dossier) -> tuple[Artefact, ...]:
    """A transcript and a pack an event; a light one and one without video when they are asked for."""
    transcripts = (one for event in dossier.events for one in _transcripts(event))
    return (*transcripts, *(_pack(event, form) for event in dossier.events for form in Form))


def _transcripts(event: Event) -> Iterator[Artefact]:
    """Promise the transcript in each format."""
    ending = "transcription" if event.language.startswith("fr") else "transcript"
    for form in FORMATS:
        yield Artefact(
            f"transcript/{event.id}/{form}", NAME, f"{event.id}/replay/{event.id}-{ending}.{form}",
            Words(f"Transcription ({form.upper()})", f"Transcript ({form.upper()})"), event.id,
            (f"pictures/{event.id}", f"rehearsal/{event.id}"), (("transcript", form),),
        )  # fmt: skip


def documents_of(event: Event) -> tuple[tuple[str, Words], ...]:
    """Artefacts that go into the pack, and what a person calls them."""
    return (
        (f"deck/{event.id}", Words("Diaporama modifiable", "Editable deck")),
        (f"handout/{event.id}", Words("Diapositives et notes", "Slides and notes")),
        (f"synthesis/{event.id}/pdf", Words("Synthèse", "Synthesis")),
        (f"synthesis/{event.id}/docx", Words("Synthèse à modifier", "Synthesis to edit")),
        (f"transcript/{event.id}/pdf", Words("Transcription", "Transcript")),
        (f"transcript/{event.id}/docx", Words("Transcription à modifier", "Transcript to edit")),
        (f"documents/{event.id}/evaluation-pdf", Words("Questionnaire d'évaluation", "Evaluation form")),
    )


def _pack(event: Event, form: Form) -> Artefact:
    needs = (f"pictures/{event.id}", f"rehearsal/{event.id}", *(name for name, _ in documents_of(event)))
    full = form is Form.FULL
    return Artefact(
        f"replay/{event.id}" + ("" if full else f"/{form}"),
        NAME,
        f"{event.id}/replay/{event.id}-replay" + ("" if full else f"-{form}") + ".zip",
        _TITLES[form],
        event.id,
        needs,
        (("form", str(form)),),
        on_demand=not full,
    )
