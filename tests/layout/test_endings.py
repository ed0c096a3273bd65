"""Which words end lines: told as texts, in French and in English."""

from __future__ import annotations

from dataclasses import replace
from importlib.resources import files
from itertools import pairwise

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.layout.events import rich, theme

from deroule.layout.breaking import break_lines
from deroule.layout.desk import INK
from deroule.layout.endings import mended
from deroule.layout.lettering import Look, paragraph, set_text
from deroule.layout.page import EMU_PER_POINT
from deroule.model.richtext import RichText, Run
from deroule.model.theme import FontRole

LOOK = Look(20, INK)
THEME = theme()
FAMILIES = yaml.safe_load((files("deroule") / "themes/fonts.yml").read_text(encoding="utf-8"))


def lines(said, width, look=LOOK):
    setting = mended(set_text(THEME, [paragraph(said, look)], round(width * EMU_PER_POINT)))
    shown = setting.paragraphs[0]
    return [shown.text[start:end].strip() for start, end in pairwise((0, *shown.breaks, len(shown.text)))]


def test_a_short_word_is_not_left_alone_on_the_last_line():
    assert lines("Les territoires ruraux sont concernés aussi par le plan", 460)[-1] == "par\u00a0le\u00a0plan"


def test_a_short_last_line_takes_as_many_words_along_as_it_needs():
    said = (
        "De la friche aux services culturels, de l’ocre à la couleur, de l’association à la coopérative non lucrative"
    )
    shown = lines(said, 880)
    assert shown[-1].replace("\u00a0", " ") == "à la coopérative non lucrative"


def test_little_words_go_to_the_next_line_together():
    assert lines("Une organisation de la production et de la consommation locale des habitants", 430) == [
        "Une organisation de la production",
        "et\u00a0de\u00a0la\u00a0consommation locale des habitants",
    ]


def test_a_number_stays_with_what_it_counts():
    assert lines("Une tonne évitée pour chaque lot de 3\u00a0000 bouteilles", 390)[-1].endswith(
        "3\u00a0000\u00a0bouteilles"
    )


def test_an_ampersand_goes_with_what_follows_it():
    assert lines("Le pôle de coopération Matières & Couleurs du Luberon", 320)[-1].startswith("&\u00a0Couleurs")


def test_each_language_has_its_little_words():
    said = "A trainer writes what is said and the tool"
    assert lines(said, 300, LOOK.but(language="en"))[-1] == "and\u00a0the tool"
    assert lines(said, 300)[-1] == "the tool"


def test_a_line_is_not_left_half_empty_for_the_sake_of_a_little_word():
    assert lines("Ce que vous avez déjà vécu dans votre territoire", 165)[1] == "déjà vécu dans"


def test_lines_are_mended_across_runs():
    said = RichText((Run("Un changement d’échelle grâce à "), Run("la", bold=True), Run(" mise en commun")))
    assert lines(said, 330)[-1] == "à\u00a0la\u00a0mise en commun"


WORDS = st.lists(
    st.sampled_from(["à", "de", "la", "territoire", "et", "12", "coopération", "où", "d’un", "lieu"]),
    min_size=1,
    max_size=40,
)


@settings(max_examples=80, deadline=None)
@given(words=WORDS, width=st.integers(90, 500))
def test_mending_changes_neither_words_nor_the_number_of_lines(words, width):
    before = set_text(THEME, [paragraph(" ".join(words), LOOK)], width * EMU_PER_POINT)
    after = mended(before)
    assert after.paragraphs[0].text.replace("\u00a0", " ") == " ".join(words)
    assert len(after.paragraphs[0].breaks) == len(before.paragraphs[0].breaks)
    assert after.height == before.height


@pytest.mark.parametrize("said", ["Un mot", "anticonstitutionnellement " * 3])
def test_what_cannot_be_mended_is_left_alone(said):
    before = set_text(THEME, [paragraph(rich(said), LOOK)], 120 * EMU_PER_POINT)
    assert mended(before).paragraphs[0].text == before.paragraphs[0].text


@settings(deadline=None, max_examples=60)
@given(
    st.sampled_from(["Arial", "Palatino Linotype", "Source Sans Pro"]),
    st.lists(
        st.sampled_from(["la", "filière", "de", "12", "m²", "couleur-ocre", "et", "l’eau", "à", "3/4"]), min_size=2
    ),
    st.data(),
)
def test_spaces_that_are_held_break_as_no_break_spaces_do(family, words, data):
    look = replace(THEME, fonts=dict.fromkeys(THEME.fonts, FontRole(family, FAMILIES[family])))
    text = " ".join(words)
    spaces = [at for at, sign in enumerate(text) if sign == " "]
    held = data.draw(st.sets(st.sampled_from(spaces)))
    written = "".join("\u00a0" if at in held else sign for at, sign in enumerate(text))
    runs = [paragraph(RichText((Run(one),)), LOOK).runs for one in (text, written)]
    starts, widest, forced = break_lines(look, runs[0], 200, held=held)
    others = break_lines(look, runs[1], 200)
    if not others[2]:  # a word broken by force is no better end, and is not looked at
        assert (starts, forced) == (others[0], others[2])
        assert widest == pytest.approx(others[1])


@pytest.mark.parametrize("width", [390, 410])
def test_a_line_in_the_middle_that_was_left_short_takes_a_word_from_the_one_above(width):
    said = "Les collectivités territoriales accompagnent des dynamiques entrepreneuriales collectives."
    assert [line.replace("\u00a0", " ") for line in lines(said, width)] == [
        "Les collectivités territoriales",
        "accompagnent des dynamiques",
        "entrepreneuriales collectives.",
    ]
