"""The published clock, the time of presence, the transcript's passages, whose recording may be shown."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deroule.model.people import Consent, Speaker, withheld
from deroule.model.recording import Cue, Cut, Edit, Mark, Participant, PollAnswer, PollResult, Presence
from deroule.model.richtext import RichText
from deroule.model.transcript import on_slides, passages


def test_offset_then_cuts() -> None:
    edit = Edit(10, (Cut(60, 120), Cut(200, 260)), 600)
    assert [edit.published(time) for time in (0, 49, 50, 80, 110, 200, 700)] == [10, 59, 60, 60, 60, 140, 480]
    assert edit.duration == 480
    assert edit.kept == ((0, 60), (120, 200), (260, 600))
    assert edit.stretch(50, 110) is None, "all of it is cut away"
    assert edit.stretch(40, 120) == (50, 70)
    assert Edit().kept == () and Edit(length=90).duration == 90


times = st.floats(-500, 3000, allow_nan=False)


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 900), st.integers(1, 90)), max_size=4), st.integers(-200, 200), times, times)
def test_time_never_runs_backwards(lengths: list[tuple[int, int]], offset: int, one: float, other: float) -> None:
    cuts, reached = [], 0
    for gap, length in lengths:
        cuts.append(Cut(reached + gap, reached + gap + length))
        reached += gap + length
    edit = Edit(offset, tuple(cuts), 1000)
    first, second = sorted((one, other))
    assert 0 <= edit.published(first) <= edit.published(second) <= edit.duration
    assert abs(sum(end - start for start, end in edit.kept) - edit.duration) < 1e-6 or not cuts


def test_presence_counts_two_windows_once() -> None:
    stays = (Presence(0, 100), Presence(50, 80), Presence(90, 150), Presence(300, 310))
    assert Participant("k", "n", stays=stays).seconds == 160
    assert Participant("k", "n").seconds == 0


def test_cues_are_laid_on_slides_and_gathered() -> None:
    marks = (Mark(10, 20, "a"), Mark(20, 30, None), Mark(30, None, "b"))
    cues = [
        Cue(2, 8, "avant"),
        Cue(11, 14, "un", "Ada"),
        Cue(18, 21, "deux", "Ada"),
        Cue(22, 28, "partage"),
        Cue(29, 90, "fin"),
    ]
    laid = on_slides(cues, marks)
    assert [cue.slide for cue in laid] == [None, "a", "a", None, "b"]
    assert [(one.slide, one.speaker, len(one.cues)) for one in passages(laid)] == [
        (None, "", 1), ("a", "Ada", 2), (None, "", 1), ("b", "", 1),
    ]  # fmt: skip
    assert passages(laid)[1].start == 11 and passages(laid)[1].end == 21


def test_consent_holds_until_its_last_day() -> None:
    def speaker(**consent: object) -> Speaker:
        return Speaker(name=RichText.of("Ada"), consent=Consent.model_validate(consent) if consent else None)

    day = dt.date(2026, 11, 24)
    speakers = {
        "gave": speaker(recording=dt.date(2026, 1, 1)),
        "last-day": speaker(recording=dt.date(2026, 1, 1), until=day),
        "expired": speaker(recording=dt.date(2026, 1, 1), until=day - dt.timedelta(1)),
        "publication-alone": speaker(publication=dt.date(2026, 1, 1)),
        "never": speaker(),
    }
    assert withheld(speakers, day) == ("expired", "publication-alone", "never")


@pytest.mark.parametrize(
    ("labels", "votes"),
    [
        (["D'accord", "Pas d'accord"], {"D’accord": 3, "Pas d’accord": 1}),
        (["A. D’accord", "B. Pas d’accord"], {"D’accord": 3, "Pas d’accord": 1}),
        (["A", "B"], {"D’accord": 3, "Pas d’accord": 1}),
        (["1", "2"], {"D’accord": 3, "Pas d’accord": 1}),
        (["D’ACCORD", "Sans avis"], {"D’accord": 3}),
        (["Oui", "Non"], {}),
        (["A", "F"], {}),
    ],
)
def test_votes_are_told_by_our_own_options_however_the_tool_writes_them(
    labels: list[str], votes: dict[str, int]
) -> None:
    answers = tuple(PollAnswer(label, count) for label, count in zip(labels, (3, 1), strict=True))
    assert PollResult("Tout seul ?", answers).votes(["D’accord", "Pas d’accord"]) == votes
