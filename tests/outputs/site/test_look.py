"""What a page shows of itself in a browser: its place in the navigation, and its colours on a screen and on paper."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from tests.outputs.site.test_pages import WORKSPACE

GROUND = "getComputedStyle(document.body).getPropertyValue('--d-paper')"
TITLE = "getComputedStyle(document.querySelector('h2')).color"


@pytest.fixture(scope="module")
def dossier(site_of: Callable[[Mapping[str, str]], Path]) -> Path:
    return site_of(WORKSPACE)


@pytest.mark.browser
@pytest.mark.parametrize(
    ("page", "entry"),
    [
        ("index.html", "Accueil"),
        ("evenements/index.html", "Événements"),
        ("evenements/mars/un.html", "Événements"),
        ("experiences/ocre.html", "Fiches"),
        ("questions/index.html", "Questions"),
        ("accessibilite.html", ""),
    ],
)
def test_the_entry_of_a_pages_section_is_marked(dossier: Path, chromium, page: str, entry: str) -> None:
    """The navigation is short: most pages do not stand in it."""
    context = chromium.new_context()
    opened = context.new_page()
    opened.goto((dossier / page).as_uri())
    assert opened.locator(".md-tabs__item--active").all_inner_texts() == ([entry] if entry else [])
    context.close()


@pytest.mark.browser
def test_a_page_read_on_a_dark_ground_is_printed_on_a_light_one(dossier: Path, chromium) -> None:
    seen = {}
    for ground in ("light", "dark"):
        context = chromium.new_context(color_scheme=ground)
        page = context.new_page()
        page.goto((dossier / "experiences/ocre.html").as_uri())
        for medium in ("screen", "print"):
            page.emulate_media(media=medium)
            seen[ground, medium] = page.evaluate(GROUND), page.evaluate(TITLE)
        context.close()
    assert seen["dark", "print"] == seen["light", "screen"] != seen["dark", "screen"]
