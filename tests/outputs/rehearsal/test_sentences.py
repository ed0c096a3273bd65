"""What is said is cut where a voice pauses, and fits captions: two lines of 42 characters."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deroule.outputs.rehearsal.sentences import LINE, captions, sentences


@pytest.mark.parametrize(
    ("paragraph", "cut"),
    [
        ("Bonjour. Commençons !", ["Bonjour.", "Commençons !"]),
        ("M. Dupont est là. Il parle.", ["M. Dupont est là.", "Il parle."]),
        ("Voir p. 12 et suivantes. Puis J. Martin.", ["Voir p. 12 et suivantes.", "Puis J. Martin."]),
        ("Il dit : «\u00a0Oui\u00a0!\u00a0» Et puis…", ["Il dit : «\u00a0Oui\u00a0!\u00a0»", "Et puis…"]),
        ("Un prix de 3.50 euros. Fin", ["Un prix de 3.50 euros.", "Fin"]),
        ("Des noms, etc. et la suite", ["Des noms, etc. et la suite"]),
        ("", []),
    ],
)
def test_a_paragraph_is_cut_into_sentences(paragraph, cut) -> None:
    assert list(sentences(paragraph)) == cut


def test_a_long_sentence_is_cut_after_its_commas_into_balanced_lines() -> None:
    assert captions(
        "Nous répondons aux questions des communes de moins de 10\u202f000 habitants, "
        "des communes nouvelles et déléguées et des intercommunalités."
    ) == (
        "Nous répondons aux questions des\ncommunes de moins de 10\u202f000 habitants,",
        "des communes nouvelles et\ndéléguées et des intercommunalités.",
    )


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="ab é,.'\u00a0-", min_size=0, max_size=400))
def test_captions_keep_every_word_and_fit(text: str) -> None:
    for sentence in sentences(text):
        made = captions(sentence)
        assert all(len(line) <= LINE for caption in made for line in caption.split("\n"))
        assert all(caption.count("\n") <= 1 for caption in made)
        assert "".join(" ".join(made).split()) == "".join(sentence.split())
