"""The desk that a slide is set on: theme, accent, language and how far the type has been made smaller."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from deroule.layout.lettering import Align, Look, Said, Setting, paragraph, set_text
from deroule.layout.page import EMU_PER_POINT, Colour, Paragraph, Slot
from deroule.model.event import Event, Slide
from deroule.model.theme import Theme, contrast, tinted

ACCENTS: tuple[Slot, ...] = ("accent1", "accent2", "accent3", "accent4", "accent5", "accent6")
INK, PAPER, SOFT, MUTED, LINE = (Colour(slot) for slot in ("ink", "paper", "soft", "muted", "line"))
CENTIMETRE = 360_000
ENOUGH = 4.5
"""The contrast of small text, as WCAG 2.2 asks."""


def points(count: float) -> int:
    """Give points as EMU."""
    return round(count * EMU_PER_POINT)


def pale(slot: Slot, theme: Theme) -> Colour:
    """Give the colour of secondary text on an area in an accent: nearly paper, as near as it takes to be read."""
    accent, paper = theme.colours[slot], theme.colours["paper"]
    shares = (share for share in (0.88, 0.94) if contrast(tinted(accent, paper, share), accent) >= ENOUGH)
    return Colour(slot, share) if (share := next(shares, None)) else PAPER


@dataclass(frozen=True, slots=True)
class Desk:
    """What a placer may ask about the slide that it works on."""

    theme: Theme
    event: Event
    slide: Slide
    accent_number: int = 1
    step: int = 0
    room: int = 0
    """The height that there is for the blocks, in EMU; 0 when nothing is known of it."""
    alone: bool = True
    """Whether the block is the only one of its slide."""

    continued: bool = False
    """Whether the slide goes on over several: parts of one text keep one size and one form, however little is left."""
    listed: bool = False
    """Whether what may be a row or a list is a list: not every part of a continued slide fits the row."""
    tight: bool = False
    """Whether air is given up so that the slide need not be continued: the last resort before a next slide."""

    def smaller(self, step: int) -> Desk:
        """Give the same desk at a step of the sizes; steps below zero are larger than the theme wishes."""
        return replace(self, step=step)

    @property
    def accent(self) -> Colour:
        """The accent that the slide wears."""
        return Colour(ACCENTS[self.accent_number - 1])

    @property
    def wash(self) -> Colour:
        """A light area in the accent."""
        return Colour(ACCENTS[self.accent_number - 1], 0.9)

    @property
    def language(self) -> str:
        """The slide's language."""
        return self.slide.language

    @property
    def ruled(self) -> bool:
        """Whether the theme draws cards by rules rather than areas."""
        return self.theme.options.get("cards") == "ruled"

    @property
    def gutter(self) -> int:
        """The space between neighbours."""
        return self.theme.measures["gutter"]

    def size(self, role: str) -> float:
        """Give the size of a role at this step, in points."""
        sizes = self.theme.sizes[role]
        if self.step < 0 and sizes.larger:
            return sizes.larger[min(-self.step, len(sizes.larger)) - 1]
        return sizes.steps[min(max(self.step, 0), len(sizes.steps) - 1)]

    def look(self, role: str, colour: Colour = INK, **changes: object) -> Look:
        """Give the look of a role."""
        given: dict[str, Any] = {"size": self.size(role), "colour": colour, "language": self.language} | changes
        return Look(**given)

    def heading(self, role: str = "item", colour: Colour | None = None, *, align: Align = "left") -> Look:
        """Give the look of a heading of a part, in the accent."""
        return self.look(role, colour or self.accent, bold=True, font="heading", align=align)

    def set(self, paragraphs: Iterable[Paragraph], width: int) -> Setting:
        """Set paragraphs in a width."""
        return set_text(self.theme, paragraphs, width)

    def say(self, said: Said, look: Look, **placing: object) -> tuple[Paragraph, ...]:
        """Give a text as one paragraph, or none when there is nothing to say."""
        return (paragraph(said, look, **placing),) if said else ()
