"""Making a deck: slides placed, written as native shapes, and looked over before they leave."""

from __future__ import annotations

from deroule.diagnostics import Diagnostic
from deroule.layout import place
from deroule.model.event import Event
from deroule.outputs.deck.codes import UNSOUND
from deroule.outputs.deck.lint import lint
from deroule.outputs.deck.votes import event_of_votes
from deroule.outputs.deck.writing import facts_of, write_deck
from deroule.outputs.request import Request


def render(request: Request) -> tuple[Diagnostic, ...]:
    """Write one deck."""
    event = request.event
    assert event is not None
    version = {name: request.artefact.option(name) for name in ("sequence", "variant", "speaker")}
    themes = request.place.themes(event)
    voted = event_of_votes(event) if request.artefact.option("votes") else None
    if voted:
        pages, facts = place(voted, themes).value, facts_of(voted, f"{event.title} – votes")
    else:
        pages, facts = request.place(event, **version).value, facts_of(event, _title(event, version), **version)
    outcome = write_deck(pages, themes, facts, request.workspace)
    request.target.write_bytes(outcome.value)
    faults = tuple(UNSOUND.at(None, deck=request.target.name, fault=str(one)) for one in lint(outcome.value))
    return (*outcome.diagnostics, *faults)


def _title(event: Event, version: dict[str, str]) -> str:
    """Tell a version apart in its properties; empty for the whole event."""
    if version["sequence"]:
        return next((f"{event.title} – {one.title}" for one in event.sequences if one.id == version["sequence"]), "")
    if version["variant"]:
        return f"{event.title} – {event.variants[version['variant']].title}"
    return f"{event.title} – {event.speakers[version['speaker']].name}" if version["speaker"] else ""
