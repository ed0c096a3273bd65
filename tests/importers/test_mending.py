"""Captions cut for reading: no word is lost, added or moved, and what comes out keeps the rules."""

from __future__ import annotations

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from deroule.importers.mending import LONGEST, fits, in_lines, mend
from deroule.importers.voices import with_voices
from deroule.source.after.cues import ReadCue


def texts(cues) -> list[str]:
    return [cue.text for cue in mend(cues)[0]]


def test_a_long_caption_is_cut_at_a_sentence_and_set_on_two_lines() -> None:
    text = "Nous allons voir trois exemples. Le premier vient d'une commune de deux mille habitants, près d'Orléans."
    cues, done = mend([ReadCue(0, 10, text)])
    assert [cue.text for cue in cues] == [
        "Nous allons voir trois exemples.",
        "Le premier vient d'une commune de deux\nmille habitants, près d'Orléans.",
    ]
    assert cues[0].start == 0 and cues[0].end == cues[1].start and cues[1].end == 10 and done.cut == 1


def test_repeats_and_rolling_lines_are_said_once() -> None:
    assert texts([ReadCue(0, 2, "Oui."), ReadCue(2, 3, "Oui."), ReadCue(3, 5, "Bien.")]) == ["Oui.", "Bien."]
    lines = ["un deux", "trois quatre", "cinq six", "sept huit", "neuf dix", "onze douze", "treize"]
    rolling = [ReadCue(0, 2, lines[0])]
    rolling += [ReadCue(2 * n, 2 * n + 2, f"{a}\n{b}") for n, (a, b) in enumerate(itertools.pairwise(lines), 1)]
    assert " ".join(" ".join(texts(rolling)).split()) == " ".join(lines)


def test_captions_of_one_voice_do_not_overlap_two_voices_may() -> None:
    cues, done = mend([ReadCue(0, 5, "Un deux trois."), ReadCue(4, 8, "Quatre cinq six.")])
    assert cues[0].end == 4 and done.overlapping == 1
    cues, done = mend([ReadCue(0, 5, "Un deux trois.", "Ada"), ReadCue(4, 8, "Quatre cinq six.", "Zoé")])
    assert cues[0].end == 5 and done.overlapping == 0


def test_scraps_are_joined_and_short_ones_are_left_longer() -> None:
    cues, done = mend([ReadCue(0, 0.4, "Alors"), ReadCue(0.5, 2.5, "on commence."), ReadCue(9, 9.2, "Oui.")])
    assert [(cue.start, cue.end, cue.text) for cue in cues] == [(0, 2.5, "Alors on commence."), (9, 10, "Oui.")]
    assert done.joined == 1 and done.lengthened == 1


def test_names_in_front_become_voices_only_where_the_file_does_so() -> None:
    named = [
        ReadCue(n, n + 1, f"{who}: phrase {n}") for n, who in enumerate(["Ada Martin", "Zoé", "Ada Martin", "Zoé"])
    ]
    assert [cue.speaker for cue in with_voices([*named, ReadCue(5, 6, "et la suite")])] == [
        "Ada Martin", "Zoé", "Ada Martin", "Zoé", "Zoé",
    ]  # fmt: skip
    plain = [ReadCue(n, n + 1, f"phrase {n}") for n in range(8)]
    assert not any(cue.speaker for cue in with_voices([*plain, ReadCue(9, 10, "Attention : voici")]))


sentences = st.lists(
    st.text("abcdé ,.;!", min_size=1, max_size=130).filter(str.strip), min_size=1, max_size=6, unique=True
)


@settings(deadline=None)
@given(sentences, st.lists(st.tuples(st.integers(0, 60_000), st.integers(1, 9000)), min_size=6, max_size=6))
def test_no_word_is_lost_added_or_moved(said: list[str], times: list[tuple[int, int]]) -> None:
    starts = sorted(times)
    cues = [
        ReadCue(start / 1000, (start + length) / 1000, text, f"V{number}")
        for number, (text, (start, length)) in enumerate(zip(said, starts, strict=False))
    ]
    made, _ = mend(cues)
    ordered = sorted(cues, key=lambda one: (one.start, one.end))
    for cue in ordered:
        kept = " ".join(one.text for one in made if one.speaker == cue.speaker).split()
        assert kept == cue.text.split()
    assert all(one.start < one.end for one in made)
    for one in made:
        spaced = " " in one.text.replace("\n", " ")
        assert not spaced or len(one.text) <= LONGEST + 1 or max(map(len, one.text.split())) > 20


@settings(deadline=None)
@given(st.text("abc d", min_size=1, max_size=100).map(lambda text: " ".join(text.split())).filter(bool))
def test_lines_hold_the_same_words(text: str) -> None:
    assert in_lines(text).replace("\n", " ") == text
    if fits(text):
        assert all(len(line) <= 42 for line in in_lines(text).split("\n"))
