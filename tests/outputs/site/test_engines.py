"""The same staged Markdown through both engines: the same pages, the same links, clean either way."""

from __future__ import annotations

import functools
import http.server
import importlib.util
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import expect
from tests.conftest import IN_CI

EVENT = "2027-01-14-court"
FILES = {
    f"sequences/{EVENT}/event.yml": "title: Une séance courte\ndate: 2027-01-14\norganiser: ateliers\nsequences: [debut]\ntags: [eau]\n",
    f"sequences/{EVENT}/debut.yml": (
        "kind: concept\ntitle: Le début\nslides:\n  - section: Le bourg\n  - title: Le lieu\n    bullets: [au bourg]\n"
        "  - title: Un mot\n    definition: {term: Lavoir, meaning: Où on lave}\n    links: [{title: Carte, address: carte}]\n"
    ),
    "content/index.md": "# Accueil\n\nVoir [la carte](outils/carte.md#ensuite) et [la séance](evenements/index.md).\n",
    "content/outils/index.md": "# Outils\n",
    "content/outils/carte.md": "---\ntags: [eau]\n---\n# La carte\n\nUne note[^1] et **un mot**.\n\n## Ensuite\n\n<script>alert(1)</script>\n\n[^1]: En bas.\n",
    "content/outils/habitudes.md": (
        "# Habitudes\n\nVoir https://exemple.fr/a_b_c.\n\nVoici :\n- [ ] à **réserver**\n- [x] fait\n  - H~2~O, x^2^, ~~biffé~~, ==vu==\n\n1) un\n\n   ```\n   - [ ] code\n   ```\n\n"
        '!!! note\n    Une note.\n\n??? note "Plus"\n    Un pli :\n    - au fond\n\n'
        "| Commune | Département | Population |\n|---|---|---|\n| Saint-Étienne-de-Tinée | Alpes-Maritimes | Mille-trois-cent-onze |\n"
    ),
    "content/glossaire.md": "# Glossaire\n\nBourg\n:   Un village.\n",
}


@pytest.fixture(scope="module")
def both(site_of) -> dict[str, Path]:
    if importlib.util.find_spec("zensical") is None:
        (pytest.fail if IN_CI else pytest.skip)("not installed: zensical")
    return {
        engine: site_of(FILES | {"mkdocs.yml": f"site_name: Dossier\nengine: {engine}\n"})
        for engine in ("mkdocs", "zensical")
    }


def pages(site: Path) -> dict[str, html.HtmlElement]:
    return {
        path.relative_to(site).as_posix(): html.document_fromstring(path.read_text("utf-8"))
        for path in sorted(site.rglob("*.html"))
    }


def test_both_make_the_same_pages(both) -> None:
    made = {engine: set(pages(site)) for engine, site in both.items()}
    assert made["mkdocs"] == made["zensical"]
    assert f"evenements/{EVENT}/debut.html" in made["zensical"]


def test_both_hold_the_same_links_and_anchors(both) -> None:
    for name, page in pages(both["mkdocs"]).items():
        other = pages(both["zensical"])[name]
        for expression in ("//article//@href", "//article//@src", "//article//@id"):
            found = [sorted({str(two) for two in one.xpath(expression)} - {"__skip"}) for one in (page, other)]
            assert found[0] == found[1], (name, expression)


def test_both_say_the_same(both) -> None:
    for name, page in pages(both["mkdocs"]).items():
        told = [
            " ".join("".join(article.itertext()).split())
            for one in (page, pages(both["zensical"])[name])
            for article in one.xpath("//article")
        ]
        assert len(set(told)) <= 1, name


@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
def test_marks_that_owners_are_used_to_are_shown_by_both(both, engine) -> None:
    [article] = pages(both[engine])["outils/habitudes.html"].xpath("//article")
    tags = (
        "li//*[@role='img']",
        "li//li/sub",
        "li//li/sup",
        "li//li/del",
        "li//li/mark",
        "li//pre",
        "details/summary",
        "details//li",
    )
    assert [tag for tag in tags if not article.xpath(f".//{tag}")] == []
    assert article.xpath(".//a[text()='https://exemple.fr/a_b_c']/@href") == ["https://exemple.fr/a_b_c"]
    assert article.xpath(".//li//*[@role='img']/@aria-label") == ["à faire", "fait"]
    assert article.xpath(".//*[contains(@class, 'admonition note')]")
    told = " ".join(article.text_content().split())
    assert not any(mark in told for mark in ("~", "^", "==", "!!!", "???", "[x]", "```"))
    assert "- [ ] code" in told


@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
def test_the_search_is_ours_alone(both, engine) -> None:
    for name, page in pages(both[engine]).items():
        assert not page.xpath("//*[@data-md-component='search' or @for='__search']"), name
    assert not (both[engine] / "search.json").exists()


@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
def test_both_are_made_whole(both, engine) -> None:
    site = both[engine]
    for path in site.rglob("*.html"):
        text = path.read_text("utf-8")
        assert "alert(1)" not in text and "Content-Security-Policy" in text, path
        assert not re.search(
            r"""(?:src|href)=["']?https?://(?!schema\.org|fr\.wikipedia)[^"']*\.(?:js|css|woff2?)""", text
        ), path
    assert (site / "index" / "list.js").is_file() or (site / "style" / "search.js").is_file()


@pytest.mark.browser
@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
@pytest.mark.parametrize(("width", "stops"), [(375, 1), (1280, 0)])
def test_a_table_wider_than_the_screen_is_moved_by_keyboard(both, engine, chromium, width, stops) -> None:
    page = chromium.new_page(viewport={"width": width, "height": 700})
    page.goto((both[engine] / "outils" / "habitudes.html").as_uri())
    page.wait_for_selector(".md-typeset__scrollwrap")
    table = page.locator(".md-typeset__scrollwrap[tabindex='0'][role='group'][aria-label^='Tableau']")
    expect(table).to_have_count(stops)
    if stops:
        table.focus()
        page.keyboard.press("ArrowRight")
        expect(table).not_to_have_js_property("scrollLeft", 0)
    page.close()


def test_an_engine_that_is_not_known_is_told_at_its_line() -> None:
    from deroule.outputs.site.owner import read_owner
    from deroule.workspace import MemoryWorkspace

    owner = read_owner(MemoryWorkspace({"mkdocs.yml": "site_name: D\nengine: hugo\n"}))
    assert [(one.code.id, one.span.line) for one in owner.found if one.span] == [("SIT002", 2)]
    assert owner.engine == "mkdocs"


@pytest.mark.browser
@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
@pytest.mark.parametrize("place", ["folder", "base path"])
def test_it_opens_from_a_folder_and_under_any_base_path(both, engine, place, chromium, tmp_path) -> None:
    (tmp_path / "un dossier").mkdir()
    (tmp_path / "un dossier" / "sous-chemin").symlink_to(both[engine])
    with served(tmp_path / "un dossier") as address:
        root = address if place == "base path" else (tmp_path / "un dossier").as_uri() + "/"
        context = chromium.new_context()
        page, lost, faults = context.new_page(), [], []
        # What a page still asks for when it is left is called off by the browser: nothing is lost.
        page.on("requestfailed", lambda one: lost.append(one.url) if one.failure != "net::ERR_ABORTED" else None)
        page.on("response", lambda answer: lost.append(answer.url) if answer.status >= 400 else None)
        page.on("pageerror", lambda fault: faults.append(str(fault)))
        page.goto(f"{root}sous-chemin/index.html")
        page.locator("article a", has_text="la carte").click()
        page.wait_for_url("**/outils/carte.html#ensuite")
        assert page.locator("h2#ensuite").is_visible()
        page.goto(f"{root}sous-chemin/evenements/index.html")
        page.locator("article a", has_text="Une séance courte").first.click()
        page.wait_for_url(f"**/evenements/{EVENT}/index.html")
        assert page.locator("h1").evaluate("one => getComputedStyle(one).fontFamily") != "serif"
        assert (lost, faults) == ([], [])
        context.close()


@contextmanager
def served(folder: Path) -> Iterator[str]:
    handler = functools.partial(Silent, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


class Silent(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *said: object) -> None: ...
