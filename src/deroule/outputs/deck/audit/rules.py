"""The table of rules: those of a whole deck, those of each slide, in the order in which they are told."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from deroule.diagnostics import Diagnostic
from deroule.outputs.deck.audit.descriptions import described
from deroule.outputs.deck.audit.document import captions, sections, title_of_document, unique_titles
from deroule.outputs.deck.audit.legibility import contrast_of_texts
from deroule.outputs.deck.audit.order import reading_order
from deroule.outputs.deck.audit.place import Place
from deroule.outputs.deck.audit.tables import headers, merged_cells
from deroule.outputs.deck.audit.words import languages, leftovers, links, titled
from deroule.outputs.deck.reading import OpenedDeck, ShownSlide

DECK_RULES: tuple[Callable[[OpenedDeck, Place], Iterator[Diagnostic]], ...] = (
    title_of_document,
    sections,
    unique_titles,
)
SLIDE_RULES: tuple[Callable[[ShownSlide, Place], Iterator[Diagnostic]], ...] = (
    titled,
    leftovers,
    described,
    captions,
    headers,
    merged_cells,
    contrast_of_texts,
    reading_order,
    languages,
    links,
)
