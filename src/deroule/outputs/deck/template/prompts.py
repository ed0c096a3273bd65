"""LibreOffice leaves a field behind as a text box: its prompt, `<date/time>`, or a second number, on every slide."""

from __future__ import annotations

import re

from lxml import etree

from deroule.outputs.deck.reading.shapes import A, P

_PROMPT = re.compile(r"<[^<>]+>")
_FIELDS = ("dt", "ftr", "sldNum")
_NEAR = 36_000
"""EMU, a millimetre: places that LibreOffice rounds apart."""


def drop_prompts(root: etree._Element) -> None:
    """Take out the text boxes of a master or a layout that say what one of its own fields says until it is filled.

    A box that holds a field itself is a number or a date that somebody wanted there, unless it lies on that field's place.
    """
    shapes = list(root.iter(f"{P}sp"))
    fields = [one for one in shapes if _placeholder(one) in _FIELDS]
    for shape in shapes:
        words, parent = _words(shape), shape.getparent()
        if parent is None or _placeholder(shape) is not None or not _PROMPT.fullmatch(words):
            continue
        alike = [field for field in fields if _words(field) == words]
        is_field = shape.find(f".//{A}fld") is not None
        if any(not is_field or _lie_together(shape, field) for field in alike):
            parent.remove(shape)


def _lie_together(one: etree._Element, other: etree._Element) -> bool:
    places = [_corner(shape) for shape in (one, other)]
    return None not in places and all(abs(a - b) <= _NEAR for a, b in zip(*filter(None, places), strict=True))


def _corner(shape: etree._Element) -> tuple[int, int] | None:
    offset = shape.find(f"{P}spPr/{A}xfrm/{A}off")
    return None if offset is None else (int(offset.get("x", "0")), int(offset.get("y", "0")))


def _placeholder(shape: etree._Element) -> str | None:
    holder = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
    return None if holder is None else holder.get("type", "obj")


def _words(shape: etree._Element) -> str:
    return "".join(text.text or "" for text in shape.iter(f"{A}t")).strip()
