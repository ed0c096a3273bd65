"""The player opened by double click: it plays, follows, jumps, finds; by keyboard alone; asks nothing outside; accessible."""

from __future__ import annotations

import io
import json
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from tests.outputs.player.tabs import VIOLATIONS, faults_of_tabs
from tests.windows import window_of

from deroule.model.recording import ChatMessage, Mark, PollAnswer, PollResult, Question, ShownFilm
from deroule.outputs.player.gather import pages_of, replay_of
from deroule.outputs.player.page import PageLook, player_page
from deroule.outputs.player.rehearsed import read_rehearsal

pytestmark = pytest.mark.browser
READY = "document.querySelector('.dp').dataset.ready === 'yes'"
TIME = "document.querySelector('.dp-media').currentTime"
SHOWN = "[...document.querySelectorAll('.dp-page')].filter(page => !page.hidden).map(page => page.id)"


def until(page, condition: str) -> None:
    """Wait for a condition in the page. Playwright's own waiting evaluates text there, which the page's policy forbids."""
    told = json.dumps(condition)
    page.evaluate(
        "new Promise((done, fail) => { const end = Date.now() + 10000; const look = () => {"
        f" if ({condition}) done(true); else if (Date.now() > end) fail(new Error({told})); else setTimeout(look, 20); }};"
        " look(); })"
    )


@pytest.fixture(scope="module")
def unpacked(session, rehearsal, tmp_path_factory):
    """Unpack a pack of the short event in one of its forms; give its index.html."""
    made: dict[str, Path] = {}

    def unpack(form: str = "") -> Path:
        if form not in made:
            into = tmp_path_factory.mktemp("player")
            name = f"replay/{session.event.id}" + (f"/{form}" if form else "")
            session.render("replay", name, into, {f"rehearsal/{session.event.id}": rehearsal})
            (pack,) = into.glob("*.zip")
            with zipfile.ZipFile(pack) as archive:
                archive.extractall(into)
            made[form] = into / pack.stem / "index.html"
        return made[form]

    return unpack


@pytest.fixture(scope="module")
def unguarded(chromium):
    """A window whose pages have no policy, so that what looks at them may run in them."""
    with window_of(chromium, bypass_csp=True) as one:
        yield one


@pytest.fixture
def opened(window, unguarded, unpacked):
    """Open a pack from the folder, at an address; every request and every complaint of the page is kept.

    What was opened before is closed.
    """
    used = []

    def open_page(form: str = "", at: str = "", *, bypass_csp: bool = False, **seen):
        one = unguarded if bypass_csp else window
        used.append(one)
        page = one.emptied(**seen)
        page.asked, page.complaints = [], []
        one.hear("request", lambda request: page.asked.append(request.url))
        one.hear("console", lambda message: page.complaints.append(message.text))
        one.hear("pageerror", lambda fault: page.complaints.append(str(fault)))
        index = unpacked(form)
        page.goto((index.parent / "data" / "index.html").as_uri() + at if at else index.as_uri())
        page.wait_for_url("**/data/index.html*")
        until(page, READY)
        if form != "without-video":
            until(page, "document.querySelector('.dp-media').readyState >= 1")
        return page

    yield open_page
    for one in used:
        one.leave()


def test_it_plays_and_everything_follows(opened) -> None:
    page = opened()
    first = page.evaluate(SHOWN)
    page.evaluate("document.querySelector('.dp-media').muted = true")
    page.select_option(".dp-speed", "2")
    page.evaluate("document.querySelector('.dp-media').play()")
    until(page, f"{TIME} > 0.4")
    assert page.evaluate("document.querySelector('.dp-media').playbackRate") == 2
    page.click(".dp-passage:nth-of-type(3) .dp-cue")
    until(page, f"({SHOWN})[0] !== {first!r}[0]")
    current = page.locator(".dp-cue[aria-current]")
    assert current.count() == 1
    start = float(current.get_attribute("data-start"))
    until(page, f"{TIME} >= {start}")
    assert page.evaluate("document.querySelector('.dp-media').textTracks[0].cues.length") > 3
    assert page.complaints == []


def test_its_controls_play_seek_silence_and_tell_where_one_is(opened) -> None:
    page = opened()
    assert not page.evaluate("document.querySelector('.dp-media').controls"), "nothing lies over the slide"
    assert page.get_attribute(".dp-play", "aria-label") == "Lire"
    page.click(".dp-play")
    until(page, f"{TIME} > 0.2")
    assert page.get_attribute(".dp-play", "aria-label") == "Mettre en pause"
    page.click(".dp-mute")
    until(page, "document.querySelector('.dp-mute').getAttribute('aria-pressed') === 'true'")
    page.click(".dp-play")
    page.focus(".dp-seek")
    page.keyboard.press("ArrowRight")
    until(page, f"{TIME} > 5")
    assert re.match(r"0:0[5-9], \w", page.get_attribute(".dp-seek", "aria-valuetext"))
    page.click(".dp-passage:nth-of-type(3) .dp-cue")
    until(page, "document.querySelector('.dp-line').textContent.length > 3")
    page.click(".dp-captions")
    assert page.evaluate("document.querySelector('.dp-line').hidden"), "captions can be put away"
    page.hover(".dp-seek", position={"x": 3, "y": 5})
    assert "0:0" in page.inner_text(".dp-peek") and page.is_visible(".dp-peek img")
    assert page.complaints == []


def test_the_pictures_of_the_film_are_not_black(opened) -> None:
    page = opened(bypass_csp=True)
    page.click(".dp-passage:nth-of-type(3) .dp-cue")
    until(page, "document.querySelector('.dp-media').webkitDecodedFrameCount > 0")
    shot = page.locator(".dp-media").screenshot()
    with Image.open(io.BytesIO(shot)) as picture:
        _, green, blue = picture.convert("RGB").resize((1, 1)).getpixel((0, 0))
    assert abs(green - 90) < 12 and abs(blue - 140) < 12, "the slide's own colour"


def test_a_screen_that_was_shared_runs_beside_the_film(window, session, rehearsal) -> None:
    known = read_rehearsal(rehearsal)
    marks = (Mark(0.0, 3.0, session.event.slides[0].id), Mark(3.0, 6.0), Mark(6.0, None, session.event.slides[1].id))
    film = known.recording.media[0]
    recording = replace(
        known.recording, tool="bigbluebutton", marks=marks, chat=(ChatMessage(4.0, "Participant 1", "<b>Merci</b>"),),
        films=(ShownFilm("https://example.org/film", 5.0),),
    )  # fmt: skip
    replay = replay_of(session.event, pages_of(session.event, session.pictures), recording, "recording")
    replay = replace(replay, media=(film, replace(film, role="screen")))
    place = rehearsal / "shared.html"
    colours = session.placer.themes(session.event)[None].colours
    place.write_text(player_page(replay, PageLook(colours, pictures="../slides/")), encoding="utf-8")
    page = window.emptied({"width": 1280, "height": 900})
    page.goto(place.as_uri())
    until(page, READY)
    assert page.is_hidden(".dp-shared") and page.is_visible(".dp-page:not([hidden]) img")
    page.click(".dp-chat summary")
    page.click(".dp-chat .dp-go")
    until(page, "Math.abs(document.querySelector('.dp-shared video').currentTime - 4) < 0.5")
    assert page.is_visible(".dp-shared video") and page.is_hidden(".dp-page:not([hidden]) img")
    assert "<b>Merci</b>" in page.inner_text(".dp-chat"), "what people wrote is text, never markup"
    assert page.get_attribute(".dp-files a[href^='https']", "href") == "https://example.org/film"
    page.click(".dp-next")
    until(page, "document.querySelector('.dp-shared').hidden")


def test_a_click_on_a_chapter_jumps(opened) -> None:
    page = opened()
    page.click("role=tab[name='Chapitres']")
    page.click(".dp-chapters .dp-go:has-text('La suite')")
    start = float(page.get_attribute(".dp-chapters .dp-go:has-text('La suite')", "data-start"))
    until(page, f"Math.abs({TIME} - {start}) < 0.5")
    assert page.get_attribute(".dp-chapters .dp-go:has-text('La suite')", "aria-current") == "true"
    assert page.evaluate(SHOWN) == ["suite-ouverture"]


def test_search_finds_what_people_type(opened) -> None:
    page = opened()
    for typed, least in {"economie": 1, "l'économie": 1, "TERRITOIRE": 2, "coeur habitant": 1}.items():
        page.fill(".dp-search input", typed)
        found = page.locator(".dp-results li")
        assert found.count() >= least, typed
        page.press(".dp-search input", "Enter")
        start = float(found.first.locator("button").get_attribute("data-start"))
        until(page, f"Math.abs({TIME} - {start}) < 0.5")
    page.fill(".dp-search input", "zzz")
    assert page.inner_text(".dp-found") == "Aucun résultat"


def test_an_address_leads_to_a_moment_or_a_slide(opened) -> None:
    """A whole second leads to the passage that begins in it, so that its own slide is shown."""
    page = opened(at="#t=0:08")
    until(page, f"{TIME} >= 8 && {TIME} < 9")
    page = opened(at="?t=9")
    until(page, f"{TIME} >= 9 && {TIME} < 10")
    page = opened(at="#une-carte")
    until(page, f"({SHOWN})[0] === 'une-carte' && {TIME} > 1")


def test_the_keyboard_is_enough(opened) -> None:
    page = opened()
    page.keyboard.press("PageDown")
    until(page, f"{TIME} > 1")
    reached = page.evaluate(TIME)
    page.keyboard.press("ArrowRight")
    until(page, f"{TIME} > {reached} + 4")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.dp-cue')"):
            break
    assert page.evaluate("document.activeElement.matches('.dp-cue')"), "the transcript is one stop of the Tab key"
    page.keyboard.press("Home")
    page.keyboard.press("ArrowDown")
    start = float(page.evaluate("document.activeElement.dataset.start"))
    page.keyboard.press("Enter")
    until(page, f"{TIME} >= {start} && {TIME} < {start} + 2")
    page.evaluate("document.querySelector('.dp-media').pause()")
    page.focus("role=tab[name='Transcription']")
    page.keyboard.press("ArrowRight")
    assert page.inner_text("[role=tab][aria-selected=true]") == "Chapitres"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    until(page, f"{TIME} < 0.5")


def test_a_quiz_tells_whether_the_answer_is_right(opened) -> None:
    page = opened()
    page.click(".dp-quiz button")
    assert page.inner_text(".dp-verdict") == "Choisissez d’abord une réponse."
    page.check(".dp-quiz input[value='1']")
    page.click(".dp-quiz button")
    assert page.inner_text(".dp-verdict") == "C’est juste."
    assert "Elle est au bourg." in page.inner_text(".dp-quiz")
    assert page.inner_text(".dp-score") == "1 sur 1"


def test_a_light_pack_plays_its_sound_over_the_slides(opened) -> None:
    page = opened("light")
    page.click(".dp-passage:nth-of-type(3) .dp-cue")
    until(page, "document.querySelector('.dp-line').textContent.length > 3")
    assert page.evaluate("document.querySelector('.dp-media').tagName") == "AUDIO"
    assert page.complaints == []


def test_without_a_recording_it_is_a_useful_page(opened) -> None:
    page = opened("without-video")
    page.keyboard.press("ArrowRight")
    assert page.inner_text(".dp-count") == "2 / 7"
    assert page.url.endswith("#debut-ouverture")
    page.fill(".dp-search input", "economie")
    page.press(".dp-search input", "Enter")
    until(page, f"({SHOWN})[0] === 'developpement-local'")
    assert "tient au cœur" in page.inner_text(".dp-page:not([hidden])")
    assert page.complaints == []


@pytest.mark.parametrize(
    ("form", "ground", "width"),
    [("", "light", 1280), ("", "dark", 390), ("light", "dark", 1280), ("without-video", "light", 1280)],
)
def test_it_asks_nothing_outside_and_is_accessible(opened, needs_package, form, ground, width) -> None:
    page = opened(form, color_scheme=ground, viewport={"width": width, "height": 800}, bypass_csp=True)
    assert faults_of_tabs(page, needs_package("axe-core"), width) == []
    assert all(address.startswith(("file:", "data:")) for address in page.asked)


@pytest.mark.parametrize("ground", ["dark"])
def test_polls_and_questions_of_a_session_are_shown(unguarded, session, rehearsal, needs_package, ground: str) -> None:
    known = read_rehearsal(rehearsal)
    recording = replace(
        known.recording, tool="zoom",
        polls=(PollResult("D'accord ?", (PollAnswer("Oui", 7), PollAnswer("Non", 2)), 9),),
        questions=(Question("Et <b>le budget</b> ?", ("Il est voté.",), start=8.0), Question("Et après ?")),
    )  # fmt: skip
    pages = pages_of(session.event, session.pictures)
    replay = replace(replay_of(session.event, pages, recording, "recording"), media=recording.media)
    place = rehearsal / f"session-{ground}.html"
    colours = session.placer.themes(session.event)[None].colours
    place.write_text(player_page(replay, PageLook(colours, pictures="../slides/")), encoding="utf-8")
    page = unguarded.emptied(color_scheme=ground)
    page.goto(place.as_uri())
    until(page, READY)
    assert "9 réponses" in page.inner_text(".dp-poll") and "Sans réponse" in page.inner_text(".dp-questions")
    assert "Et <b>le budget</b> ?" in page.inner_text(".dp-questions"), "what people wrote is text, never markup"
    until(page, "document.querySelector('.dp-media').readyState >= 1")
    page.click(".dp-questions .dp-go")
    until(page, f"Math.abs({TIME} - 8) < 0.5")
    page.evaluate((needs_package("axe-core") / "axe.min.js").read_text(encoding="utf-8"))
    assert page.evaluate(VIOLATIONS) == []
