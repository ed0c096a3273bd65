"""Rehearsals: the event recorded before it takes place, from slide pictures and presenter notes, by a synthetic voice."""

from __future__ import annotations

from deroule.diagnostics import Diagnostic, Words
from deroule.model.dossier import Dossier
from deroule.outputs.artefact import Artefact
from deroule.outputs.request import Request

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


def render(request: Request) -> tuple[Diagnostic, ...]:
    """Speak and film what changed, join everything, write film, captions, chapters and a page that plays them."""
    from deroule.outputs.rehearsal.making import render as render_film  # numpy and av, which other builds do without

    return render_film(request)
