"""The pages of an event's decks as the room saw them: in order, each with its slide, its text and its picture."""

from __future__ import annotations

import json
from dataclasses import dataclass

from deroule.importers.privacy import texts_of
from deroule.model.event import Event
from deroule.workspace import OutsideWorkspaceError, Workspace

PICTURES = "build/{event}/slides"


@dataclass(frozen=True, slots=True)
class DeckPage:
    """A page: a slide, or a part of one that goes on over several pages. `picture` is a workspace path, or nothing."""

    number: int
    slide: str
    text: str
    sequence: str = ""
    picture: str = ""


def pages_of(event: Event, workspace: Workspace) -> tuple[DeckPage, ...]:
    """Give the pages: from the pictures' own list where they were built, else one a slide."""
    built = _built(event, workspace)
    known = {slide.id for slide in event.slides}
    if built and all(page.slide in known for page in built):
        return built
    return tuple(
        DeckPage(slide.number, slide.id, " ".join([slide.title.plain, *texts_of(slide.blocks)]), slide.sequence or "")
        for slide in event.slides
    )


def _built(event: Event, workspace: Workspace) -> tuple[DeckPage, ...]:
    folder = PICTURES.format(event=event.id)
    try:
        held = json.loads(workspace.read(f"{folder}/pages.json"))
        return tuple(
            DeckPage(
                int(one["number"]), str(one["slide_id"]), f"{one['title']} {_joined(one.get('text'))}",
                str(one.get("sequence") or ""), f"{folder}/{one['png']}" if one.get("png") else "",
            )
            for one in held
        )  # fmt: skip
    except (OSError, OutsideWorkspaceError, ValueError, KeyError, TypeError):
        return ()


def _joined(text: object) -> str:
    return " ".join(map(str, text)) if isinstance(text, list) else str(text or "")
