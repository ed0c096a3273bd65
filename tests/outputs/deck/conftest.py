"""A small event with one of each: table, merged cells, chart, diagram, picture, foreign words, links, notes, two speakers."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest
from PIL import Image

from deroule.layout import place
from deroule.outputs.deck.writing import facts_of, write_deck
from deroule.source import load
from deroule.source.themes import load_themes
from deroule.workspace import MemoryWorkspace

EVENT = "2027-01-14-atelier"
FILES = {
    "sequences/organisation.yml": "language: fr\norganisations:\n  nous: {name: La fabrique}\n",
    f"sequences/{EVENT}/event.yml": """\
title: Un atelier de territoire
date: 2027-01-14
organiser: nous
starts: "09:30"
speakers:
  alix: {name: Alix Martin, organisation: nous}
  sacha: {name: Sacha Petit, organisation: nous}
variants:
  courte: {title: Version courte, shows: [courte]}
  longue: {title: Version longue, shows: [longue]}
sequences: [mots, preuves]
""",
    f"sequences/{EVENT}/mots.yml": """\
kind: concept
title: Les mots
speakers: [alix]
duration: 5 min
slides:
  - title: Ce que nous verrons
    plan: auto
  - title: Une ressource se révèle
    bullets:
      - Elle est *latente*, puis [smart specialisation]{lang=en} la nomme
      - Voir [les preuves](#tableau) et [le rapport](https://example.org/rapport%20public?a=1&b=2)
    notes: |
      Laisser lire. [Le rapport de 2017](https://example.org/rapport) est public.

      Puis demander un exemple.
    duration: 2 min
  - title: Trois étapes
    steps: [Repérer, Réunir, Essayer]
    only: [longue]
""",
    f"sequences/{EVENT}/preuves.yml": """\
kind: concept
title: Les preuves
speakers: [sacha]
duration: 5 min
slides:
  - title: Un tableau
    id: tableau
    table:
      columns: [Année, Emplois, Lieu]
      rows:
        - [2016, "2", {text: Couture, rows: 2}]
        - [2017, "5"]
  - title: Un graphique
    chart: {type: bar, title: Emplois, categories: ["2016", "2017"], series: [{name: Emplois, values: [2, 5]}]}
  - title: Une image
    image: {file: atelier.png, alt: Un atelier de couture}
    notes: Décrire l'image.
""",
}


def _picture() -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (160, 120), "navy").save(made, "PNG")
    return made.getvalue()


@pytest.fixture(scope="package")
def small_workspace() -> MemoryWorkspace:
    return MemoryWorkspace({**FILES, f"sequences/{EVENT}/atelier.png": _picture()})


@pytest.fixture(scope="package")
def small_event(small_workspace):
    outcome = load(small_workspace)
    assert not outcome.failed, [f"{one.span} {one.message('en')}" for one in outcome.diagnostics]
    return outcome.value.events[0]


@pytest.fixture(scope="package")
def make_small_deck(small_workspace, small_event) -> Callable[..., bytes]:
    """Make the small event's deck, or a version of it."""
    themes = load_themes(small_workspace, load(small_workspace).value.organisation, small_event).value

    def make(**version: str) -> bytes:
        outcome = write_deck(
            place(small_event, themes, **version).value, themes, facts_of(small_event, **version), small_workspace
        )
        assert not outcome.diagnostics
        return outcome.value

    return make


@pytest.fixture(scope="package")
def small_deck(make_small_deck) -> bytes:
    return make_small_deck()


def members_of(deck: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(deck)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
