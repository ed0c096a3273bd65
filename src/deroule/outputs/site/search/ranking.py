"""Weighs how much a word tells about a passage: in its heading most, then in its page's title and themes, then in its text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

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
    whole: Counter[str] = Counter()
    for text in texts:
        whole.update(text)
    for position, (passage, text) in enumerate(zip(page.passages, texts, strict=True)):
        weights: Counter[str] = Counter()
        if position == 0:
            _add_text(weights, whole, _WHOLE_PAGE)
            _add_each(weights, themes, _THEME)
        else:
            _add_each(weights, title, _TITLE / (1 + len(title) / 8))
        _add_text(weights, text, _MEANING if passage.kind == "glossary" else _TEXT)
        heading = words(passage.heading)
        most = _SAID_UNDER if passage.kind == "transcript" else _HEADING if position else _PAGE
        _add_each(weights, heading, most / (1 + len(heading) / 6))
        yield {word: min(HIGHEST, int(weight + 0.5) or 1) for word, weight in weights.items()}


def _add_each(weights: Counter[str], told: Sequence[str] | Counter[str], weight: float) -> None:
    for word in set(told):
        weights[word] += weight  # type: ignore[assignment]


def _add_text(weights: Counter[str], text: Counter[str], most: float) -> None:
    """Add what a text tells: more for a word said often, less in a long text (Okapi BM25's curve)."""
    length = 0.4 + 0.6 * text.total() / _USUAL_LENGTH
    for word, count in text.items():
        weights[word] += most * count / (count + 1.2 * length)  # type: ignore[assignment]
