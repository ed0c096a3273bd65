"""Slide pictures: what was placed is what is drawn, as SVG, PNG and tagged PDF, the same bytes each time."""

from __future__ import annotations

import importlib.util
import io
import json
from datetime import date
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from deroule.layout.page import Box, Colour, TextRun
from deroule.outputs.pictures.draw import Sheet, draw_handout, draw_pages, draw_slides_pdf, share_out
from deroule.outputs.pictures.pen import FontTable, Pen
from deroule.outputs.pictures.text import paragraph_lines
from deroule.workspace import MemoryWorkspace

_spec = importlib.util.spec_from_file_location("pages", Path(__file__).parent / "pages.py")
pages = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(pages)


@pytest.fixture(scope="module")
def workspace():
    photo = io.BytesIO()
    Image.new("RGB", (300, 200), "#CC8844").save(photo, "PNG")
    return MemoryWorkspace({"photo.png": photo.getvalue(), "broken.png": b"\x89PNG\r\n\x1a\nnothing"})


def test_each_page_becomes_an_svg_a_png_1280_wide_and_a_line_of_the_index(workspace, tmp_path):
    made = pages.everything()
    assert draw_pages(made, pages.THEMES, workspace, tmp_path) == ()
    index = json.loads((tmp_path / "pages.json").read_text(encoding="utf-8"))
    assert [entry["id"] for entry in index] == [page.id for page in made]
    assert "Une liste qui se poursuit" in index[0]["text"]
    for entry in index:
        with Image.open(tmp_path / entry["png"]) as picture:
            assert picture.size == (1280, 720)
        assert (tmp_path / entry["svg"]).read_bytes().startswith(b"<svg")


def test_a_sign_that_no_font_draws_becomes_an_empty_box_about_as_wide():
    pen = Pen(pages.THEME, FontTable())
    assert pen.drawable(TextRun("مرح 世界 oui", 20, Colour("ink"))) == "▯▯▯ □□ oui"
    assert pen.missing == set("مرح世界")


def test_pages_look_the_same_in_whichever_company_they_are_drawn(workspace, tmp_path):
    made = pages.everything()
    draw_pages(made, pages.THEMES, workspace, tmp_path / "together")
    for page in made:
        draw_pages((page,), pages.THEMES, workspace, tmp_path / "alone")
        for ending in ("png", "svg"):
            name = f"{page.id}.{ending}"
            assert (tmp_path / "alone" / name).read_bytes() == (tmp_path / "together" / name).read_bytes(), name


@pytest.mark.parametrize(
    ("count", "hands", "sizes"),
    [
        (0, 2, []),
        (1, 2, [1]),
        (16, 2, [8, 8]),
        (57, 2, [8, 25, 24]),
        (73, 2, [8, 17, 17, 17, 14]),
        (10, 4, [3, 3, 3, 1]),
        (578, 2, [8] + [32] * 17 + [26]),
    ],
)
def test_pages_are_shared_out_evenly_in_batches_that_stay_small(count, hands, sizes):
    batches = share_out(range(count), hands)
    assert [len(batch) for batch in batches] == sizes
    assert [page for batch in batches for page in batch] == list(range(count))


def test_same_pages_same_bytes(workspace, tmp_path):
    for folder in ("one", "two"):
        draw_pages(pages.everything(), pages.THEMES, workspace, tmp_path / folder)
    for first in sorted((tmp_path / "one").iterdir()):
        assert first.read_bytes() == (tmp_path / "two" / first.name).read_bytes(), first.name
    sheet = Sheet("Essai")
    drawn = [draw_slides_pdf(pages.everything(), pages.THEMES, workspace, sheet).value for _ in range(2)]
    assert drawn[0] == drawn[1]


@pytest.mark.parametrize("per_page", [0, 1, 3])
def test_the_pdf_is_tagged_titled_and_in_its_language(workspace, per_page):
    sheet = Sheet("Essai", "Territoires", "Diapositives", "fr")
    if per_page:
        outcome = draw_handout(pages.everything(), pages.THEMES, workspace, sheet, per_page=per_page)
    else:
        outcome = draw_slides_pdf(pages.everything(), pages.THEMES, workspace, sheet)
    assert outcome.diagnostics == ()
    with pikepdf.open(io.BytesIO(outcome.value)) as pdf:
        assert str(pdf.Root.Lang) == "fr"
        assert bool(pdf.Root.MarkInfo.Marked)
        assert pdf.open_metadata()["pdfuaid:part"] == "1"
        assert str(pdf.docinfo["/Title"]) == "Essai"
        assert len(pdf.pages) == {0: 4, 1: 4, 3: 2}[per_page]


def test_a_picture_that_cannot_be_read_leaves_a_frame_and_a_warning(workspace, tmp_path):
    outcome = draw_pages(pages.everything("broken.png"), pages.THEMES, workspace, tmp_path)
    assert [finding.code.name for finding in outcome] == ["picture-unreadable"]
    assert (tmp_path / "photo.png").exists()


@pytest.mark.parametrize("spoil", [lambda whole: whole[:-12], lambda whole: whole[:-13], lambda whole: whole[:-14] + b"\0\0" + whole[-12:]], ids=["no end", "cut", "false checksum"])  # fmt: skip
def test_a_png_that_lost_its_end_is_drawn_all_the_same(workspace, tmp_path, spoil):
    spoilt = MemoryWorkspace({"photo.png": spoil(workspace.read("photo.png"))})
    assert draw_pages(pages.everything("photo.png"), pages.THEMES, spoilt, tmp_path) == ()
    draw_pages(pages.everything("photo.png"), pages.THEMES, workspace, tmp_path / "whole")
    for file in tmp_path.glob("*.png"):
        assert file.read_bytes() == (tmp_path / "whole" / file.name).read_bytes()


def test_a_sign_that_no_font_draws_becomes_a_square_and_a_warning(workspace):
    strange = pages.page(id="signe", title="\U0001f9d1‍\U0001f3a8 漢")
    strange = pages.page(
        pages.TextShape(Box(0, 0, 9_000_000, 900_000), "Corps", (pages.words("peintre 漢\U0001f3a8"),)), id="signe"
    )
    outcome = draw_slides_pdf((strange,), pages.THEMES, workspace, Sheet("Essai"))
    assert outcome.value is not None
    assert [finding.code.name for finding in outcome.diagnostics] == ["glyph-missing"]


@pytest.mark.parametrize("text", ['#panic("x")', "*gras* _ital_ $x$ `code`", "<label> @ref // rien", "\\ [a] = titre"])
def test_text_is_never_read_as_typst(workspace, tmp_path, text):
    shape = pages.TextShape(Box(0, 0, 9_000_000, 900_000), "Corps", (pages.words(text),))
    assert draw_pages((pages.page(shape, id="hostile", title=text),), pages.THEMES, workspace, tmp_path) == ()


def test_lines_are_cut_where_the_layout_broke_them():
    words = pages.words("un deux trois", breaks=(3, 8))
    assert ["".join(run.text for run in line.runs) for line in paragraph_lines(words)] == ["un", "deux", "trois"]
    mixed = pages.Paragraph((TextRun("un\n", 20, pages.INK), TextRun("deux", 10, pages.INK)))
    assert [line.height for line in paragraph_lines(mixed)] == [24.0, 12.0]


def test_a_cropped_picture_keeps_its_proportions_and_shows_its_middle(tmp_path):
    photo = io.BytesIO()
    striped = Image.new("RGB", (300, 100), "#FF0000")
    striped.paste(Image.new("RGB", (100, 100), "#00FF00"), (100, 0))
    striped.save(photo, "PNG")
    square = pages.Picture(
        Box(0, 0, 2_743_200, 2_743_200), "Photo", "striped.png", alt="Rayures", crop=(1 / 3, 0, 1 / 3, 0)
    )
    shown = pages.SlidePage("crop", "crop", "content", "Rayures", (square,), pages.Colour("paper"), 1, None, "picture")
    draw_pages((shown,), pages.THEMES, MemoryWorkspace({"striped.png": photo.getvalue()}), tmp_path)
    with Image.open(tmp_path / "crop.png") as picture:
        drawn = picture.convert("RGB")
        assert {drawn.getpixel((x, 140)) for x in (10, 140, 275)} == {(0, 255, 0)}


def test_footer_and_number_stand_at_the_foot_of_a_content_page(workspace, tmp_path):
    from dataclasses import replace

    measures = {"margin-left": 684_000, "margin-right": 684_000, "footer-top": 6_390_000}
    theme = replace(pages.THEME, measures=measures, sizes=pages.THEME.sizes | {"footer": pages.TypeSize((12,))})
    drawn = [pages.page(id="avec", footer="Entrepreneuriat", number=7), pages.page(id="sans")]
    draw_pages(drawn, {None: theme}, workspace, tmp_path)
    with Image.open(tmp_path / "avec.png") as with_footer:
        strip = with_footer.convert("L").crop((0, 660, 1280, 715))
        assert min(strip.crop((60, 0, 400, 55)).tobytes()) < 160
        assert min(strip.crop((1100, 0, 1220, 55)).tobytes()) < 160


@pytest.mark.parametrize("count", [0, 40, 1_500])
def test_a_handout_keeps_every_word_of_the_notes_and_goes_on_as_long_as_they_do(workspace, count):
    notes = tuple(
        " ".join(f"mot{at}" for at in range(start, min(start + 100, count))) for start in range(0, count, 100)
    )
    made = (pages.page(id="une", title="Une", notes=notes), pages.page(id="deux", title="Deux"))
    outcome = draw_handout(made, pages.THEMES, workspace, Sheet("Essai"), per_page=1)
    document = pypdfium2.PdfDocument(outcome.value)
    said = [word for sheet in document for word in sheet.get_textpage().get_text_range().split() if "mot" in word]
    assert said == [f"mot{at}" for at in range(count)]
    assert (len(document) > 2) == (count > 1_000)


def test_three_slides_of_a_handout_share_the_height_of_the_page(workspace):
    outcome = draw_handout(pages.everything(), pages.THEMES, workspace, Sheet("Essai"), per_page=3)
    document = pypdfium2.PdfDocument(outcome.value)
    page = document[0]
    assert len(document) == 2
    titles = []
    for at in range(page.get_textpage().count_chars() - 5):
        if page.get_textpage().get_text_range(at, 5) in ("Texte", "Table", "Graph"):
            titles.append(page.get_textpage().get_charbox(at)[3] / page.get_height())
    apart = sorted({round(place, 1) for place in titles})
    assert apart[0] < 0.4 and apart[-1] > 0.85


def millimetres(length):
    return length * 72 / 25.4


def test_lines_beside_a_slide_are_ruled_by_its_height_and_go_on_to_the_end_of_its_row(workspace):
    outcome = draw_handout(pages.everything(), pages.THEMES, workspace, Sheet("Essai"), per_page=3)
    sheet = pypdfium2.PdfDocument(outcome.value)[0]
    bounds = [item.get_bounds() for item in sheet.get_objects()]
    lines = [top for left, bottom, right, top in bounds if left > 360 and top - bottom < 3 and right - left > 100]
    foot = sheet.get_height() - millimetres(22 + 108 * 9 / 16)
    assert any(abs(line - foot) < 1.5 for line in lines), "one line goes on where the slide ends"
    row_foot = sheet.get_height() - millimetres(22 + 85)
    beside_the_first = [line for line in lines if line > row_foot]
    assert min(beside_the_first) - row_foot < millimetres(16)


@pytest.mark.parametrize("per_page", [1, 3])
def test_what_a_handout_says_itself_is_never_small(workspace, per_page):
    """Heads, feet and notes: the words of the slides are as small as the slides."""
    made = [pages.page(id="une", notes=("mot " * 30,))]
    sheet = Sheet("Essai", "Territoires", day=date(2018, 3, 1))
    outcome = draw_handout(made, pages.THEMES, workspace, sheet, per_page=per_page)
    text = pypdfium2.PdfDocument(outcome.value)[0].get_textpage()
    said = text.get_text_range()
    sizes = {
        word: round(pypdfium2.raw.FPDFText_GetFontSize(text, said.index(word)), 1)
        for word in ("Essai", "Territoires", "2018", "mot")
        if word in said
    }
    assert {"Essai", "Territoires", "2018"} <= set(sizes) and min(sizes.values()) >= 9


def test_paragraphs_of_notes_stand_clearly_apart(workspace):
    notes = ("mot " * 40, "fin " * 40)
    outcome = draw_handout([pages.page(id="une", notes=notes)], pages.THEMES, workspace, Sheet("Essai"), per_page=1)
    text = pypdfium2.PdfDocument(outcome.value)[0].get_textpage()
    said = text.get_text_range()
    feet = {word: sorted({round(text.get_charbox(at)[1]) for at in range(len(said)) if said.startswith(word, at)})
            for word in ("mot", "fin")}  # fmt: skip
    pitch, between = feet["mot"][-1] - feet["mot"][-2], feet["mot"][0] - feet["fin"][-1]
    assert between > 1.3 * pitch


def test_no_paragraph_of_notes_ends_on_a_word_alone(workspace):
    """Whatever its length: some of these would leave one word for the last line."""
    made = [pages.page(id=f"p{count}", notes=("citoyen " * count,)) for count in range(40, 53)]
    outcome = draw_handout(made, pages.THEMES, workspace, Sheet("Essai"), per_page=1)
    for sheet in pypdfium2.PdfDocument(outcome.value):
        text = sheet.get_textpage()
        said = text.get_text_range()
        feet = [round(text.get_charbox(at)[1]) for at in range(len(said)) if said.startswith("citoyen", at)]
        assert feet.count(min(feet)) > 1


@pytest.mark.parametrize("words", [0, 30, 200, 300])
def test_lines_to_write_on_go_down_to_the_foot_of_the_page(workspace, words):
    made = [pages.page(id="une", notes=("mot " * words,))]
    outcome = draw_handout(made, pages.THEMES, workspace, Sheet("Essai"), per_page=1)
    (sheet,) = pypdfium2.PdfDocument(outcome.value)
    bounds = [item.get_bounds() for item in sheet.get_objects()]
    lowest = min(bottom for left, bottom, right, top in bounds if right - left > 400 and top - bottom < 3)
    margin, pitch = 56.7, 23.3
    assert margin - 1 < lowest < margin + pitch + 1
