"""An audit finds what PowerPoint's own checker finds: each rule on a sound deck that was broken on purpose."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree
from PIL import Image
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Inches, Pt
from tests.sarif import faults_of as sarif_faults

from deroule.cli import main
from deroule.outputs.deck.audit import audit, audit_file
from deroule.outputs.deck.audit.codes import CODES
from deroule.outputs.deck.lint import lint

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
SECTIONS = (
    '<p:extLst xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main">'
    '<p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"><p14:sectionLst '
    'xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main"><p14:section name="Default Section" '
    'id="{6F1F4F0A-5A0C-5D5E-9A58-0D2B5C1F7E11}"><p14:sldIdLst/></p14:section></p14:sectionLst></p:ext></p:extLst>'
)


def picture() -> io.BytesIO:
    made = io.BytesIO()
    Image.new("RGB", (40, 30), "navy").save(made, "PNG")
    made.seek(0)
    return made


def describe(shape, words: str) -> None:
    shape._element.xpath(".//p:cNvPr")[0].set("descr", words)


def sound_deck():
    """A deck of anyone's that breaks no rule: title, text, picture, table, chart, group, link."""
    deck = Presentation()
    deck.core_properties.title = "Un atelier"
    first = deck.slides.add_slide(deck.slide_layouts[1])
    first.shapes.title.text = "Le territoire"
    first.placeholders[1].text = "Ses ressources"
    second = deck.slides.add_slide(deck.slide_layouts[5])
    second.shapes.title.text = "Les preuves"
    shown = second.shapes.add_picture(picture(), Inches(1), Inches(2))
    describe(shown, "Un atelier de couture")
    table = second.shapes.add_table(2, 2, Inches(1), Inches(3), Inches(3), Inches(1))
    describe(table, "Emplois par an")
    data = CategoryChartData()
    data.categories = ["2016", "2017"]
    data.add_series("Emplois", (2, 5))
    chart = second.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, Inches(5), Inches(2), Inches(3), Inches(2), data)
    describe(chart, "Emplois : 2 puis 5")
    group = second.shapes.add_group_shape()
    group.shapes.add_shape(MSO_SHAPE.OVAL, Inches(1), Inches(5), Inches(1), Inches(1))
    describe(group, "Un cycle")
    box = second.shapes.add_textbox(Inches(3), Inches(5), Inches(3), Inches(1))
    run = box.text_frame.paragraphs[0].add_run()
    run.text = "Le rapport de 2017"
    run.hyperlink.address = "https://example.org/rapport"
    return deck


def saved(deck) -> bytes:
    made = io.BytesIO()
    deck.save(made)
    return made.getvalue()


def codes(deck) -> list[str]:
    content = deck if isinstance(deck, bytes) else saved(deck)
    return [one.code.name for one in audit(content, "deck.pptx")]


def named(deck, kind: str):
    return next(one for slide in deck.slides for one in slide.shapes if one._element.tag.endswith(f"}}{kind}"))


def without_alt(kind: str, number: int = 0) -> Callable:
    def broken(deck) -> None:
        found = [one for one in deck.slides[1].shapes if one._element.tag.endswith(f"}}{kind}")][number]
        del found._element.xpath(".//p:cNvPr")[0].attrib["descr"]

    return broken


def with_file_name(deck) -> None:
    describe(named(deck, "pic"), "IMG_2041.jpg")


def with_bare_shape(deck) -> None:
    deck.slides[1].shapes.add_shape(MSO_SHAPE.OVAL, Inches(7), Inches(6), Inches(1), Inches(1))


def without_title(deck) -> None:
    deck.slides[1].shapes.title.text = " "


def with_same_title(deck) -> None:
    deck.slides[1].shapes.title.text = "le  Territoire"


def without_header(deck) -> None:
    named_table(deck).first_row = False


def named_table(deck):
    return next(one for one in deck.slides[1].shapes if one.has_table).table


def with_merged_cells(deck) -> None:
    table = named_table(deck)
    table.cell(0, 0).merge(table.cell(0, 1))


def with_faint_text(deck) -> None:
    run = deck.slides[0].placeholders[1].text_frame.paragraphs[0].runs[0]
    run.font.color.rgb = RGBColor(0xDD, 0xDD, 0xDD)


def with_faint_text_on_a_shape_below(deck) -> None:
    slide = deck.slides[1]
    below = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, Inches(2), Inches(5), Inches(6), Inches(2))
    below.fill.solid()
    below.fill.fore_color.rgb = RGBColor(0x10, 0x10, 0x30)
    describe(below, "fond")
    text = slide.shapes.add_textbox(Inches(3), Inches(6), Inches(3), Inches(0.5))
    text.text_frame.text = "Noir sur presque noir"


def with_late_title(deck) -> None:
    title = deck.slides[0].shapes.title._element
    title.getparent().append(title)


def with_upward_order(deck) -> None:
    slide = deck.slides[0]
    for top in (6, 5):
        slide.shapes.add_textbox(Inches(1), Inches(top), Inches(3), Inches(0.5)).text_frame.text = f"à {top} pouces"


def with_vague_link(deck) -> None:
    next(run for shape in deck.slides[1].shapes if shape.has_text_frame for paragraph in shape.text_frame.paragraphs
         for run in paragraph.runs if run.hyperlink.address).text = "Cliquez ici"  # fmt: skip


def with_long_address(deck) -> None:
    with_vague_link(deck)
    run = deck.slides[1].shapes[-1].text_frame.paragraphs[0].runs[0]
    run.text = "https://example.org/une/tres/longue/adresse/que/personne/ne/lira"


def with_film(deck) -> None:
    film = deck.slides[1].shapes.add_movie(io.BytesIO(b"film"), Inches(7), Inches(5), Inches(1), Inches(1), picture())
    describe(film, "L'atelier en une minute")


def with_default_section(deck) -> None:
    deck.part._element.append(etree.fromstring(SECTIONS))


def without_document_title(deck) -> None:
    deck.core_properties.title = "PowerPoint Presentation"


def with_empty_placeholder(deck) -> None:
    deck.slides[0].placeholders[1].text = ""


@pytest.mark.parametrize(
    ("broken", "wanted"),
    [
        (without_alt("pic"), "missing-alternative-text"),
        (without_alt("graphicFrame", 0), "missing-alternative-text"),
        (without_alt("graphicFrame", 1), "missing-alternative-text"),
        (without_alt("grpSp"), "missing-alternative-text"),
        (with_bare_shape, "missing-alternative-text"),
        (with_file_name, "file-name-as-text"),
        (without_title, "missing-slide-title"),
        (with_same_title, "duplicate-slide-title"),
        (without_header, "table-without-header"),
        (with_merged_cells, "merged-cells"),
        (with_faint_text, "low-contrast"),
        (with_faint_text_on_a_shape_below, "low-contrast"),
        (with_late_title, "reading-order"),
        (with_upward_order, "reading-order"),
        (with_vague_link, "unclear-link"),
        (with_long_address, "unclear-link"),
        (with_film, "media-without-captions"),
        (with_default_section, "default-section-name"),
        (without_document_title, "missing-document-title"),
        (with_empty_placeholder, "empty-placeholder"),
    ],
)
def test_a_fault_made_on_purpose_is_the_only_one_found(broken, wanted: str) -> None:
    deck = sound_deck()
    broken(deck)
    assert codes(deck) == [wanted]


def test_a_sound_deck_of_anyones_has_no_fault() -> None:
    assert codes(sound_deck()) == []


def rewritten(content: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return made.getvalue()


def test_a_text_whose_language_is_told_nowhere_is_found_once_a_shape() -> None:
    silent = rewritten(saved(sound_deck()), lambda _, content: re.sub(rb' lang="[^"]*"', b"", content))
    assert set(codes(silent)) == {"missing-language"}
    assert len(codes(silent)) == 4  # two titles, a text and a link


def test_a_decorative_picture_needs_no_words() -> None:
    deck = sound_deck()
    without_alt("pic")(deck)
    mark = (
        f'<a:extLst xmlns:a="{A[1:-1]}"><a:ext uri="{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}"><adec:decorative '
        'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
    )
    named(deck, "pic")._element.xpath(".//p:cNvPr")[0].append(etree.fromstring(mark))
    assert codes(deck) == []


def test_what_a_described_group_holds_needs_no_words_of_its_own() -> None:
    deck = sound_deck()
    group = named(deck, "grpSp")
    for at in range(3):
        group.shapes.add_picture(picture(), Inches(1 + at), Inches(5))
        del group.shapes[-1]._element.xpath(".//p:cNvPr")[0].attrib["descr"]
    assert codes(deck) == []


def test_a_hidden_shape_is_not_judged() -> None:
    deck = sound_deck()
    without_alt("pic")(deck)
    named(deck, "pic")._element.xpath(".//p:cNvPr")[0].set("hidden", "1")
    assert codes(deck) == []


def test_large_text_may_have_less_contrast() -> None:
    deck = sound_deck()
    run = deck.slides[0].placeholders[1].text_frame.paragraphs[0].runs[0]
    run.font.color.rgb = RGBColor(0x8A, 0x8A, 0x8A)  # 3.45:1 on white
    run.font.size = Pt(24)
    assert codes(deck) == []
    run.font.size = Pt(14)
    assert codes(deck) == ["low-contrast"]


def test_a_text_upon_a_photograph_is_not_judged() -> None:
    deck = sound_deck()
    shapes = deck.slides[0].shapes
    photograph = shapes.add_picture(picture(), 0, 0, deck.slide_width, deck.slide_height)
    describe(photograph, "Une vallée")
    tree = shapes._spTree
    tree.remove(photograph._element)
    tree.insert(2, photograph._element)
    with_faint_text(deck)
    assert codes(deck) == []


def test_words_on_a_pattern_are_judged_by_both_its_colours() -> None:
    """The worst counts, whichever it is: one program shows mostly the lines of a grid, another mostly what is between."""
    deck = sound_deck()
    with_faint_text_on_a_shape_below(deck)
    below = next(one for one in deck.slides[1].shapes if one._element.xpath(".//p:cNvPr[@descr='fond']"))
    assert codes(deck) == ["low-contrast"]
    below.fill.patterned()
    below.fill.fore_color.rgb, below.fill.back_color.rgb = RGBColor(0xFF, 0xFF, 0xFF), RGBColor(0xC0, 0xC0, 0xC0)
    assert codes(deck) == []
    below.fill.back_color.rgb = RGBColor(0x20, 0x20, 0x20)
    assert codes(deck) == ["low-contrast"]
    below.fill.fore_color.rgb, below.fill.back_color.rgb = RGBColor(0x20, 0x20, 0x20), RGBColor(0xFF, 0xFF, 0xFF)
    assert codes(deck) == ["low-contrast"]


@pytest.mark.parametrize(("down", "wanted"), [(0.5, []), (6, ["low-contrast"])])
def test_words_on_a_gradient_are_judged_by_the_part_that_they_stand_on(down: float, wanted: list[str]) -> None:
    """Black words, on white that runs into black."""
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    sky = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, 0, 0, deck.slide_width, deck.slide_height)
    sky.fill.gradient()
    sky.fill.gradient_angle = 270
    for stop, colour in zip(sky.fill.gradient_stops, (RGBColor(0xFF, 0xFF, 0xFF), RGBColor(0, 0, 0)), strict=True):
        stop.color.rgb = colour
    describe(sky, "Un ciel")
    words = slide.shapes.add_textbox(Inches(1), Inches(down), Inches(2), Inches(0.5))
    words.text_frame.text = "Ses ressources"
    assert [code for code in codes(deck) if code == "low-contrast"] == wanted


def black_triangle(deck, slide):
    """A black half of the slide: below the line from its top left to its bottom right."""
    half = slide.shapes.add_shape(MSO_SHAPE.RIGHT_TRIANGLE, 0, 0, deck.slide_width, deck.slide_height)
    half.fill.solid()
    half.fill.fore_color.rgb = RGBColor(0, 0, 0)
    describe(half, "Un fond")


@pytest.mark.parametrize(("across", "down", "wanted"), [(6, 0.5, []), (1, 5, ["low-contrast"])])
def test_a_form_is_behind_the_words_that_it_really_covers(across: float, down: float, wanted: list[str]) -> None:
    deck = Presentation()
    deck.core_properties.title = "Un atelier"
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    black_triangle(deck, slide)
    words = slide.shapes.add_textbox(Inches(across), Inches(down), Inches(2), Inches(0.5))
    words.text_frame.text = "Ses ressources"
    assert [code for code in codes(deck) if code == "low-contrast"] == wanted


def test_a_theme_colour_is_seen_through_its_shifts() -> None:
    deck = sound_deck()
    run = deck.slides[0].placeholders[1].text_frame.paragraphs[0].runs[0]
    from pptx.enum.dml import MSO_THEME_COLOR

    run.font.color.theme_color = MSO_THEME_COLOR.TEXT_1
    assert codes(deck) == []
    run.font.color.brightness = 0.85
    assert codes(deck) == ["low-contrast"]


def test_a_place_is_the_number_of_the_slide_and_the_name_of_the_shape() -> None:
    deck = sound_deck()
    without_alt("pic")(deck)
    (found,) = audit(saved(deck), "deck.pptx")
    assert (found.span.path, found.span.line, found.span.column) == ("deck.pptx", 2, 2)
    assert found.message("fr") == "diapositive 2, « Picture 2 » : image sans texte de remplacement"
    assert found.message("en") == "slide 2, “Picture 2”: picture without alternative text"


def bomb() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", b"<Types/>")
        archive.writestr("ppt/presentation.xml", b" " * 70_000_000)
    return made.getvalue()


BROKEN = {
    "empty": b"",
    "no zip": b"Bonjour",
    "cut short": saved(sound_deck())[:9_000],
    "locked": b"\xd0\xcf\x11\xe0" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"),
    "old": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
    "no presentation": rewritten(
        saved(sound_deck()), lambda name, one: b"<a/>" if name.endswith("presentation.xml") else one
    ),
    "not well formed": rewritten(
        saved(sound_deck()), lambda name, one: b"<a" if name.endswith("presentation.xml") else one
    ),
    "bomb": bomb(),
}


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN.keys())
def test_a_file_that_is_no_deck_is_told_clearly(content: bytes) -> None:
    (found,) = audit(content, "recu.pptx")
    assert found.code.name == "unreadable-deck"
    assert found.message("fr").split(" : ")[1] != found.message("en").split(": ")[1]


def test_a_slide_whose_xml_is_broken_is_told() -> None:
    broken = rewritten(saved(sound_deck()), lambda name, one: b"<p" if name.endswith("slide1.xml") else one)
    assert "unreadable-slide" in codes(broken)


def test_a_missing_file_and_a_folder_are_told(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "nowhere.pptx"):
        (found,) = audit_file(path)
        assert found.code.name == "unreadable-deck"
        # in the user's language, the reason too: the system's own sentences are in English
        assert found.message("fr").split(" : ")[1] != found.message("en").split(": ")[1]


def test_hostile_numbers_do_not_stop_the_audit() -> None:
    broken = rewritten(
        saved(sound_deck()),
        lambda name, one: re.sub(rb' (idx|sz|x|cx|id|lvl)="\d+"', rb' \1="9e99"', one) if "slide" in name else one,
    )
    assert isinstance(codes(broken), list)


SOUND = saved(sound_deck())
SCATTERED = st.lists(st.tuples(st.integers(0, len(SOUND) - 1), st.integers(0, 255)), min_size=1, max_size=4)


@settings(max_examples=60, deadline=None)
@example([(SOUND.index(b"PK\x01\x02") + 46, 0)])  # a member whose name is empty
@given(SCATTERED)
def test_scattered_bytes_never_stop_audit_or_lint(changes: list[tuple[int, int]]) -> None:
    broken = bytearray(SOUND)
    for at, byte in changes:
        broken[at] = byte
    audit(bytes(broken), "deck.pptx")
    lint(bytes(broken))


def test_the_command_tells_text_json_and_sarif(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "deck.pptx"
    deck = sound_deck()
    without_title(deck)
    path.write_bytes(saved(deck))
    assert main(["audit", str(path), "--format", "short"]) == 1
    assert "AUD004" in capsys.readouterr().out
    assert main(["audit", str(path), "--format", "json"]) == 1
    assert json.loads(capsys.readouterr().out)
    assert main(["audit", str(path), "--format", "sarif"]) == 1
    written = capsys.readouterr().out
    assert json.loads(written)["runs"][0]["results"][0]["ruleId"] == "AUD004"
    assert sarif_faults(written) == []
    path.write_bytes(saved(sound_deck()))
    assert main(["audit", str(path)]) == 0


def test_each_code_has_words_in_two_languages() -> None:
    assert len({code.id for code in CODES}) == len(CODES)
    for code in CODES:
        assert code.page.fr and code.page.en and code.message.fr != code.message.en
