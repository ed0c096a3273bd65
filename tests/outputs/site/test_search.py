"""The search finds what a French reader types, in a page of a server and of a folder, by keyboard, under the policy."""

from __future__ import annotations

import functools
import http.server
import re
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Page

from deroule.outputs.site.search.facts import PageFacts
from deroule.outputs.site.search.folding import fold, stem, words
from deroule.outputs.site.search.index import write_index
from deroule.outputs.site.search.packing import SIGNS, pack_ascending, pack_runs, pack_words
from deroule.outputs.site.search.passages import read_page

QUERIES = [
    tuple(line.split("\t"))
    for line in (Path(__file__).parent / "queries.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(
    ("written", "compared"),
    [
        ("Développement", "developpement"),
        ("l’économie", "economie"),
        ("qu'une SCIC", "une scic"),
        ("mise en œuvre", "mise en oeuvre"),
        ("aujourd'hui", "aujourd'hui"),
        ("co\u2011construit", "co-construit"),
        ("12\u202f000 questions, 1.250.000 € en 2018 100", "12000 questions, 1250000 € en 2018 100"),
        ("le 04 90 05, 15,9 et 1234 567", "le 04 90 05, 15,9 et 1234 567"),
    ],
)
def test_texts_are_brought_to_one_form(written: str, compared: str) -> None:
    assert " ".join(fold(written).split()) == compared


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("coopérative", "coopératives"), ("territorial", "territoriaux"), ("territoriale", "territoriales"), ("lieu", "lieux"),
        ("professionnel", "professionnelles"), ("animateur", "animatrices"), ("associé", "associées"), ("premier", "première"),
        ("réseau", "réseaux"), ("bon", "bonnes"), ("commune", "communes"), ("attentif", "attentives"), ("SCIC", "scics"),
    ],
)  # fmt: skip
def test_numbers_and_genders_compare_equal(one: str, other: str) -> None:
    assert words(one) == words(other)


@pytest.mark.parametrize(
    ("one", "other"), [("commune", "communs"), ("poste", "postal"), ("idée", "id"), ("porte", "port")]
)
def test_words_of_another_meaning_do_not(one: str, other: str) -> None:
    assert words(one) != words(other)


def test_small_words_are_left_out_and_compounds_are_also_one_word() -> None:
    assert words("le savoir-faire des élus") == ["savoir", "fair", "savoirfair", "elu"]
    assert stem("bus") == "bus"
    assert words("ERE 43") == ["ere", "ere43", "43"]


@given(st.lists(st.integers(0, 5000), unique=True).map(sorted))
def test_numbers_are_read_back(numbers: list[int]) -> None:
    assert _ascending(pack_ascending(numbers)) == numbers
    assert _runs(pack_runs(numbers)) == numbers


@given(st.lists(st.text("abcdé09", min_size=1, max_size=80), unique=True).map(sorted))
def test_words_are_read_back(told: list[str]) -> None:
    found, last = [], ""
    for packed in pack_words(told).split(" ") if told else ():
        last = last[: SIGNS.index(packed[0])] + packed[1:]
        found.append(last)
    assert found == told


def test_a_page_is_read_as_places_to_go_to() -> None:
    page = (
        "<html><body><article class='md-content__inner'><nav class='md-tags'>thème</nav><h1 id='t'>Titre<a class="
        "'headerlink' href='#t'>¶</a></h1><p>Début.</p><div><h2 id='un' class='d-slide-title'>Un</h2><p>Texte <b>gras</b>.</p></div><dl>"
        "<dt id='mot'>Mot</dt><dd>Sens</dd></dl><ol><li id='t-5' data-passage='transcript'>Bonjour</li></ol>"
        "<p data-nosearch>non</p></article></body></html>"
    )
    read = read_page(page, "a/b.html", PageFacts("sequence", "2018", (), inside="slide"))
    assert read is not None
    assert [(one.address, one.heading, one.kind, one.text) for one in read.passages] == [
        ("a/b.html", "Titre", "sequence", "Début."),
        ("a/b.html#un", "Un", "slide", "Texte gras. Mot · Sens"),
        ("a/b.html#t-5", "Titre", "transcript", "Bonjour"),
    ]


def test_the_same_pages_give_the_same_index(tmp_path: Path) -> None:
    body = "<body><article class='md-content__inner'><h1>Un</h1><p>Texte \u2028 d’eau</p></article></body>"
    pages = [read_page(body, f"{name}.html", PageFacts("sheet", "2020", ("eau", "air"))) for name in "ab"]
    write_index([one for one in pages if one], tmp_path / "one")
    write_index([one for one in reversed(pages) if one], tmp_path / "two")
    first = {path.name: path.read_bytes() for path in (tmp_path / "one" / "search").iterdir()}
    assert first == {path.name: path.read_bytes() for path in (tmp_path / "two" / "search").iterdir()}
    assert all(text.startswith(b"derouleSearch(") and b"\xe2\x80\xa8" not in text for text in first.values())


@pytest.fixture(scope="module")
def served(built: Path) -> Iterator[str]:
    """The built site on a local port."""
    handler = functools.partial(_Quiet, directory=str(built / "site"))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.parametrize("mode", ["http", "file"])
def test_every_query_finds_its_page_among_the_first_three(built: Path, served: str, chromium, mode: str) -> None:
    base = served if mode == "http" else (built / "site").as_uri() + "/"
    context = chromium.new_context()
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda fault: said.append(str(fault)))
    page.goto(base + "a-propos.html")
    missed = []
    for query, wanted, tried in QUERIES:
        firsts = _firsts(page, query, base)
        if not any(one.startswith(tuple(wanted.split("|"))) for one in firsts):
            missed.append((query, tried, firsts))
    assert len(QUERIES) >= 60
    assert missed == []
    assert said == []
    context.close()


@pytest.mark.slow
@pytest.mark.browser
def test_the_box_is_used_by_keyboard_and_says_how_many(built: Path, chromium) -> None:
    context = chromium.new_context()
    page = context.new_page()
    page.goto((built / "site" / "index.html").as_uri())
    page.keyboard.press("Control+k")
    page.keyboard.type("gouvernance")
    page.wait_for_selector(".d-found li")
    everything = page.inner_text("[role=status]")
    assert everything.endswith(" résultats.")
    assert page.eval_on_selector_all(".d-found li .d-kind-of", "all => all.every(one => one.textContent.trim())")
    page.select_option("select[aria-label='Nature']", "slide")
    page.wait_for_function("before => document.querySelector('[role=status]').textContent !== before", arg=everything)
    assert set(page.eval_on_selector_all(".d-kind-of", "all => all.map(one => one.textContent.split(' · ')[0])")) == {
        "Diapositive"
    }
    page.select_option("select[aria-label='Année']", "2026")
    page.wait_for_function("() => document.querySelector('[role=status]').textContent === 'Aucun résultat.'")
    page.select_option("select[aria-label='Année']", "")
    page.wait_for_selector(".d-found li")
    page.focus("#d-search-field")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.closest('.d-found') !== null")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "d-search-field"
    assert page.is_hidden(".d-results")
    page.keyboard.press("End")
    page.keyboard.type("s")
    page.wait_for_selector(".d-found li")
    page.keyboard.press("ArrowDown")
    wanted = page.evaluate("document.activeElement.href")
    page.keyboard.press("Enter")
    anchor = wanted.partition("#")[2]
    page.wait_for_url(f"**/*.html#{anchor}")
    assert page.evaluate("id => document.getElementById(id).getBoundingClientRect().top < innerHeight", arg=anchor)
    context.close()


@pytest.fixture
def searching(built: Path, window) -> Iterator[Page]:
    """The home page of the dossier, opened from its folder, with the search box ready to be typed in."""
    page = window.emptied()
    page.goto((built / "site" / "index.html").as_uri())
    page.keyboard.press("Control+k")
    yield page
    window.leave()


@pytest.mark.slow
@pytest.mark.browser
def test_the_words_found_are_marked_where_a_result_leads(searching: Page) -> None:
    _firsts(searching, "12000 questions", "")
    searching.locator(".d-found a", has_text="à l’échelle du pays").first.click()
    searching.wait_for_selector("mark.d-hit")
    assert "trouve" not in searching.url and searching.url.endswith("introduction.html#informer")
    said = searching.eval_on_selector_all("mark.d-hit", "all => all.map(one => one.textContent)")
    assert {"12\u202f000", "questions"} <= {one.replace("\u00a0", "\u202f") for one in said}
    assert 0 <= searching.locator("#informer").bounding_box()["y"] < 300


@pytest.mark.slow
@pytest.mark.browser
def test_a_word_said_in_folded_notes_is_unfolded(searching: Page) -> None:
    _firsts(searching, "métiers diversifiés", "")
    searching.locator(".d-found a", has_text="massif ocrier").first.click()
    searching.locator("mark.d-hit", has_text="métiers").first.wait_for(state="visible")


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.parametrize("sign", ["?", "\u00a0:", "·", "»"])
def test_an_excerpt_does_not_begin_with_what_ends_a_sentence(searching: Page, sign: str) -> None:
    _firsts(searching, "gouvernance", "")
    text = f"{'avant ' * 20}locaux {sign} {'ensuite ' * 6}la gouvernance"
    told = searching.evaluate(
        "text => window.derouleEngine.excerpt(text, ['gouvernanc']).map(([said]) => said).join('')", text
    )
    assert told == f"… {'ensuite ' * 6}la gouvernance"


@pytest.mark.slow
@pytest.mark.browser
def test_what_is_found_nowhere_is_told_with_ways_to_go_on(searching: Page) -> None:
    assert _firsts(searching, "xyzzyx", "") == []
    assert searching.inner_text("[role=status]") == "Aucun résultat."
    assert searching.locator(".d-nothing a", has_text="Outils").count() == 1
    _firsts(searching, "gouvernance", "")
    assert searching.is_hidden(".d-nothing")
    searching.select_option("select[aria-label='Nature']", "person")
    searching.get_by_role("button", name="Chercher sans les filtres").click()
    searching.wait_for_selector(".d-found a")
    assert searching.evaluate("document.activeElement.id") == "d-search-field"
    _firsts(searching, "devellopement", "")
    assert "«\u00a0devellopement\u00a0» ne s’y trouve pas" in searching.inner_text("[role=status]")


@pytest.mark.slow
@pytest.mark.browser
def test_each_word_of_a_query_is_corrected_by_itself(searching: Page) -> None:
    """An English word of the same family stands in the dossier: it is no reason to leave the French one misspelt."""
    right = _firsts(searching, "développement endogène", "")
    assert _firsts(searching, "dévelopement endogne", "") == right
    told = searching.inner_text("[role=status]")
    assert "«\u00a0dévelopement\u00a0», «\u00a0endogne\u00a0» ne s’y trouvent pas" in told
    assert "Aucune page n’a tous les mots" not in told


@pytest.mark.slow
@pytest.mark.browser
def test_enter_waits_for_what_was_typed_last(searching: Page) -> None:
    _firsts(searching, "glossaire", "")
    searching.evaluate(
        "() => { const field = document.querySelector('#d-search-field'); field.value = 'smicval';"
        "field.dispatchEvent(new Event('input'));"
        "field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true })); }"
    )
    searching.wait_for_url("**/experiences/smicval-nouvelr.html*")


@pytest.mark.slow
@pytest.mark.browser
def test_the_panel_closes_when_the_focus_leaves_it_and_opens_when_it_comes_back(searching: Page) -> None:
    _firsts(searching, "coopérative", "")
    searching.focus(".md-content a")
    assert searching.is_hidden(".d-results")
    searching.focus("#d-search-field")
    assert searching.is_visible(".d-results")
    searching.locator(".d-further").focus()
    searching.keyboard.press("ArrowUp")
    assert searching.evaluate("document.activeElement === [...document.querySelectorAll('.d-found a')].at(-1)")


def test_people_are_found_and_what_is_no_slide_is_not_called_one() -> None:
    page = (
        "<body><article class='md-content__inner'><h1>Intervenants</h1><ul><li><div><h2 id='ada'>Ada<sup>e</sup></h2>"
        "<p class='x'>Maire</p></div></li></ul></article></body>"
    )
    read = read_page(page, "intervenants.html", PageFacts(inside="person"))
    assert read is not None
    assert [(one.heading, one.kind, one.text) for one in read.passages][1:] == [("Adae", "person", "Maire")]
    page = (
        "<body><article class='md-content__inner'><h1>Suite</h1><h2 id='a'>À retenir</h2>"
        "<h2 id='b' class='d-slide-title'>Le lieu</h2></article></body>"
    )
    read = read_page(page, "e/suite.html", PageFacts("sequence", inside="slide"))
    assert read is not None and [one.kind for one in read.passages] == ["sequence", "sequence", "slide"]


def test_themes_are_told_with_commas_and_what_is_only_for_the_eye_is_not() -> None:
    page = (
        "<body><article class='md-content__inner'><h1>Suite</h1><p class='d-tags'><a href='#'>eau</a><span class='d-unseen'>,"
        "</span> <a href='#'>air</a></p><p class='d-actions' data-nosearch><a href='#'>À télécharger</a></p>"
        "<p>Le <span class='d-number' data-nosearch>1</span><b>lieu</b></p></article></body>"
    )
    read = read_page(page, "a.html", PageFacts("sheet"))
    assert read is not None and read.passages[0].text == "eau, air · Le lieu"


def _firsts(page, query: str, base: str) -> list[str]:
    """Type a query; give the addresses of the first three results, from the site's root."""
    page.fill("#d-search-field", query)
    page.wait_for_function("query => document.querySelector('.d-found').dataset.query === query", arg=query)
    links = page.eval_on_selector_all(".d-found li a", "found => found.slice(0, 3).map(one => one.href)")
    return [re.sub(r"\?trouve=[^#]*", "", link.removeprefix(base)) for link in links]


def _ascending(packed: str) -> list[int]:
    found: list[int] = []
    for step in _numbers(packed):
        found.append((found[-1] if found else -1) + step + 1)
    return found


def _runs(packed: str) -> list[int]:
    numbers, found, place = _numbers(packed), [], 0
    for skipped, further in zip(numbers[::2], numbers[1::2], strict=True):
        found += range(place + skipped, place + skipped + further + 1)
        place += skipped + further + 1
    return found


def _numbers(packed: str) -> list[int]:
    found, value, shift = [], 0, 0
    for sign in packed:
        value |= (SIGNS.index(sign) & 31) << shift
        shift += 5
        if SIGNS.index(sign) < 32:
            found.append(value)
            value = shift = 0
    return found
