"""A session without a film, in a browser: the moment that is chosen stays, with its slide beside; nothing waits for a clock."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.outputs.player.tabs import faults_of_tabs
from tests.windows import Window, window_of

from deroule.model.recording import After, Chapter, Cue, Mark, MediaFile, Question, Recording
from deroule.outputs.player.folder import showing
from deroule.outputs.player.gather import pages_of, replay_of
from deroule.outputs.player.page import PageLook, player_page

pytestmark = pytest.mark.browser
SHOWN = "[...document.querySelectorAll('.dp-page')].filter(page => !page.hidden).map(page => page.id).join()"
SAID = "[...document.querySelectorAll('.dp-cue[aria-current]')].map(cue => cue.textContent).join()"
CHAPTER = "[...document.querySelectorAll('.dp-chapters [aria-current] b')].map(one => one.textContent).join()"
GO = """(at) => new Promise((done) => {
  addEventListener("hashchange", () => setTimeout(() => done(
    [".dp-page:not([hidden]) img", ".dp-cue[aria-current]"].map((choice) => document.querySelector(choice).getBoundingClientRect())
      .map((box) => [box.top, box.bottom]))), { once: true });
  location.hash = at; })"""
"""Follows an address in the page; then gives where the slide and its words stand."""
SEEN = """addEventListener("DOMContentLoaded", () => {
  document.querySelector(".dp").addEventListener("dp:watched", ({ detail }) => { window.watched = detail.share; }); });"""


@pytest.fixture
def written(session) -> Callable[..., Path]:
    """Write the page of a session that left captions, moments and chapters."""
    # The second slide comes up while its first words are being said, as it does in life.
    marks = (Mark(0.0, None, "developpement-local"), Mark(10.0, None, "une-carte"), Mark(20.0, None, "capitale"))
    cues = (
        Cue(1.0, 5.0, "Bonjour à tous.", "Ada"), Cue(9.6, 14.0, "Voici l’économie locale.", "Ada"),
        Cue(14.5, 18.0, "Elle se lit sur une carte.", "Ada"), Cue(22.2, 26.0, "Une question pour finir.", "Ada"),
    )  # fmt: skip
    chapters = (Chapter(0.0, 20.0, "Le début", "debut"), Chapter(20.0, 30.0, "La suite", "suite"))
    questions = (Question("Et le budget ?", ("Il est voté.",), start=15.0),)
    left = Recording("file", marks=marks, captions={"fr": cues}, chapters=chapters, questions=questions)

    def write(**changed: Any) -> Path:
        event = replace(session.event, after=After(replace(left, **changed)))
        replay = replay_of(event, pages_of(event, session.pictures), *showing(event, None))
        replay = replace(replay, media=changed.get("media", ()))
        place: Path = session.folder / "without-film.html"
        look = PageLook(session.placer.themes(event)[None].colours)
        place.write_text(player_page(replay, look), encoding="utf-8")
        return place

    return write


@pytest.fixture(scope="module")
def window(chromium) -> Iterator[Window]:
    """One window for all tests."""
    with window_of(chromium) as one:
        one.page.add_init_script(SEEN)
        yield one


@pytest.fixture
def opened(window, written) -> Iterator[Callable[..., Any]]:
    """Open the page at an address; it complains of nothing. What was opened before is closed."""
    complaints: list[str] = []

    def open_page(at: str = "", **changed: Any) -> Any:
        page = window.emptied(reduced_motion="reduce")
        window.hear("console", lambda message: complaints.append(message.text))
        window.hear("pageerror", lambda fault: complaints.append(str(fault)))
        page.goto(written(**changed).as_uri() + at)
        page.wait_for_selector(".dp[data-ready]")
        # Once loaded a page still goes to what its address names, a turn later: until then a click may miss what moves.
        page.evaluate("new Promise((done) => setTimeout(done))")
        return page

    yield open_page
    window.leave()
    assert complaints == []


def told(page: Any) -> tuple[str, str, str]:
    """Give what is shown, what is said, and the chapter."""
    return page.evaluate(SHOWN), page.evaluate(SAID), page.evaluate(CHAPTER)


def test_it_says_that_there_is_no_film_and_has_no_control_of_one(opened) -> None:
    page = opened()
    assert "Il n’y a pas de film ici" in page.inner_text(".dp-notice")
    assert "Rediffusion sans film" in page.inner_text(".dp-facts")
    for control in (
        "video",
        "audio",
        ".dp-controls",
        ".dp-seek",
        ".dp-speed",
        ".dp-captions",
        ".dp-follow",
        ".dp-peek",
    ):
        assert page.locator(control).count() == 0, control
    assert page.locator("[role=tab]").all_inner_texts() == ["Transcription", "Chapitres", "Diapositives"]
    assert "Espace" not in page.inner_text(".dp-keys")


def test_a_passage_a_line_and_a_chapter_show_their_slide(opened) -> None:
    page = opened()
    page.click(".dp-passage .dp-go:has-text('Une carte')")
    assert told(page) == ("une-carte", "Voici l’économie locale.", "Le début"), "the words come before their slide"
    assert page.url.endswith("#t=9.6")
    page.click(".dp-cue:has-text('Une question')")
    assert told(page) == ("capitale", "Une question pour finir.", "La suite")
    page.click("role=tab[name='Chapitres']")
    page.click(".dp-chapters .dp-go:has-text('Le début')")
    assert told(page) == ("developpement-local", "Bonjour à tous.", "Le début")
    page.click(".dp-questions .dp-go")
    assert told(page) == ("une-carte", "Elle se lit sur une carte.", "Le début")


def test_an_address_leads_to_a_moment_or_a_slide(opened) -> None:
    addresses = {
        "": ("developpement-local", "Bonjour à tous."),
        "#t=15": ("une-carte", "Elle se lit sur une carte."),
        "?t=0:15": ("une-carte", "Elle se lit sur une carte."),
        "#t=9": ("une-carte", "Voici l’économie locale."),  # the second in which the passage begins
        "#t=9.1": ("developpement-local", "Voici l’économie locale."),
        "#capitale": ("capitale", "Une question pour finir."),
        "#t=9999": ("capitale", "Une question pour finir."),
    }
    for at, wanted in addresses.items():
        assert told(opened(at))[:2] == wanted, at


def test_an_address_shows_the_slide_and_its_words_together(opened) -> None:
    """On a phone too, where one stands above the other."""
    page = opened("#t=22")
    page.set_viewport_size({"width": 375, "height": 667})
    picture, line = page.evaluate(GO, "#t=15")
    assert -1 < picture[0] < picture[1] <= line[0] < line[1] <= 667


def test_the_link_to_a_passage_opens_it_again(opened) -> None:
    page = opened()
    page.click(".dp-cue:has-text('Elle se lit')")
    link = page.get_attribute(".dp-moment", "href")
    assert told(opened(link))[:2] == ("une-carte", "Elle se lit sur une carte.")


def test_the_keyboard_is_enough(opened) -> None:
    page = opened()
    page.keyboard.press("ArrowRight")
    assert told(page)[:2] == ("une-carte", "Voici l’économie locale.")
    page.keyboard.press("PageUp")
    assert page.evaluate(SHOWN) == "developpement-local"
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.dp-cue')"):
            break
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    assert told(page) == ("capitale", "Une question pour finir.", "La suite")
    page.keyboard.press("ArrowUp")
    page.keyboard.press(" ")
    assert told(page)[1] == "Elle se lit sur une carte."


def test_a_found_passage_is_read_where_it_was_said(opened) -> None:
    page = opened()
    page.click("role=tab[name='Diapositives']")
    page.fill(".dp-search input", "economie")
    page.press(".dp-search input", "Enter")
    assert told(page)[:2] == ("une-carte", "Voici l’économie locale.")
    assert page.is_visible(".dp-transcript") and page.is_hidden(".dp-results")
    assert page.evaluate("document.activeElement.textContent") == "Voici l’économie locale."
    page.focus(".dp-search input")
    assert page.input_value(".dp-search input") == "economie" and page.is_visible(".dp-results"), "and one may go on"


def test_a_slide_that_was_not_shown_can_be_turned_to(opened) -> None:
    page = opened("#capitale")
    page.click(".dp-next")
    assert page.evaluate(SHOWN) not in ("capitale", "")
    page.click(".dp-previous")
    assert told(page)[:2] == ("capitale", "Une question pour finir.")


def test_all_slides_seen_is_the_session_seen(opened) -> None:
    """What a learning platform is told: there is no film to be watched, slides are counted."""
    page = opened()
    pages = page.locator(".dp-page").count()
    for number in range(pages):
        page.locator(".dp-list .dp-go").nth(number).evaluate("button => button.click()")
    assert page.evaluate("window.watched") == 1


def test_chapters_alone_are_followed(opened) -> None:
    page = opened(captions={})
    assert page.locator("[role=tab]").all_inner_texts() == ["Chapitres", "Diapositives"]
    assert "par ses chapitres" in page.inner_text(".dp-notice")
    page.click(".dp-chapters .dp-go:has-text('La suite')")
    assert (page.evaluate(SHOWN), page.evaluate(CHAPTER)) == ("capitale", "La suite")


def test_words_without_moments_of_slides_are_read_and_slides_turned(opened) -> None:
    page = opened(marks=(), chapters=())
    page.click(".dp-next")
    shown = page.evaluate(SHOWN)
    page.click(".dp-cue:has-text('Elle se lit')")
    assert told(page)[:2] == (shown, "Elle se lit sur une carte."), "nothing tells which slide was shown"


def test_a_film_on_another_site_is_a_link_beside_what_was_said(opened) -> None:
    page = opened(media=(MediaFile("https://films.example/w/abc", "text/html", "address"),))
    assert "sur un autre site" in page.inner_text(".dp-notice")
    assert page.get_attribute(".dp-elsewhere", "href") == "https://films.example/w/abc"
    page.click(".dp-cue:has-text('Une question')")
    assert page.evaluate(SHOWN) == "capitale"


@pytest.mark.node
@pytest.mark.parametrize(("ground", "width"), [("light", 1280), ("dark", 1280), ("light", 320), ("dark", 320)])
def test_it_is_accessible(chromium, opened, needs_package, ground: str, width: int) -> None:
    page = opened("#t=15")
    page.emulate_media(color_scheme=ground)
    page.set_viewport_size({"width": width, "height": 700})
    assert faults_of_tabs(page, needs_package("axe-core"), width) == []


@pytest.mark.parametrize("media", [(), (MediaFile("film.mp4", "video/mp4"),)], ids=["no film", "film"])
def test_without_scripts_slides_stand_one_below_the_other(chromium, written, media) -> None:
    context = chromium.new_context(viewport={"width": 1280, "height": 800}, java_script_enabled=False)
    page = context.new_page()
    page.goto(written(media=media).as_uri())
    boxes = [title.bounding_box() for title in page.locator(".dp-page .dp-title").all()]
    context.close()
    assert len(boxes) > 3 and all(one["y"] + one["height"] <= two["y"] for one, two in itertools.pairwise(boxes))
