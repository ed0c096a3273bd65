"""The synthesis: the event told in full sentences, as DOCX, ODT, EPUB and PDF from one document tree."""

from __future__ import annotations

from deroule.diagnostics import Words
from deroule.model.dossier import Dossier
from deroule.model.event import Event
from deroule.outputs.artefact import Artefact

NAME = "synthesis"
FORMATS = ("docx", "odt", "pdf", "epub")


def plan(dossier: Dossier) -> tuple[Artefact, ...]:
    """Promise the synthesis of each event in each format."""
    return tuple(_artefact(event, form) for event in dossier.events for form in FORMATS)


def _artefact(event: Event, form: str) -> Artefact:
    ending = "synthese" if event.language.startswith("fr") else "synthesis"
    return Artefact(
        f"synthesis/{event.id}/{form}", NAME, f"{event.id}/synthesis/{event.id}-{ending}.{form}",
        Words(fr=f"Synthèse ({form.upper()})", en=f"Synthesis ({form.upper()})"), event.id,
        needs=(f"pictures/{event.id}",), options=(("format", form),),
    )  # fmt: skip
