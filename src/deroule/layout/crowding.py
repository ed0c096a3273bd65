"""Whether the texts of a page in one piece stand on the page and clear of each other."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from deroule.layout.page import Box, PageItem, TextShape
from deroule.model.theme import Theme

TOLERANCE = 12_700
"""EMU, a point: rounding of lengths."""


def crowded(items: Sequence[PageItem], theme: Theme) -> bool:
    """Tell whether a text leaves the page or reaches into another; areas hold texts, ornaments stand behind them."""
    texts = [item.box for item in items if isinstance(item, TextShape) and _says(item)]
    page = Box(-TOLERANCE, -TOLERANCE, theme.width + 2 * TOLERANCE, theme.height + 2 * TOLERANCE)
    return _outside(texts, page) or _over(texts)


def _says(item: TextShape) -> bool:
    return bool(item.paragraphs) and item.fill is None and not item.decorative


def _outside(texts: Sequence[Box], page: Box) -> bool:
    return any(one.x < page.x or one.y < page.y or one.right > page.right or one.bottom > page.bottom for one in texts)


def _over(texts: Sequence[Box]) -> bool:
    return any(
        min(one.right, other.right) - max(one.x, other.x) > TOLERANCE
        and min(one.bottom, other.bottom) - max(one.y, other.y) > TOLERANCE
        for one, other in combinations(texts, 2)
    )
