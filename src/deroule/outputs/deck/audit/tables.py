"""Tables: a header row that is told as one, and no merged cells."""

from __future__ import annotations

from collections.abc import Iterator

from deroule.diagnostics import Diagnostic
from deroule.outputs.deck.audit.codes import MERGED, NO_HEADER
from deroule.outputs.deck.audit.place import Place
from deroule.outputs.deck.reading import ShownSlide, flat
from deroule.outputs.deck.reading.shapes import A

_TRUE = ("1", "true")


def headers(slide: ShownSlide, place: Place) -> Iterator[Diagnostic]:
    """Find tables whose first row is not declared a header."""
    for shape in flat(slide.shapes):
        if shape.kind != "table":
            continue
        flags = shape.element.find(f".//{A}tbl/{A}tblPr")
        if flags is None or flags.get("firstRow") not in _TRUE:
            yield place.of_shape(NO_HEADER, slide, shape)


def merged_cells(slide: ShownSlide, place: Place) -> Iterator[Diagnostic]:
    """Find tables with merged or split cells."""
    for shape in flat(slide.shapes):
        if shape.kind != "table":
            continue
        cells = [
            one for one in shape.element.iter(f"{A}tc") if _spans(one.get("gridSpan")) or _spans(one.get("rowSpan"))
        ]
        shown = [one for one in cells if one.get("hMerge") not in _TRUE and one.get("vMerge") not in _TRUE]
        if shown:
            yield place.of_shape(MERGED, slide, shape, count=len(shown))


def _spans(written: str | None) -> bool:
    return written not in (None, "", "0", "1")
