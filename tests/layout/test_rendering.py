"""LibreOffice as the judge: every letter of the rendered decks stands in its box, on the line where it was placed."""

from __future__ import annotations

import pytest
from tests.layout.events import stress, theme
from tests.layout.rendering import Comparison, compare
from tests.office import to_pdf

from deroule.layout import place
from deroule.outputs.deck.writing import facts_of, write_deck
from deroule.source.themes import load_themes
from deroule.workspace import DiskWorkspace

SLIDE_WIDTH = 960
"""Points."""


def render(event, looks, workspace, folder) -> Comparison:
    """Write a deck, have LibreOffice turn it into PDF, and read it back."""
    pages = place(event, looks).value
    deck = write_deck(pages, looks, facts_of(event, ""), workspace).value
    source = folder / "deck.pptx"
    source.write_bytes(deck)
    (rendered,) = to_pdf([source], folder)
    return compare(rendered.read_bytes(), pages, SLIDE_WIDTH)


@pytest.mark.office
@pytest.mark.slow
def test_the_flagship_is_rendered_as_it_was_placed(flagship, dossier, repository, tmp_path):
    workspace = DiskWorkspace(repository)
    looks = load_themes(workspace, dossier.organisation, flagship).value
    found = render(flagship, looks, workspace, tmp_path)
    assert found.outside == []
    assert found.agreeing >= found.boxes * 0.99, found.otherwise


@pytest.mark.office
@pytest.mark.slow
def test_no_letter_of_the_stress_deck_leaves_its_box(repository, tmp_path):
    found = render(stress(), {None: theme()}, DiskWorkspace(repository), tmp_path)
    assert found.outside == []
    assert found.agreeing >= found.boxes * 0.99, found.otherwise
    # What disagrees does so on the safe side: more lines than placed would be an overflow to come.
    assert [told for told in found.otherwise if _is_under(told)] == []


def _is_under(told: str) -> bool:
    words = told.split(": ")[-1].split()
    return int(words[0]) < int(words[3])
