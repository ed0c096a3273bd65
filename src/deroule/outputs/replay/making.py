"""Making the transcript and the pack: player, media, captions, chapters, pictures, documents, sums."""

from __future__ import annotations

from dataclasses import replace

from deroule.diagnostics import Diagnostic
from deroule.model.event import Event
from deroule.model.replay import Download
from deroule.outputs.player.folder import Folder, document_member, player_folder, shown_session
from deroule.outputs.player.form import Form
from deroule.outputs.player.gather import pages_of, replay_of
from deroule.outputs.player.packing import Member
from deroule.outputs.player.page import PageLook, player_page
from deroule.outputs.replay import documents_of
from deroule.outputs.replay.bag import write_bag
from deroule.outputs.replay.codes import ABSENT_INPUT
from deroule.outputs.request import Request


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
    for name, words in documents_of(event):
        title = words.in_language(event.language).replace("'", "’")
        path = request.inputs.get(name)
        if path is None:
            folder.diagnostics.append(ABSENT_INPUT.at(None, event=event.id, what=words))
            continue
        inside = f"documents/{path.name}"
        folder.members.append(Member(inside, path))
        downloads.append(Download(inside, title, path.suffix[1:].upper(), path.stat().st_size))
    folder.replay = replace(folder.replay, downloads=tuple(downloads))
