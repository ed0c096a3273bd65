"""Versions of a deck: whole, a sequence, a variant, a speaker; each with its own programme, numbers, notes and time."""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import replace

import pytest
from pptx import Presentation

from deroule.layout import place
from deroule.model.dossier import Dossier
from deroule.model.selection import select
from deroule.outputs.deck import plan
from deroule.outputs.deck.audit import audit
from deroule.outputs.deck.lint import lint
from deroule.outputs.deck.speaking import said_of, spoken_length
from deroule.outputs.deck.writing import facts_of, write_deck
from deroule.source import load
from deroule.source.themes import load_themes
from deroule.workspace import DiskWorkspace, MemoryWorkspace

R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
VERSIONS = [{}, {"sequence": "mots"}, {"variant": "courte"}, {"variant": "longue"}, {"speaker": "sacha"}]


def read(deck: bytes):
    return Presentation(io.BytesIO(deck))


def titles(deck: bytes) -> list[str]:
    return [slide.shapes.title.text for slide in read(deck).slides]


def notes(deck: bytes) -> list[str]:
    return [slide.notes_slide.notes_text_frame.text if slide.has_notes_slide else "" for slide in read(deck).slides]


def numbers(deck: bytes) -> list[tuple[int, str]]:
    """The slide's place and the number shown on it, where one is shown."""
    found = []
    for at, slide in enumerate(read(deck).slides, start=1):
        found += [(at, one.text_frame.text) for one in slide.shapes if one._element.xpath(".//a:fld[@type='slidenum']")]
    return found


@pytest.mark.parametrize("version", VERSIONS, ids=str)
def test_every_version_is_sound_accessible_and_numbered_from_one(make_small_deck, version) -> None:
    deck = make_small_deck(**version)
    assert [str(one) for one in lint(deck)] == []
    assert {one.code.name for one in audit(deck, "deck")} <= {"merged-cells"}
    assert numbers(deck)
    assert all(str(at) == shown for at, shown in numbers(deck))


@pytest.mark.parametrize("version", VERSIONS, ids=str)
def test_every_version_is_the_same_bytes_each_time(make_small_deck, version) -> None:
    assert make_small_deck(**version) == make_small_deck(**version)


def test_a_variant_leaves_out_what_is_marked_for_another(make_small_deck) -> None:
    assert "Trois étapes" in titles(make_small_deck(variant="longue"))
    assert "Trois étapes" not in titles(make_small_deck(variant="courte"))


def test_a_speaker_gets_their_own_part_with_the_cover(make_small_deck) -> None:
    shown = titles(make_small_deck(speaker="sacha"))
    assert shown[0] == "Un atelier de territoire"
    assert "Un tableau" in shown and "Une ressource se révèle" not in shown


def test_the_plan_names_a_deck_for_each_version(small_event) -> None:
    names = {one.id for one in plan(Dossier(events=(small_event,), organisation=None))}
    assert names >= {
        f"deck/{small_event.id}",
        f"deck/{small_event.id}/mots",
        f"deck/{small_event.id}/variant-courte",
        f"deck/{small_event.id}/speaker-alix",
        f"deck/{small_event.id}/speaker-sacha",
    }


def test_notes_begin_with_the_time_and_keep_their_paragraphs(make_small_deck) -> None:
    deck = make_small_deck()
    said = notes(deck)[titles(deck).index("Une ressource se révèle")]
    assert said.replace("\u00a0", " ").split("\n") == [
        "Durée : 2 min, à partir de 9 h 30",
        "Laisser lire. Le rapport de 2017 est public.",
        "Puis demander un exemple.",
    ]


def test_links_in_notes_lead_where_they_say(make_small_deck) -> None:
    deck = read(make_small_deck())
    links = [
        slide.notes_slide.part.rels[click.get(R_ID)].target_ref
        for slide in deck.slides
        if slide.has_notes_slide
        for click in slide.notes_slide._element.xpath(".//a:hlinkClick")
    ]
    assert links == ["https://example.org/rapport"]


def test_a_version_tells_how_long_it_takes(make_small_deck) -> None:
    for version in VERSIONS[1:]:
        assert any(note.startswith("Cette version dure ") for note in notes(make_small_deck(**version))[0].split("\n"))
    assert "Cette version" not in "".join(notes(make_small_deck()))


def test_a_variant_is_held_against_its_slot(small_event) -> None:
    short = small_event.variants["courte"].model_copy(update={"duration": dt.timedelta(minutes=15)})
    written = small_event.written.model_copy(update={"variants": {"courte": short}})
    said = said_of(replace(small_event, written=written), variant="courte")
    first = next(iter(said.values())).paragraphs[0].plain
    assert "pour un créneau de 15\u00a0min" in first


def test_the_clock_runs_on_in_a_variant(small_event) -> None:
    times = [one.time for one in said_of(small_event, variant="courte").values() if "à partir de" in one.time]
    assert times == sorted(times, key=lambda time: time.split("à partir de")[1])


@pytest.mark.parametrize(
    ("seconds", "words"), [(2, "5 s"), (45, "45 s"), (60, "1 min"), (88, "1 min 30 s"), (7_260, "121 min")]
)
def test_lengths_are_told_in_minutes_and_seconds(seconds: int, words: str) -> None:
    assert spoken_length(dt.timedelta(seconds=seconds)).replace("\u00a0", " ") == words


def jumps(slide) -> set[int]:
    """The ids of the slides that a slide's links lead to."""
    clicks = slide._element.xpath(".//a:hlinkClick[@action='ppaction://hlinksldjump']")
    return {slide.part.rels[one.get(R_ID)].target_part.slide.slide_id for one in clicks}


def test_the_programme_leads_to_every_sequence_and_every_slide_leads_back(make_small_deck) -> None:
    slides = list(read(make_small_deck()).slides)
    agenda = next(one for one in slides if one.shapes.title.text == "Programme")
    dividers = [one for one in slides if one.shapes.title.text in ("Les mots", "Les preuves")]
    assert {one.slide_id for one in dividers} <= jumps(agenda)
    inside = slides[slides.index(agenda) + 1 :]
    without = [one.shapes.title.text for one in inside if agenda.slide_id not in jumps(one)]
    assert without in ([], [inside[-1].shapes.title.text])  # the closing slide says goodbye
    tips = {one.get("tooltip") for slide in inside for one in slide._element.xpath(".//a:hlinkClick[@tooltip]")}
    assert tips == {"Retour au programme"}


def test_foreign_words_are_told_as_such(make_small_deck) -> None:
    deck = read(make_small_deck())
    runs = [
        run for slide in deck.slides for run in slide._element.xpath(".//a:r") if "smart" in "".join(run.itertext())
    ]
    assert [run.rPr.get("lang") for run in runs] == ["en-GB"]


MARKED: dict[str, str | bytes] = {
        "sequences/organisation.yml": "language: fr\norganisations:\n  nous: {name: La fabrique}\n",
        "sequences/essai/event.yml": (
            "title: Essai\ndate: 2027-01-14\nstarts: '09:30'\norganiser: nous\nsequences: [une, deux]\n"
            "variants:\n  elus: {title: Élus, shows: [elus]}\n  agents: {title: Agents, shows: [agents]}\n"
        ),
        "sequences/essai/une.yml": (
            "kind: concept\ntitle: Une\nslides:\n"
            "  - title: Pour tous\n    duration: 2 min\n    text: Commun\n"
            "    callout: {text: Aux élus, only: [elus]}\n"
            "  - title: Deux colonnes\n    duration: 3 min\n    columns:\n"
            "      - {heading: Ici, bullets: {items: [Ici pour tous]}}\n"
            "      - heading: Là\n        text: {text: Là pour tous}\n        numbered: {items: [Aux agents], only: [agents]}\n"
        ),
        "sequences/essai/deux.yml": (
            "kind: concept\ntitle: Deux\nslides:\n  - {title: Aux agents seuls, duration: 4 min, text: Mot, only: [agents]}\n"
        ),
}  # fmt: skip
"""Sources of an event with marks on slides and on blocks, within columns too."""


@pytest.fixture(scope="module")
def marked():
    workspace = MemoryWorkspace(MARKED)
    outcome = load(workspace)
    assert not outcome.failed, [f"{one.span} {one.message('en')}" for one in outcome.diagnostics]
    event = outcome.value.events[0]
    themes = load_themes(workspace, outcome.value.organisation, event).value

    def make(**version: str) -> bytes:
        pages = place(event, themes, **version).value
        return write_deck(pages, themes, facts_of(event, **version), workspace).value

    return make


def words(deck: bytes) -> str:
    """All words of all slides."""
    texts = [text.text or "" for slide in read(deck).slides for text in slide._element.xpath(".//a:t")]
    return " ".join(texts).replace("\u00a0", " ")


def test_marks_on_blocks_hold_within_columns_too(marked) -> None:
    assert "Aux élus" in words(marked(variant="elus")) and "Aux agents" not in words(marked(variant="elus"))
    assert "Aux agents" in words(marked(variant="agents")) and "Aux élus" not in words(marked(variant="agents"))
    assert all(said in words(marked()) for said in ("Aux élus", "Aux agents", "Aux agents seuls"))


def test_a_sequence_of_which_nothing_is_left_leaves_the_programme(marked) -> None:
    assert titles(marked(variant="elus")).count("Deux") == 0
    assert "Deux" in titles(marked(variant="agents"))
    short, long = (read(marked(variant=name)) for name in ("elus", "agents"))
    agenda = [next(s for s in deck.slides if s.shapes.title.text == "Programme") for deck in (short, long)]
    assert [any(shape.has_text_frame and shape.text_frame.text == "Deux" for shape in one.shapes) for one in agenda] == [
        False, True,
    ]  # fmt: skip


def test_the_sequences_of_a_variant_are_numbered_from_one(marked, flagship) -> None:
    written = flagship.variants["courte"].model_copy(update={"sequences": ("temoignage", "aller-plus-loin")})
    event = replace(flagship, written=flagship.written.model_copy(update={"variants": {"courte": written}}))
    assert [one.number for one in select(event, variant="courte").sequences] == [1, 2]
    assert [one.number for one in select(event, sequence="temoignage").sequences] == [2]


FLAGSHIP_VERSIONS = [
    {}, {"variant": "courte"}, {"variant": "complete"}, {"sequence": "prerequis"}, {"speaker": "mathieu-barrois"},
]  # fmt: skip


@pytest.fixture(scope="module")
def versions(flagship, dossier, repository):
    """The flagship's decks, by version."""
    workspace = DiskWorkspace(repository)
    themes = load_themes(workspace, dossier.organisation, flagship).value

    def make(version: dict[str, str]) -> bytes:
        pages = place(flagship, themes, **version).value
        return write_deck(pages, themes, facts_of(flagship, **version), workspace).value

    return {str(version): make(version) for version in FLAGSHIP_VERSIONS}


@pytest.mark.parametrize("version", FLAGSHIP_VERSIONS, ids=str)
def test_each_version_of_the_flagship_is_numbered_through_and_divided_as_its_programme(versions, version) -> None:
    deck = versions[str(version)]
    assert all(str(at) == shown for at, shown in numbers(deck))
    element = read(deck).part._element
    sections = element.xpath("//*[local-name()='section']")
    listed = [one.get("id") for section in sections for one in section.xpath(".//*[local-name()='sldId']")]
    assert len(listed) == len(read(deck).slides)
    names = [section.get("name") for section in sections]
    assert len(names) == len(set(names)) > 0


def test_the_short_version_of_the_flagship_has_its_own_programme_and_time(versions, flagship) -> None:
    whole, short = (versions[str(version)] for version in ({}, {"variant": "courte"}))
    assert len(read(short).slides) < len(read(whole).slides)
    assert set(titles(short)) < set(titles(whole))
    minutes = [
        [
            text.text
            for text in slide._element.xpath(".//a:t")
            if (text.text or "").replace("\u00a0", " ").endswith(" min")
        ]
        for deck in (whole, short)
        for slide in read(deck).slides
        if slide.shapes.title.text == "Programme"
    ]
    assert len(minutes) == 2 and minutes[0] != minutes[1]
    said = notes(short)[0].replace("\u00a0", " ")
    assert "Cette version dure " in said and "pour un créneau de 45 min" in said


def test_a_sequence_and_a_speaker_stand_alone(versions, flagship) -> None:
    sequence = titles(versions[str({"sequence": "prerequis"})])
    assert sequence[0] == "Les prérequis d’un développement endogène" and "Programme" not in sequence
    speaker = versions[str({"speaker": "mathieu-barrois"})]
    assert titles(speaker)[0].replace("\u00a0", " ") == flagship.title.plain.replace("\u00a0", " ")
    own = [one.title.plain.replace("\u00a0", " ") for one in select(flagship, speaker="mathieu-barrois").slides]
    assert [title.replace("\u00a0", " ") for title in titles(speaker)] == own
    assert len(own) < len(flagship.slides) / 2
