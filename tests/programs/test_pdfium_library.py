"""The PDFium library: found beside its package or by it, and called as the package would call it."""

from __future__ import annotations

import subprocess
import sys
from ctypes import sizeof

import pypdfium2_raw
import pytest

from deroule.programs import pdfium_library
from deroule.programs.pdfium import draw_pdf
from deroule.programs.typst import compile_typst

_PAGE = "#set page(width: 200pt, height: 150pt)\n#text(size: 24pt)[Déroulé] #circle(radius: 20pt, fill: red)"


def test_pages_are_drawn_as_the_package_draws_them(monkeypatch):
    (pdf,) = compile_typst(_PAGE, {}, form="plain-pdf", fonts=())
    ours = list(draw_pdf(pdf, 400))
    monkeypatch.setattr("deroule.programs.pdfium.pdfium", lambda: pypdfium2_raw)
    assert list(draw_pdf(pdf, 400)) == ours


def test_a_library_that_is_elsewhere_is_left_to_the_package_to_find(monkeypatch):
    assert pdfium_library._packaged_file() is not None
    monkeypatch.setattr(pdfium_library, "_FILE", "of-another-system.so")
    assert pdfium_library.pdfium.__wrapped__() is pypdfium2_raw


@pytest.mark.parametrize("name", sorted(pdfium_library._FUNCTIONS))
def test_each_function_is_declared_as_wide_as_the_package_declares_it(name):
    gives, *takes = pdfium_library._FUNCTIONS[name]
    theirs = getattr(pypdfium2_raw, name)
    assert (gives and sizeof(gives)) == (theirs.restype and sizeof(theirs.restype))
    assert [sizeof(one) for one in takes] == [sizeof(one) for one in theirs.argtypes]


def test_the_numbers_are_those_of_pdfium():
    assert pypdfium2_raw.FPDFBitmap_BGR == pdfium_library.BGR
    assert pdfium_library.REVERSE_BYTE_ORDER == pypdfium2_raw.FPDF_REVERSE_BYTE_ORDER


def test_the_package_is_not_imported_to_draw():
    drawing = "from deroule.programs.pdfium_library import pdfium; pdfium(); import sys; print('pypdfium2_raw' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", drawing], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
