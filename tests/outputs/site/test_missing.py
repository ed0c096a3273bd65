"""The page of what is not found: whole at any address that a server shows it at, and in a folder; either engine."""

from __future__ import annotations

import functools
import http.server
import importlib.util
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from tests.conftest import IN_CI
from tests.outputs.site.accessible import axe_of, look, opened

from deroule.outputs.site.links import broken_links, outside_requests
from deroule.outputs.site.missing import rooted

FILES = {
    "content/index.md": "# Accueil\n\nVoir [la carte](outils/carte.md).\n",
    "content/outils/index.md": "# Outils\n",
    "content/outils/carte.md": "# La carte\n\nUn dessin.\n",
}
SITES = {
    "mkdocs": "site_name: Dossier\n",
    "mkdocs, base path": "site_name: Dossier\nsite_url: https://dossier.example/fonds/commun/\n",
    "zensical": "site_name: Dossier\nengine: zensical\n",
    "zensical, base path": "site_name: Dossier\nengine: zensical\nsite_url: https://dossier.example/fonds/commun/\n",
}
DRESSED = "getComputedStyle(document.querySelector('.d-hero')).backgroundColor !== 'rgba(0, 0, 0, 0)'"
SHEETS = "[...document.styleSheets].every(sheet => { try { return sheet.cssRules.length > 0 } catch { return true } })"


@pytest.fixture(scope="module")
def site(site_of) -> Callable[[str], Path]:
    """Build one of the sites."""

    @functools.cache
    def build(name: str) -> Path:
        if "zensical" in name and importlib.util.find_spec("zensical") is None:
            (pytest.fail if IN_CI else pytest.skip)("not installed: zensical")
        return site_of(FILES | {"mkdocs.yml": SITES[name]})

    return build


@contextmanager
def served(folder: Path, base: str) -> Iterator[str]:
    """Serve a folder under a base path; what is not there is answered by 404.html, as hosts of pages do."""

    class Host(http.server.SimpleHTTPRequestHandler):
        def translate_path(self, path: str) -> str:
            return super().translate_path("/" + path.removeprefix(base) if path.startswith(base) else "/nothing-here")

        def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
            content = (folder / "404.html").read_bytes()
            self.send_response(code)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Host, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def base_of(name: str) -> str:
    return "/fonds/commun/" if "base path" in name else "/"


def watched(page: Any) -> tuple[list[str], list[str]]:
    """Keep what a page asks for and what it complains of."""
    asked, complaints = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("requestfailed", lambda request: complaints.append(request.url))
    page.on("pageerror", lambda fault: complaints.append(str(fault)))
    page.on("console", lambda message: complaints.append(message.text))
    return asked, complaints


@pytest.mark.parametrize("name", SITES)
def test_its_addresses_count_from_one_root_that_is_told(site, name: str) -> None:
    page = html.parse(str(site(name) / "404.html"), html.HTMLParser(encoding="utf-8")).getroot()
    assert page.xpath("//base/@href") == [base_of(name)]
    assert page.xpath("//a[@class='d-button']/@href") == ["index.html"]
    others = [str(one) for one in page.xpath("//@href[not(parent::base)] | //@src")]
    assert others and not [one for one in others if one.startswith(("/", "#", "http"))]
    assert len(page.xpath("//script[@src]")) >= 4, "the theme's script and ours are kept"
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert "base-uri 'self' file:" in policy
    (policy,) = html.parse(str(site(name) / "index.html")).xpath(
        "//meta[@http-equiv='Content-Security-Policy']/@content"
    )
    assert "base-uri 'none'" in policy, "no other page may tell a root"
    assert broken_links(site(name)) == [] and outside_requests(site(name)) == []


@pytest.mark.browser
@pytest.mark.parametrize("name", SITES)
def test_it_is_whole_in_a_folder(site, chromium, name: str) -> None:
    context = chromium.new_context()
    page = context.new_page()
    asked, complaints = watched(page)
    page.goto((site(name) / "404.html").as_uri())
    assert page.evaluate(DRESSED) and page.evaluate(SHEETS)
    page.fill("#d-search-field", "carte")
    assert (
        page.locator(".d-found li a")
        .first.get_attribute("href")
        .startswith(f"{site(name).as_uri()}/outils/carte.html?")
    )
    page.click(".d-ways a")
    page.wait_for_url("**/outils/index.html")
    context.close()
    assert all(address.startswith(site(name).as_uri() + "/") for address in asked)
    assert complaints == []


@pytest.mark.browser
@pytest.mark.parametrize("name", SITES)
def test_a_server_shows_it_whole_at_any_address(site, chromium, name: str) -> None:
    with served(site(name), base_of(name)) as address:
        context = chromium.new_context()
        page = context.new_page()
        asked, complaints = watched(page)
        answer = page.goto(f"{address}{base_of(name)}un/deux/trois.html")
        assert answer.status == 404
        assert page.evaluate(DRESSED) and page.evaluate(SHEETS)
        assert page.evaluate("__md_scope.pathname") == base_of(name), "a choice of dark or light holds here too"
        page.fill("#d-search-field", "carte")
        page.locator(".d-found li a").first.wait_for()
        page.click(".d-ways a")
        page.wait_for_url(f"**{base_of(name)}outils/index.html")
        context.close()
    assert all(one.startswith(address + base_of(name)) for one in asked)
    assert [one for one in complaints if "404" not in one] == []


@pytest.mark.browser
@pytest.mark.node
@pytest.mark.parametrize("name", ["mkdocs", "zensical"])
def test_axe_finds_nothing_on_it_in_a_folder(site, window, needs_package, name: str) -> None:
    with opened(window, (site(name) / "404.html").as_uri()) as page:
        assert look(page, "missing", axe_of(needs_package))[1] == []


def test_the_root_of_a_server_is_no_other_site() -> None:
    page = (
        '<meta charset="utf-8"><a href="/fonds/">Accueil</a><a href="/fonds/un.html#a">Un</a>'
        '<a href="//ailleurs.example/">Ailleurs</a><a href="#ici">Ici</a><img src=/fonds/b.png>'
    )
    assert rooted(page, "/fonds/").partition("</script>")[2] == (
        '<a href="index.html">Accueil</a><a href="un.html#a">Un</a><a href="//ailleurs.example/">Ailleurs</a><img src=b.png>'
    )
