"""The repository's own dossier: its pages point at slides that exist, and its training shows every kind of block."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from deroule.model.blocks import BLOCKS, Block, Columns, Compare
from deroule.model.dossier import Dossier
from deroule.source import load
from deroule.workspace import DiskWorkspace

ROOT = Path(__file__).parents[2]
TRAINING = "2026-11-24-deroule-en-45-minutes"


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return load(DiskWorkspace(ROOT)).value


def _kinds(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        yield block.kind
        if isinstance(block, Columns):
            for group in block.groups:
                yield from _kinds(group.blocks)
        if isinstance(block, Compare):
            for side in block.sides:
                yield from _kinds(side.blocks)


def test_the_training_shows_every_kind_of_block(dossier: Dossier) -> None:
    shown = {kind for slide in dossier.event(TRAINING).slides for kind in _kinds(slide.blocks)}
    assert set(BLOCKS) - shown == set()


def test_the_training_says_how_many_kinds_there_are(dossier: Dossier) -> None:
    said = next(slide for slide in dossier.event(TRAINING).slides if slide.id == "twenty-seven-kinds")
    assert len(BLOCKS) == 27, "rewrite this slide: it gives the number of kinds in its title and its notes"
    assert said.title.plain.startswith("Twenty-seven")


def test_the_training_fills_its_45_minutes(dossier: Dossier) -> None:
    sequences = dossier.event(TRAINING).sequences
    assert sum(sequence.duration.total_seconds() for sequence in sequences) == 45 * 60
    for sequence in sequences:
        spoken = sum(slide.duration.total_seconds() for slide in sequence.slides)
        assert 0.9 <= spoken / sequence.duration.total_seconds() <= 1, sequence.id


def test_a_page_points_at_slides_that_exist(dossier: Dossier) -> None:
    slides = {(event.id, slide.id) for event in dossier.events for slide in event.slides}
    pointed = [(page.facts.get("event"), slide) for page in dossier.pages for slide in page.facts.get("slides", ())]
    assert pointed
    assert [one for one in pointed if one not in slides] == []


def test_a_case_points_at_a_sheet_that_exists(dossier: Dossier) -> None:
    sheets = {page.id for page in dossier.pages if page.kind == "experiences"}
    named = {
        block.sheet for event in dossier.events for slide in event.slides for block in slide.blocks
        if block.kind == "case" and block.sheet
    }  # fmt: skip
    assert named - sheets == set()


@pytest.mark.parametrize("kind", ["experiences", "outils", "questions", "publications"])
def test_every_page_of_a_kind_has_what_its_form_shows(dossier: Dossier, kind: str) -> None:
    needed = {
        "experiences": {"place", "region", "actors", "results", "contact", "sources", "summary", "checked"},
        "outils": {"summary", "duration", "participants", "checked"},
        "questions": {"question", "short_answer", "checked"},
        "publications": {"summary", "checked"},
    }[kind]
    pages = [page for page in dossier.pages if page.kind == kind and not page.path.endswith("/index.md")]
    assert len(pages) >= 4
    assert {page.path: needed - set(page.facts) for page in pages if needed - set(page.facts)} == {}
    assert all(page.tags for page in pages)


def test_the_content_is_plain_markdown(dossier: Dossier) -> None:
    """No raw HTML, no icon, no include: whatever engine comes next must read the pages."""
    foreign = re.compile(r"</?[a-z][^>]*>|:material-|:octicons-|\{%|--8<--|\{\{")
    assert [page.path for page in dossier.pages if foreign.search(page.body)] == []
