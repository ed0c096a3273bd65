"""Alternative texts: every object that is no text is described, once, or marked decorative."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deroule.diagnostics import Diagnostic, Words
from deroule.outputs.deck.audit.codes import FILE_NAME_ALT, NO_ALT
from deroule.outputs.deck.audit.place import Place, cut
from deroule.outputs.deck.reading import Shape, ShownSlide, flat

_KINDS = {
    "shape": Words("forme", "shape"),
    "picture": Words("image", "picture"),
    "media": Words("vidéo ou son", "video or sound"),
    "group": Words("groupe", "group"),
    "line": Words("trait", "line"),
    "table": Words("tableau", "table"),
    "chart": Words("graphique", "chart"),
    "diagram": Words("schéma SmartArt", "SmartArt diagram"),
    "object": Words("objet incorporé", "embedded object"),
    "ink": Words("dessin à main levée", "ink drawing"),
}
_FILE = re.compile(
    r"^(?:[^/\\\n]*[/\\])*[\w\-. ()%]*\.(png|jpe?g|gif|bmp|tiff?|svg|emf|wmf|webp|heic|mp4|mov|wmv|mp3)$", re.I
)
"""A file's name, whatever folders or address stand before it: pandoc writes the whole path."""
_MACHINE = re.compile(
    r"description (automatically generated|générée automatiquement)|^(image|picture|img)[ _-]*\d*$", re.I
)


def described(slide: ShownSlide, place: Place) -> Iterator[Diagnostic]:
    """Find what has no alternative text, or one that tells nothing. What a described group holds is told with it."""
    for shape in slide.shapes:
        yield from _judged(shape, slide, place)


def _judged(shape: Shape, slide: ShownSlide, place: Place) -> Iterator[Diagnostic]:
    if shape.decorative or shape.hidden or _is_text(shape):
        return
    if shape.alt:
        if _FILE.match(shape.alt) or _MACHINE.search(shape.alt):
            yield place.of_shape(FILE_NAME_ALT, slide, shape, alt=cut(shape.alt))
        return
    if shape.kind == "group" and all(_is_told(one) for one in flat(shape.inside)):
        return
    yield place.of_shape(NO_ALT, slide, shape, kind=_KINDS[shape.kind])


def _is_text(shape: Shape) -> bool:
    """Whether the words inside say it all; an empty placeholder has a rule of its own."""
    return shape.kind == "shape" and (bool(shape.text.strip()) or shape.placeholder is not None)


def _is_told(shape: Shape) -> bool:
    """Whether a part of a group needs no description of the group: a text, or something described itself."""
    return shape.kind == "group" or bool(shape.alt) or shape.decorative or shape.hidden or _is_text(shape)
