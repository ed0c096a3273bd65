"""What machines read: feed, calendars, map of the site, structured data, heads; the same bytes from the same source."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from lxml import etree, html
from PIL import Image
from tests.outputs.site.test_pages import WORKSPACE

from deroule.model.recording import After, Chapter, Cue, MediaFile, Recording
from deroule.outputs.documents.calendar import event_calendar
from deroule.outputs.site import making
from deroule.outputs.site.heads import Head, with_head
from deroule.outputs.site.links import check_links
from deroule.outputs.site.structured import script
from deroule.workspace import MemoryWorkspace

BASE = "https://dossier.example/fonds/"


@pytest.fixture(scope="module")
def dossier(site_of: Callable[[Mapping[str, str]], Path]) -> Path:
    training = WORKSPACE["sequences/mars/event.yml"].replace("webconference", "training").replace("fevrier", "janvier")
    return site_of({
        **WORKSPACE, "sequences/avril/event.yml": training.replace("2026-03-01", "2026-04-01"),
        "sequences/avril/un.yml": WORKSPACE["sequences/mars/un.yml"],
        "sequences/avril/deux.yml": WORKSPACE["sequences/mars/deux.yml"],
    })  # fmt: skip


def data(folder: Path, path: str) -> dict[str, object]:
    page = html.parse(str(folder / path), html.HTMLParser(encoding="utf-8")).getroot()
    (told,) = page.xpath("//script[@type='application/ld+json']/text()")
    value: dict[str, object] = json.loads(told)
    return value


def test_the_feed_tells_the_latest_first_with_whole_addresses(dossier: Path) -> None:
    channel = etree.parse(str(dossier / "flux.xml")).getroot()[0]
    assert channel.findtext("title") == "Le dossier"
    assert [item.findtext("link") for item in channel.iter("item")] == [
        f"{BASE}evenements/avril/index.html", f"{BASE}evenements/mars/index.html",
    ]  # fmt: skip
    assert channel.find("{http://www.w3.org/2005/Atom}link").get("href") == f"{BASE}flux.xml"
    assert len({item.findtext("guid") for item in channel.iter("item")}) == len(channel.findall("item"))
    assert channel.find("item").findtext("pubDate") == "Wed, 01 Apr 2026 00:00:00 +0000"


def test_the_map_holds_every_page_once(dossier: Path) -> None:
    found = etree.parse(str(dossier / "sitemap.xml")).getroot()
    places = [one.text for one in found.iter("{*}loc")]
    assert f"{BASE}experiences/ocre.html" in places
    assert len(places) == len(set(places))
    assert all((dossier / place.removeprefix(BASE)).is_file() for place in places)


def test_every_whole_address_of_feed_map_calendars_heads_and_data_is_there(dossier: Path) -> None:
    assert [one for one in check_links(dossier, BASE) if one.missing != "outside"] == []


def test_an_event_and_a_training_are_told_in_the_words_of_schema_org(dossier: Path) -> None:
    event = data(dossier, "evenements/mars/index.html")
    assert (event["@type"], event["startDate"]) == ("EducationEvent", "2026-03-01T10:30:00+01:00")
    assert event["endDate"] == "2026-03-01T11:15:00+01:00"
    course = data(dossier, "evenements/avril/index.html")
    assert course["@type"] == "Course"
    assert course["hasCourseInstance"]["@type"] == "CourseInstance"  # type: ignore[index]
    part = data(dossier, "evenements/mars/un.html")
    assert (part["@type"], part["timeRequired"]) == ("LearningResource", "PT25M")


NEEDED = {
    "EducationEvent": {"name", "startDate", "endDate", "location", "description", "organizer", "eventStatus",
                       "eventAttendanceMode", "url", "inLanguage"},
    "Course": {"name", "description", "provider", "hasCourseInstance", "inLanguage", "teaches"},
    "CourseInstance": {"courseMode", "courseWorkload", "startDate", "endDate", "location"},
    "LearningResource": {"name", "description", "url", "inLanguage", "learningResourceType", "timeRequired", "isPartOf"},
    "VideoObject": {"name", "description", "thumbnailUrl", "uploadDate", "duration", "contentUrl", "transcript", "hasPart"},
    "Clip": {"name", "startOffset", "endOffset", "url"},
    "VirtualLocation": {"url"}, "Place": {"name"}, "Organization": {"name"}, "Person": {"name"},
}  # fmt: skip
"""What those who read structured data ask of each type, required and recommended, as schema.org's readers document it."""


def nodes(value: object) -> Iterator[dict[str, object]]:
    """Give every typed node of structured data."""
    for one in value if isinstance(value, list) else value.values() if isinstance(value, dict) else ():
        yield from nodes(one)
    if isinstance(value, dict) and "@type" in value:
        yield value


def lacking(told: dict[str, object]) -> list[tuple[str, set[str]]]:
    """Give what each node lacks; one that only names another by its address lacks nothing."""
    whole = [one for one in nodes(told) if "@id" not in one or len(one) > 3]
    found = [(str(one["@type"]), NEEDED.get(str(one["@type"]), set()) - set(one)) for one in whole]
    return [(name, missing) for name, missing in found if missing]


def test_structured_data_has_what_its_readers_ask_for(dossier: Path) -> None:
    kinds = set()
    for path in ("evenements/mars/index.html", "evenements/avril/index.html", "evenements/mars/un.html"):
        told = data(dossier, path)
        assert lacking(told) == [], path
        assert told["@context"] == "https://schema.org"
        kinds |= {str(one["@type"]) for one in nodes(told)}
    assert {"EducationEvent", "Course", "CourseInstance", "LearningResource", "VirtualLocation"} <= kinds


def test_a_film_and_its_chapters_have_what_their_readers_ask_for(session, tmp_path: Path) -> None:
    cues = (Cue(0.0, 4.0, "Bonjour à tous.", "Ada", session.event.slides[0].id),)
    chapters = (Chapter(0.0, 12.0, "Ouverture", ""), Chapter(12.0, 60.0, "La suite", ""))
    film = MediaFile("https://films.example/w.mp4", "video/mp4", "address")
    recording = Recording("file", duration=60.0, media=(film,), captions={"fr": cues}, chapters=chapters)
    event = replace(session.event, after=After(recording))
    files = {"mkdocs.yml": f"site_name: Un\nsite_url: {BASE}\n"}
    request = replace(
        session.request("site", "site", tmp_path), dossier=replace(session.dossier, events=(event,)),
        workspace=MemoryWorkspace(files),
    )  # fmt: skip
    assert making.render(request) == ()
    told = data(tmp_path, f"evenements/{event.id}/replay.html")
    assert lacking(told) == []
    clips = told["hasPart"]
    assert isinstance(clips, list)
    assert [(one["@type"], one["startOffset"], one["endOffset"]) for one in clips] == [
        ("Clip", 0, 12),
        ("Clip", 12, 60),
    ]
    page = html.parse(str(tmp_path / f"evenements/{event.id}/index.html"), html.HTMLParser(encoding="utf-8")).getroot()
    (picture,) = page.xpath("//meta[@property='og:image']/@content")
    with Image.open(tmp_path / picture.removeprefix(BASE)) as cover:
        assert cover.format == "PNG"
    home = html.parse(str(tmp_path / "index.html"), html.HTMLParser(encoding="utf-8")).getroot()
    assert home.xpath("//meta[@property='og:image']/@content") == [picture]


def test_heads_tell_the_page_to_those_who_share_it(dossier: Path) -> None:
    page = html.parse(str(dossier / "experiences/ocre.html"), html.HTMLParser(encoding="utf-8")).getroot()
    said = {one.get("property"): one.get("content") for one in page.xpath("//meta[@property]")}
    assert said["og:title"] == "L'ocre"
    assert said["og:url"] == f"{BASE}experiences/ocre.html"
    assert page.xpath("//link[@rel='canonical']/@href") == [f"{BASE}experiences/ocre.html"]
    assert page.xpath("//link[@type='application/rss+xml']/@href") == ["../flux.xml"]


@settings(max_examples=60, deadline=None)
@given(st.text())
def test_no_text_ends_the_data_or_a_head(text: str) -> None:
    told = str(script({"name": text}))
    inside = told.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert json.loads(inside)["name"] == text
    assert not set("<>&\n") & set(inside)
    head = with_head("<head></head>", "a.html", Head(text, "fr", text), (text, BASE, "fr"))
    page = html.fragment_fromstring(head.replace("head>", "div>"))
    assert {one.tag for one in page.iter() if one is not page} <= {"meta", "link"}


def test_the_calendar_of_the_cycle_holds_every_event(session, tmp_path: Path) -> None:
    made = tmp_path / "event.ics"
    made.write_bytes(event_calendar(session.event))
    into = tmp_path / "site"
    session.render("site", "site", into, {f"documents/{session.event.id}/calendar-ics": made})
    own = into / "evenements" / session.event.id / f"{session.event.id}.ics"
    for path in (into / "agenda.ics", own):
        (entry,) = Calendar.from_ical(path.read_bytes()).walk("VEVENT")
        assert str(entry["summary"]) == session.event.title.plain


def test_the_same_source_gives_the_same_bytes(session, tmp_path: Path) -> None:
    folders = [tmp_path / "one", tmp_path / "two"]
    for folder in folders:
        session.render("site", "site", folder)
    first, second = ({path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
                     for folder in folders)  # fmt: skip
    assert first == second
    card = next(content for path, content in first.items() if path.name == "carte.webp")
    assert card[8:12] == b"WEBP"


def test_a_site_without_an_address_offers_no_feed(site_of: Callable[[Mapping[str, str]], Path]) -> None:
    """Half an address leads nowhere from a reader of feeds: the file, the button, the link in heads and at the foot stay out."""
    folder = site_of({**WORKSPACE, "mkdocs.yml": "site_name: Un\n"})
    assert not (folder / "flux.xml").exists()
    assert not [one for one in folder.rglob("*.html") if "flux.xml" in one.read_text("utf-8")]
    assert (folder / "agenda.ics").is_file()
