"""Writes one block on a page: the registry of forms, one a kind, and what they share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup, escape

from deroule.model.blocks import Block, Item
from deroule.model.event import Event, Slide
from deroule.outputs.site.hand import NOTHING, Hand
from deroule.outputs.site.words import Wording


@dataclass(frozen=True, slots=True)
class Pen:
    """What a form may ask while it writes a block: the event, the slide, the page's hand, the language's words."""

    event: Event
    slide: Slide
    hand: Hand
    wording: Wording

    def write(self, block: Block) -> Markup:
        """Write a block of any kind."""
        return FORMS[block.kind](block, self)

    def write_all(self, blocks: Iterable[Block]) -> Markup:
        """Write blocks in their order."""
        return join(self.write(block) for block in blocks)

    def items(self, items: Sequence[Item], name: str = "ul") -> Markup:
        """Write list entries, with the entries under them."""
        if not items:
            return NOTHING
        rows = [f"{self.hand.line(item.text)}{self.items(item.items)}" for item in items]
        return tag(name, Markup("".join([f"<li>{row}</li>" for row in rows if row])))


Form = Callable[[Any, Pen], Markup]
FORMS: dict[str, Form] = {}
"""The form of each kind of block; the completeness test names what is missing."""


def form(kind: str) -> Callable[[Form], Form]:
    """Enter a function as the page form of a kind of block."""

    def enter(function: Form) -> Form:
        FORMS[kind] = function
        return function

    return enter


def join(parts: Iterable[Markup]) -> Markup:
    """Write parts one after the other."""
    return Markup("".join(parts))  # they are markup all: escaping each again would be most of the work


def tag(name: str, inside: Markup | str, kind: str = "") -> Markup:
    """Write an element with a class; nothing when there is nothing inside."""
    if not inside:
        return NOTHING
    opening = f'<{name} class="{kind}">' if kind else f"<{name}>"
    shown = inside if isinstance(inside, Markup) else escape(inside)
    return Markup(f"{opening}{shown}</{name}>")


def linked(title: Markup | str, href: str | None) -> Markup:
    """Write a title as a link, where it leads somewhere."""
    return Markup(f'<a href="{escape(href)}">{escape(title)}</a>') if href else escape(title)
