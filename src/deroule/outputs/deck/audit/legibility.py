"""Contrast: every text against what is really behind it, as WCAG 2.2 measures it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from deroule.diagnostics import Diagnostic, Words
from deroule.model.theme import contrast
from deroule.outputs.deck.audit.codes import FAINT
from deroule.outputs.deck.audit.place import Place, cut
from deroule.outputs.deck.reading import Shape, ShownSlide, flat
from deroule.outputs.deck.reading.grounds import UNKNOWN, Ground, Grounds
from deroule.outputs.deck.reading.opened import whole
from deroule.outputs.deck.reading.shapes import A, P

ENOUGH, ENOUGH_LARGE = 4.5, 3.0
LARGE, LARGE_BOLD = 1800, 1400
"""Hundredths of a point from which 3:1 is enough (WCAG 2.2, 1.4.3)."""
_FILLS = ("noFill", "gradFill", "blipFill", "pattFill", "grpFill")


@dataclass(frozen=True, slots=True)
class Faint:
    """A text that is hard to read: the worst of its shape."""

    ratio: float
    wanted: float
    text: str
    colour: str
    ground: str


def contrast_of_texts(slide: ShownSlide, place: Place) -> Iterator[Diagnostic]:
    """Find texts that are hard to read, the worst one of each shape."""
    grounds = Grounds(slide)
    for shape in flat(slide.shapes):
        found = list(_faint(shape, slide, grounds)) if shape.kind in ("shape", "table") and not shape.decorative else []
        if found:
            worst = min(found, key=lambda one: one.ratio / one.wanted)
            told = {"text": cut(worst.text), "colour": f"#{worst.colour}", "ground": f"#{worst.ground}"}
            yield place.of_shape(FAINT, slide, shape, ratio=_ratio(worst.ratio), wanted=_ratio(worst.wanted), **told)


def _ratio(value: float) -> Words:
    # never rounded up to the wanted value
    written = f"{int(value * 100) / 100:.2f}".rstrip("0").rstrip(".")
    return Words(f"{written.replace('.', ',')}:1", f"{written}:1")


def _faint(shape: Shape, slide: ShownSlide, grounds: Grounds) -> Iterator[Faint]:
    for body, ground in _bodies(shape, grounds):
        if ground == UNKNOWN:
            continue
        for run in body.iter(f"{A}r", f"{A}fld"):
            text = "".join(one.text or "" for one in run.iterfind(f"{A}t"))
            colour = _colour(run, shape, slide) if text.strip() else None
            if colour is None:
                continue
            behind = min(ground, key=lambda one: contrast(colour, one))
            ratio, wanted = contrast(colour, behind), _wanted(run, shape, slide)
            if ratio < wanted:
                yield Faint(ratio, wanted, text, colour, behind)


def _bodies(shape: Shape, grounds: Grounds) -> Iterator[tuple[etree._Element, Ground]]:
    """Give each text body of a shape with its ground: the cells of a table have one each."""
    if shape.kind == "shape":
        body = shape.element.find(f"{P}txBody")
        if body is not None:
            yield body, grounds.behind(shape)
        return
    # The fills of a table's style are in a part of their own, with twelve kinds of cell: only what cells tell is judged.
    styled = shape.element.find(f".//{A}tblPr/{A}tableStyleId") is not None
    for cell in shape.element.iter(f"{A}tc"):
        told = grounds.told(cell.find(f"{A}tcPr"))
        body = cell.find(f"{A}txBody")
        if body is None or (styled and told in (None, ("none",))):
            continue
        yield body, grounds.behind(shape) if told in (None, ("none",)) else told or UNKNOWN


def _colour(run: etree._Element, shape: Shape, slide: ShownSlide) -> str | None:
    own = run.find(f"{A}rPr")
    paragraph = run.getparent()
    if paragraph is None:
        return None
    if own is not None and own.find(f"{A}hlinkClick") is not None and own.find(".//{*}hlinkClr[@val='tx']") is None:
        return slide.colours.slot("hlink")
    for properties in ([own] if own is not None else []) + _inherited(shape, slide, paragraph):
        fill = properties.find(f"{A}solidFill")
        if fill is not None:
            return slide.colours.seen(fill)
        if any(properties.find(f"{A}{one}") is not None for one in _FILLS):
            return None
    return slide.colours.slot("tx1")


def _inherited(shape: Shape, slide: ShownSlide, paragraph: etree._Element) -> list[etree._Element]:
    """What a run inherits, nearest first; a shape's style stands before what all shapes share."""
    found = list(slide.run_properties(shape, paragraph))
    style = shape.element.find(f"{P}style/{A}fontRef")
    if style is None or not len(style) or shape.placeholder is not None:
        return found
    told = etree.Element(f"{A}defRPr")
    fill = etree.SubElement(told, f"{A}solidFill")
    fill.append(etree.fromstring(etree.tostring(style[0])))
    own = shape.element.find(f"{P}txBody/{A}lstStyle")
    near = [one for one in found if own is not None and one in list(own.iter(f"{A}defRPr"))]
    return [*near, told, *(one for one in found if one not in near)]


def _wanted(run: etree._Element, shape: Shape, slide: ShownSlide) -> float:
    own = run.find(f"{A}rPr")
    paragraph = run.getparent()
    chain = ([own] if own is not None else []) + (_inherited(shape, slide, paragraph) if paragraph is not None else [])
    size = next((whole(one.get("sz")) for one in chain if one.get("sz")), LARGE)
    bold = next((one.get("b") in ("1", "true") for one in chain if one.get("b")), False)
    shrunk = shape.element.find(f"{P}txBody/{A}bodyPr/{A}normAutofit")
    scale = whole(shrunk.get("fontScale"), 100_000) / 100_000 if shrunk is not None else 1.0
    large = size * scale >= (LARGE_BOLD if bold else LARGE)
    return ENOUGH_LARGE if large else ENOUGH
