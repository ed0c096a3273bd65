"""Decks: native, editable PowerPoint from slide pages; whole, per sequence, variant and speaker, and of a session's votes."""

from __future__ import annotations

from deroule.diagnostics import Words
from deroule.model.dossier import Dossier
from deroule.model.event import Event
from deroule.model.selection import select
from deroule.outputs.artefact import Artefact
from deroule.outputs.deck.votes import event_of_votes

NAME = "deck"


def plan(dossier: Dossier) -> tuple[Artefact, ...]:
    """One deck an event, one a sequence, one a variant, one a speaker of several."""
    return tuple(artefact for event in dossier.events for artefact in _plan_event(event))


def _plan_event(event: Event) -> list[Artefact]:
    folder = f"{event.id}/deck/{event.id}"
    made = [_artefact(event, f"deck/{event.id}", f"{folder}.pptx", Words("Diaporama", "Deck"))]
    for sequence in event.sequences:
        title = sequence.title.plain
        words = Words(f"Diaporama\u00a0: {title}", f"Deck: {title}")
        path = f"{folder}-{sequence.id}.pptx"
        made.append(_artefact(event, f"deck/{event.id}/{sequence.id}", path, words, ("sequence", sequence.id)))
    for name, variant in event.variants.items():
        words = Words(f"Diaporama\u00a0: {variant.title}", f"Deck: {variant.title}")
        path = f"{folder}-{name}.pptx"
        made.append(_artefact(event, f"deck/{event.id}/variant-{name}", path, words, ("variant", name)))
    for name in _speakers(event):
        person = str(event.speakers[name].name)
        words = Words(f"Diaporama\u00a0: {person}", f"Deck: {person}")
        path = f"{folder}-speaker-{name}.pptx"
        made.append(_artefact(event, f"deck/{event.id}/speaker-{name}", path, words, ("speaker", name)))
    if event_of_votes(event):
        words = Words("Diaporama des votes", "Deck of the votes")
        made.append(_artefact(event, f"deck/{event.id}/votes", f"{folder}-votes.pptx", words, ("votes", "all")))
    return made


def _speakers(event: Event) -> list[str]:
    """List who gets a deck of their own: those with slides, when there are several of them."""
    found = [name for name in event.speakers if any(one.slides for one in select(event, speaker=name).sequences)]
    return found if len(found) > 1 else []


def _artefact(event: Event, name: str, path: str, title: Words, *options: tuple[str, str]) -> Artefact:
    return Artefact(name, NAME, path, title, event.id, options=options)
