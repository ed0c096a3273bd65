"""Which accent a sequence wears: the house colour for what is not numbered, then one a numbered sequence, in order.

A version that leaves sequences out numbers the others anew, and they keep the colours that they have everywhere else.
"""

from __future__ import annotations

from deroule.model.event import Event, Sequence

HOUSE = 1
"""The accent of the house: cover, introduction, end."""
OTHERS = 5
"""Accents left for numbered sequences; they come round again beyond."""


def accent_of(one: Sequence, event: Event) -> int:
    """Give the accent of a sequence in the event's own look, 1 to 6."""
    if one.number is None:
        return HOUSE
    return 2 + ((one.rank or one.number) - 1) % OTHERS


def accent_of_guest() -> int:
    """A guest's sequence wears the first accent of the guest's brand."""
    return HOUSE
