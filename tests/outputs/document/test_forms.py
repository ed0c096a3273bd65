"""Forms that stand side by side: real tables, headed by what stands under, in the accent of their sequence."""

from __future__ import annotations

import io
import json
import re
import zipfile
from typing import Any

import pytest

from deroule.model import blocks
from deroule.model.event import Slide, SlideForm
from deroule.model.richtext import RichText
from deroule.outputs.document import Album, Teller, Wording
from deroule.outputs.document.accents import accented, accents_of
from deroule.outputs.document.cards import narrow
from deroule.outputs.document.reference_docx import reference_docx
from deroule.outputs.document.reference_odt import reference_odt
from deroule.outputs.synthesis.making import synthesis
from deroule.source.themes import load_themes
from deroule.workspace import DiskWorkspace, MemoryWorkspace


@pytest.fixture(scope="module")
def theme(dossier, flagship, repository):
    return load_themes(DiskWorkspace(repository), dossier.organisation, flagship).value[None]


@pytest.fixture(scope="module")
def told(flagship, repository, theme) -> list[dict[str, Any]]:
    accents = {sequence.id: f"#00{place}0{place}0" for place, sequence in enumerate(flagship.sequences)}
    return synthesis(flagship, Album(DiskWorkspace(repository), {}), theme, accents).blocks


@pytest.fixture
def tell(flagship):
    teller = Teller(flagship, Album(MemoryWorkspace({}), {}), Wording("fr"))

    def made(kind: type[blocks.Block], **values: Any) -> list[dict[str, Any]]:
        block = kind.model_validate(values)
        return teller.tell(block, Slide("s", SlideForm.CONTENT, 1, RichText.of("Titre"), blocks=(block,)))

    return made


def words(node: Any) -> str:
    if isinstance(node, dict):
        return " " if node["t"] == "Space" else node["c"] if node["t"] == "Str" else words(node.get("c", ""))
    return "".join(words(part) for part in node) if isinstance(node, list) else ""


def heads(table: dict[str, Any]) -> list[str]:
    return [words(cell[4]) for row in table["c"][3][1] for cell in row[1]]


def rows(table: dict[str, Any]) -> list[list[str]]:
    return [[words(cell[4]) for cell in row[1]] for row in table["c"][4][0][3]]


def test_a_figure_heads_what_it_counts(tell):
    (table,) = tell(blocks.Figures, items=[{"value": "11", "label": "salariés", "when": "1994"}, {"value": "65", "unit": "%", "label": "de plus"}])  # fmt: skip
    assert heads(table) == ["199411", "65\u00a0%"]
    assert rows(table) == [["salariés", "de plus"]]


def test_six_figures_stand_in_two_lines_of_three_as_wide(tell):
    made = tell(blocks.Figures, items=[{"value": str(number), "label": "x"} for number in range(5)])
    assert [len(heads(table)) for table in made] == [3, 2]
    assert {column[1]["c"] for table in made for column in table["c"][2]} == {0.3333}


def test_dates_head_a_timeline_and_fields_head_its_lanes(tell):
    (line,) = tell(blocks.Timeline, points=[{"when": "1994", "title": "Début"}, {"when": "2005", "text": "Suite"}])
    assert (heads(line), rows(line)) == (["1994", "2005"], [["Début", "Suite"]])
    (lanes,) = tell(blocks.Timeline, lanes=[{"title": "R&D", "points": [{"when": "2016", "text": "Essai"}]}])
    assert (heads(lanes), rows(lanes)) == (["Domaine", "Étapes"], [["R&D", "2016\u00a0: Essai"]])


def test_the_centre_of_a_hub_heads_its_poles(tell):
    (table,) = tell(blocks.Hub, centre="Ici", poles=[{"title": "A", "text": "un"}, {"title": "B"}])
    assert (heads(table), rows(table)) == (["Ici"], [["A", "un"], ["B", ""]])
    assert table["c"][3][1][0][1][0][3] == 2
    assert table["c"][4][0][1] == 1, "the first column heads its row"


def test_a_narrow_page_turns_columns_into_rows_and_loses_no_word(told):
    turned = narrow(told)
    assert sorted(words(turned)) == sorted(words(told))
    assert max(len(table["c"][2]) for table in tables(turned)) <= 4
    for table in tables(turned):
        if {"cards", "figures", "steps", "timeline", "flows"} & set(table["c"][0][1]):
            assert len(table["c"][2]) == 2
            assert table["c"][4][0][1] == 1


def tables(node: Any) -> list[dict[str, Any]]:
    if isinstance(node, list):
        return [table for part in node for table in tables(part)]
    if isinstance(node, dict):
        return ([node] if node["t"] == "Table" else []) + tables(node.get("c"))
    return []


def test_no_table_stands_in_a_table_and_each_has_a_head(told):
    for table in tables(told):
        assert tables(table["c"]) == []
        assert all(heads(table))


def test_each_style_that_a_document_names_is_in_its_reference(told, theme):
    accents = accents_of(told)
    named = set(re.findall(r'\["custom-style", "([^"]+)"\]', json.dumps(accented(told, accents))))
    assert {"Callout 2", "Cards3", "Card Title 3", "Accent 3", "Block Text 2", "Steps3", "Timeline3"} <= named
    word = _part(reference_docx(theme, "", "", "fr", accents), "word/styles.xml")
    known = set(re.findall(r'<w:name w:val="([^"]+)"', word)) | set(re.findall(r'w:styleId="([^"]+)"', word))
    assert named <= known
    open_document = _part(reference_odt(theme, "", "", "fr", accents), "styles.xml")
    known = set(re.findall(r'style:name="([^"]+)"', open_document))
    forms = {name for name in named if re.fullmatch(r"(Cards|Steps|Timeline|Rows)\d*", name)}
    assert {name.replace(" ", "_20_") for name in named - forms} <= known


def _part(package: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return archive.read(name).decode()


def test_what_comes_before_the_first_sequence_keeps_the_house_s_accent(told):
    accents = accents_of(told)
    made = accented(told, accents)
    first = next(
        place for place, node in enumerate(made) if node["t"] == "Header" and node["c"][1][0] == "introduction"
    )
    assert made[:first] == told[:first]
    assert made[-1] == told[-1]
