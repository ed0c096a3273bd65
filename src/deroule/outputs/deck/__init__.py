"""Decks: native, editable PowerPoint from slide pages; whole, per sequence, per variant, per speaker."""

from __future__ import annotations

from deroule.diagnostics import Diagnostic, Words
from deroule.model.dossier import Dossier
from deroule.model.event import Event
from deroule.outputs.artefact import Artefact
from deroule.outputs.deck.codes import UNSOUND
from deroule.outputs.deck.lint import lint
from deroule.outputs.deck.writing import facts_of, write_deck
from deroule.outputs.request import Request

NAME = "deck"


def plan(dossier: Dossier) -> tuple[Artefact, ...]:
    """One deck an event, one a sequence, one a variant, one a speaker of several."""
    return tuple(artefact for event in dossier.events for artefact in _plan_event(event))


def _plan_event(event: Event) -> list[Artefact]:
    folder = f"{event.id}/deck/{event.id}"
    made = [_artefact(event, f"deck/{event.id}", f"{folder}.pptx", Words("Diaporama", "Deck"))]
    for sequence in event.sequences:
        title = sequence.title.plain
        words = Words(f"Diaporama : {title}", f"Deck: {title}")
        path = f"{folder}-{sequence.id}.pptx"
        made.append(_artefact(event, f"deck/{event.id}/{sequence.id}", path, words, ("sequence", sequence.id)))
    for name, variant in event.variants.items():
        words = Words(f"Diaporama, {variant.title}", f"Deck, {variant.title}")
        path = f"{folder}-{name}.pptx"
        made.append(_artefact(event, f"deck/{event.id}/variant-{name}", path, words, ("variant", name)))
    return made


def _artefact(event: Event, name: str, path: str, title: Words, *options: tuple[str, str]) -> Artefact:
    return Artefact(name, NAME, path, title, event.id, options=options)


def render(request: Request) -> tuple[Diagnostic, ...]:
    """Write one deck."""
    event = request.event
    assert event is not None
    sequence, variant = request.artefact.option("sequence"), request.artefact.option("variant")
    pages = request.place(event, sequence=sequence, variant=variant).value
    title = next((f"{event.title} – {one.title}" for one in event.sequences if one.id == sequence), "")
    outcome = write_deck(pages, request.place.themes(event), facts_of(event, title), request.workspace)
    request.target.write_bytes(outcome.value)
    faults = tuple(UNSOUND.at(None, deck=request.target.name, fault=str(one)) for one in lint(outcome.value))
    return (*outcome.diagnostics, *faults)
