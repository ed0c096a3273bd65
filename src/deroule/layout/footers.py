"""Footers that keep to one line of the place that a theme or a template gives them."""

from __future__ import annotations

from collections.abc import Sequence

from deroule.layout.measure import run_width
from deroule.layout.page import EMU_PER_POINT, Colour, TextRun
from deroule.model.theme import Theme

ELLIPSIS = "…"


def own_width(theme: Theme) -> int:
    """Give the width of the footer of a theme that wears no template: the number stands beyond it."""
    return (theme.width - theme.measures.get("margin-left", 0) - theme.measures.get("margin-right", 0)) * 3 // 4


def shortened(theme: Theme, wordings: Sequence[str], size: float, width: int) -> str:
    """Give the first wording that fits a line of `width` EMU; the last one cut at a word when none does."""
    room = width / EMU_PER_POINT * (1 - theme.width_margin)
    fitting = (words for words in wordings if _width(theme, words, size) <= room)
    whole = next(fitting, None)
    if whole is not None:
        return whole
    words = wordings[-1].split(" ")
    for count in range(len(words) - 1, 0, -1):
        tried = " ".join(words[:count]).rstrip(" ,;:–-·") + ELLIPSIS
        if _width(theme, tried, size) <= room:
            return tried
    return ""


def _width(theme: Theme, words: str, size: float) -> float:
    run = TextRun(words, size, Colour("muted"))
    return run_width(theme, run, words)
