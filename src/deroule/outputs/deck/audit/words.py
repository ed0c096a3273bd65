"""Words: titles that are there, placeholders that are filled, texts that tell their language, links that tell their target."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from deroule.diagnostics import Diagnostic
from deroule.outputs.deck.audit.codes import LEFTOVER, NO_LANGUAGE, NO_TITLE, UNCLEAR_LINK
from deroule.outputs.deck.audit.document import title_text
from deroule.outputs.deck.audit.place import Place, cut
from deroule.outputs.deck.reading import Shape, ShownSlide, flat
from deroule.outputs.deck.reading.shapes import A, P

_VAGUE = frozenset({
    "ici", "cliquez ici", "cliquer ici", "là", "lien", "le lien", "ce lien", "suivez ce lien", "lire", "lire la suite",
    "en savoir plus", "plus d'infos", "plus", "voir", "détails", "télécharger", "here", "click here", "click", "link",
    "this link", "read more", "more", "learn more", "details", "see", "download", "hier", "hier klicken", "aquí",
})  # fmt: skip
_ADDRESS = re.compile(r"^(https?://|www\.)\S+$", re.I)
LONGEST_ADDRESS = 50
"""Characters: a short address can be read and remembered, a long one is noise."""
_OPTIONAL = ("dt", "ftr", "sldNum", "hdr")


def titled(slide: ShownSlide, place: Place) -> Iterator[Diagnostic]:
    """Find a slide without a title."""
    if not title_text(slide):
        yield place.of_slide(NO_TITLE, slide)


def leftovers(slide: ShownSlide, place: Place) -> Iterator[Diagnostic]:
    """Find placeholders that nobody filled; an empty title is told as a missing one."""
    for shape in flat(slide.shapes):
        offered = shape.kind == "shape" and shape.placeholder and shape.placeholder not in _OPTIONAL
        if offered and not shape.is_title and not shape.text.strip() and not list(shape.element.iter(f"{A}fld")):
            yield place.of_shape(LEFTOVER, slide, shape)


def languages(slide: ShownSlide, place: Place) -> Iterator[Diagnostic]:
    """Find texts whose language is told nowhere, once a shape."""
    for shape in flat(slide.shapes):
        if shape.kind not in ("shape", "table"):
            continue
        silent = next((run for run in shape.element.iter(f"{A}r") if not _language(run, shape, slide)), None)
        if silent is not None:
            yield place.of_shape(NO_LANGUAGE, slide, shape, text=cut(_text(silent)))


def _language(run: etree._Element, shape: Shape, slide: ShownSlide) -> str:
    own = run.find(f"{A}rPr")
    told = own.get("lang") if own is not None else None
    paragraph = run.getparent()
    if told is not None or not _text(run).strip() or paragraph is None:
        return told if told is not None else "none"
    return next((one.get("lang", "") for one in slide.run_properties(shape, paragraph) if one.get("lang")), "")


def links(slide: ShownSlide, place: Place) -> Iterator[Diagnostic]:
    """Find links whose words tell nothing out of their sentence."""
    for shape in flat(slide.shapes):
        for text in _link_texts(shape):
            plain = re.sub(r"[\s.…:!?»«\"›>→]+", " ", text).strip().casefold()
            if plain in _VAGUE or (_ADDRESS.match(text.strip()) and len(text.strip()) > LONGEST_ADDRESS):
                yield place.of_shape(UNCLEAR_LINK, slide, shape, text=cut(text))


def _link_texts(shape: Shape) -> Iterator[str]:
    """Give the words of each link; neighbouring runs with the same target are one link."""
    if shape.kind == "group":
        return
    for paragraph in shape.element.iter(f"{A}p"):
        text, last = "", None
        for run in paragraph.iterfind(f"{A}r"):
            click = run.find(f"{A}rPr/{A}hlinkClick")
            target = _target(click) if click is not None else None
            if target != last and text:
                yield text
                text = ""
            last = target
            text += _text(run) if target else ""
        if text:
            yield text
    named = shape.element.find(f"{P}nvSpPr/{P}cNvPr/{A}hlinkClick")
    if named is not None and shape.text.strip():
        yield shape.text


def _target(click: etree._Element) -> str:
    return next((str(value) for name, value in click.attrib.items() if str(name).endswith("}id")), "") or "action"


def _text(run: etree._Element) -> str:
    return "".join(one.text or "" for one in run.iterfind(f"{A}t"))
