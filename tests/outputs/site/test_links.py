"""The checker of built sites finds planted faults of each kind, and none in the dossier itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from deroule.outputs.site.links import broken_links, outside_requests


@pytest.mark.parametrize(
    ("written", "missing"),
    [
        ('<a href="nowhere.html">x</a>', "file"),
        ('<a href="other.html#nowhere">x</a>', "anchor"),
        ('<a href="#nowhere">x</a>', "anchor"),
        ('<img src="nowhere.png" alt="">', "file"),
        ('<video src="nowhere.mp4"></video>', "file"),
        ('<a href="folder/">x</a>', "file"),
    ],
)
def test_a_planted_fault_is_found(tmp_path: Path, written: str, missing: str) -> None:
    (tmp_path / "index.html").write_text(f"<html><body>{written}</body></html>")
    (tmp_path / "other.html").write_text("<html><body><p id='here'>x</p></body></html>")
    [found] = broken_links(tmp_path)
    assert (found.page, found.missing) == ("index.html", missing)


def test_what_leads_somewhere_is_left_alone(tmp_path: Path) -> None:
    links = '<a href="other.html#h%C3%A9">x</a><a href="https://example.org/">x</a><a href="mailto:a@example.org">x</a>'
    (tmp_path / "index.html").write_text(f"<html><body>{links}<a href='#top' id='top'>x</a></body></html>")
    (tmp_path / "other.html").write_text(
        "<html><head><meta charset='utf-8'></head><body><p id='hé'>x</p></body></html>"
    )
    assert broken_links(tmp_path) == []


def test_an_outside_request_is_found(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(
        "<html><body><script src='https://cdn.example.org/x.js'></script></body></html>"
    )
    assert [one.address for one in outside_requests(tmp_path)] == ["https://cdn.example.org/x.js"]


@pytest.mark.slow
def test_the_dossier_has_no_broken_link_and_asks_nobody_for_anything(built: Path) -> None:
    assert broken_links(built / "site") == []
    assert outside_requests(built / "site") == []


@pytest.mark.slow
def test_every_slide_of_every_event_has_its_anchor(built: Path, dossier) -> None:
    for event in dossier.events:
        for sequence in event.sequences:
            page = (built / "site" / "evenements" / event.id / f"{sequence.id}.html").read_text(encoding="utf-8")
            assert all(f'id="{slide.id}"' in page for slide in sequence.slides)
