"""How alike two slides' texts are: the words that they share, rare ones counting more."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence

from deroule.source.after.voices import level

_WORD = re.compile(r"[^\W_]+")


class TextIndex:
    """Scores a text against a fixed list of texts."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._bags = [bag(text) for text in texts]
        held = Counter(word for one in self._bags for word in one)
        count = max(1, len(texts))
        # A word on every slide (a footer, the event's name) tells nothing; one on a single slide tells most.
        self._weights = {word: math.log((count + 1) / (many + 0.5)) for word, many in held.items()}
        self._unknown = math.log((count + 1) / 0.5)
        self._totals = [self._weight(one) for one in self._bags]

    def scores(self, text: str) -> list[float]:
        """Give how alike `text` is to each text, from 0 to 1."""
        wanted = bag(text)
        total = self._weight(wanted)
        made = []
        for one, own in zip(self._bags, self._totals, strict=True):
            shared = sum(self._of(word) * min(many, one[word]) for word, many in wanted.items() if word in one)
            made.append(2 * shared / (total + own) if total + own > 0 else 0.0)
        return made

    def _of(self, word: str) -> float:
        return max(0.01, self._weights.get(word, self._unknown))

    def _weight(self, words: Counter[str]) -> float:
        return sum(self._of(word) * many for word, many in words.items())


def bag(text: str) -> Counter[str]:
    """Give the words of a text, case and accents folded."""
    return Counter(_WORD.findall(level(text).casefold()))
