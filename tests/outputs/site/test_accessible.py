"""Every kind of page is accessible: axe-core finds nothing in any view, nothing scrolls sideways, the keyboard goes everywhere."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import pytest
from tests.outputs.site.accessible import (
    GROUNDS,
    KINDS,
    OTHER_GROUND,
    VIEWS,
    WALKED,
    audit,
    axe_of,
    keyboard_walk,
    look,
    opened,
    served,
)

from deroule.outputs.site.accessibility import read_record


@pytest.fixture(scope="module")
def address(built: Path) -> Iterator[str]:
    with served(built / "site") as found:
        yield found


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.node
def test_axe_finds_nothing_on_any_kind_of_page(built: Path, address: str, chromium, needs_package) -> None:
    told = audit(chromium, address, built / "site", axe_of(needs_package))
    assert told.findings == ()
    assert set(KINDS) - set(told.kinds) <= {"replay"}
    assert "color-contrast" in told.rules


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.node
@pytest.mark.parametrize("way", ["served", "from its folder"])
def test_axe_finds_nothing_in_the_open_search(built: Path, address: str, window, needs_package, way: str) -> None:
    base = address if way == "served" else f"{(built / 'site').as_uri()}/"
    with opened(window, base + KINDS["page"][0]) as page:
        page.keyboard.press("Control+k")
        page.keyboard.type("gouvernance")
        page.wait_for_selector(".d-found li:nth-child(6)")
        assert look(page, "search", axe_of(needs_package))[1] == []
        page.fill("#d-search-field", "xyzzyx")
        page.wait_for_selector(".d-nothing", state="visible")
        assert look(page, "search without results", axe_of(needs_package))[1] == []


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.node
@pytest.mark.parametrize("kind", ["home", "cycle", "sequence", "glossary"])
def test_axe_finds_nothing_in_the_copy_opened_from_its_folder(built: Path, window, needs_package, kind: str) -> None:
    with opened(window, (built / "site" / KINDS[kind][0]).as_uri()) as page:
        assert look(page, kind, axe_of(needs_package))[1] == []


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.node
def test_axe_finds_nothing_in_the_papers_that_are_pages(built: Path, window, needs_package) -> None:
    """The invitation that is sent as a mail, and the evaluation form that is filled in on line: of both events.

    A mail is shown inside a page of its reader's: a main landmark of its own would be that page's second one. It names its
    language on a part of its own, since its reader's page drops what stands on `html`.
    """
    papers = sorted(built.glob("*/documents/*.html"))
    assert len(papers) >= 4
    for paper in papers:
        with opened(window, paper.as_uri()) as page:
            mail = page.locator("body > [role=article][lang]").count() == 1
            assert mail == paper.name.endswith("-invitation.html")
            apart = {OTHER_GROUND, *(("landmark-one-main", "region") if mail else ())}  # paper is white, always
            assert [one for one in look(page, paper.name, axe_of(needs_package))[1] if one.rule not in apart] == []


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
@pytest.mark.parametrize("kind", [*WALKED, "english-event", "cycle", "sheet", "themes", "missing"])
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
