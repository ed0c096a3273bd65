"""Every kind of page is accessible: axe-core finds nothing in any view, nothing scrolls sideways, the keyboard goes everywhere."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import pytest
from tests.outputs.site.accessible import GROUNDS, KINDS, VIEWS, audit, keyboard_walk, served

from deroule.outputs.site.accessibility import read_record


@pytest.fixture(scope="module")
def address(built: Path) -> Iterator[str]:
    with served(built / "site") as found:
        yield found


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.node
def test_axe_finds_nothing_on_any_kind_of_page(built: Path, address: str, chromium, needs_package) -> None:
    axe = (needs_package("axe-core") / "axe.min.js").read_text(encoding="utf-8")
    told = audit(chromium, address, built / "site", axe)
    assert told.findings == ()
    assert set(KINDS) - set(told.kinds) <= {"replay"}
    assert "color-contrast" in told.rules


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.node
def test_axe_finds_nothing_in_the_open_search(address: str, chromium, needs_package) -> None:
    axe = (needs_package("axe-core") / "axe.min.js").read_text(encoding="utf-8")
    for ground, width in (("light", 1280), ("dark", 320)):
        context = chromium.new_context(color_scheme=ground, viewport={"width": width, "height": 800})
        page = context.new_page()
        page.goto(address + KINDS["page"][0])
        page.keyboard.press("Control+k")
        page.keyboard.type("gouvernance")
        page.wait_for_selector(".d-found li:nth-child(6)")
        page.evaluate(axe)
        assert page.evaluate("axe.run().then(told => told.violations.map(one => one.id))") == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        context.close()


@pytest.mark.slow
@pytest.mark.browser
def test_the_ground_is_chosen_by_keyboard(address: str, chromium) -> None:
    context = chromium.new_context(color_scheme="light")
    page = context.new_page()
    page.goto(address + KINDS["page"][0])
    for key in (" ", "Enter"):
        before = page.evaluate("document.body.dataset.mdColorScheme")
        page.focus(".md-option:has(+ label:not([hidden]))")
        page.keyboard.press(key)
        page.wait_for_function("before => document.body.dataset.mdColorScheme !== before", arg=before)
        assert page.evaluate("document.activeElement.matches('.md-option')")
    context.close()


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.parametrize("kind", ["home", "event", "sequence", "glossary"])
def test_the_tab_key_goes_where_it_is_seen_to_go(address: str, chromium, kind: str) -> None:
    assert keyboard_walk(chromium, address + KINDS[kind][0]) == []


def test_the_record_tells_what_was_looked_at() -> None:
    """The statement page is made from it; `scripts/accessibility` writes it anew."""
    record = read_record()
    assert record is not None
    assert record.violations == ()
    assert set(record.kinds) <= set(KINDS)
    assert set(record.views) == {f"{ground}, {view}" for ground in GROUNDS for view in VIEWS}
    written = json.loads(resources.files("deroule.outputs.site").joinpath("accessibility.json").read_text("utf-8"))
    assert written["axe"] and written["rules"] > 50
