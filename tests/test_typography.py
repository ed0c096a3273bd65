"""The typography of a language is put right once, and doing it twice changes nothing."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from deroule.gluing import glued
from deroule.source.richtext import Reader
from deroule.typography import typeset

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
    "de 1 500 à 12 000 000": f"de 1{F}500 à 12{F}000{F}000",
}
GLUED = {
    "fr": (
        "12~%", "3~M€", "25~km", "4,5~Md€", "1~250~m²", "25~ans après", "trois fois, 2~fois", "à 10~h~30", "à 9~h précises",
        "le 12~mars 2018", "le 1er~mars 2018", "M.~Dupont", "M.~Émile Zola", "MM.~Dupont et J.~Petit", "J.-P.~Petit",
        "Mme~Martin, Dr~Petit, Me~Roux", "art.~L.~123-4", "art.~12", "article~5", "p.~12, pp.~3-4, fig.~2, t.~3", "n°~4",
        "tél.~04~90~66~55~00", "au XXe~siècle", "+~490~%", "3~millions d’euros", "12~kWh/m²", "5~min", "§~4", "50~ETP",
    ),
    "en": (
        "25~km", "3~million", "10~a.m.", "Mr.~Smith", "Mrs~Jones", "J.~Smith", "p.~12", "No.~4", "1~March 2018", "March~1, 2018",
        "20~°C", "Fig.~3",
    ),
}  # fmt: skip
"""What no line end may part: `~` is a no-break space of whatever width."""
APART = {
    "fr": (
        "en 2018 la commune", "en 2018 l’emploi", "en 2018 s’ouvre", "2018 communes et 3 départements", "le mois de mars 2018",
        "12 mètres linéaires", "de la p. ex.", "un plan en trois", "il y a 12 salariés", "nos 3", "Mais 4",
    ),
    "en": ("in 2018 the town", "12 members", "At 4 in the morning", "12 000"),
}  # fmt: skip


@pytest.mark.parametrize("written", FRENCH)
def test_french(written: str) -> None:
    assert typeset(written, "fr") == FRENCH[written]


@pytest.mark.parametrize(("language", "made"), [(language, one) for language, some in GLUED.items() for one in some])
def test_what_belongs_together_stays_on_one_line(language: str, made: str) -> None:
    typed = made.replace("~", " ")
    assert typeset(typed, language).replace(N, "~").replace(F, "~") == made


@pytest.mark.parametrize(("language", "text"), [(language, one) for language, some in APART.items() for one in some])
def test_a_line_may_end_between_other_words(language: str, text: str) -> None:
    assert typeset(text, language) == text


@pytest.mark.parametrize(
    ("written", "made"),
    [
        ("**25** km et 3 *km*", "25~km et 3~km"),
        ("le 1^er^ mars", "le 1er~mars"),
        ("M. **Dupont**", "M.~Dupont"),
        ("12 [M€](https://exemple.org/12)", "12~M€"),
        ("n° [4](https://exemple.org) et 12 **%**", "n°~4 et 12~%"),
        ("[25 km]{lang=de} et [Mr. Smith]{lang=en}", "25 km et Mr.~Smith"),
        ("`25 km`, https://exemple.org/25 km", "25 km, https://exemple.org/25 km"),
        ("25  \nkm", "25 km"),
    ],
)
def test_what_belongs_together_is_seen_across_marks_and_nothing_else_is_touched(written: str, made: str) -> None:
    assert Reader("fr").rich_text(written).plain.replace(N, "~") == made


def test_english_gets_curly_quotes_and_keeps_its_thousands() -> None:
    assert typeset('He said "it\'s fine": why? 12 000', "en") == "He said “it’s fine”: why? 12 000"


WORDS = ("12", "000", "1er", "km", "m", "%", "€", "M.", "p.", "L.", "n°", "h", "04", "90", "66", "55", "00", "mars", "Dupont", "XXe",
         "siècle", "+", "art.", "J.-P.", "ans", ":", ";", "«", "»", "l'", "5", "2018")  # fmt: skip


@pytest.mark.parametrize("language", ["fr", "en"])
@example(text="0'»")
@settings(max_examples=150, deadline=None)
@given(
    text=st.text(alphabet="aLé1 0.:;!?'\"«»%€°n\u00a0\u202f-/@", max_size=30)
    | st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)
)
def test_twice_changes_nothing(language: str, text: str) -> None:
    once = typeset(text, language)
    assert typeset(once, language) == once


@settings(max_examples=150, deadline=None)
@given(words=st.lists(st.sampled_from(WORDS), max_size=12), cut=st.integers(0, 40))
def test_gluing_changes_spaces_alone_and_wherever_a_run_ends(words: list[str], cut: int) -> None:
    text = " ".join(words)
    for language in ("fr", "en"):
        made = glued(text, language)
        assert made.replace(N, " ") == text
        first = glued(text[:cut], language, "", text[cut:])
        assert first + glued(text[cut:], language, first) == made


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
