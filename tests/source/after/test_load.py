"""after.yml into Event.after: offset, cuts, names, slides, chapters, times; faults at their lines."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deroule.diagnostics import Diagnostic
from deroule.model.chapters import check_order
from deroule.model.recording import After, Chapter, SequenceTime
from deroule.source import load
from deroule.workspace import MemoryWorkspace

DAY = dt.date(2026, 11, 24)
EVENT = """title: Une réunion
duration: 60 min
language: fr
sequences: [debut, coeur]
speakers:
  ada: {name: Ada Martin, consent: {recording: 2026-01-01, publication: 2026-01-01}}
"""
START = """kind: introduction
title: Pour commencer
duration: 10 min
slides:
  - {title: Bonjour, text: Bienvenue}
  - {title: Le plan, text: Deux parties}
"""
HEART = """kind: concept
title: Le cœur du sujet
duration: 20 min
divider: {show: no}
slides:
  - {title: Avant tout, text: Un mot}
  - section: Les faits
    divider: no
  - {title: Un fait, text: Voici}
  - {title: Deux faits, text: Voilà}
  - section: Les suites
    divider: no
  - poll: suite
    title: Et ensuite ?
    question: On continue ?
    options: [Oui, Non]
"""
CAPTIONS = """WEBVTT

00:00:10.000 --> 00:00:13.000
<v Ada Martin>Bonjour à toutes et à tous.</v>

00:01:10.000 --> 00:01:13.000
<v Zoé Petit>Une question.</v>

00:04:50.000 --> 00:04:54.000
<v Ada Martin>Voici un fait.</v>

00:09:30.000 --> 00:09:33.000
Et encore.

00:14:00.000 --> 00:14:03.000
Toujours.

00:18:00.000 --> 00:18:03.000
Enfin.
"""


def workspace(after: str = "", *, day: dt.date = DAY, event: str = EVENT, **files: str | bytes) -> MemoryWorkspace:
    """Make a workspace; `files` stand in `after/`, `__` in their names for the point."""
    held: dict[str, str | bytes] = {
        "sequences/organisation.yml": "organisations: {maison: {name: Maison}}\n",
        "sequences/e/event.yml": event,
        "sequences/e/debut.yml": START,
        "sequences/e/coeur.yml": HEART,
    }
    if after:
        held["sequences/e/after/after.yml"] = after
    for name, content in files.items():
        held[f"sequences/e/after/{name.replace('__', '.')}"] = content
    return MemoryWorkspace(held, today=day)


def read(after: str, **options: object) -> tuple[After | None, list[Diagnostic]]:
    """Load the workspace; give what the event left and what was found in `after/` or about it."""
    outcome = load(workspace(after, **options))  # type: ignore[arg-type]
    found = [one for one in outcome.diagnostics if one.code.id.startswith("IMP") or "/after/" in str(one.span)]
    return outcome.value.event("e").after, found


def told(found: list[Diagnostic]) -> list[tuple[str, int]]:
    """Give name and line of each finding."""
    return [(one.code.name, one.span.line if one.span else 0) for one in found]


WHOLE = """tool: zoom
length: 0:20:00
media: [film.mp4]
captions: {fr: captions.fr.vtt}
consent: 2026-02-01
slides:
  - {at: 0:00:00, slide: couverture}
  - {at: 0:01:00, slide: bonjour}
  - {at: 0:02:00, slide: le-plan}
  - {at: 0:03:00, slide: avant-tout}
  - {at: 0:05:00, slide: un-fait}
  - {at: 0:08:00, slide: bonjour}
  - {at: 0:08:10, slide: deux-faits}
  - {at: 0:12:00, slide: suite}
"""
FILES = {"film__mp4": b"film", "captions__fr__vtt": CAPTIONS}


def test_chapters_are_made_from_sequences_and_sections() -> None:
    after, found = read(WHOLE, **FILES)
    assert after is not None
    assert told(found) == []
    assert after.recording.chapters == (
        Chapter(0, 60, "Accueil", "couverture", 1),
        Chapter(60, 180, "Pour commencer", "debut", 1),
        Chapter(180, 1200, "Le cœur du sujet", "coeur", 1),
        Chapter(300, 720, "Les faits", "les-faits", 2),
        Chapter(720, 1200, "Les suites", "les-suites", 2),
    )
    assert after.times == (SequenceTime("debut", 600, 130), SequenceTime("coeur", 1200, 1010))


def test_cues_bear_their_slide_and_their_speaker() -> None:
    after, _ = read(WHOLE, **FILES)
    assert after is not None
    cues = after.recording.captions["fr"][:3]
    assert [(cue.speaker, cue.slide) for cue in cues] == [
        ("Ada Martin", "couverture"), ("Zoé Petit", "bonjour"), ("Ada Martin", "avant-tout"),
    ]  # fmt: skip
    assert [one.file for one in after.recording.media] == ["sequences/e/after/film.mp4"]


def test_offset_and_cuts_move_everything_together() -> None:
    edited = WHOLE.replace("length:", "offset: 30\ncuts:\n  - {from: 0:01:00, to: 0:02:00}\nlength:")
    edited += "chat:\n  - {text: Dans la coupe, at: 0:00:45}\n  - {text: Après, at: 0:02:00}\n"
    edited += "films:\n  - {address: https://a.fr/1, at: 0:00:45}\n  - {address: https://a.fr/2, at: 0:02:00}\n"
    after, found = read(edited, **FILES)
    assert after is not None and not found
    marks = {mark.slide: (mark.start, mark.end) for mark in reversed(after.recording.marks)}
    assert marks["couverture"] == (30, 60)
    assert marks["le-plan"] == (90, 150)
    assert [cue.start for cue in after.recording.captions["fr"]][:2] == [40, 260], "the second one was cut away"
    assert [(one.text, one.start) for one in after.recording.chat] == [("Après", 90)]
    assert [(one.address, one.start) for one in after.recording.films] == [("https://a.fr/2", 90)]
    assert after.recording.duration == 1140
    assert after.edit.kept == ((0, 60), (120, 1200))
    assert after.recording.chapters[-1].end == 1140


def test_participants_are_not_named_without_their_consent() -> None:
    after, found = read(
        WHOLE.replace("consent: 2026-02-01\n", "")
        + "chat:\n  - {text: Bonjour, by: Zoé Petit}\n  - {text: Oui, by: Participant 2}\n"
        + "questions:\n  - {question: Quand ?, asker: Ada MARTIN}\n",
        **FILES,
    )
    assert after is not None
    assert [cue.speaker for cue in after.recording.captions["fr"]][:3] == ["Ada Martin", "Participant", "Ada Martin"]
    assert [one.author for one in after.recording.chat] == ["Participant", "Participant 2"]
    assert after.recording.questions[0].asker == "Ada Martin"
    assert [name for name, _ in told(found)] == ["unconsented-name", "unnamed-voice"]
    assert "Zoé" not in " ".join(one.message("fr") for one in found)


@pytest.mark.parametrize("consent", ["", ", consent: {publication: 2026-01-01}", ", consent: {recording: 2026-01-01, until: 2026-11-23}"])  # fmt: skip
def test_a_missing_or_expired_consent_stops_the_replay(consent: str) -> None:
    event = EVENT.replace(", consent: {recording: 2026-01-01, publication: 2026-01-01}", consent)
    after, found = read(WHOLE, event=event, day=dt.date(2026, 11, 24), **FILES)
    assert after is not None
    assert after.withheld == ("ada",)
    assert after.recording.media == () and after.recording.captions == {} and after.caption_files == ()
    assert after.recording.chapters, "when slides were shown tells nothing of the person"
    assert "withheld-recording" in [name for name, _ in told(found)]


def test_faults_are_told_at_their_lines() -> None:
    after, found = read(
        """media: [absent.mp4, notes.pdf]
captions: {fr: absent.vtt}
length: 0:10:00
cuts:
  - {from: 0:05:00, to: 0:04:00}
speakers: {Ada: inconnue}
slides:
  - {at: 0:01:00, slide: bonjour}
  - {at: 0:00:30, slide: inconnue}
  - {at: 1:00:00, slide: le-plan}
polls:
  - {question: Quoi ?, poll: absent}
chapters:
  - {at: 0:00:00, to: 0:02:00, title: Un}
  - {at: 0:01:00, to: 0:03:00, title: Deux, about: nulle-part}
""",
        notes__pdf=b"x",
    )
    assert after is not None
    assert sorted(told(found)) == sorted(
        [
            ("missing-file", 1), ("unknown-media", 1), ("missing-file", 2), ("faulty-cut", 5), ("unknown-id", 6),
            ("slides-order", 9), ("unknown-id", 9), ("outside-recording", 10), ("unknown-id", 12), ("unknown-id", 15),
            ("chapters-order", 14),
        ]
    )  # fmt: skip


def test_an_event_without_after_has_none_and_an_empty_one_is_told() -> None:
    assert read("")[0] is None
    after, found = read("# rien\n")
    assert after is None and told(found) == [("unreadable-file", 1)]


def test_captions_are_judged_at_their_lines() -> None:
    faulty = (
        "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n" + "Une ligne bien trop longue pour être lue en une seconde.\n\n"
        "00:00:01.500 --> 00:00:03.000\nTrop tôt.\n\n00:00:0x --> 00:00:05.000\nIllisible.\n\n"
        "00:19:58.000 --> 00:20:30.000\nTrop tard.\n"
    )
    _, found = read(WHOLE, film__mp4=b"", captions__fr__vtt=faulty)
    assert sorted(told(found)) == [
        ("broken-captions", 9), ("captions-coverage", 12), ("captions-coverage", 12), ("captions-order", 6),
        ("captions-too-fast", 3), ("captions-too-long", 3),
    ]  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(
    marks=st.lists(st.tuples(st.integers(0, 2000), st.sampled_from(["bonjour", "un-fait", "suite", "", "fin"])), max_size=8),
    offset=st.integers(-900, 900), cuts=st.lists(st.tuples(st.integers(0, 1500), st.integers(0, 1500)), max_size=3),
)  # fmt: skip
def test_whatever_is_written_comes_out_in_order_and_within_the_recording(marks, offset, cuts) -> None:
    lines = [f"  - {{at: {at}, slide: '{slide}'}}" if slide else f"  - {{at: {at}}}" for at, slide in marks]
    slides = "slides:\n" + "\n".join(lines) + "\n" if lines else ""
    cut = "cuts:\n" + "\n".join(f"  - {{from: {start}, to: {end}}}" for start, end in cuts) + "\n" if cuts else ""
    after, _ = read(f"length: 1500\noffset: {offset}\n{cut}{slides}")
    assert after is not None
    shown = after.recording.marks
    assert all(0 <= mark.start < (mark.end or 0) <= after.recording.duration for mark in shown)
    assert all(before.end <= mark.start for before, mark in itertools.pairwise(shown))
    check_order(after.recording.chapters)
