"""Reading order: what is drawn first is read first, so that it should stand above what follows."""

from __future__ import annotations

from collections.abc import Iterator

from deroule.diagnostics import Diagnostic
from deroule.layout.page import Box
from deroule.outputs.deck.audit.codes import ORDER
from deroule.outputs.deck.audit.place import Place, cut
from deroule.outputs.deck.reading import Shape, ShownSlide

_FOOT = ("dt", "ftr", "sldNum", "hdr")
SHARED = 0.5
"""The share of the narrower shape's width by which two shapes must overlap to stand one above the other."""


def reading_order(slide: ShownSlide, place: Place) -> Iterator[Diagnostic]:
    """Find a slide where a shape is read after one that stands wholly below it; told once a slide.

    The title comes first, after nothing but what lies under it (a picture over the whole slide); it may stand
    anywhere, and the footer may come last.
    """
    read = [one for one in slide.shapes if not one.decorative and one.placeholder not in _FOOT and _says(one)]
    boxes = [slide.box(one) for one in read]
    for at, (shape, box) in enumerate(zip(read, boxes, strict=True)):
        for first, earlier in zip(read[:at], boxes[:at], strict=True):
            if box is None or earlier is None or first.is_title:
                continue
            if not _overlap(box, earlier) if shape.is_title else _stands_over(box, earlier):
                yield place.of_shape(ORDER, slide, shape, first=cut(first.name) or "?")
                return


def _says(shape: Shape) -> bool:
    return shape.kind not in ("line", "shape") or bool(shape.text.strip())


def _stands_over(box: Box, other: Box) -> bool:
    shared = min(box.right, other.right) - max(box.x, other.x)
    return box.bottom <= other.y and shared > SHARED * min(box.width, other.width)


def _overlap(box: Box, other: Box) -> bool:
    return box.x < other.right and other.x < box.right and box.y < other.bottom and other.y < box.bottom
