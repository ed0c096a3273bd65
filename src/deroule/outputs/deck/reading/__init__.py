"""Reading decks, anyone's: parts in the order shown, colours as they are seen, what placeholders inherit."""

from deroule.outputs.deck.reading.opened import OpenedDeck, open_deck

__all__ = ["OpenedDeck", "open_deck"]
