"""Decks of a small event in each specimen, made once."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from tests.outputs.deck.template.specimens import ALL

from deroule.build.template_check import _specimen
from deroule.diagnostics import Diagnostic
from deroule.layout import place
from deroule.layout.page import SlidePage
from deroule.model.theme import Theme
from deroule.outputs.deck.template import dress
from deroule.outputs.deck.writing import facts_of, write_deck
from deroule.source.themes import load_themes


@dataclass(frozen=True)
class Made:
    template: bytes
    deck: bytes
    pages: tuple[SlidePage, ...]
    theme: Theme
    found: tuple[Diagnostic, ...]


def make(content: bytes, name: str = "charte.pptx") -> Made:
    workspace, dossier = _specimen(content, name, "fr")
    event = dossier.events[0]
    dressed = dress(workspace, load_themes(workspace, dossier.organisation, event).value, dossier.organisation, event)
    placed = place(event, dressed.value)
    written = write_deck(placed.value, dressed.value, facts_of(event), workspace)
    found = (*dressed.diagnostics, *placed.diagnostics, *written.diagnostics)
    return Made(content, written.value, placed.value, dressed.value[None], found)


@pytest.fixture(scope="session")
def decks() -> dict[str, Made]:
    return {
        name: make(build(), "charte.potx" if name.startswith("potx") else "charte.pptx") for name, build in ALL.items()
    }
