"""Replay packs: a session as one archive that opens by double click, and that an archive service can take in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from deroule.diagnostics import Diagnostic, Words
from deroule.model.dossier import Dossier
from deroule.model.event import Event
from deroule.model.replay import Download
from deroule.outputs.artefact import Artefact
from deroule.outputs.player.folder import Folder, Form, document_member, player_folder, shown_session
from deroule.outputs.player.gather import pages_of, replay_of
from deroule.outputs.player.packing import Member
from deroule.outputs.player.page import PageLook, player_page
from deroule.outputs.replay.bag import write_bag
from deroule.outputs.replay.codes import ABSENT_INPUT
from deroule.outputs.request import Request

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


def _documents(event: Event) -> tuple[tuple[str, Words], ...]:
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
    needs = (f"pictures/{event.id}", f"rehearsal/{event.id}", *(name for name, _ in _documents(event)))
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


def render(request: Request) -> tuple[Diagnostic, ...]:
    """Write the transcript, or the pack: player, media, captions, chapters, pictures, documents, sums."""
    event = request.event
    assert event is not None
    if request.artefact.option("transcript"):
        return _transcript(request, event)
    folder = player_folder(request, Form(request.artefact.option("form", "full")))
    _add_documents(folder, request)
    look = PageLook(request.place.themes(event)[None].colours, captions=folder.captions)
    page = player_page(folder.replay, look, request.workspace)
    folder.members += [document_member(folder.replay), Member("index.html", None, page.encode())]
    write_bag(request.target, request.target.stem, folder.members, event)
    return tuple(folder.diagnostics)


def _transcript(request: Request, event: Event) -> tuple[Diagnostic, ...]:
    # The engines of documents are large: a pack of gigabytes is written without them.
    from deroule.outputs.document.writing import write_paper
    from deroule.outputs.replay.transcript import transcript

    recording, origin = shown_session(request)
    replay = replay_of(event, pages_of(event, request.inputs.get(f"pictures/{event.id}")), recording, origin)
    paper = transcript(event, replay, request.place.themes(event)[None])
    return write_paper(paper, request.artefact.option("transcript"), request.target, request.workspace)


def _add_documents(folder: Folder, request: Request) -> None:
    event = request.event
    assert event is not None
    downloads = []
    for name, words in _documents(event):
        title = words.in_language(event.language).replace("'", "’")
        path = request.inputs.get(name)
        if path is None:
            folder.diagnostics.append(ABSENT_INPUT.at(None, event=event.id, what=words))
            continue
        inside = f"documents/{path.name}"
        folder.members.append(Member(inside, path))
        downloads.append(Download(inside, title, path.suffix[1:].upper(), path.stat().st_size))
    folder.replay = replace(folder.replay, downloads=tuple(downloads))


__all__ = ["NAME", "plan", "render"]
