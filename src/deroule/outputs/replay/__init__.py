"""Replay packs: one archive that opens by double click, with a manifest of checksums."""

from __future__ import annotations

import json
from pathlib import Path

from deroule.diagnostics import Diagnostic, Words
from deroule.model.dossier import Dossier
from deroule.model.event import Event
from deroule.outputs.artefact import Artefact
from deroule.outputs.replay.codes import ABSENT_INPUT
from deroule.outputs.replay.pack import Member, write_pack
from deroule.outputs.replay.page import Download, PlayerSlide, player_page
from deroule.outputs.request import Request

NAME = "replay"


def plan(dossier: Dossier) -> tuple[Artefact, ...]:
    """One pack an event."""
    return tuple(_pack(event) for event in dossier.events)


def _inputs(event: Event) -> tuple[tuple[str, str, Words], ...]:
    """Artefacts that go into the pack: id, folder in the pack, what a person calls it."""
    return (
        (f"deck/{event.id}", "documents", Words("Diaporama modifiable", "Editable deck")),
        (f"handout/{event.id}", "documents", Words("Diapositives et notes (PDF)", "Slides and notes (PDF)")),
        (f"synthesis/{event.id}/pdf", "documents", Words("Synthèse (PDF)", "Synthesis (PDF)")),
        (f"synthesis/{event.id}/docx", "documents", Words("Synthèse (DOCX)", "Synthesis (DOCX)")),
        (f"documents/{event.id}/evaluation-pdf", "documents", Words("Questionnaire d'évaluation", "Evaluation form")),
    )


def _pack(event: Event) -> Artefact:
    needs = (f"pictures/{event.id}", *(name for name, _, _ in _inputs(event)))
    return Artefact(
        f"replay/{event.id}",
        NAME,
        f"{event.id}/replay/{event.id}-replay.zip",
        Words("Archive de rediffusion", "Replay pack"),
        event.id,
        needs,
    )


def render(request: Request) -> tuple[Diagnostic, ...]:
    """Write the pack: player, pictures, documents, manifest."""
    event = request.event
    assert event is not None
    found: list[Diagnostic] = []
    members: list[Member] = []
    downloads: list[Download] = []
    for name, folder, title in _inputs(event):
        path = request.inputs.get(name)
        if path is None:
            found.append(ABSENT_INPUT.at(None, event=event.id, what=title.in_language(event.language)))
            continue
        inside = f"{folder}/{path.name}"
        members.append(Member(inside, path))
        downloads.append(
            Download(inside, title.in_language(event.language), path.suffix[1:].upper(), path.stat().st_size)
        )
    slides, pictures = _slides(event, request.inputs.get(f"pictures/{event.id}"))
    members += pictures
    index = player_page(event, slides, downloads, request.workspace)
    members.append(Member("index.html", None, index.encode()))
    write_pack(request.target, members, event)
    return tuple(found)


def _slides(event: Event, folder: Path | None) -> tuple[list[PlayerSlide], list[Member]]:
    """Gather the slides with their pictures, texts and notes."""
    notes = {slide.id: slide.notes for slide in event.slides}
    sequences = {sequence.id: sequence.title.plain for sequence in event.sequences}
    if folder is None:
        return [
            PlayerSlide(
                slide.id, slide.number, slide.title.plain, sequences.get(slide.sequence or "", ""), "", "", slide.notes
            )
            for slide in event.slides
        ], []
    pages = json.loads((folder / "pages.json").read_text(encoding="utf-8"))
    slides, members = [], []
    for page in pages:
        inside = f"slides/{page['png']}"
        members.append(Member(inside, folder / page["png"]))
        said = notes.get(page["slide_id"]) if page["part"] == 1 else None
        sequence = sequences.get(page["sequence"] or "", "")
        slides.append(PlayerSlide(page["id"], page["number"], page["title"], sequence, inside, page["text"], said))
    return slides, members


__all__ = ["NAME", "plan", "render"]
