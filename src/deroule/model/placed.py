"""The base of every type that a trainer can write: frozen, strict about keys, and aware of where it was written."""

from __future__ import annotations

from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, PrivateAttr

from deroule.span import Span


class Placed(BaseModel):
    """A mapping of the source language.

    The place is set by the source room after validation and stays outside equality, so that two
    documents that say the same are the same wherever they stand.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, hide_input_in_errors=True)

    main: ClassVar[str | None] = None
    """The field that a bare scalar or list fills when the author does not write a mapping."""

    _span: Span | None = PrivateAttr(default=None)
    _spans: dict[str, Span] = PrivateAttr(default_factory=dict)

    @property
    def span(self) -> Span | None:
        """Where this was written; nothing for what the tool made itself."""
        return self._span

    def span_of(self, field: str) -> Span | None:
        """Where the value of `field` was written, or the whole mapping's place where the field was left out."""
        return self._spans.get(field, self._span)

    def span_in(self, field: str, place: int | str) -> Span | None:
        """Where the entry at `place` of the list, or of the keys, in `field` was written."""
        return self._spans.get(f"{field}/{place}") or self.span_of(field)

    def place_at(self, span: Span | None, spans: dict[str, Span] | None = None) -> None:
        """Note where this was written. For the source room alone, once, right after validation."""
        self._span = span
        self._spans = spans or {}

    def __eq__(self, other: Any) -> bool:
        return type(self) is type(other) and self.__dict__ == other.__dict__

    def __hash__(self) -> int:
        return hash((type(self), tuple(self.__dict__.values())))
