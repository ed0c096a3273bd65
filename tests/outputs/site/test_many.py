"""A dossier of many events: its navigation stays short, and a person finds an event of a year on a theme, by keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from tests.outputs.site.test_pages import read, select

YEARS = range(2016, 2026)
THEMES = ("eau", "énergie", "habitat", "mobilité")
DAYS = [f"{year}-{month:02d}-10" for year in YEARS for month in (2, 4, 6, 9)]
SOUGHT = "2023-06-10"


def _workspace(days: list[str]) -> dict[str, str]:
    files = {"mkdocs.yml": "site_name: Les rencontres\n", "content/index.md": "# Les rencontres\n"}
    for number, day in enumerate(days):
        theme = THEMES[number % 4]
        files[f"sequences/{day}/event.yml"] = (
            f"title: Séance {number} sur le thème {theme}\nkind: webconference\ndate: {day}\nduration: 20 min\norganiser: ateliers\n"
            f"summary: Ce que font les communes.\ntags: [{theme}]\nspeakers:\n  ana: {{name: Ana Pic}}\nsequences: [un, deux]\n"
        )
        for name in ("un", "deux"):
            files[f"sequences/{day}/{name}.yml"] = (
                f"kind: concept\ntitle: Partie {name}\nspeakers: [ana]\nduration: 10 min\nslides:\n"
                f"  - title: Une commune et {theme}\n    bullets: [agir, comprendre]\n    notes: Bonjour.\n"
            )
    return files


@pytest.fixture(scope="module")
def many(site_of: Callable[[Mapping[str, str]], Path]) -> Path:
    return site_of(_workspace(DAYS))


@pytest.mark.parametrize("page", ["index.html", "evenements/index.html", f"evenements/{SOUGHT}/index.html", f"evenements/{SOUGHT}/un.html", "intervenants.html"])  # fmt: skip
def test_the_navigation_does_not_grow_with_the_events(many: Path, page: str) -> None:
    ways = [one.text_content().strip() for one in select(read(many, page), ".md-tabs__link")]
    assert ways == ["Accueil", "Événements", "Intervenants", "Thèmes"]
    assert len(select(read(many, page), ".md-nav--primary > .md-nav__list > li")) == len(ways)


def test_a_page_of_an_event_weighs_the_same_among_many_and_among_few(
    many: Path, site_of: Callable[[Mapping[str, str]], Path]
) -> None:
    page = f"evenements/{SOUGHT}/un.html"
    few = site_of(_workspace([day for day in DAYS if day.startswith("2023")]))
    assert abs((many / page).stat().st_size - (few / page).stat().st_size) < 50


def test_lists_that_grow_are_folded(many: Path) -> None:
    """Eight of what a speaker told and twelve of a theme are shown; the others wait under their number."""
    spoken = select(read(many, "intervenants.html"), ".d-people details")
    assert [len(one.findall(".//li")) for one in spoken] == [len(DAYS) - 8]
    assert spoken[0].find("summary").text.startswith(f"et {len(DAYS) - 8} de plus")
    home = select(read(many, "index.html"), ".d-others li.d-event")
    assert len([one for one in home if one.get("hidden") is None]) == 4


@pytest.fixture
def page(many: Path, chromium: Any) -> Iterator[Any]:
    context = chromium.new_context()
    opened = context.new_page()
    opened.goto((many / "index.html").as_uri())
    yield opened
    context.close()


def _choose(page: Any, field: str, text: str) -> None:
    """Choose what begins with a text in the list that has the focus, as one types it."""
    while page.evaluate("document.activeElement.name || document.activeElement.getAttribute('aria-label')") != field:
        page.keyboard.press("Tab")
    page.keyboard.type(text)


@pytest.mark.browser
def test_an_event_of_a_year_on_a_theme_is_found_by_keyboard_in_the_list(page: Any) -> None:
    page.get_by_role("link", name="Tous les événements").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".d-filter")
    _choose(page, "year", "2023")
    _choose(page, "themes", "habitat")
    page.wait_for_function("() => document.querySelector('.d-filter-told').textContent")
    assert page.inner_text(".d-filter-told") == "1 réponse"
    shown = page.locator(".d-event:visible a")
    assert shown.count() == 1
    shown.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/evenements/{SOUGHT}/index.html")
    page.go_back()  # what was chosen is kept, or is asked for again: never a list that says one thing and shows another
    page.wait_for_selector(".d-filter")
    told = page.inner_text(".d-filter-told")
    assert page.locator(".d-event:visible").count() == (1 if told else len(DAYS))


@pytest.mark.browser
def test_an_event_of_a_year_on_a_theme_is_found_by_keyboard_in_the_search(page: Any) -> None:
    page.keyboard.press("Control+k")
    page.keyboard.type("habitat commune")
    page.wait_for_selector(".d-found li:nth-child(3)")
    _choose(page, "Année", "2023")
    page.wait_for_function(
        "() => [...document.querySelectorAll('.d-found a')].every(one => one.href.includes('/2023-'))"
    )
    assert SOUGHT in page.locator(".d-found a").first.get_attribute("href")
