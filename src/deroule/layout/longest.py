"""Where the longest text of a block was written: the line to shorten when the block does not fit."""

from __future__ import annotations

from collections.abc import Iterator

from deroule.model.placed import Placed
from deroule.model.richtext import Prose, RichText
from deroule.span import Span

MOST_OF_IT = 0.5
"""Share of an entry's text from which one of its own entries is the one to shorten."""


def longest_place(block: Placed) -> Span | None:
    """Give the place of the longest entry of a block, or of its own text where that is longer."""
    entry = max(_entries(block), key=_length, default=None)
    said = max(type(block).model_fields, key=lambda name: _length(getattr(block, name), entries=False))
    if entry is None or _length(getattr(block, said), entries=False) > _length(entry):
        return block.span_of(said)
    inner = max(map(_length, _entries(entry)), default=0)
    return longest_place(entry) if inner >= MOST_OF_IT * _length(entry) else entry.span or block.span


def _entries(block: Placed) -> Iterator[Placed]:
    """Give the mappings right inside of one, those in lists and lists of lists included."""
    for name in type(block).model_fields:
        yield from _placed(getattr(block, name))


def _placed(value: object) -> Iterator[Placed]:
    if isinstance(value, Placed):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _placed(one)


def _length(value: object, *, entries: bool = True) -> int:
    """Tell how many letters are shown of a text, a list or a mapping, with or without those of mappings inside."""
    if isinstance(value, RichText | Prose):
        return len(value.plain)
    if isinstance(value, tuple):
        return sum(_length(one, entries=entries) for one in value)
    if isinstance(value, Placed):
        return sum(_length(getattr(value, name)) for name in type(value).model_fields) if entries else 0
    return len(value) if isinstance(value, str) else 0
