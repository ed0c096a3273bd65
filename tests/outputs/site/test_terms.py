"""The glossary's tooltips: under the pointer, by keyboard, at a touch; dismissed by Escape; shown as text, never as markup."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from tests.outputs.site.test_pages import WORKSPACE

from deroule.outputs.site.terms import TermForms

MEANING = "Société coopérative d’intérêt collectif."
PLACES = ("index.html", "experiences/ocre.html", "evenements/mars/un.html")


@pytest.fixture(scope="module")
def dossier(site_of: Callable[[Mapping[str, str]], Path]) -> Path:
    return site_of(WORKSPACE)


@pytest.mark.browser
@pytest.mark.parametrize("place", PLACES)
def test_a_term_is_explained_by_keyboard_and_escape_takes_it_away(dossier: Path, chromium, place: str) -> None:
    context = chromium.new_context()
    page = context.new_page()
    page.goto((dossier / place).as_uri(), wait_until="load")
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('abbr')"):
            break
    box = page.locator("#d-meaning")
    assert box.is_visible() and box.inner_text() == MEANING
    assert page.get_attribute("abbr:focus", "aria-describedby") == "d-meaning"
    assert box.get_attribute("role") == "tooltip"
    page.keyboard.press("Escape")
    assert box.is_hidden()
    assert page.evaluate("document.activeElement.matches('abbr')")
    context.close()


@pytest.mark.browser
def test_a_term_is_explained_under_the_pointer_and_at_a_touch(dossier: Path, chromium) -> None:
    for touch in (False, True):
        context = chromium.new_context(has_touch=touch, viewport={"width": 320, "height": 640})
        page = context.new_page()
        page.goto((dossier / PLACES[1]).as_uri(), wait_until="load")
        term, box = page.locator("abbr").first, page.locator("#d-meaning")
        term.tap() if touch else term.hover()
        assert box.is_visible() and box.inner_text() == MEANING
        place = box.bounding_box()
        assert place is not None and place["x"] >= 0 and place["x"] + place["width"] <= 320
        page.locator("h1").tap() if touch else page.mouse.move(0, 0)
        assert box.is_hidden()
        context.close()


@pytest.mark.browser
def test_without_a_script_a_term_still_tells_its_meaning(dossier: Path, chromium) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((dossier / PLACES[1]).as_uri(), wait_until="load")
    assert page.locator("abbr").first.get_attribute("title") == MEANING
    context.close()


@pytest.mark.parametrize(
    ("term", "text", "found"),
    [
        ("territoire", "Les territoires et le Territoire", ["territoires", "Territoire"]),
        ("marché test", "Deux marchés tests, un marché\u00a0test", ["marchés tests", "marché\u00a0test"]),
        ("SCIC", "Une SCIC, des SCICs, une scic, la SCIC-relais", ["SCIC", "SCICs"]),
        ("co-construction", "La co-construction d’une construction", ["co-construction"]),
        ("os", "Un os", ["os"]),
        ("économie de la fonctionnalité", "L’économie de la fonctionnalité", ["économie de la fonctionnalité"]),
        ("1 % logement", "Le 1 % logement", ["1 % logement"]),
    ],
)
def test_a_term_is_found_in_the_plural_and_with_a_capital(term: str, text: str, found: list[str]) -> None:
    assert [match[0] for match in TermForms([term]).found(text)] == found


def test_of_terms_that_begin_alike_the_longer_one_is_found() -> None:
    forms = TermForms(["ressource", "ressource territoriale"])
    assert [match[0] for match in forms.found("Une ressource territoriale, une ressource")] == [
        "ressource territoriale", "ressource",
    ]  # fmt: skip


def test_every_term_of_a_large_glossary_is_found() -> None:
    terms = [f"mot{number} clé" for number in range(2_000)]
    assert [match[0] for match in TermForms(terms).found(", ".join(terms))] == terms
