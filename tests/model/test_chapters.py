"""Chapters in each form that takes them, checked by what reads that form."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deroule.model import chapters as forms
from deroule.model.chapters import ChapterOrderError, check_order
from deroule.model.clock import exact, spoken, whole
from deroule.model.recording import Chapter
from deroule.source.after.webvtt import read_webvtt

TALK = (
    Chapter(0, 125, "Accueil", "couverture"),
    Chapter(125, 1800, "Décryptage ; l'essentiel = #1", "decryptage"),
    Chapter(125, 900, "Les faits", "faits", 2),
    Chapter(900, 1800, "Les suites", "suites", 2),
    Chapter(1800, 3725.5, "Clôture", "fin"),
)
NESTED = (Chapter(0, 100, "A"), Chapter(0, 40, "A1", level=2), Chapter(40, 100, "A2", level=2), Chapter(100, 200, "B"))


def test_webvtt_tells_levels_by_nesting_and_reads_back() -> None:
    read = read_webvtt(forms.as_webvtt(TALK))
    assert read.faults == ()
    assert [(cue.start, cue.end, cue.text, cue.id) for cue in read.cues] == [
        (one.start, one.end, one.title, one.id) for one in TALK
    ]


def test_ffmetadata_escapes_what_ffmpeg_reads_as_its_own() -> None:
    text = forms.as_ffmetadata(TALK, title="Réunion = essai")
    assert text.startswith(";FFMETADATA1\ntitle=Réunion \\= essai\n")
    assert "START=125000\nEND=1800000\ntitle=Décryptage \\; l'essentiel \\= \\#1\n" in text
    assert text.count("[CHAPTER]") == 3
    assert forms.as_ffmetadata(TALK, depth=2).count("[CHAPTER]") == 4


def test_podcast_json_is_version_1_2_0_of_the_namespace() -> None:
    held = json.loads(forms.as_podcast_json(TALK, title="Réunion"))
    assert held["version"] == "1.2.0" and held["title"] == "Réunion"
    assert held["chapters"][1] == {"startTime": 125, "endTime": 1800, "title": TALK[1].title}


def test_youtube_begins_at_zero_and_leaves_short_chapters_out() -> None:
    late = (Chapter(3, 60, "Un"), Chapter(60, 66, "Court"), Chapter(66, 200, "Deux"), Chapter(200, 300, "Trois"))
    assert forms.as_youtube(late).splitlines() == ["0:00 Un", "1:06 Deux", "3:20 Trois"]
    assert forms.as_youtube(TALK[:2]) == "", "two chapters are shown nowhere"
    assert forms.as_youtube(TALK).splitlines()[-1] == "30:00 Clôture"
    opening = (Chapter(0, 5, "Jingle"), Chapter(5, 60, "Un"), Chapter(60, 120, "Deux"), Chapter(120, 180, "Trois"))
    assert forms.as_youtube(opening).splitlines()[0] == "0:00 Un"


def test_peertube_and_esup_pod_take_hours_and_a_hundred_characters() -> None:
    lines = forms.as_peertube((Chapter(2, 60, "x" * 150), Chapter(60, 3700, "Deux"))).splitlines()
    assert lines[0].startswith("00:00:00 ") and len(lines[0]) == 109 and lines[0].endswith("…")
    assert lines[1] == "00:01:00 Deux"


def test_clips_point_into_the_page() -> None:
    clips = forms.as_clips(TALK, "https://example.org/r?x=1")
    assert clips[1]["url"] == "https://example.org/r?x=1&t=125" and clips[1]["endOffset"] == 1800
    assert {one["@type"] for one in clips} == {"Clip"}


def test_a_section_that_begins_with_its_sequence_bears_both_titles() -> None:
    assert [(one.start, one.end, one.title) for one in forms.flat(NESTED, 2)] == [
        (0, 40, "A – A1"), (40, 100, "A2"), (100, 200, "B"),
    ]  # fmt: skip
    assert [one.title for one in forms.flat(NESTED)] == ["A", "B"]


@pytest.mark.parametrize(
    "faulty",
    [
        (Chapter(10, 5, "A"),), (Chapter(-1, 5, "A"),), (Chapter(0, 0, "A"),),
        (Chapter(0, 50, "A"), Chapter(40, 60, "B")), (Chapter(50, 60, "A"), Chapter(0, 10, "B")),
        (Chapter(0, 50, "A"), Chapter(10, 60, "A1", level=2)),
    ],
)  # fmt: skip
@pytest.mark.parametrize("form", [forms.as_webvtt, forms.as_ffmetadata, forms.as_podcast_json, forms.as_youtube, forms.as_peertube])  # fmt: skip
def test_chapters_that_no_form_can_hold_are_refused_by_all(faulty, form) -> None:
    with pytest.raises(ChapterOrderError):
        form(faulty)


starts = st.lists(st.integers(0, 20_000), min_size=1, max_size=12, unique=True).map(sorted)
titles = st.text(min_size=1, max_size=30)


@settings(deadline=None)
@given(starts, st.data())
def test_whatever_the_titles_no_form_breaks_its_lines(begins: list[int], data: st.DataObject) -> None:
    ends = [*begins[1:], begins[-1] + 30]
    made = [Chapter(start, end, data.draw(titles)) for start, end in zip(begins, ends, strict=True)]
    check_order(made)
    assert forms.as_ffmetadata(made).count("\ntitle=") == len(made)
    assert len(json.loads(forms.as_podcast_json(made))["chapters"]) == len(made)
    peertube = forms.as_peertube(made).split("\n")[:-1]
    assert len(peertube) == len(made) and all(re.match(r"\d\d:\d\d:\d\d ", line) for line in peertube)
    youtube = [line for line in forms.as_youtube(made).split("\n") if line]
    assert not youtube or (youtube[0].startswith("0:00 ") and len(youtube) >= 3)


@pytest.mark.parametrize(
    ("seconds", "told"),
    [(0, ("00:00:00.000", "0:00", "00:00:00")), (59.9996, ("00:01:00.000", "1:00", "00:01:00")),
     (3661.5, ("01:01:01.500", "1:01:01", "01:01:01")), (-1, ("00:00:00.000", "0:00", "00:00:00")),
     (360000, ("100:00:00.000", "100:00:00", "100:00:00"))],
)  # fmt: skip
def test_clocks(seconds: float, told: tuple[str, str, str]) -> None:
    assert (exact(seconds), spoken(seconds), whole(seconds)) == told
