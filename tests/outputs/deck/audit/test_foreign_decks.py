"""Decks that other programs really make, here and now: each fault is found, none is invented, nothing falls."""

from __future__ import annotations

import io
import subprocess
from collections import Counter
from pathlib import Path

import pptx
import pypandoc
import pytest
from PIL import Image
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches
from tests.office import converted

from deroule.outputs.deck.audit import audit
from deroule.outputs.deck.lint import lint


def picture() -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (60, 40), "navy").save(made, "PNG")
    return made.getvalue()


def found(content: bytes) -> Counter[str]:
    return Counter(one.code.name for one in audit(content, "recu.pptx"))


MARKDOWN = """\
## Une diapositive

Voir [ici](https://exemple.fr).

## Une image

![]({picture})

## Un tableau

| Année | Emplois |
|-------|---------|
| 2016  | 2       |

## Un tableau

Fin.
"""


def test_a_deck_made_by_pandoc(tmp_path: Path) -> None:
    (tmp_path / "photo.png").write_bytes(picture())
    made = tmp_path / "pandoc.pptx"
    command = [pypandoc.get_pandoc_path(), "-f", "markdown", "-t", "pptx", "-o", str(made)]
    words = MARKDOWN.format(picture=tmp_path / "photo.png")
    subprocess.run(command, input=words.encode(), check=True, capture_output=True)
    assert found(made.read_bytes()) == {
        "missing-document-title": 1,
        "unclear-link": 1,
        "file-name-as-text": 1,
        "missing-alternative-text": 1,  # of the table
        "duplicate-slide-title": 1,
    }


def test_a_deck_made_with_python_pptx() -> None:
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.add_picture(io.BytesIO(picture()), 0, 0)
    table = slide.shapes.add_table(2, 2, Inches(1), Inches(1), Inches(4), Inches(2)).table
    table.first_row = False
    table.cell(0, 0).merge(table.cell(0, 1))
    data = CategoryChartData()
    data.categories = ["2016", "2017"]
    data.add_series("Emplois", (1, 2))
    slide.shapes.add_chart(XL_CHART_TYPE.PIE, Inches(5), Inches(4), Inches(3), Inches(2), data)
    saved = io.BytesIO()
    deck.save(saved)
    assert found(saved.getvalue()) == {
        "missing-document-title": 1,
        "missing-slide-title": 1,
        "file-name-as-text": 1,
        "missing-alternative-text": 2,  # of the table and of the chart
        "table-without-header": 1,
        "merged-cells": 1,
    }


@pytest.mark.office
@pytest.mark.slow
def test_a_deck_made_by_libreoffice(small_deck: bytes, tmp_path: Path) -> None:
    (tmp_path / "deck.pptx").write_bytes(small_deck)
    (drawing,) = converted([tmp_path / "deck.pptx"], tmp_path / "one", "odp")
    (made,) = converted([drawing], tmp_path / "two", "pptx")
    content = made.read_bytes()
    # LibreOffice drops on the way what is decorative, and which row of a table is its header.
    assert set(found(content)) >= {"missing-alternative-text", "table-without-header", "merged-cells"}
    assert not set(found(content)) & {"unreadable-slide", "unreadable-deck", "missing-slide-title"}
    lint(content)


def test_the_templates_of_an_installed_package() -> None:
    for path in sorted(Path(pptx.__file__).parent.glob("templates/*.pptx")):
        assert set(found(path.read_bytes())) <= {"missing-document-title"}
        lint(path.read_bytes())
