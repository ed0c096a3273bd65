"""Tells one block in a flowing document: the registry of forms, one a kind, and what they share."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from deroule.model.blocks import Block, Item
from deroule.model.event import Event, Slide
from deroule.model.richtext import RichText
from deroule.outputs.document import tree
from deroule.outputs.document.album import Album
from deroule.outputs.document.words import Wording

Node = tree.Node


@dataclass(slots=True)
class Teller:
    """What a form may ask while it tells a block: the slide, the language's words, the pictures, the resources."""

    event: Event
    album: Album
    wording: Wording
    results: dict[str, tuple[tuple[str, int], ...]] = field(default_factory=dict)
    """Votes by poll id: each option's text and how many chose it."""

    def word(self, name: str, **values: str) -> str:
        """Look up a word in the document's language."""
        return self.wording.word(name, **values)

    def tell(self, block: Block, slide: Slide) -> list[Node]:
        """Tell a block."""
        return FORMS[block.kind](block, slide, self)

    def tell_all(self, blocks: Iterable[Block], slide: Slide) -> list[Node]:
        """Tell blocks one after the other."""
        return [node for block in blocks for node in self.tell(block, slide)]


Form = Callable[[Any, Slide, Teller], list[Node]]
FORMS: dict[str, Form] = {}
"""The form of each kind of block; the completeness test names what is missing."""


def form(kind: str) -> Callable[[Form], Form]:
    """Enter a function as the form of a kind of block."""

    def enter(function: Form) -> Form:
        FORMS[kind] = function
        return function

    return enter


def entries(items: tuple[Item, ...]) -> list[list[Node]]:
    """Make list entries, with the entries under them."""
    return [[tree.plain(tree.rich(item.text)), *tree.bullets(entries(item.items))] for item in items]


def labelled(label: list[Node], text: list[Node], teller: Teller) -> list[Node]:
    """Set a label in bold before its text, with a colon where both stand."""
    if not label or not text:
        return tree.strong(label) or text
    return [*tree.strong(label), *tree.words(teller.wording.colon), *text]


def title_line(text: RichText | str | None) -> list[Node]:
    """Set a small title over what follows, outside of the table of contents."""
    inlines = tree.rich(text) if isinstance(text, RichText) else tree.words(text or "")
    return [tree.division([tree.paragraph(inlines)], "Minor Heading")] if inlines else []
