"""Slides named by deck, text and number, as far as each can be trusted."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from deroule.importers.align.by_export import align
from deroule.importers.align.by_text import TextIndex
from deroule.importers.align.pages import DeckPage, pages_of
from deroule.model.recording import Mark
from deroule.workspace import MemoryWorkspace

TEXTS = {
    "couverture": "Économie de territoire Réunion 2018", "programme": "Programme Décryptage Témoignage Réunion 2018",
    "emploi": "L'emploi sur le massif 11 salariés 65 salariés Réunion 2018", "filiere": "Une filière en trois temps Réunion 2018",
    "filiere-2": "Une filière en trois temps suite Réunion 2018", "carte": "Réunion 2018", "merci": "Merci à tous Réunion 2018",
}  # fmt: skip
PAGES = tuple(
    DeckPage(number, name, text, "fin" if number > 4 else "debut")
    for number, (name, text) in enumerate(TEXTS.items(), 1)
)
EVENT = SimpleNamespace(
    id="2018-03-01-reunion",
    slides=tuple(SimpleNamespace(id=page.slide, number=page.number) for page in PAGES),
    sequences=(SimpleNamespace(id="debut"), SimpleNamespace(id="fin")),
)


def named(marks: list[Mark]) -> list[tuple[str | None, str, float]]:
    return [(one.slide, one.by, one.confidence) for one in align(marks, EVENT, PAGES)]  # type: ignore[arg-type]


@pytest.mark.parametrize("file", ["2018-03-01-reunion.pptx", "2018-03-01-Reunion.pdf", "2018-03-01_reunion (1).pptx", "2018-03-01-reunion-slides.pdf"])  # fmt: skip
def test_by_the_name_of_our_deck(file: str) -> None:
    marks = [
        Mark(0, 5, number=1, presentation=file),
        Mark(5, 9, number=6, presentation=file),
        Mark(9, 12, number=99, presentation=file),
    ]
    assert named(marks) == [("couverture", "deck", 0.95), ("carte", "deck", 0.95), (None, "", 1.0)]


def test_by_the_name_of_a_sequence_s_deck() -> None:
    assert named([Mark(0, 5, number=2, presentation="2018-03-01-reunion-fin.pptx")]) == [("carte", "deck", 0.95)]


def test_by_text_words_on_every_slide_tell_nothing() -> None:
    marks = [
        Mark(0, 5, number=9, presentation="x", text="l'EMPLOI sur le Massif : 11 salaries, 65 salaries – Réunion 2018")
    ]
    [(slide, by, sure)] = named(marks)
    assert (slide, by) == ("emploi", "text") and sure > 0.9
    assert named([Mark(0, 5, presentation="x", text="Réunion 2018 tout autre chose ici")]) == [(None, "", 1.0)]


def test_texts_tell_how_numbers_stand_and_numbers_fill_what_has_no_text() -> None:
    marks = [
        Mark(0, 1, number=3, presentation="x", text=TEXTS["programme"]),
        Mark(1, 2, number=4, presentation="x", text=TEXTS["emploi"]),
        Mark(2, 3, number=7, presentation="x"),
    ]
    assert named(marks)[2] == ("carte", "number", 0.85), "a slide was put in front of the deck"


def test_a_number_alone_is_not_trusted_and_the_server_s_own_slides_are_left_out() -> None:
    assert named([Mark(0, 1, number=2, presentation="autre.pdf")]) == [("programme", "number", 0.4)]
    marks = [Mark(0, 1, number=1, presentation="default.pdf", text="Welcome"), Mark(1, 2)]
    assert align(marks, EVENT, PAGES) == [Mark(0, 1, presentation="default.pdf"), Mark(1, 2)]  # type: ignore[arg-type]


def test_what_a_person_wrote_stays() -> None:
    assert named([Mark(0, 1, "merci", by="hand"), Mark(1, 2, "une-filiere-en-trois-temps-suite", by="hand")])[0] == (
        "merci",
        "hand",
        1.0,
    )


def test_twins_are_named_with_half_the_confidence() -> None:
    index = TextIndex([page.text for page in PAGES])
    scores = index.scores(TEXTS["filiere"])
    assert scores[3] > scores[4] > 0.7
    assert TextIndex([]).scores("x") == [] and TextIndex(["", ""]).scores("") == [0, 0]


def test_pages_come_from_the_pictures_list_where_it_is_sound(flagship) -> None:
    plain = pages_of(flagship, MemoryWorkspace({}))
    assert [page.slide for page in plain] == [slide.id for slide in flagship.slides]
    assert "callout" not in plain[3].text
    broken = MemoryWorkspace({f"build/{flagship.id}/slides/pages.json": "[{]"})
    assert pages_of(flagship, broken) == plain
