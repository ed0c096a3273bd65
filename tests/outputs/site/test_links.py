"""The checker of built sites finds planted faults of each kind, and none in the dossier itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from deroule.outputs.site import link_reading
from deroule.outputs.site.links import broken_links, check_links, outside_requests


@pytest.mark.parametrize(
    ("written", "missing"),
    [
        ('<a href="nowhere.html">x</a>', "file"),
        ('<A HREF=nowhere.html>x</A>', "file"),
        ('<a href="other.html#nowhere">x</a>', "anchor"),
        ('<a href="#nowhere">x</a>', "anchor"),
        ('<a href="Other.html">x</a>', "file"),
        ('<a href="other%2Ehtml%23here">x</a>', "file"),
        ('<a href="other.html#H%C3%A9">x</a>', "anchor"),
        ('<a href="nowhere.html?q=other.html">x</a>', "file"),
        ('<a href="folder/">x</a>', "file"),
        ('<a href="../elsewhere.html">x</a>', "site"),
        ('<a href="/other.html">x</a>', "root"),
        ('<a href="http://[nobody">x</a>', "file"),
        ('<map><area href="nowhere.html"></map>', "file"),
        ('<form action="nowhere.html"></form>', "file"),
        ('<blockquote cite="nowhere.html">x</blockquote>', "file"),
        ('<meta http-equiv="Refresh" content="0; url=nowhere.html">', "file"),
        ('<link rel="next" href="nowhere.html">', "file"),
        ('<link rel="stylesheet" href="nowhere.css">', "file"),
        ('<script src="nowhere.js"></script>', "file"),
        ('<img src="nowhere.png" alt="">', "file"),
        ('<img src="here.png" srcset="here.png 1x, nowhere.png 2x" alt="">', "file"),
        ('<video src="nowhere.mp4"></video>', "file"),
        ('<video poster="nowhere.png"></video>', "file"),
        ('<video><source src="nowhere.mp4"><track src="here.png"></video>', "file"),
        ('<audio src="nowhere.mp3"></audio>', "file"),
        ('<track src="nowhere.vtt">', "file"),
        ('<object data="nowhere.pdf"></object>', "file"),
        ('<iframe src="nowhere.html"></iframe>', "file"),
        ('<svg><use href="#nowhere"/></svg>', "anchor"),
        ('<p style="background: url(nowhere.png)">x</p>', "file"),
        ('<style>p { background: url("nowhere.png") }</style>', "file"),
        ('<i id="here"></i><b id="here"></b>', "twice"),
    ],
)  # fmt: skip
def test_a_planted_fault_is_found(tmp_path: Path, written: str, missing: str) -> None:
    (tmp_path / "index.html").write_text(f"<html><body>{written}</body></html>")
    (tmp_path / "other.html").write_text("<html><body><p id='here'>x</p></body></html>")
    (tmp_path / "here.png").write_bytes(b"")
    [found] = check_links(tmp_path)
    assert (found.page, found.missing) == ("index.html", missing)


ADDRESS = "https://dossier.example.org/sous-chemin/"


@pytest.mark.parametrize(
    ("file", "written"),
    [
        ("flux.xml", "<rss><item><link>{}nowhere.html</link></item></rss>"),
        ("sitemap.xml", "<urlset><url><loc>{}nowhere.html</loc></url></urlset>"),
        ("evenements.ics", "BEGIN:VEVENT\r\nURL:{}now\r\n here.html\r\nEND:VEVENT\r\n"),
        ("evenements.json", '{{"url": "{}nowhere.html"}}'),
        ("a.html", '<link rel="canonical" href="{}nowhere.html">'),
        ("a.html", '<meta property="og:image" content="{}nowhere.png">'),
        ("a.html", '<script type="application/ld+json">{{"@type": "Event", "url": "{}nowhere.html"}}</script>'),
        ("a.html", '<a href="{}other.html#nowhere">x</a>'),
    ],
)
def test_the_sites_own_address_is_followed_wherever_it_is_told(tmp_path: Path, file: str, written: str) -> None:
    (tmp_path / "index.html").write_text("<p>x</p>")
    (tmp_path / "other.html").write_text("<p id='here&amp;there'>x</p>")
    (tmp_path / file).write_text(written.format(ADDRESS), newline="")
    assert [(one.page, one.missing) for one in check_links(tmp_path, ADDRESS)] in ([(file, "file")], [(file, "anchor")])
    sound = f"{ADDRESS} {ADDRESS}other.html {ADDRESS}other.html#here&amp;there https://example.org/nowhere.html"
    (tmp_path / file).write_text(sound)
    assert check_links(tmp_path, ADDRESS) == ()


def test_many_pages_are_read_by_two_processes_as_by_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(link_reading.MANY):
        page = f"<p id='p{number}'>x</p><a href='{number + 1}.html#p{number + 1}'>x</a><i id='a'></i><i id='a'></i>"
        (tmp_path / f"{number}.html").write_text(page)
    found = check_links(tmp_path)
    assert [one.missing for one in found].count("twice") == link_reading.MANY
    assert [one.address for one in found if one.missing == "file"] == [f"{link_reading.MANY}.html#p{link_reading.MANY}"]
    monkeypatch.setattr(link_reading, "MANY", link_reading.MANY + 1)
    assert check_links(tmp_path) == found


def test_a_page_that_has_moved_must_lead_somewhere(tmp_path: Path) -> None:
    moved = '<html><head><meta http-equiv="refresh" content="0; url={}"></head><body><a href="{}">x</a></body></html>'
    (tmp_path / "old.html").write_text(moved.format("new.html", "new.html"))
    assert [(one.page, one.address) for one in check_links(tmp_path)] == [("old.html", "new.html")]
    (tmp_path / "new.html").write_text("<p>x</p>")
    assert check_links(tmp_path) == ()


def test_a_style_sheets_pictures_are_looked_for_from_where_it_lies(tmp_path: Path) -> None:
    (tmp_path / "style").mkdir()
    (tmp_path / "style" / "a.css").write_text("a { background: url(here.png) } b { background: url(../nowhere.png) }")
    (tmp_path / "style" / "here.png").write_bytes(b"")
    assert [(one.page, one.address) for one in broken_links(tmp_path)] == [("style/a.css", "../nowhere.png")]


def test_what_leads_somewhere_is_left_alone(tmp_path: Path) -> None:
    links = (
        '<a href="other.html#h%C3%A9">x</a><a href="https://example.org/">x</a><a href="mailto:a@example.org">x</a>'
        '<a href="folder/">x</a><a href="other.html?q=1">x</a><img src="data:image/png;base64,AA==" alt="">'
        '<a href="other.html#:~:text=x">x</a><code>&lt;a href="nowhere.html"&gt;</code><!-- <a href="nowhere.html"> -->'
    )
    (tmp_path / "index.html").write_text(f"<html><body>{links}<a href='#top' id='top'>x</a></body></html>")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "index.html").write_text("<html><body>x</body></html>")
    page = "<html><head><meta charset='utf-8'></head><body><p id='hé'>x</p></body></html>"
    (tmp_path / "other.html").write_text(page, encoding="utf-8")
    assert check_links(tmp_path) == ()


@pytest.mark.parametrize(
    "written",
    [
        "<script src='https://cdn.example.org/x.js'></script>",
        "<link rel='preconnect' href='https://fonts.example.org'>",
        "<img src='//cdn.example.org/x.png' alt=''>",
        "<img srcset='https://cdn.example.org/x.png 2x' alt=''>",
        "<video poster='https://cdn.example.org/x.png'></video>",
        "<style>@import 'https://cdn.example.org/x.css';</style>",
        "<p style='background: url(https://cdn.example.org/x.png)'></p>",
    ],
)
def test_an_outside_request_is_found(tmp_path: Path, written: str) -> None:
    (tmp_path / "index.html").write_text(f"<html><body>{written}<a href='https://example.org'>x</a></body></html>")
    assert [one.missing for one in outside_requests(tmp_path)] == ["outside"]


@pytest.mark.slow
def test_the_dossier_has_no_broken_link_and_asks_nobody_for_anything(built: Path) -> None:
    assert check_links(built / "site") == ()


@pytest.mark.slow
def test_every_slide_of_every_event_has_its_anchor(built: Path, dossier) -> None:
    for event in dossier.events:
        for sequence in event.sequences:
            page = (built / "site" / "evenements" / event.id / f"{sequence.id}.html").read_text(encoding="utf-8")
            assert all(f'id="{slide.id}"' in page for slide in sequence.slides)
