"""The replay page: the film of the site plays, follows and jumps; one from elsewhere is asked for first; none is told."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html
from tests.outputs.site.accessible import axe_of, look, opened

from deroule.model.recording import After, Chapter, Cue, MediaFile, Question, Recording
from deroule.outputs.site import making
from deroule.outputs.site.links import broken_links, outside_requests
from deroule.workspace import DiskWorkspace

TIME = "document.querySelector('.dp-media').currentTime"


@pytest.fixture(scope="module")
def rehearsed(session, rehearsal: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a short event that was rehearsed on film."""
    into = tmp_path_factory.mktemp("replay")
    assert session.render("site", "site", into, {f"rehearsal/{session.event.id}": rehearsal}) == ()
    return into


@pytest.fixture(scope="module")
def elsewhere(session, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Build the site of an event whose film lies at an address, or nowhere: then what was said in it is left.

    A site that was built is given to all who ask for it: they only read.
    """
    built: dict[str, Path] = {}

    def build(address: str, *more: Cue, found: Sequence[str] = (), **changed: object) -> Path:
        asked = repr((address, more, changed, found))
        if asked not in built:
            built[asked] = make(address, *more, found=found, **changed)
        return built[asked]

    def make(address: str, *more: Cue, found: Sequence[str], **changed: object) -> Path:
        cues = (Cue(0.0, 4.0, "Bonjour à tous.", "Ana", session.event.slides[0].id), *more)
        chapters = (Chapter(0.0, 4.0, "Ouverture", session.event.sequences[0].id),)
        recording = Recording(
            "file", duration=4.0, media=(MediaFile(address, "video/mp4", "address"),) if address else (),
            captions={"fr": cues}, chapters=chapters, questions=(Question("Où ?", ("Ici.",)),),
        )  # fmt: skip
        event = replace(session.event, after=After(replace(recording, **changed)))
        into = tmp_path_factory.mktemp("elsewhere")
        request = session.request("site", "site", into)
        dossier = replace(session.dossier, events=(event,))
        request = replace(request, dossier=dossier, workspace=DiskWorkspace(into / "workspace"))
        assert [one.code.id for one in making.render(request)] == list(found)
        return into

    return build


@pytest.fixture(scope="module")
def nowhere(elsewhere) -> Path:
    """The site of an event of which no film is left, but what was said."""
    return elsewhere("", Cue(5.0, 9.0, "Les épicéas poussent lentement.", "Ana", "une-carte"))


def page_of(folder: Path) -> Path:
    (found,) = folder.glob("evenements/*/replay.html")
    return found


def read(page: Path) -> html.HtmlElement:
    """Read a page of the site."""
    return html.parse(str(page), html.HTMLParser(encoding="utf-8")).getroot()


def until(page, condition: str) -> None:
    """Wait for a condition in the page; Playwright's own waiting evaluates text there, which the page's policy forbids."""
    page.evaluate(
        "new Promise((done, fail) => { const end = Date.now() + 10000; const look = () => {"
        f" if ({condition}) done(true); else if (Date.now() > end) fail(new Error({json.dumps(condition)}));"
        " else setTimeout(look, 20); }; look(); })"
    )


def test_the_page_has_the_film_its_captions_and_addresses_of_its_passages(rehearsed: Path) -> None:
    page = read(page_of(rehearsed))
    film = page.find(".//video/source").get("src")
    assert (page_of(rehearsed).parent / film).is_file()
    assert page.find(".//track").get("src").startswith("data:text/vtt;base64,")
    assert list(page_of(rehearsed).parent.glob("captions/*.vtt"))
    passages = page.xpath("//*[@data-passage='transcript']/@id")
    assert passages and passages[0] == "t=0" and len(set(passages)) == len(passages)
    assert broken_links(rehearsed) == []
    assert outside_requests(rehearsed) == []


@pytest.mark.browser
@pytest.mark.node
@pytest.mark.parametrize(
    "film", ["of the site", "from elsewhere", "behind a link", "nowhere", "chapters alone", "questions alone"]
)
def test_axe_finds_nothing_on_the_page(rehearsed: Path, elsewhere, window, needs_package, film: str) -> None:
    """The site's search and the player's are two landmarks, among others: each has a name of its own."""
    address = {"from elsewhere": "https://films.example/seance.mp4", "behind a link": "https://films.example/w/abc"}
    left = {"chapters alone": {"captions": {}}, "questions alone": {"captions": {}, "chapters": ()}}
    folder = rehearsed if film == "of the site" else elsewhere(address.get(film, ""), **left.get(film, {}))
    with opened(window, page_of(folder).as_uri()) as page:
        page.wait_for_selector(".dp[data-ready]")
        assert look(page, f"replay, film {film}", axe_of(needs_package))[1] == []


def test_search_engines_are_told_of_the_film_and_its_chapters(rehearsed: Path) -> None:
    page = read(page_of(rehearsed))
    (told,) = (json.loads(one.text) for one in page.xpath("//script[@type='application/ld+json']"))
    assert told["@type"] == "VideoObject"
    assert told["duration"].startswith("PT")
    assert told["transcript"]


@pytest.mark.parametrize(
    ("address", "kind", "watched"),
    [
        ("https://films.example/seance.mp4", "VideoObject", "contentUrl"),
        ("https://films.example/w/abc", "VideoObject", "sameAs"),
        ("", "LearningResource", None),
    ],
)
def test_search_engines_are_told_of_no_film_where_there_is_none(elsewhere, address: str, kind: str, watched) -> None:
    page = read(page_of(elsewhere(address)))
    (told,) = (json.loads(one.text) for one in page.xpath("//script[@type='application/ld+json']"))
    assert told["@type"] == kind
    assert told["transcript" if address else "text"] == "Bonjour à tous."
    assert {"contentUrl", "sameAs"} & set(told) == ({watched} if watched else set())
    assert page.xpath("//meta[@property='og:type']/@content") == ["video.other" if address else "article"]


def test_a_session_without_a_film_is_to_be_read(nowhere: Path) -> None:
    page = read(page_of(nowhere))
    assert page.find(".//video") is None and page.find(".//audio") is None
    assert "Il n’y a pas de film ici" in page.find_class("dp-notice")[0].text_content()
    assert "La séance à lire" in page.find_class("d-lead")[0].text_content()
    assert [one.get("id") for one in page.xpath("//*[@data-passage='transcript']")] == ["t=0", "t=5"]
    assert page.xpath("//*[@class='dp-chapters']//@data-start") == ["0.0"]
    assert broken_links(nowhere) == [] and outside_requests(nowhere) == []


@pytest.mark.parametrize(
    ("address", "told"), [("", "Relire la séance"), ("https://films.example/w/abc", "Voir le replay")]
)
def test_the_site_says_whether_there_is_something_to_watch(elsewhere, address: str, told: str) -> None:
    folder = elsewhere(address)
    for page in (page_of(folder).with_name("index.html"), folder / "evenements" / "index.html"):
        links = [one for one in read(page).iter("a") if (one.get("href") or "").endswith("replay.html")]
        assert links and all(one.text_content().startswith(told) for one in links), page


def test_a_session_whose_film_is_gone_is_to_be_read(elsewhere) -> None:
    """The source tells that the film is missing; what was said is not lost with it."""
    folder = elsewhere("", media=(MediaFile("after/gone.mp4", "video/mp4"),), found=["REC004"])
    assert "Il n’y a pas de film ici" in read(page_of(folder)).find_class("dp-notice")[0].text_content()


@pytest.mark.browser
def test_the_search_leads_to_the_passage_and_its_slide(nowhere: Path, chromium) -> None:
    page = chromium.new_page()
    page.goto((nowhere / "index.html").as_uri())
    page.fill("#d-search-field", "épicéa")
    page.locator(".d-found li a").first.click()
    page.wait_for_selector(".dp[data-ready]")
    assert page.url.endswith("#t=5") and "/replay.html" in page.url
    assert page.inner_text(".dp-cue[aria-current]") == "Les épicéas poussent lentement."
    assert page.get_attribute(".dp-page:not([hidden])", "id") == "une-carte"
    page.close()


@pytest.mark.browser
def test_it_plays_follows_and_jumps_from_a_folder(rehearsed: Path, chromium) -> None:
    page, complaints = chromium.new_page(), list[str]()
    page.on("console", lambda message: complaints.append(message.text))
    address = page_of(rehearsed).as_uri()
    page.goto(address)
    page.wait_for_selector(".dp[data-ready]")
    until(page, "document.querySelector('track[kind=captions]').track.cues?.length > 0")
    page.get_by_role("tab").nth(1).click()
    page.locator(".dp-chapters .dp-go").last.click()
    chosen = float(page.locator(".dp-chapters .dp-go").last.get_attribute("data-start"))
    until(page, f"{TIME} >= {chosen}")
    page.goto(f"{address}#t=2")
    until(page, f"Math.abs({TIME} - 2) < 0.5")
    assert complaints == []
    page.close()


@pytest.mark.browser
def test_on_a_phone_the_film_stays_in_sight_below_the_head_of_the_page(rehearsed: Path, chromium) -> None:
    page = chromium.new_page(viewport={"width": 375, "height": 667})
    page.goto(page_of(rehearsed).as_uri())
    page.wait_for_selector(".dp[data-ready]")
    page.locator(".dp-panels").evaluate(
        "panels => window.scrollTo(0, panels.getBoundingClientRect().top + scrollY - 100)"
    )
    head, film = (page.locator(choice).bounding_box() for choice in (".md-header", ".dp-film"))
    assert head["y"] == 0 and abs(film["y"] - head["height"]) < 1, "nothing lies over the film, and no gap is between"
    assert film["y"] + film["height"] < 667 * 0.6, "what is said has room below"
    page.close()


@pytest.mark.browser
def test_a_film_from_elsewhere_is_loaded_once_the_reader_agrees(elsewhere, chromium) -> None:
    folder = elsewhere("https://films.example/session.mp4")
    assert outside_requests(folder) == []
    context = chromium.new_context()
    page = context.new_page()
    asked: list[str] = []
    context.route("https://films.example/**", lambda route: (asked.append(route.request.url), route.abort()))
    page.goto(page_of(folder).as_uri())
    page.wait_for_selector(".dp[data-ready]")
    assert "films.example" in page.inner_text(".d-consent")
    page.locator(".dp-chapters .dp-go, .dp-cue").first.click()
    assert asked == []
    with page.expect_request("https://films.example/session.mp4"):
        page.locator(".d-ask").click()
    until(page, "document.querySelector('.d-consent').hidden")
    context.close()


def test_an_address_that_is_no_film_is_a_link(elsewhere) -> None:
    page = read(page_of(elsewhere("https://films.example/w/abc")))
    assert page.find(".//video") is None
    assert "https://films.example/w/abc" in page.xpath("//a/@href")


def test_of_two_passages_in_one_second_one_has_its_address(elsewhere) -> None:
    """Captions before any slide may meet a slide's within a second: an address names one place."""
    unseen = (Cue(0.2, 0.6, "On m’entend ?", "Ana", ""), Cue(2.0, 3.0, "Je commence.", "Ana", ""))
    page = read(page_of(elsewhere("https://films.example/session.mp4", *unseen)))
    addressed = {one.get("id"): one.text_content() for one in page.xpath("//*[@data-passage='transcript']")}
    assert list(addressed) == page.xpath("//*[@data-passage='transcript']/@id")
    assert "Bonjour" in addressed["t=0"]


def test_an_event_that_left_nothing_has_no_replay(session, tmp_path: Path) -> None:
    assert session.render("site", "site", tmp_path) == ()
    assert not list(tmp_path.glob("evenements/*/replay.html"))
