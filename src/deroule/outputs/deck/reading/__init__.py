"""Reading decks, anyone's: parts in the order shown, colours as they are seen, what placeholders inherit."""

from deroule.outputs.deck.reading.opened import OpenedDeck, open_deck
from deroule.outputs.deck.reading.shapes import Shape, flat
from deroule.outputs.deck.reading.slides import ShownSlide, shown_slides

__all__ = ["OpenedDeck", "Shape", "ShownSlide", "flat", "open_deck", "shown_slides"]
