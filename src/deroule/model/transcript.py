"""The transcript: cues laid on the slides that were shown, gathered into passages by slide and speaker."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence
from itertools import groupby

from deroule.model.recording import Cue, Mark
from deroule.model.replay import Passage


def on_slides(cues: Sequence[Cue], marks: Sequence[Mark]) -> tuple[Cue, ...]:
    """Give each cue the slide that was shown for most of it; nothing before the first mark or during a screen share.

    `marks` are in order; a mark without an end lasts until the next one.
    """
    if not marks:
        return tuple(cues)
    spans = spans_of(marks)
    made = []
    first = 0
    for cue in sorted(cues, key=lambda one: (one.start, one.end)):
        while first < len(spans) - 1 and spans[first][1] <= cue.start:
            first += 1
        shown: dict[str | None, float] = {}
        for start, end, slide in spans[first:]:
            if start >= cue.end:
                break
            shown[slide] = shown.get(slide, 0.0) + max(0.0, min(end, cue.end) - max(start, cue.start))
        best = max(shown, key=lambda slide: shown[slide]) if shown and max(shown.values()) > 0 else None
        made.append(dataclasses.replace(cue, slide=best))
    return tuple(made)


def spans_of(marks: Sequence[Mark]) -> list[tuple[float, float, str | None]]:
    """Give start, end and slide of each mark, each ending at the latest where the next one begins."""
    spans = []
    for number, mark in enumerate(marks):
        following = marks[number + 1].start if number + 1 < len(marks) else float("inf")
        spans.append((mark.start, min(mark.end if mark.end is not None else following, following), mark.slide))
    return spans


def passages(cues: Iterable[Cue]) -> tuple[Passage, ...]:
    """Gather cues that follow one another on one slide by one speaker."""
    ordered = sorted(cues, key=lambda one: (one.start, one.end))
    return tuple(
        Passage(slide, speaker, tuple(group))
        for (slide, speaker), group in groupby(ordered, key=lambda one: (one.slide, one.speaker))
    )
