"""What the voice is given: signs, units, dates, addresses, abbreviations and sigles as a person would say them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deroule.outputs.rehearsal.reading import read_aloud
from deroule.outputs.rehearsal.sigles import cardinal, ordinal

FRENCH = {
    "«\u00a012\u202f000\u00a0» habitants": "12000 habitants",
    "en 1994 200 personnes": "en 1994 200 personnes",
    "5 M€, puis 1 M€": "5 millions d'euros, puis 1 million d'euros",
    "234\u202f000 €": "234000 euros",
    "12 €/an": "12 euros par an",
    "20-30\u00a0%": "20 à 30 pour cent",
    "50 ETP": "50 équivalents temps plein",
    "12 m² et 3 km²": "12 mètres carrés et 3 kilomètres carrés",
    "1 t de CO₂": "1 tonne de C O 2",
    "le 1er mars": "le 1er mars",
    "le 01/03/2018": "le 1er mars 2018",
    "2018-03-14": "14 mars 2018",
    "à 10 h 30, à 9h": "à 10 heures 30, à 9 heures",
    "de 2016–2017": "de 2016 à 2017",
    "06 12 34 56 78": "06 12 34 56 78",
    "n° 3, p. 12": "numéro 3, page 12",
    "M. Barrois et Mme Dupont": "monsieur Barrois et madame Dupont",
    "Matières & Couleurs": "Matières et Couleurs",
    "au XIXe siècle, la partie II": "au dix-neuvième siècle, la partie 2",
    "la 2e fois": "la deuxième fois",
    "https://www.mon-site.fr/a/b?c=1": "mon tiret site point fr",
    "sur mon-site.fr.": "sur mon tiret site point fr.",
    "contact@site.fr": "contact arobase site point fr",
    "le PTCE, le CBE et le CNRS": "le P T C E, le C B E et le C N R S",
    "la SCIC, le SMICVAL et l’IRFEDD": "la scic, le smicval et l’irfedd",
    "l’ADEME et la DREAL": "l’adème et la dréal",
    "TERRITOIRES ÉMERGENTS": "TERRITOIRES ÉMERGENTS",
    "Nouvel’R": "Nouvel’R",
}
ENGLISH = {
    "5 M€": "5 million euros",
    "on 2018-03-01": "on 1 March 2018",
    "e.g. 20–30%": "for example 20 to 30 percent",
    "https://www.example.org/a": "example dot org",
    "a CSV & an LMS": "a CSV and an LMS",
}


@pytest.mark.parametrize("written", FRENCH)
def test_french(written: str) -> None:
    assert read_aloud(written, "fr") == FRENCH[written]


@pytest.mark.parametrize("written", ENGLISH)
def test_english(written: str) -> None:
    assert read_aloud(written, "en-GB") == ENGLISH[written]


def test_the_author_says_how_names_are_said() -> None:
    own = {"Nouvel'R": "nouvelle erre", "PTCE": "pôle"}
    assert read_aloud("Nouvel’R et le PTCE, pas le PTCEA", "fr", own) == "nouvelle erre et le pôle, pas le P T C E A"


def test_ordinals_and_cardinals_are_written_in_full() -> None:
    assert [cardinal(number) for number in (0, 17, 21, 71, 80, 81, 99)] == [
        "zéro", "dix-sept", "vingt et un", "soixante et onze", "quatre-vingt", "quatre-vingt-un", "quatre-vingt-dix-neuf",
    ]  # fmt: skip
    assert [ordinal(number) for number in (2, 4, 5, 9, 21, 80)] == [
        "deuxième", "quatrième", "cinquième", "neuvième", "vingt et unième", "quatre-vingtième",
    ]  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="aE M€%°.-–/:@&0123456789XIVhk²₂\u00a0«»", max_size=60), st.sampled_from(["fr", "en", "de"]))
def test_any_text_can_be_said_and_loses_no_figure(text: str, language: str) -> None:
    read = read_aloud(text, language)
    assert "\u00a0" not in read and "«" not in read
    if not any(sign in text for sign in "@.-/:hXIVe²₂"):
        assert [one for one in read if one.isdigit()] == [one for one in text if one.isdigit()]
