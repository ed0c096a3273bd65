"""Words as they are compared: one form for accents, elisions, plurals and feminines; the browser applies the same rules.

The rules are data: `RULES` is written into the index, and `style/search-engine.js` does with them what is done here.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from itertools import chain
from typing import Any


def _listed(words: str) -> list[str]:
    return words.split()


RULES: dict[str, Any] = {
    "elided": "l|d|j|m|n|s|t|c|qu|jusqu|lorsqu|puisqu|quoiqu|presqu|quelqu",
    "stop": _listed(
        "a ai au aux avec ce ces cet cette dans de des du elle elles en es est et eu il ils je la le les leur leurs lui "
        "ma mais me mes moi mon ne nos notre nous on ont ou par pas pour qu quand que quel quelle quelles quels qui sa "
        "sans se ses si son sont sous sur ta te tes toi ton tu un une vos votre vous y "
        "an and are as at be by for from in is it its of or that the this to was with you your"
    ),
    "endings": [["eaux", "eau", 1], ["aux", "al", 3], ["ss", "ss", 1], ["s", "", 3], ["x", "", 3]],
    "feminines": [
        ["trice", "teur", 3], ["ienne", "ien", 2], ["iere", "ier", 2], ["elle", "el", 3], ["euse", "eu", 3],
        ["ive", "if", 3], ["nne", "n", 2], ["ee", "", 3], ["e", "", 3],
    ],
    "whole": _listed("commune porte poste mine course entree annee duree journee idee matinee soiree"),
    "family": _listed(
        "ement ment ation ition tion ion ateur iteur eur atif if er ier ir ant ent anc enc ag al el iqu ist ism abl "
        "ibl it ert oir air ur"
    ),
}  # fmt: skip
"""The rules. Endings: what a word ends with, what stands there instead, how many letters must come before. Of
`endings`, then of `feminines`, the first that fits is applied. `family`: endings by which words of one family differ. `whole`: words
whose last letters are no feminine: a commune is none of the commons."""

_STOP, _WHOLE = frozenset(RULES["stop"]), frozenset(RULES["whole"])
_ELIDED = re.compile(rf"\b(?:{RULES['elided']})'")
_ACCENT = re.compile(r"[\u0300-\u036f]+")
_WORD = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_THOUSANDS = re.compile(r"(?<![0-9.,])([0-9]{1,3}(?:[ .,][0-9]{3})+)(?![0-9])")
_DIGIT = re.compile("[0-9]")
_PARTED = re.compile(r"[0-9][ .,][0-9]")
"""What large numbers in parts hold: looked for first, since most texts have none."""


def fold(text: str) -> str:
    """Bring a text to small letters without accents, œ as oe, one apostrophe, no elided article, one kind of hyphen,
    and large numbers to one piece: 12 000, 12.000 and 12000 are the same."""
    text = text.lower().replace("œ", "oe").replace("æ", "ae").replace("’", "'").replace("ʼ", "'")
    plain = text if text.isascii() else _ACCENT.sub("", unicodedata.normalize("NFKD", text))
    plain = plain.replace("‐", "-").replace("\u2011", "-").replace("\u00ad", "")
    plain = _ELIDED.sub(" ", plain) if "'" in plain else plain
    return _THOUSANDS.sub(lambda found: re.sub("[ .,]", "", found[1]), plain) if _PARTED.search(plain) else plain


def words(text: str) -> list[str]:
    """Give the stems of a text in order. What people also write together is given together too: coop, ere43."""
    folded = fold(text)
    whole = _WORD.findall(folded)
    if _DIGIT.search(folded) is None:
        return list(chain.from_iterable(map(_stems, whole)))
    found = list[str]()
    last = ""
    for word in whole:
        if word[0] < "a" and last.isalpha() and word.isdigit():
            found.append(last + word)
        found += _stems(word)
        last = word
    return found


@functools.lru_cache(100_000)
def _stems(word: str) -> tuple[str, ...]:
    parts = word.split("-")
    joined = (stem("".join(parts)),) if len(parts) > 1 else ()
    return (*(stem(part) for part in parts if part not in _STOP), *joined)


def stem(word: str) -> str:
    """Give a folded word without the marks of its plural and its feminine."""
    singular = _applied(word, RULES["endings"])
    return singular if singular in _WHOLE else _applied(singular, RULES["feminines"])


def _applied(word: str, rules: list[list[Any]]) -> str:
    for ending, instead, before in rules:
        if word.endswith(ending) and len(word) - len(ending) >= before:
            return word[: len(word) - len(ending)] + str(instead)
    return word
