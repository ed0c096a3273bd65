"""Weighs how much a word tells about a passage: in its heading most, then in its page's title and themes, then in its text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from deroule.outputs.site.search.folding import words
from deroule.outputs.site.search.passages import PageRead

HIGHEST = 31
"""Weights are whole numbers from 1 to this; they fit one sign of the index."""
_PAGE, _HEADING, _TITLE, _THEME, _TEXT = 22.0, 18.0, 4.0, 5.0, 7.0
_WHOLE_PAGE, _MEANING = 2.0, 12.0
_SAID_UNDER = 3.0
"""A heading over a stretch of a transcript: what is said there leads to the moment, the slide answers for its title."""
_USUAL_LENGTH = 80.0


def weigh_page(page: PageRead) -> Iterator[dict[str, int]]:
    """Give the weights of each passage's words. The page's own passage also answers, faintly, for all that it holds."""
    title = words(page.title)
    themes = Counter(word for theme in (*page.facts.themes, page.facts.also) for word in words(theme))
    texts = [Counter(words(passage.text)) for passage in page.passages]
    whole: dict[str, int] = {}
    for text in texts:
        for word, count in text.items():
            whole[word] = whole.get(word, 0) + count
    for position, (passage, text) in enumerate(zip(page.passages, texts, strict=True)):
        weights: dict[str, float] = {}
        if position == 0:
            _add_text(weights, whole, _WHOLE_PAGE)
            _add_each(weights, themes, _THEME)
        else:
            _add_each(weights, title, _TITLE / (1 + len(title) / 8))
        _add_text(weights, text, _MEANING if passage.kind == "glossary" else _TEXT)
        heading = words(passage.heading)
        most = _SAID_UNDER if passage.kind == "transcript" else _HEADING if position else _PAGE
        _add_each(weights, heading, most / (1 + len(heading) / 6))
        # Rounded to the nearest, at least 1 and at most HIGHEST, without a call a word.
        yield {
            word: 1 if weight < 1.5 else int(weight + 0.5) if weight < HIGHEST else HIGHEST
            for word, weight in weights.items()
        }


def _add_each(weights: dict[str, float], told: Iterable[str], weight: float) -> None:
    for word in set(told):
        weights[word] = weights.get(word, 0) + weight


def _add_text(weights: dict[str, float], text: Mapping[str, int], most: float) -> None:
    """Add what a text tells: more for a word said often, less in a long text (Okapi BM25's curve)."""
    length = 1.2 * (0.4 + 0.6 * sum(text.values()) / _USUAL_LENGTH)
    once = most / (1 + length)
    for word, count in text.items():
        told = once if count == 1 else most * count / (count + length)
        weights[word] = weights.get(word, 0) + told
