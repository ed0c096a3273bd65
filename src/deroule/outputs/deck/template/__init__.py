"""Corporate templates: read by the types and places of their layouts, turned into themes, and grafted into decks."""

from deroule.outputs.deck.template.dressing import dress

__all__ = ["dress"]
