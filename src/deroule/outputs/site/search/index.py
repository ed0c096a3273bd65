"""Writes the index as many small scripts, so that a search loads the few that it needs, from a server or a folder alike.

manifest.js  the rules, the years and themes, and with which letters each stretch of words begins
w<n>.js      a stretch of the sorted words, each with the number of passages that hold it, and where its lists are cut
p<n>-<m>.js  for some words of the stretch n: the passages that hold each, by weight
m<n>.js      for a word of many passages: those of the lower weights, in one or two parts
e<n>.js      six passages, of very many three: address, heading, text, language
f<n>.js      for a kind, a year or a theme: the passages of it
"""

from __future__ import annotations

import hashlib
import json
from array import array
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from itertools import count as count_from
from pathlib import Path
from typing import Any

from deroule.alphabet import alphabetical
from deroule.outputs.site.search.facts import KINDS, PageFacts
from deroule.outputs.site.search.folding import RULES
from deroule.outputs.site.search.packing import pack_ascending, pack_number, pack_runs, pack_words
from deroule.outputs.site.search.passages import PageRead
from deroule.outputs.site.search.ranking import HIGHEST, weigh_page

FOLDER = "search"
_WORDS, _LISTS = 6_000, 4_000
"""How many letters of words, and signs of lists, a part holds at most: small enough to be quick, large enough to be few."""
_ENTRIES, _ENTRIES_OF_MANY, _MANY = 6, 3, 10_000
"""Passages a part. Of few, several results often stand in one; of many, each of the first three needs a part of its own."""
_SHOWN = 600
"""How much of a passage's text a result may show a piece of."""
_FIRST = 4_000
"""Of a word of more passages than this, the weightiest are mostly loaded alone; of a word that stands alone in a query, only
those of them that a part holds are needed for the first results."""

Postings = dict[int, list[int]]
"""Numbers of passages by weight."""
_WEIGHT_BITS = 5


@dataclass(frozen=True, slots=True)
class Weighed:
    """A passage as the index keeps it: what a result tells of it, and how much each word tells about it."""

    told: tuple[Any, ...]
    kind: str
    year: str
    themes: tuple[str, ...]
    weights: Mapping[str, int]


def weighed(page: PageRead) -> list[Weighed]:
    """Weigh the passages of a page."""
    found = []
    for passage, weights in zip(page.passages, weigh_page(page), strict=True):
        whole = passage is page.passages[0]
        text = " ".join(one.text for one in page.passages[:9]) if whole else passage.text
        told = (
            passage.address, passage.heading, "" if whole else page.title, KINDS.index(passage.kind), page.facts.year,
            _shortened(text), page.language,
        )  # fmt: skip
        found.append(Weighed(told, passage.kind, page.facts.year, page.facts.themes, weights))
    return found


def as_text(passages: Iterable[Weighed]) -> str:
    """Write weighed passages, to be kept: weights as one sign each, as they are many."""
    return json.dumps(
        [
            (
                one.told,
                one.kind,
                one.year,
                one.themes,
                " ".join(one.weights),
                bytes(one.weights.values()).translate(_SIGNED).decode(),
            )
            for one in passages
        ],
        ensure_ascii=False,
    )


def from_text(kept: str) -> list[Weighed]:
    """Read what `as_text` wrote."""
    return [
        Weighed(
            tuple(told),
            kind,
            year,
            tuple(themes),
            dict(zip(words.split(), signs.encode().translate(_PLAIN), strict=True)),
        )
        for told, kind, year, themes, words, signs in json.loads(kept)
    ]


_SIGNED = bytes((number + 64) % 256 for number in range(256))
_PLAIN = bytes((number - 64) % 256 for number in range(256))
"""Weights as printable signs, and back."""


def order(facts: PageFacts, address: str) -> tuple[int, str, str]:
    """Put pages of one kind and year together, so that what filters keep are few long runs."""
    return (KINDS.index(facts.kind), facts.year, address)


class Index:
    """The index while it grows, passage after passage. Given in the same order, the same pages give the same files."""

    def __init__(self) -> None:
        self._entries: list[_Entry] = []
        self._postings: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))

    def add(self, passages: Iterable[Weighed]) -> None:
        """Add the passages of a page."""
        postings = self._postings
        for one in passages:
            number = len(self._entries) << _WEIGHT_BITS
            for word, weight in one.weights.items():
                postings[word].append(number | weight)
            self._entries.append(_Entry(one.told, one.kind, one.year, one.themes))

    def write(self, site: Path) -> None:
        """Write the index into the site's folder of it."""
        parts, manifest = _parts(self._entries, self._postings)
        told = {name: _as_json(payload) for name, payload in {**parts, "manifest": manifest}.items()}
        version = hashlib.blake2b("\n".join(told.values()).encode(), digest_size=6).hexdigest()
        folder = site / FOLDER
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in told.items():
            (folder / f"{name}.js").write_bytes(f'derouleSearch("{name}","{version}",{data});\n'.encode())


def write_index(pages: Iterable[PageRead], site: Path) -> None:
    """Write the index of pages that are at hand, in whatever order. The same pages give the same files."""
    index = Index()
    for page in sorted(pages, key=lambda one: order(one.facts, one.passages[0].address)):
        index.add(weighed(page))
    index.write(site)


@dataclass(frozen=True, slots=True)
class _Entry:
    told: tuple[Any, ...]
    kind: str
    year: str
    themes: tuple[str, ...]


def _as_json(payload: Any) -> str:
    return json.dumps(payload, ensure_ascii=False, separators=(",", ":")).replace("\u2028", "").replace("\u2029", "")


def _shortened(text: str) -> str:
    return text if len(text) <= _SHOWN else text[:_SHOWN].rpartition(" ")[0] + " …"


def _parts(entries: list[_Entry], postings: Mapping[str, array[int]]) -> tuple[dict[str, Any], dict[str, Any]]:
    parts: dict[str, Any] = {}
    words = sorted(postings)
    counts = [len(postings[word]) for word in words]
    packed: list[str] = []
    more: dict[str, list[int]] = {}
    numbers = count_from()
    for word, count in zip(words, counts, strict=True):
        first, *others = _tiers(_by_weight(postings[word]), count)
        for tier in others:
            number = next(numbers)
            more.setdefault(word, []).append(number)
            parts[f"m{number}"] = tier
        packed.append(first)
    stretches = list(_stretches(words))
    for number, (start, end) in enumerate(stretches):
        cuts = list(_cut([len(one) + 1 for one in packed[start:end]]))
        for place, (first_list, last_list) in enumerate(cuts):
            parts[f"p{number}-{place}"] = " ".join(packed[start + first_list : start + last_list])
        beyond = {word: more[word] for word in words[start:end] if word in more}
        told = pack_words(words[start:end]), "".join(map(pack_number, counts[start:end]))
        parts[f"w{number}"] = [*told, pack_ascending(first_list for first_list, _ in cuts), beyond]
    size = _ENTRIES if len(entries) <= _MANY else _ENTRIES_OF_MANY
    for number, start in enumerate(range(0, len(entries), size)):
        parts[f"e{number}"] = [entry.told for entry in entries[start : start + size]]
    filters = _filters(entries)
    for number, kept in enumerate(filters.values()):
        parts[f"f{number}"] = pack_runs(kept)
    manifest = {
        "rules": RULES,
        "kinds": list(KINDS),
        "passages": len(entries),
        "entries": size,
        "highest": HIGHEST,
        "words": " ".join(_beginning(words, start) for start, _ in stretches),
        "filters": [list(name) for name in filters],
    }
    return parts, manifest


def _by_weight(packed: array[int]) -> Postings:
    found: Postings = {}
    for one in packed:
        weight = one & HIGHEST
        if weight in found:
            found[weight].append(one >> _WEIGHT_BITS)
        else:
            found[weight] = [one >> _WEIGHT_BITS]
    return found


def _tiers(postings: Postings, count: int) -> list[str]:
    """Pack a word's passages, the weightiest apart from the others when there are many."""
    first, rest = _parted(postings, _FIRST)
    packed = _pack_postings(first)
    if len(packed) <= _LISTS:
        return [packed]
    alone = min(count, _FIRST) * _LISTS * 4 // (5 * len(packed))  # the weightiest are further apart and take more signs
    tiers = (*_parted(first, alone), rest)
    return [_pack_postings(tier) for tier in tiers if tier]


def _parted(postings: Postings, most: int) -> tuple[Postings, Postings]:
    first: Postings = {}
    rest: Postings = {}
    for weight in sorted(postings, reverse=True):
        numbers = postings[weight]
        if most > 0:
            first[weight] = numbers[:most]
        if len(numbers) > max(most, 0):
            rest[weight] = numbers[max(most, 0) :]
        most -= len(numbers)
    return first, rest


def _pack_postings(postings: Postings) -> str:
    """Write weight, count, numbers; weight, count, numbers; the weightiest first."""
    return "".join(
        pack_number(weight) + pack_number(len(numbers)) + pack_ascending(numbers)
        for weight, numbers in sorted(postings.items(), reverse=True)
    )


def _stretches(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Cut sorted words where the first letters change, as far as parts keep their size: words that begin alike stay together."""
    letters = [0, *accumulate(map(len, words))]
    start = 0
    while start + 1 < len(words) and letters[-1] - letters[start] > _WORDS:
        latest = max(bisect_right(letters, letters[start] + _WORDS) - 1, start + 1)
        soonest = max(bisect_right(letters, letters[start] + _WORDS // 2) - 1, start + 1)
        end = min(range(soonest, latest + 1), key=lambda place: (len(_beginning(words, place)), -place))
        yield start, end
        start = end
    if start < len(words):
        yield start, len(words)


def _beginning(words: Sequence[str], place: int) -> str:
    """Give the fewest letters that part a word from the one before."""
    before, word = words[place - 1] if place else "", words[place]
    shared = 0
    while shared < min(len(before), len(word)) and before[shared] == word[shared]:
        shared += 1
    return word[: shared + 1]


def _cut(sizes: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Cut a sequence into stretches of at most the size of a part of lists."""
    start = held = 0
    for position, size in enumerate(sizes):
        if held and held + size > _LISTS:
            yield start, position
            start, held = position, 0
        held += size
    if start < len(sizes):
        yield start, len(sizes)


def _filters(entries: list[_Entry]) -> dict[tuple[str, str], list[int]]:
    """Give the passages of each kind in the order of kinds, then of each year, latest first, then of each theme."""
    found: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for number, entry in enumerate(entries):
        found["kind", entry.kind].append(number)
        if entry.year:
            found["year", entry.year].append(number)
        for theme in entry.themes:
            found["theme", theme].append(number)
    kinds = [("kind", kind) for kind in KINDS if ("kind", kind) in found]
    years = sorted((name for name in found if name[0] == "year"), reverse=True)
    themes = sorted((name for name in found if name[0] == "theme"), key=lambda name: alphabetical(name[1]))
    return {name: found[name] for name in (*kinds, *years, *themes)}
