"""Rehearsals: the event recorded before it takes place, from slide pictures and presenter notes, by a synthetic voice."""

from __future__ import annotations

from deroule.diagnostics import Words
from deroule.model.dossier import Dossier
from deroule.outputs.artefact import Artefact

NAME = "rehearsal"


def plan(dossier: Dossier) -> tuple[Artefact, ...]:
    """One rehearsal an event, made only when asked for: it takes seconds a minute of speech."""
    return tuple(
        Artefact(
            f"rehearsal/{event.id}",
            NAME,
            f"{event.id}/rehearsal/",
            Words("Répétition filmée, voix de synthèse", "Filmed rehearsal, synthetic voice"),
            event.id,
            (f"pictures/{event.id}",),
            on_demand=True,
        )
        for event in dossier.events
    )
