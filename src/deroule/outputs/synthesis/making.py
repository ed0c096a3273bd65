"""Making the synthesis: one document tree, written in the format asked for."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from deroule.diagnostics import Diagnostic
from deroule.model.blocks import Poll
from deroule.model.event import Event
from deroule.model.theme import Theme
from deroule.outputs.document import Album, Teller, Wording, parts, room
from deroule.outputs.document.paper import Paper
from deroule.outputs.document.typeset import Front
from deroule.outputs.document.writing import write_paper
from deroule.outputs.request import Request

_MOST_ENTRIES = 32


def render(request: Request) -> tuple[Diagnostic, ...]:
    """Write the synthesis in one format."""
    event = request.event
    if event is None:
        return ()
    themes = request.place.themes(event)
    pictures = request.inputs.get(f"pictures/{event.id}")
    form = request.artefact.option("format")
    album = Album(request.workspace, slide_pictures(pictures) if pictures else {}, of_drawings=form == "pdf")
    accents = _accents(request, event)
    paper = synthesis(event, album, themes[None], accents)
    found = write_paper(paper, form, request.target, request.workspace)
    return tuple(album.diagnostics) + found


def synthesis(event: Event, album: Album, theme: Theme, accents: dict[str, str]) -> Paper:
    """Make the synthesis: one tree for all formats. `accents` are `#RRGGBB` by sequence id."""
    session = event.after.recording if event.after else None
    teller = Teller(event, album, Wording(event.language), votes_of(event))
    told = [*parts.summary(event, teller), *parts.programme(event, teller), *parts.speakers(event, teller)]
    for sequence in event.sequences:
        told += parts.sequence_told(event, sequence, teller, accents.get(sequence.id, ""))
    if session is not None:
        told += room.polls(event, session, teller) + room.questions(session, teller)
    for part in (parts.glossary, parts.references, parts.contacts, parts.licence):
        told += part(event, teller)
    author = event.organiser.name.plain if event.organiser else ""
    label = teller.word("synthesis")
    short = event.written.short_title.plain if event.written.short_title else event.title.plain
    front = Front(
        title=event.title.plain, label=label, language=event.language,
        subtitle=event.written.subtitle.plain if event.written.subtitle else "",
        facts=parts.when_and_where(event, teller), author=author,
        description=event.written.summary.plain[:300], running=f"{short} — {label}", foot=author,
        keywords=event.written.tags, contents=teller.word("contents"), depth=_depth(told), day=event.written.date,
    )  # fmt: skip
    licence = event.licence.plain if event.licence else ""
    return Paper(f"{event.id}-synthesis", told, front, theme, album.files, licence)


def votes_of(event: Event) -> dict[str, tuple[tuple[str, int], ...]]:
    """Give the votes of the event's own polls, by poll id."""
    session = event.after.recording if event.after else None
    asked = {one.id: one for one in parts.every_block(event) if isinstance(one, Poll)}
    return {
        poll.id: tuple(poll.votes([option.text.plain for option in asked[poll.id].options]).items())
        for poll in (session.polls if session else ())
        if poll.id in asked
    }


def slide_pictures(folder: Path) -> dict[str, Path]:
    """Give the first picture of each slide, by slide id, from the index that the pictures come with."""
    index = folder / "pages.json"
    if not index.is_file():
        return {}
    entries = json.loads(index.read_text(encoding="utf-8"))
    return {entry["slide_id"]: folder / entry["png"] for entry in reversed(entries)}


def _depth(told: list[dict[str, Any]]) -> int:
    # Contents that fill more than a page help nobody.
    return 2 if sum(level <= 2 for level in _levels(told)) <= _MOST_ENTRIES else 1


def _levels(told: list[dict[str, Any]]) -> Iterator[int]:
    for node in told:
        if node["t"] == "Header":
            yield node["c"][0]
        elif node["t"] == "Div":
            yield from _levels(node["c"][1])


def _accents(request: Request, event: Event) -> dict[str, str]:
    themes = request.place.themes(event)
    found = {}
    for page in request.place(event).value:
        if page.sequence and page.sequence not in found:
            theme = themes.get(page.brand) or themes[None]
            found[page.sequence] = "#" + theme.colours[f"accent{page.accent}"].lstrip("#")
        elif page.sequence and page.brand:
            found[page.sequence] = "#" + themes[page.brand].colours[f"accent{page.accent}"].lstrip("#")
    return found
