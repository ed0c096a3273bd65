"""What the one who writes sees: an open page takes in each change without being loaded anew."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect
from tests.serve.conftest import EVENT, FILES, Served, write

TERMS = "# Glossaire\n\nHameau\n:   Quelques maisons.\n"
PAGE, CYCLE = f"evenements/{EVENT}/debut.html", "evenements/index.html"
LONG = "2026-05-05-autre"
DEBUT, HEAD = (f"sequences/{EVENT}/{name}.yml" for name in ("debut", "event"))
MORE = "".join(f"  - title: Point {number}\n    text: Le point {number}.\n" for number in range(40))


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A workspace that was built once, and its preview."""
    root = tmp_path_factory.mktemp("open")
    head = FILES[HEAD].replace("[debut, suite]", "[debut]") + "tags: [eau]\n"
    for path, text in {**FILES, HEAD: head, "content/glossaire.md": TERMS}.items():
        write(root, path, text)
    for name in ("event", "debut"):
        write(root, f"sequences/{LONG}/{name}.yml", head if name == "event" else FILES[DEBUT] + MORE)
    command = [sys.executable, "-m", "deroule", "build", "--only", "pictures,site", "--quiet"]
    subprocess.run(command, cwd=root, check=True, capture_output=True, timeout=120)
    one = Served(root)
    yield one
    one.stop()


@pytest.fixture
def opened(written: Served, chromium: Any) -> Iterator[Callable[[str], Any]]:
    """Open a page of the site that is being written; it may be loaded once."""
    pages = []

    def open_page(path: str, shown: str = "#deroule-live") -> Any:
        page = chromium.new_page()
        pages.append(page)
        page.goto(f"http://127.0.0.1:{written.port}/{path}")
        page.wait_for_selector(shown, state="attached")
        page.evaluate("window.loadedOnce = true")
        return page

    yield open_page
    for page in pages:
        page.close()


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    write(path.parent, path.name, text.replace(old, new))


def rebuild(served: Served, page: str, old: str, new: str) -> None:
    """Stand for the build behind: it writes a page anew and is done."""
    change(served.preview.site / page, old, new)
    served.preview._built([], settled=True)


def test_a_slide_its_place_in_the_contents_and_its_terms_are_taken_in(written, opened) -> None:
    page = opened(PAGE)
    page.evaluate("document.querySelector('article img[src*=nos-missions]').seen = true")
    change(
        written.root / DEBUT,
        "title: Le lieu\n    bullets: [au bourg, au hameau]",
        "title: Le pays\n    text: Un hameau.",
    )
    expect(page.locator("article")).to_contain_text("Le pays")
    assert page.evaluate("document.querySelector('article img[src*=nos-missions]').seen"), "it is not asked for again"
    rebuild(written, PAGE, "Le lieu", "Le pays dit")
    expect(page.locator(".md-sidebar--secondary")).to_contain_text("Le pays dit")
    expect(page.locator("article")).to_contain_text("Le pays dit")
    assert page.evaluate("window.loadedOnce"), "the page was loaded anew"


def test_the_slide_just_written_is_asked_for_before_those_beside_it(written, opened) -> None:
    """They come into view with it, and a browser asks for six things at a time."""
    page = opened(f"evenements/{LONG}/debut.html")
    expect(page.locator("#deroule-live ol img")).to_have_count(43)
    page.wait_for_load_state("networkidle")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    change(written.root / "sequences" / LONG / "debut.yml", "Le point 30.", "Un grand point.")
    expect(page.locator("#deroule-live li.changed")).to_be_in_viewport()
    pictures = [url.split("/")[-1].split(".")[0] for url in asked if "/slides/" in url]
    assert pictures[0] == "point-30", pictures


def test_a_slide_that_is_new_comes_into_view_on_the_desk(written, opened) -> None:
    page = opened(f"_deroule/?event={LONG}", shown="ol img")
    change(
        written.root / "sequences" / LONG / "debut.yml",
        "  - title: Point 20\n",
        "  - title: Neuf\n  - title: Point 20\n",
    )
    expect(page.locator("li.changed", has_text="Neuf")).to_be_in_viewport()


def test_terms_and_filters_are_alive_in_what_was_taken_in(written, opened) -> None:
    page = opened(CYCLE)
    rebuild(written, CYCLE, ">Webconférences", '><abbr title="Quelques maisons.">Webconférences</abbr>')
    page.locator("abbr").first.focus()
    expect(page.locator("#d-meaning")).to_have_text("Quelques maisons.")
    assert page.locator(".d-meaning").count() == 1
    assert page.locator(".d-filter").is_visible()
    assert page.evaluate("window.loadedOnce"), "the page was loaded anew"


def test_a_page_whose_frame_changed_is_loaded_anew(written, opened) -> None:
    page = opened(PAGE)
    rebuild(written, PAGE, "stylesheet", 'stylesheet" href="autre.css"><link rel="stylesheet')
    page.wait_for_function("() => !window.loadedOnce")
