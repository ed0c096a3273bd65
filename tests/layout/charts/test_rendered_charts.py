"""LibreOffice as the judge of charts: numbers, names and steps stand where they were planned, and on nothing else."""

from __future__ import annotations

import pypdfium2
import pytest
from tests.layout.charts.shapes import CHARTS, boxes_of, pages_of
from tests.layout.events import event_of, theme
from tests.layout.rendering import Letter, compare, letters_of
from tests.office import to_pdf
from tests.openxml import schema_faults, sdk_faults

from deroule.layout.page import EMU_PER_POINT, Box, SlidePage
from deroule.outputs.deck.audit import audit
from deroule.outputs.deck.lint import lint
from deroule.outputs.deck.writing import facts_of, write_deck
from deroule.workspace import MemoryWorkspace

WIDTH = 960
SLACK = 7.0
"""Points that a word may stand from where it was planned: programs differ by some about the space beside a point."""


@pytest.fixture(scope="module")
def pages() -> tuple[SlidePage, ...]:
    return pages_of(CHARTS)


@pytest.fixture(scope="module")
def deck(pages, tmp_path_factory):
    file = tmp_path_factory.mktemp("charts") / "charts.pptx"
    file.write_bytes(write_deck(pages, {None: theme()}, facts_of(event_of([]), ""), MemoryWorkspace({})).value)
    return file


@pytest.fixture(scope="module")
def rendered(deck) -> bytes:
    (pdf,) = to_pdf([deck], deck.parent)
    return pdf.read_bytes()


def letters_in(box: Box, letters: list[Letter]) -> str:
    left, top, right, bottom = (edge / EMU_PER_POINT for edge in (box.x, box.y, box.right, box.bottom))
    return "".join(
        one.text
        for one in letters
        if left - SLACK <= (one.left + one.right) / 2 <= right + SLACK
        and top - SLACK <= (one.top + one.bottom) / 2 <= bottom + SLACK
    )


def digits(text: str) -> str:
    """The digits alone: programs write the marks between them as the machine's language does."""
    return "".join(sign for sign in text if sign.isdigit())


@pytest.mark.office
def test_numbers_and_names_stand_where_they_were_planned(pages, rendered):
    missing = []
    for page, sheet in zip(pages, pypdfium2.PdfDocument(rendered), strict=True):
        letters = letters_of(sheet, WIDTH / sheet.get_width())
        for box in boxes_of(page):
            told = [(one.box, digits(one.text)) for one in box.plan.numbers]
            told += [(step.box, digits(step.lines[0])) for step in box.plan.steps]
            missing += [
                f"{page.title}: {text}" for where, text in told if text not in digits(letters_in(where, letters))
            ]
            for name in box.plan.names if box.plan.every == 1 else ():  # else LibreOffice chooses which to tell
                words = "".join(name.lines).replace(" ", "")
                if words not in letters_in(name.box, letters).replace(" ", ""):
                    missing.append(f"{page.title}: {words}")
    assert missing == []


@pytest.mark.office
def test_no_letter_of_a_chart_stands_on_another(pages, rendered):
    assert compare(rendered, pages, WIDTH).over == []


def test_every_kind_of_chart_is_valid_and_described(deck):
    assert schema_faults(deck) == []
    assert sdk_faults([deck]) == {}
    assert [str(one) for one in lint(deck.read_bytes())] == []
    assert [one.message("en") for one in audit(deck.read_bytes(), "charts.pptx")] == []
