"""What a deck tells of itself beside its slides: properties, sections, and where its programme stands."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from deroule.outputs.deck.speaking import Said


@dataclass(frozen=True, slots=True)
class DeckFacts:
    """Properties and sections. `identity` names the deck in the GUIDs of its sections, which never change with words."""

    identity: str
    title: str
    author: str = ""
    subject: str = ""
    keywords: tuple[str, ...] = ()
    category: str = ""
    description: str = ""
    language: str = "fr"
    created: dt.datetime = dt.datetime(2000, 1, 1)
    sections: dict[str, str] = field(default_factory=dict)
    """Titles of sequences by id: PowerPoint's sections, in the order of the pages."""
    said: dict[str, Said] = field(default_factory=dict)
    """Notes by slide id, with their marks and their time; the pages' own plain ones when left out."""
    opening: str = "Ouverture"
    ending: str = "Fin"
    """Names of the sections that hold the pages before the first and after the last sequence."""
