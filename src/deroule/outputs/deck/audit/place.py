"""Where an audit points: the slide's number and the shape's order stand for line and column."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from deroule.diagnostics import Code, Diagnostic
from deroule.outputs.deck.reading import Shape, ShownSlide
from deroule.span import Span

LONGEST = 60
"""Characters of a deck's text that a message repeats."""


@dataclass(frozen=True, slots=True)
class Place:
    """Makes the diagnostics of one deck, called `name`."""

    name: str

    def of_deck(self, code: Code, **values: Any) -> Diagnostic:
        """Report a fault of the whole deck."""
        return code.at(Span(self.name), **values)

    def of_slide(self, code: Code, slide: ShownSlide, **values: Any) -> Diagnostic:
        """Report a fault of a slide."""
        return code.at(Span(self.name, slide.number), slide=slide.number, **values)

    def of_shape(self, code: Code, slide: ShownSlide, shape: Shape, **values: Any) -> Diagnostic:
        """Report a fault of one shape of a slide."""
        column = next((at for at, one in enumerate(slide.shapes, 1) if one.element is shape.element), 1)
        span = Span(self.name, slide.number, column)
        return code.at(span, slide=slide.number, shape=cut(shape.name) or "?", **values)


def cut(text: str) -> str:
    """Put a text on one line and cut what is too long to repeat."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"
