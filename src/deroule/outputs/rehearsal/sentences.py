"""Cutting what is said into sentences, and sentences into captions of at most two lines of 42 characters."""

from __future__ import annotations

import re
from functools import cache

LINE = 42
"""Characters a line: what broadcasters allow, and what stays readable on a telephone."""
_END = re.compile(r"[.!?…]+(?:[\u00a0\u202f]?[»”\")\]])*(?=\s+\S)")
_SHORT_FORMS = frozenset(
    {"m", "mm", "mme", "mlle", "dr", "pr", "st", "ste", "p", "pp", "cf", "art", "vol", "fig", "ex", "env", "av", "apr",
     "mr", "mrs", "ms", "e.g", "i.e", "no", "vs", "approx"}
)  # fmt: skip
"""Written with a full stop that ends no sentence."""
_PAUSES = (",", ";", ":", "–", "—", ")", "»", "”")


def sentences(paragraph: str) -> tuple[str, ...]:
    """Cut a paragraph into sentences. A full stop after an initial or a short form (`M.`, `p.`) ends none."""
    text = re.sub(r"[ \t\r\n]+", " ", paragraph).strip()
    found, begun = [], 0
    for stop in _END.finditer(text):
        word = re.split(r"[\s'’(«“\u00a0]", text[begun : stop.start()])[-1]
        following = text[stop.end() :].lstrip()[:1]
        is_short = stop.group() == "." and (word.lower() in _SHORT_FORMS or (len(word) == 1 and word.isupper()))
        if is_short or following.islower():
            continue
        found.append(text[begun : stop.end()].strip())
        begun = stop.end()
    found.append(text[begun:].strip())
    return tuple(one for one in found if one)


def captions(sentence: str) -> tuple[str, ...]:
    """Cut a sentence into captions, each of one or two lines; as few as possible, preferably where a voice pauses."""
    words = [piece for word in sentence.split(" ") if word for piece in _pieces(word)]

    @cache
    def best(start: int) -> tuple[float, tuple[int, ...]]:
        if start == len(words):
            return 0.0, ()
        found: tuple[float, tuple[int, ...]] = (float("inf"), ())
        for end in range(start + 1, len(words) + 1):
            shown = lines_of(words[start:end])
            if shown is None:
                break
            cost, breaks = best(end)
            filled = len(" ".join(words[start:end])) / (2 * LINE)
            pause = 0.0 if end == len(words) or words[end - 1].endswith(_PAUSES) else 0.3
            cost += 1 + (1 - filled) ** 2 * 0.6 + pause
            found = min(found, (cost, (end, *breaks)))
        return found

    made, begun = [], 0
    for end in best(0)[1]:
        made.append("\n".join(lines_of(words[begun:end]) or ()))
        begun = end
    return tuple(made)


def lines_of(words: list[str]) -> tuple[str, ...] | None:
    """Set words in one line, or in two of about the same length; nothing when they do not fit."""
    whole = " ".join(words)
    if len(whole) <= LINE:
        return (whole,)
    found: list[tuple[float, tuple[str, str]]] = []
    for cut in range(1, len(words)):
        first, second = " ".join(words[:cut]), " ".join(words[cut:])
        if len(first) <= LINE and len(second) <= LINE:
            pause = -6 if words[cut - 1].endswith(_PAUSES) else 0
            found.append((abs(len(first) - len(second)) + pause, (first, second)))
    return min(found)[1] if found else None


def _pieces(word: str) -> list[str]:
    """Break a word that is wider than a line (an address) by force."""
    return [word[at : at + LINE] for at in range(0, len(word), LINE)]
