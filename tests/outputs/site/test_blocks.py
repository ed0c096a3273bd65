"""Blocks and terms on pages: each kind has a form, everything written is escaped, terms are explained once."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from deroule.model.blocks import BLOCKS
from deroule.model.event import Event
from deroule.model.recording import After, PollAnswer, PollResult, Recording
from deroule.outputs.site.blocks import FORMS, Pen
from deroule.outputs.site.hand import Hand
from deroule.outputs.site.terms import Terms
from deroule.outputs.site.words import Wording
from deroule.source import load
from deroule.workspace import MemoryWorkspace

HEAD = {
    "sequences/organisation.yml": "language: fr\norganisations:\n  ateliers:\n    name: Les Ateliers\n",
    "sequences/mars/event.yml": "title: Mars\ndate: 2026-03-01\norganiser: ateliers\nduration: 5 min\nsequences: [un]\n",
}


def event_of(slide: str) -> Event:
    written = "kind: concept\ntitle: Un\nduration: 5 min\nslides:\n  - title: Essai\n    id: essai\n" + "".join(
        f"    {line}\n" for line in slide.splitlines()
    )
    return load(MemoryWorkspace({**HEAD, "sequences/mars/un.yml": written})).value.events[0]


def page_of(event: Event) -> str:
    slide = next(one for one in event.slides if one.id == "essai")
    hand = Hand(lambda written: "page.html" if written == "fiche" else None, Terms({}))
    return str(Pen(event, slide, hand, Wording("fr")).write_all(slide.blocks))


def test_each_kind_of_block_has_a_page_form() -> None:
    assert set(FORMS) == set(BLOCKS)


@pytest.mark.parametrize(
    ("slide", "shown"),
    [
        ("callout: Et **demain** ?", '<p class="d-callout">Et <strong>demain</strong>\u202f?</p>'),
        ("figures: {value: 12, unit: '%', label: part}", '<strong class="d-value">12\u00a0%</strong>'),
        ("timeline:\n  - {when: 1994, title: Friche}", '<span class="d-when">1994</span> <span><strong>Friche</strong></span>'),
        ("numbered: {items: [a, b], style: roman, start: 3}", '<ol type="I" start="3"><li>a</li><li>b</li></ol>'),
        ("case: {who: ôkhra, what: Ocre., sheet: fiche}", '<a href="page.html">Lire la fiche d’expérience</a>'),
        ("links:\n  - {title: Ici, address: 'https://exemple.org/'}", '<a href="https://exemple.org/">Ici</a>'),
        ("contacts:\n  - {organisation: Nous, telephone: 01 02}", '<a href="tel:0102">01 02</a>'),
        ("code: |\n  un\n\n  deux", "<code>un&#10;&#10;deux"),
        ("quiz: q\nquestion: Où ?\noptions: [{text: Ici, right: yes}, Là]", "<details><summary>Voir la réponse</summary><p>Ici</p>"),
    ],
)  # fmt: skip
def test_blocks_read_well_alone(slide: str, shown: str) -> None:
    assert shown in page_of(event_of(slide))


def test_a_poll_tells_its_votes_where_they_are_known() -> None:
    event = event_of("poll: choix\nquestion: Alors ?\noptions: [Oui, Non]")
    assert "<meter" not in page_of(event)
    result = PollResult("Alors ?", (PollAnswer("Oui", 3), PollAnswer("Non", 1)), 4, "choix")
    told = page_of(replace(event, after=After(Recording("file", polls=(result,)))))
    assert "75\u00a0%" in told
    assert "25\u00a0%" in told


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="<>&\"'ab/=x", min_size=1, max_size=20))
def test_nothing_written_becomes_markup(text: str) -> None:
    terms = Terms({"ab": text})
    told = html.fragment_fromstring(str(terms.explained(f"{text} ab")), create_parent="div")
    assert "".join(told.itertext()) == f"{text} ab"
    assert {one.tag for one in told.iter() if one is not told} <= {"abbr"}


@pytest.mark.parametrize(
    ("text", "explained"),
    [
        ("La SCIC et les SCIC", ["SCIC"]),
        ("Le développement endogène, les Développements endogènes", ["développement endogène"]),
        ("la spécificité, un sous-développement endogène", []),
        ("économie circulaire", []),
    ],
)
def test_a_term_is_found_in_its_forms_and_explained_once(text: str, explained: list[str]) -> None:
    terms = Terms({"SCIC": "Une société.", "développement endogène": "Par le lieu."})
    told = html.fragment_fromstring(str(terms.explained(text)), create_parent="div")
    assert [one.text for one in told.iter("abbr")] == explained


def test_terms_of_owners_pages_are_written_as_abbreviations() -> None:
    terms = Terms({"SCIC": "Une société."})
    assert terms.abbreviations("Une SCIC, des SCICs.") == "*[SCIC]: Une société.\n*[SCICs]: Une société.\n"
    assert terms.abbreviations("Rien.") == ""
