"""LibreOffice leaves the prompt of a field behind as a text box, `<date/time>`, which every slide would show."""

from __future__ import annotations

import re

from lxml import etree

from deroule.outputs.deck.reading.shapes import A, P

_PROMPT = re.compile(r"<[^<>]+>")
_FIELDS = ("dt", "ftr", "sldNum")


def drop_prompts(root: etree._Element) -> None:
    """Take out the text boxes of a master or a layout that say what one of its own fields says until it is filled.

    A box that holds a field itself is a number or a date that somebody wanted there.
    """
    shapes = list(root.iter(f"{P}sp"))
    prompts = {_words(one) for one in shapes if _placeholder(one) in _FIELDS}
    for shape in shapes:
        words, parent = _words(shape), shape.getparent()
        is_left = _placeholder(shape) is None and words in prompts and _PROMPT.fullmatch(words)
        if is_left and parent is not None and shape.find(f".//{A}fld") is None:
            parent.remove(shape)


def _placeholder(shape: etree._Element) -> str | None:
    holder = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
    return None if holder is None else holder.get("type", "obj")


def _words(shape: etree._Element) -> str:
    return "".join(text.text or "" for text in shape.iter(f"{A}t")).strip()
