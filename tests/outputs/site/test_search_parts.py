"""The index of a large site is cut so that a query needs few parts of it, and the first results fewer still."""

from __future__ import annotations

import random
from importlib import resources
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from deroule.outputs.site.search import index as indexing
from deroule.outputs.site.search.facts import PageFacts
from deroule.outputs.site.search.index import write_index
from deroule.outputs.site.search.passages import PageRead, Passage

WORDS = [
    "".join(letters)
    for chance in [random.Random(1)]
    for letters in (
        [chance.choice("bcdmt") + chance.choice("aeiou") for _ in range(chance.randint(2, 4))] for _ in range(900)
    )
]
QUERIES = ["ta", "tac", "tamo", "co", "bideb", "mutia", "tamo co", "bobi duco"]
"""Beginnings of words, and words misspelt, of which the index holds many that come near."""
WHOLE = [f"{word} " for word in WORDS[:20]]

_FRAME = (
    '<!doctype html><html lang="fr"><meta charset="utf-8"><body><nav class="md-header__inner"></nav>'
    '<script src="style/search.js"></script></body></html>'
)
_ASKED = """async (query) => {
  const found = await window.derouleEngine.find(query), whole = found.whole ? await found.whole() : found;
  const told = async (one, end) => (await one.take(0, end)).map((entry) => entry.address);
  return { soon: await told(found, 3), whole: await told(whole, whole.count), count: whole.count, steps: found.whole ? 2 : 1 };
}"""


def site_of(folder: Path) -> Path:
    """Write a site of a search box alone, and an index of 300 pages of invented words."""
    chance = random.Random(2)
    pages = [
        PageRead(title, "fr", PageFacts("sheet"), (Passage(f"{number}.html", title, "sheet", " ".join(text)),))
        for number in range(300)
        for title, *text in [chance.choices(WORDS, k=30)]
    ]
    write_index(pages, folder)
    (folder / "style").mkdir()
    for script in ("search.js", "search-engine.js"):
        written = resources.files("deroule.outputs.site") / "style" / script
        (folder / "style" / script).write_bytes(written.read_bytes())
    (folder / "index.html").write_text(_FRAME, "utf-8")
    return folder


@pytest.fixture
def cut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site whose parts are so small that its index has as many as that of a very large one."""
    monkeypatch.setattr(indexing, "_WORDS", 300)
    monkeypatch.setattr(indexing, "_LISTS", 20)
    return site_of(tmp_path / "cut")


@pytest.fixture
def whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same site with an index of one part for all words and one for all lists."""
    monkeypatch.setattr(indexing, "_WORDS", 1_000_000)
    monkeypatch.setattr(indexing, "_LISTS", 1_000_000)
    return site_of(tmp_path / "whole")


def test_words_are_cut_where_their_first_letters_change(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(indexing, "_WORDS", 20)
    words = ["abac", "abad", "abed", "caca", "cace", "cedo", "daba", "dabe", "dobi"]
    stretches = list(indexing._stretches(words))
    assert [words[start:end] for start, end in stretches] == [words[:3], words[3:6], words[6:]]
    assert [indexing._beginning(words, start) for start, _ in stretches] == ["a", "c", "d"]


@pytest.mark.parametrize("most", [1, 5, 40, 300])
def test_no_word_is_lost_between_parts_nor_a_part_too_large(monkeypatch: pytest.MonkeyPatch, most: int) -> None:
    monkeypatch.setattr(indexing, "_WORDS", most)
    words = sorted(set(WORDS))
    stretches = list(indexing._stretches(words))
    assert stretches[0][0] == 0 and stretches[-1][1] == len(words)
    assert all(one[1] == other[0] for one, other in pairwise(stretches))
    assert all(end - start == 1 or sum(map(len, words[start:end])) <= most for start, end in stretches)


@pytest.mark.slow
@pytest.mark.browser
def test_the_first_results_stay_first_and_all_others_follow(cut: Path, whole: Path, window: Any) -> None:
    """What needs many parts is answered from a few, then in full: as many are found as in an index of one part."""
    page = window.emptied()
    told, right = asked(page, cut), asked(page, whole)
    window.leave()
    assert {one["steps"] for one in right} == {1}
    assert sum(one["steps"] == 2 for one in told) >= 4
    for query, one, other in zip(QUERIES, told, right, strict=True):
        assert one["whole"][:3] == one["soon"], query
        assert len(set(one["whole"])) == one["count"], query
        assert set(one["whole"]) >= set(other["whole"]), query
        assert one["whole"] == other["whole"] or one["steps"] == 2, query


@pytest.mark.slow
@pytest.mark.browser
def test_of_a_word_of_many_passages_the_weightiest_are_told_first(cut: Path, whole: Path, window: Any) -> None:
    page = window.emptied()
    told, right = asked(page, cut, WHOLE), asked(page, whole, WHOLE)
    window.leave()
    assert sum(one["steps"] == 2 for one in told) >= 5
    assert [one["soon"] for one in told] == [one["soon"] for one in right]
    assert [one["whole"] for one in told] == [one["whole"] for one in right]


@pytest.mark.slow
@pytest.mark.browser
def test_of_very_many_passages_a_part_holds_fewer_and_tells_the_same(
    whole: Path, tmp_path: Path, window: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexing, "_MANY", 100)
    many = site_of(tmp_path / "many")
    assert [len(list((site / "search").glob("e*.js"))) for site in (whole, many)] == [50, 100]
    page = window.emptied()
    assert [one["whole"] for one in asked(page, many, WHOLE)] == [one["whole"] for one in asked(page, whole, WHOLE)]
    window.leave()


@pytest.mark.slow
@pytest.mark.browser
def test_how_many_there_are_is_told_when_it_is_known(cut: Path, window: Any) -> None:
    page = window.emptied()
    ((query, told),) = zip(QUERIES[:1], asked(page, cut, QUERIES[:1]), strict=True)
    page.wait_for_function("() => document.querySelectorAll('.d-found li').length === 10")
    assert told["steps"] == 2
    assert page.input_value("#d-search-field") == query
    assert page.inner_text("[role=status]") == f"{told['count']} résultats."
    window.leave()


def asked(page: Page, site: Path, queries: list[str] = QUERIES) -> list[dict[str, Any]]:
    """Ask the engine of a site: what it gives at first, all that it gives in the end, and in how many steps."""
    page.goto((site / "index.html").as_uri())
    page.fill("#d-search-field", queries[0])
    page.wait_for_function("query => document.querySelector('.d-found').dataset.query === query", arg=queries[0])
    return [page.evaluate(_ASKED, query) for query in queries]
