"""What every deck of the repository's own events must be: valid, complete, accessible, the same each time."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from lxml import etree
from pptx import Presentation
from pypdfium2 import PdfDocument
from tests.layout.events import event_of, rich, theme
from tests.layout.events import slide as slide_of
from tests.office import to_pdf
from tests.openxml import schema_faults, sdk_faults

from deroule.layout import place
from deroule.model.blocks import Bullets, Chart, Item, Series
from deroule.outputs.deck.audit import audit
from deroule.outputs.deck.draw.charts import column_name
from deroule.outputs.deck.lint import lint
from deroule.outputs.deck.writing import facts_of, write_deck
from deroule.source.themes import load_themes
from deroule.workspace import DiskWorkspace

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"


@pytest.fixture(scope="module")
def workspace(repository) -> DiskWorkspace:
    return DiskWorkspace(repository)


@pytest.fixture(scope="module")
def decks(dossier, workspace) -> dict[str, bytes]:
    made = {}
    for event in dossier.events:
        themes = load_themes(workspace, dossier.organisation, event).value
        outcome = write_deck(place(event, themes).value, themes, facts_of(event), workspace)
        assert not outcome.diagnostics
        made[event.id] = outcome.value
    return made


@pytest.fixture(scope="module")
def files(decks, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The decks on disk, as other programs read them."""
    folder = tmp_path_factory.mktemp("decks")
    for name, deck in decks.items():
        (folder / f"{name}.pptx").write_bytes(deck)
    return {name: folder / f"{name}.pptx" for name in decks}


def slides_of(deck: bytes) -> list[etree._Element]:
    with zipfile.ZipFile(io.BytesIO(deck)) as archive:
        names = [name for name in archive.namelist() if re.fullmatch(r"ppt/slides/slide\d+\.xml", name)]
        return [etree.fromstring(archive.read(name)) for name in sorted(names)]


def test_the_schemas_find_no_fault(files: dict[str, Path]) -> None:
    for file in files.values():
        assert schema_faults(file) == []


@pytest.mark.node
def test_the_open_xml_sdk_finds_no_fault(files: dict[str, Path]) -> None:
    assert sdk_faults(list(files.values())) == {}


@pytest.mark.office
@pytest.mark.slow
def test_libreoffice_opens_and_renders_every_slide(decks, files: dict[str, Path], tmp_path: Path) -> None:
    for rendered, deck in zip(to_pdf(list(files.values()), tmp_path), decks.values(), strict=True):
        assert len(PdfDocument(rendered)) == len(slides_of(deck))


def test_the_same_event_gives_the_same_bytes(dossier, workspace, decks) -> None:
    event = dossier.events[0]
    themes = load_themes(workspace, dossier.organisation, event).value
    assert write_deck(place(event, themes).value, themes, facts_of(event), workspace).value == decks[event.id]


def test_python_pptx_reads_titles_notes_and_properties(dossier, decks) -> None:
    for event in dossier.events:
        deck = Presentation(io.BytesIO(decks[event.id]))
        assert deck.core_properties.title == event.title.plain
        assert deck.core_properties.author == event.organiser.name.plain
        titles = [slide.shapes.title.text_frame.text for slide in deck.slides if slide.shapes.title is not None]
        assert len(titles) > len(deck.slides) * 0.9
        with_notes = [slide for slide in deck.slides if slide.has_notes_slide]
        assert len(with_notes) >= sum(bool(slide.notes) for slide in event.slides)


def test_every_run_tells_its_language_and_its_size(decks) -> None:
    for deck in decks.values():
        for slide in slides_of(deck):
            for run in slide.iter(f"{A}rPr"):
                assert run.get("lang")


def test_every_picture_group_and_chart_is_described_or_decorative(decks) -> None:
    for deck in decks.values():
        for slide in slides_of(deck):
            for kind in ("nvPicPr", "nvGrpSpPr", "nvGraphicFramePr"):
                for one in slide.iter(f"{P}{kind}"):
                    named = one.find(f"{P}cNvPr")
                    if named.get("id") == "1":
                        continue  # the slide's own tree
                    assert named.get("descr") or one.find(f".//{DECORATIVE}") is not None, named.attrib


def test_words_from_the_right_tell_their_direction() -> None:
    look = {None: theme()}
    event = event_of([slide_of("une", Bullets(items=(Item(text=rich("مرحبا بالعالم.")), Item(text=rich("Bonjour")))))])
    (drawn,) = slides_of(write_deck(place(event, look).value, look, facts_of(event)).value)
    told = {
        "".join(text.text for text in one.iter(f"{A}t")): one.find(f"{A}pPr").get("rtl") for one in drawn.iter(f"{A}p")
        if one.find(f"{A}pPr") is not None
    }  # fmt: skip
    assert told["مرحبا بالعالم."] == "1"
    assert told["Bonjour"] is None


def test_no_two_shapes_of_a_slide_share_an_id(decks) -> None:
    for deck in decks.values():
        for slide in slides_of(deck):
            ids = [one.get("id") for one in slide.iter(f"{P}cNvPr")]
            assert len(ids) == len(set(ids))


def test_sections_are_the_programme(dossier, decks) -> None:
    for event in dossier.events:
        with zipfile.ZipFile(io.BytesIO(decks[event.id])) as archive:
            main = etree.fromstring(archive.read("ppt/presentation.xml"))
        names = [
            one.get("name") for one in main.iter("{http://schemas.microsoft.com/office/powerpoint/2010/main}section")
        ]
        assert [name for name in names if name in {sequence.title.plain for sequence in event.sequences}] == [
            sequence.title.plain for sequence in event.sequences
        ]


def test_the_agenda_leads_to_each_sequence(decks, flagship) -> None:
    agenda = next(slide for slide in slides_of(decks[flagship.id]) if "Programme" in "".join(slide.itertext()))
    jumps = [one for one in agenda.iter(f"{A}hlinkClick") if one.get("action") == "ppaction://hlinksldjump"]
    assert len(jumps) >= sum(sequence.number is not None for sequence in flagship.sequences)


def test_nothing_is_left_to_powerpoints_own_shrinking(decks) -> None:
    for deck in decks.values():
        for slide in slides_of(deck):
            assert not list(slide.iter(f"{A}normAutofit")) and not list(slide.iter(f"{A}spAutoFit"))


def test_powerpoints_accessibility_rules_find_nothing_but_merged_cells_that_the_author_wrote(decks) -> None:
    for name, deck in decks.items():
        found = [one for one in audit(deck, name) if one.code.name != "merged-cells"]
        assert not found, [one.message("en") for one in found]


def test_the_package_lint_finds_nothing(decks) -> None:
    for deck in decks.values():
        assert [str(one) for one in lint(deck)] == []


def test_charts_of_many_series_name_their_columns_as_worksheets_do() -> None:
    assert [column_name(place) for place in (0, 25, 26, 51, 52, 701, 702)] == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]


def test_a_chart_of_thirty_series_points_at_the_cells_of_its_workbook() -> None:
    look = theme()
    series = tuple(Series(name=rich(f"Filière {at}"), values=(float(at), 1.0)) for at in range(30))
    chart = Chart(categories=("2016", "2017"), series=series)
    event = event_of([slide_of("une", chart)])
    deck = write_deck(place(event, {None: look}).value, {None: look}, facts_of(event, "")).value
    (shown,) = [
        shape.chart for page in Presentation(io.BytesIO(deck)).slides for shape in page.shapes if shape.has_chart
    ]
    with zipfile.ZipFile(io.BytesIO(shown.part.chart_workbook.xlsx_part.blob)) as book:
        cells = book.read("xl/worksheets/sheet1.xml").decode()
    for plotted in shown.plots[0].series:
        formula = plotted._element.xpath("c:tx/c:strRef/c:f")[0].text
        assert f'r="{formula.removeprefix("Sheet1!").replace("$", "")}"' in cells
