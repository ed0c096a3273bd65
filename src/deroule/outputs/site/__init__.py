"""The dossier as a web site: plain Markdown staged beside the owner's pages, built by mkdocs-material."""

from __future__ import annotations

from deroule.diagnostics import Words
from deroule.model.dossier import Dossier
from deroule.outputs.artefact import Artefact
from deroule.outputs.site.offered import OFFERED

NAME = "site"
TAKEN = ("pictures/{e}", "rehearsal/{e}", "documents/{e}/calendar-ics", *OFFERED)
"""The artefacts of an event that its pages take in."""


def plan(dossier: Dossier) -> tuple[Artefact, ...]:
    """One site, which takes in the pictures and the downloads of every event."""
    needs = tuple(name.format(e=event.id) for event in dossier.events for name in TAKEN)
    return (Artefact("site", NAME, "site/", Words("Site du dossier", "Dossier site"), needs=needs),)
