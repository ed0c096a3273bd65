"""A page at another size: every length and every type size by one factor, so that what was measured still fits."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any

from deroule.layout.page import (
    Box,
    ChartBox,
    ChartNumber,
    Connector,
    Paragraph,
    SlidePage,
    Stroke,
    TableBox,
    TextRun,
    TextShape,
)

_LENGTHS: dict[type, tuple[str, ...]] = {
    Box: ("x", "y", "width", "height"),
    ChartNumber: ("aside", "down"),
    Connector: ("x1", "y1", "x2", "y2"),
    Paragraph: ("indent", "margin"),
    Stroke: ("width",),
    TableBox: ("widths", "heights", "cell_insets"),
    TextShape: ("insets",),
}
_POINTS: dict[type, tuple[str, ...]] = {
    TextRun: ("size",),
    Paragraph: ("space_before",),
    ChartBox: ("text_size",),
}


def scaled(page: SlidePage, factor: float) -> SlidePage:
    """Give the page with all its lengths multiplied."""
    return page if factor == 1.0 else replace(page, items=tuple(_scaled(item, factor) for item in page.items))


def _scaled(value: Any, factor: float) -> Any:
    kind = type(value)
    if isinstance(value, tuple):
        return tuple(_scaled(one, factor) for one in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changes: dict[str, Any] = {}
    for name in _names(kind):
        one = getattr(value, name)
        if name in _LENGTHS.get(kind, ()):
            changes[name] = (
                tuple(round(each * factor) for each in one) if isinstance(one, tuple) else round(one * factor)
            )
        elif name in _POINTS.get(kind, ()):
            # Whole hundredths of a point, rounded down: a text may be a hair smaller than measured, never larger.
            changes[name] = int(one * factor * 100 + 1e-6) / 100
        elif isinstance(one, tuple) or is_dataclass(one):
            changes[name] = _scaled(one, factor)
    return replace(value, **changes) if changes else value


_known: dict[type, tuple[str, ...]] = {}


def _names(kind: Any) -> tuple[str, ...]:
    if kind not in _known:
        _known[kind] = tuple(field.name for field in fields(kind))
    return _known[kind]
