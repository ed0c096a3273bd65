"""LibreOffice as the judge: every letter of the rendered decks stands in its box, on the line where it was placed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from tests.layout.agreement import disagreements
from tests.layout.events import stress, theme
from tests.layout.rendering import Comparison, compare
from tests.office import to_pdf

from deroule.layout import place
from deroule.layout.page import SlidePage
from deroule.model.theme import Theme
from deroule.outputs.deck.writing import facts_of, write_deck
from deroule.outputs.pictures.draw import Sheet, draw_slides_pdf
from deroule.source.themes import load_themes
from deroule.workspace import DiskWorkspace

SLIDE_WIDTH = 960
"""Points."""


@dataclass(frozen=True)
class Shown:
    """An event as placed, and its deck as LibreOffice shows it."""

    pages: tuple[SlidePage, ...]
    looks: dict[str | None, Theme]
    pdf: bytes


def show(event, looks, workspace, folder) -> Shown:
    """Write a deck and have LibreOffice turn it into PDF."""
    pages = write(event, looks, workspace, folder / "deck.pptx")
    (rendered,) = to_pdf([folder / "deck.pptx"], folder)
    return Shown(pages, looks, rendered.read_bytes())


def write(event, looks, workspace, file: Path) -> tuple[SlidePage, ...]:
    """Write a deck; give its pages as placed."""
    pages = place(event, looks).value
    file.write_bytes(write_deck(pages, looks, facts_of(event, ""), workspace).value)
    return pages


@pytest.fixture(scope="module")
def shown(flagship, dossier, repository, tmp_path_factory) -> Shown:
    """The flagship in LibreOffice, shown once for all tests."""
    workspace = DiskWorkspace(repository)
    looks = load_themes(workspace, dossier.organisation, flagship).value
    return show(flagship, looks, workspace, tmp_path_factory.mktemp("flagship"))


@pytest.mark.office
@pytest.mark.slow
def test_the_flagship_is_rendered_as_it_was_placed(shown):
    found = compare(shown.pdf, shown.pages, SLIDE_WIDTH)
    assert (found.outside, found.over) == ([], [])
    assert found.share >= 0.99, found.otherwise


@pytest.mark.office
@pytest.mark.slow
def test_the_flagship_is_rendered_as_it_was_placed_in_another_theme(flagship, dossier, repository, tmp_path):
    workspace = DiskWorkspace(repository)
    event = replace(flagship, theme="gazette")
    looks = load_themes(workspace, dossier.organisation, event).value
    other = show(event, looks, workspace, tmp_path)
    found = compare(other.pdf, other.pages, SLIDE_WIDTH)
    assert (found.outside, found.over) == ([], [])
    assert found.share >= 0.99, found.otherwise


@pytest.mark.office
@pytest.mark.slow
def test_deck_and_pictures_show_the_same_lines_on_every_slide(shown, repository):
    drawn = draw_slides_pdf(shown.pages, shown.looks, DiskWorkspace(repository), Sheet("Diapositives")).value
    count, told = disagreements(shown.pdf, drawn, shown.pages, SLIDE_WIDTH)
    assert count > 500
    assert len(told) <= count * 0.01, told


STRESSES = {
    **{amount: ("default", (amount,)) for amount in ("little", "normal", "much", "nasty", "far too much")},
    "hard words": ("default", ("compounds", "addresses")),
    "marks": ("default", ("marked", "much marked")),
    "another theme": ("gazette", ("normal", "compounds", "marked", "much marked")),
}


@pytest.fixture(scope="module")
def stressed(repository, tmp_path_factory) -> dict[str, Comparison]:
    """The stress deck, a file for each part: LibreOffice needs minutes for one file of them all."""
    folder, workspace = tmp_path_factory.mktemp("stressed"), DiskWorkspace(repository)
    pages = {
        part: write(stress(name, *amounts), {None: theme(name)}, workspace, folder / f"{part}.pptx")
        for part, (name, amounts) in STRESSES.items()
    }
    rendered = to_pdf([folder / f"{part}.pptx" for part in pages], folder)
    return {
        part: compare(file.read_bytes(), pages[part], SLIDE_WIDTH) for part, file in zip(pages, rendered, strict=True)
    }


@pytest.mark.office
@pytest.mark.slow
def test_no_letter_of_the_stress_deck_leaves_its_frame_or_covers_another(stressed):
    assert {part: (found.outside, found.over) for part, found in stressed.items() if found.outside or found.over} == {}


@pytest.mark.office
@pytest.mark.slow
def test_the_lines_of_the_stress_deck_are_those_that_were_placed(stressed):
    assert {part: found.otherwise for part, found in stressed.items() if found.share < 0.99} == {}
    # What disagrees does so on the safe side: more lines than placed would be an overflow to come.
    assert [told for found in stressed.values() for told in found.overfull] == []


@pytest.mark.office
@pytest.mark.slow
def test_scripts_that_no_font_of_the_theme_has_stay_in_their_boxes(repository, tmp_path):
    """Which font shows them is the machine's choice: the lines may be fewer than placed, never more."""
    event = stress("default", "scripts", "from the right")
    one = show(event, {None: theme()}, DiskWorkspace(repository), tmp_path)
    found = compare(one.pdf, one.pages, SLIDE_WIDTH)
    assert found.outside == []
    assert found.overfull == []
