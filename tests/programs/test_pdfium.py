"""PDFium: pages of a PDF as PNG files, the same as Typst would draw them, whoever else draws at the same time."""

from __future__ import annotations

import io
from concurrent.futures import ThreadPoolExecutor

import pytest
from PIL import Image, ImageChops, ImageStat

from deroule.programs import pdfium
from deroule.programs.pdfium import UndrawableError, draw_pdf
from deroule.programs.typst import compile_forms

_SIGNS = """#set page(width: 200pt, height: 150pt, margin: 10pt, fill: rgb("#FFF8E8"))
#text(size: 24pt, fill: rgb("#203060"))[Déroulé] #rect(width: 40pt, height: 20pt, fill: rgb("#C84010"))
#pagebreak()
#place(circle(radius: 30pt, fill: gradient.linear(red, blue)))
"""


@pytest.fixture(scope="module")
def typeset():
    return compile_forms(_SIGNS, {}, forms=("plain-pdf", "png"), fonts=(), pixels_per_inch=144)


def _read(content: bytes) -> Image.Image:
    with Image.open(io.BytesIO(content)) as picture:
        picture.verify()
    return Image.open(io.BytesIO(content)).convert("RGB")


def test_each_page_is_as_wide_as_asked_in_its_own_proportions(typeset):
    made = list(draw_pdf(typeset["plain-pdf"][0], 400))
    assert [_read(content).size for content in made] == [(400, 300), (400, 300)]


def test_the_pages_look_as_typst_draws_them(typeset):
    for ours, theirs in zip(draw_pdf(typeset["plain-pdf"][0], 400), typeset["png"], strict=True):
        apart = ImageStat.Stat(ImageChops.difference(_read(ours), _read(theirs)))
        assert max(apart.mean) < 1.0
    assert _read(ours).getpixel((390, 290)) == (0xFF, 0xF8, 0xE8)


def test_a_page_leaves_nothing_behind_on_the_next():
    page = "#set page(width: {}pt, height: 150pt, margin: 0pt)\n#place(rect(width: 50pt, height: 50pt, fill: red))\n"
    for widths in ((200, 200), (200, 300), (300, 200)):
        source = page.format(widths[0]) + page.format(widths[1]).replace("50pt, fill: red", "9pt, fill: blue")
        (pdf,) = compile_forms(source, {}, forms=("plain-pdf",), fonts=())["plain-pdf"]
        second = _read(list(draw_pdf(pdf, 300))[1])
        assert second.getpixel((20, 60)) == (255, 255, 255)
        assert second.getpixel((2, 2)) != (255, 255, 255)


def test_threads_that_draw_at_once_get_the_same_bytes(typeset):
    with ThreadPoolExecutor(8) as threads:
        made = list(threads.map(lambda _: tuple(draw_pdf(typeset["plain-pdf"][0], 300)), range(24)))
    assert len(set(made)) == 1


def test_a_drawing_left_half_done_is_let_go_of_while_its_thread_draws_another(typeset):
    # Python collects what nobody holds whenever it likes; it must not wait for itself.
    half_done = draw_pdf(typeset["plain-pdf"][0], 300)
    next(half_done)
    with pdfium._CALLS:
        half_done.close()
    assert len(list(draw_pdf(typeset["plain-pdf"][0], 300))) == 2


def test_what_is_no_pdf_is_refused():
    with pytest.raises(UndrawableError):
        next(draw_pdf(b"%PDF-1.7 nothing", 300))
