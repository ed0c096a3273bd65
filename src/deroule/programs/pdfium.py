"""PDFium, in process: draws the pages of a PDF as PNG files, four times as fast as Typst draws them.

PDFium may be called by one thread at a time; packing a picture goes on beside it.
"""

from __future__ import annotations

import ctypes
import threading
from collections.abc import Iterator
from typing import Any

from deroule.programs.pdfium_library import BGR, REVERSE_BYTE_ORDER, pdfium
from deroule.programs.png import write_png

_CALLS = threading.RLock()
"""Entered twice by a thread when Python lets go of another drawing, left half done, in the middle of this one."""
_BYTES_A_PIXEL = 3


class UndrawableError(Exception):
    """PDFium cannot read the PDF, or one of its pages."""


def draw_pdf(pdf: bytes, width: int) -> Iterator[bytes]:
    """Give each page as a PNG file, `width` pixels wide, on white. Raises UndrawableError."""
    with _CALLS:
        engine = pdfium()
        document = engine.FPDF_LoadMemDocument64(pdf, len(pdf), None)
        count = engine.FPDF_GetPageCount(document) if document else 0
    if not document:
        raise UndrawableError("PDFium cannot read the pages")
    sheet = _Sheet(width)
    try:
        for index in range(count):
            _draw(engine, document, index, sheet)
            yield sheet.packed()
    finally:
        with _CALLS:
            engine.FPDF_CloseDocument(document)


class _Sheet:
    """The very lines of a PNG, each a byte that names its filter (none), then its pixels: one page after the other is
    drawn into them, since memory that is new for each page costs as much as drawing a plain one."""

    def __init__(self, width: int) -> None:
        self.width = width
        self.height = 0
        self.line = width * _BYTES_A_PIXEL + 1
        self._lines = bytearray()
        self._start = 0

    def pixels(self, height: int) -> int:
        """Give the address of the first pixel of a white sheet, so many lines high."""
        if height != self.height:
            self.height = height
            self._lines = bytearray(self.line * height)
            self._start = ctypes.addressof(ctypes.c_char.from_buffer(self._lines))
            self._wipe()
        return self._start + 1

    def packed(self) -> bytes:
        """Give the PNG file of what is drawn, and wipe the sheet: most often the next page is as high."""
        self._lines[:: self.line] = bytes(self.height)
        made = write_png(self.width, self.height, self._lines)
        self._wipe()
        return made

    def _wipe(self) -> None:
        ctypes.memset(self._start, 0xFF, len(self._lines))


def _draw(engine: Any, document: Any, index: int, sheet: _Sheet) -> None:
    with _CALLS:
        page = engine.FPDF_LoadPage(document, index)
        if not page:
            raise UndrawableError(f"PDFium cannot read page {index + 1}")
        width = sheet.width
        height = round(width * engine.FPDF_GetPageHeightF(page) / engine.FPDF_GetPageWidthF(page))
        bitmap = engine.FPDFBitmap_CreateEx(width, height, BGR, sheet.pixels(height), sheet.line)
        engine.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, REVERSE_BYTE_ORDER)
        engine.FPDFBitmap_Destroy(bitmap)
        engine.FPDF_ClosePage(page)
