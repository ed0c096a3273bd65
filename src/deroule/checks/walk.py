"""Going through what was written: every mapping, every text, with its place."""

from __future__ import annotations

from collections.abc import Iterator

from deroule.model.blocks import Block
from deroule.model.dossier import Dossier
from deroule.model.event import Event, Slide
from deroule.model.placed import Placed
from deroule.model.richtext import Prose, RichText
from deroule.span import Span


def placed_in(value: object) -> Iterator[Placed]:
    """Give every mapping of the model in `value`, itself first, in reading order."""
    if isinstance(value, Placed):
        yield value
        for name in type(value).model_fields:
            yield from placed_in(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from placed_in(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from placed_in(item)


def blocks_in(slide: Slide) -> Iterator[Block]:
    """Give every block of a slide, those inside groups too."""
    return (one for one in placed_in(slide.blocks) if isinstance(one, Block))


def texts_in(value: object) -> Iterator[tuple[RichText, Span | None]]:
    """Give every text in `value` with the place of its field."""
    for placed in placed_in(value):
        for name in type(placed).model_fields:
            for text in _texts(getattr(placed, name)):
                yield text, placed.span_of(name)


def _texts(value: object) -> Iterator[RichText]:
    if isinstance(value, RichText):
        yield value
    elif isinstance(value, Prose):
        yield from value.paragraphs
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)


def slides_of(dossier: Dossier) -> Iterator[tuple[Event, Slide]]:
    """Give the slides that authors wrote, each with its event."""
    for event in dossier.events:
        for sequence in event.sequences:
            for slide in sequence.slides:
                if slide.form == "content":
                    yield event, slide
