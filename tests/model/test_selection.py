"""What a version shows, and how it counts: its sequences and sections from one on, in its own order, in their own colours."""

from __future__ import annotations

import pytest
from tests.layout.soundness import flat

from deroule.layout import place
from deroule.layout.accents import accent_of
from deroule.layout.page import SlidePage
from deroule.layout.place import Remembered
from deroule.model.event import Event
from deroule.model.selection import select
from deroule.source import load
from deroule.source.themes import load_themes
from deroule.workspace import MemoryWorkspace

EVENT = """\
title: Un événement
organiser: a
speakers: {anne: {name: Anne}, bob: {name: Bob}, carl: {name: Carl}}
sequences: [un, deux, trois, quatre]
variants:
  autre: {title: Autre, sequences: [un, quatre, deux]}
  sans: {title: Sans les détails}
  details: {title: Tout}
"""
LONG = """\
kind: concept
title: Deux
speakers: [bob]
numbering: roman
slides:
  - {title: Le plan, plan: auto}
  - {title: Le même à la main, columns: [{plan: [Alpha, Bêta, Gamma]}, {text: a}]}
  - section: Alpha
  - {title: De alpha, text: a}
  - section: Bêta
    only: [details]
  - {title: De bêta, text: a, only: [details]}
  - section: Gamma
  - {title: De gamma, text: a}
"""


def short(name: str, speaker: str) -> str:
    return f"kind: concept\ntitle: {name}\nspeakers: [{speaker}]\nslides: [{{title: De {name}, text: a}}]\n"


FILES = {
    "sequences/organisation.yml": "language: fr\norganisations: {a: {name: A}}\n",
    "sequences/e/event.yml": EVENT,
    "sequences/e/un.yml": short("Un", "anne"),
    "sequences/e/deux.yml": LONG,
    "sequences/e/trois.yml": short("Trois", "carl"),
    "sequences/e/quatre.yml": short("Quatre", "anne"),
}
VERSIONS = [{}, {"variant": "autre"}, {"variant": "sans"}, {"variant": "details"}, {"speaker": "anne"}]


@pytest.fixture(scope="module")
def event() -> Event:
    outcome = load(MemoryWorkspace(FILES))
    assert not outcome.failed, [f"{one.span} {one.message('en')}" for one in outcome.diagnostics]
    return outcome.value.events[0]


@pytest.fixture(scope="module")
def pages(event):
    workspace = MemoryWorkspace(FILES)
    looks = load_themes(workspace, load(workspace).value.organisation, event).value
    return lambda **version: place(event, looks, **version).value


def numbers(event: Event, **version: str) -> list[tuple[str, int | None]]:
    return [(one.id, one.number) for one in select(event, **version).sequences]


def texts(page: SlidePage) -> list[str]:
    return [
        "".join(run.text for run in paragraph.runs)
        for item in flat(page.items)
        for paragraph in getattr(item, "paragraphs", ())
    ]


@pytest.mark.parametrize("version", VERSIONS, ids=str)
def test_every_programme_counts_its_sequences_from_one(event, version) -> None:
    shown = numbers(event, **version)
    assert [number for _, number in shown] == list(range(1, len(shown) + 1))


def test_a_variant_shows_its_sequences_in_the_order_that_it_names(event) -> None:
    assert numbers(event, variant="autre") == [("un", 1), ("quatre", 2), ("deux", 3)]


def test_a_part_alone_keeps_its_place_in_the_event(event) -> None:
    assert numbers(event, sequence="trois") == [("trois", 3)]
    assert numbers(event, speaker="carl") == [("trois", 3)]


@pytest.mark.parametrize("version", VERSIONS, ids=str)
def test_a_sequence_wears_its_colour_in_every_version(event, version) -> None:
    colours = {one.id: accent_of(one, event) for one in event.sequences}
    shown = select(event, **version)
    assert {one.id: accent_of(one, shown) for one in shown.sequences}.items() <= colours.items()


@pytest.mark.parametrize("version", VERSIONS, ids=str)
def test_programme_and_dividers_tell_the_same_numbers(pages, version) -> None:
    made = pages(**version)
    agenda = next(page for page in made if page.form == "agenda")
    marks = [text for text in texts(agenda) if text.isdigit()]
    dividers = [text for page in made if page.form == "divider" for text in texts(page) if text.startswith("Séquence")]
    assert [text.split()[-1] for text in dividers] == marks == [str(at + 1) for at in range(len(marks))]


def test_sections_are_numbered_without_a_gap(event) -> None:
    def labels(variant: str) -> list[tuple[str, str]]:
        two = next(one for one in select(event, variant=variant).sequences if one.id == "deux")
        return [(section.label, section.id) for section in two.sections]

    assert labels("details") == [("I", "alpha"), ("II", "beta"), ("III", "gamma")]
    assert labels("sans") == [("I", "alpha"), ("II", "gamma")]


def test_a_plan_announces_what_follows_in_its_version(pages) -> None:
    made = {page.id: texts(page) for page in pages(variant="sans")}
    for plan in ("le-plan", "le-meme-a-la-main"):
        assert "Gamma" in made[plan] and "Bêta" not in made[plan]
        assert "2" in made[plan] and "3" not in made[plan]
    assert "II · Gamma" in made["de-gamma"]


def test_pages_that_were_placed_for_another_version_do_not_lend_their_numbers(event) -> None:
    workspace = MemoryWorkspace(FILES)
    looks = load_themes(workspace, load(workspace).value.organisation, event).value
    remembered = Remembered()
    for version, label in (({}, "III · Gamma"), ({"variant": "sans"}, "II · Gamma"), ({}, "III · Gamma")):
        made = {page.id: texts(page) for page in place(event, looks, **version, remembered=remembered).value}
        assert label in made["de-gamma"]
