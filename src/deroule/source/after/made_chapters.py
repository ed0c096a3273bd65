"""Chapters made from when the slides were shown: one a sequence, one a section; and the time each sequence took."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from deroule.diagnostics import Words
from deroule.model.event import Event
from deroule.model.recording import Chapter, Mark, SequenceTime
from deroule.model.transcript import spans_of

GLANCE = 20.0
"""Seconds: a slide shown again for less than this, in answer to a question, does not begin a chapter."""
OPENING = Words("Accueil", "Welcome")
ENDING = Words("Clôture", "Closing")
AGAIN = Words("{title} (suite)", "{title} (continued)")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the recording. `about` is what it shows: a slide, a sequence, a section; nothing when unknown."""

    start: float
    end: float
    about: str | None


def made_chapters(event: Event, marks: Sequence[Mark], duration: float) -> tuple[Chapter, ...]:
    """Make the chapters that the slides' times tell. `duration` is 0 when the recording's length is unknown."""
    shown = _shown(event, marks, duration)
    sequences, sections = _sequences(event), _sections(event)
    titles = _titles(event)
    made: list[Chapter] = []
    told: set[str] = set()
    for stretch in _without_glances(_runs(shown, sequences)):
        if stretch.about is None:
            continue
        made.append(_chapter(event, stretch, titles, told, level=1))
        within = {slide: sections.get(slide, "") for slide, place in sequences.items() if place == stretch.about}
        for part in _without_glances(_runs(_clipped(shown, stretch), within)):
            if part.about:
                made.append(_chapter(event, part, titles, told, level=2))
    return tuple(made)


def sequence_times(event: Event, marks: Sequence[Mark], duration: float) -> tuple[SequenceTime, ...]:
    """Reckon how long each sequence took, beside its plan. A screen share counts for the sequence it is part of."""
    taken: dict[str, float] = {}
    for stretch in _runs(_shown(event, marks, duration), _sequences(event)):
        if stretch.about:
            taken[stretch.about] = taken.get(stretch.about, 0.0) + stretch.end - stretch.start
    return tuple(
        SequenceTime(one.id, one.duration.total_seconds(), round(taken[one.id], 3))
        for one in event.sequences
        if one.id in taken
    )


def _shown(event: Event, marks: Sequence[Mark], duration: float) -> list[Stretch]:
    """Give what is shown from the first mark on, without gaps; the last one lasts as planned if nothing tells its end."""
    planned = {slide.id: slide.duration.total_seconds() for slide in event.slides}
    made = []
    for start, end, slide in spans_of(marks):
        if end == float("inf"):
            end = duration if duration > start else start + max(1.0, planned.get(slide or "", 0.0))
        if end > start:
            made.append(Stretch(start, end, slide))
    return made


def _runs(shown: Sequence[Stretch], places: dict[str, str]) -> list[Stretch]:
    """Gather slides that follow one another in one place; what has no place belongs to the place around it."""
    made: list[Stretch] = []
    for one in shown:
        place = places.get(one.about or "")
        if made and place in (None, made[-1].about):
            made[-1] = replace(made[-1], end=one.end)
        elif made and made[-1].about is None:
            made[-1] = Stretch(made[-1].start, one.end, place)
        else:
            if made:
                made[-1] = replace(made[-1], end=one.start)
            made.append(Stretch(one.start, one.end, place))
    return made


def _without_glances(runs: Sequence[Stretch]) -> list[Stretch]:
    """Let a short look at something else be part of what it interrupts."""
    made: list[Stretch] = []
    for number, one in enumerate(runs):
        after = runs[number + 1].about if number + 1 < len(runs) else None
        glance = one.end - one.start < GLANCE and made and after == made[-1].about
        if glance or (made and made[-1].about == one.about):
            made[-1] = replace(made[-1], end=one.end)
        else:
            made.append(one)
    return made


def _clipped(shown: Sequence[Stretch], around: Stretch) -> list[Stretch]:
    return [
        Stretch(max(one.start, around.start), min(one.end, around.end), one.about)
        for one in shown
        if one.end > around.start and one.start < around.end
    ]


def _chapter(event: Event, stretch: Stretch, titles: dict[str, str], told: set[str], *, level: int) -> Chapter:
    about = stretch.about or ""
    title = titles.get(about, about)
    if about in told:
        title = AGAIN.in_language(event.language, title=title)
    told.add(about)
    return Chapter(round(stretch.start, 3), round(stretch.end, 3), title, about, level)


def _sequences(event: Event) -> dict[str, str]:
    """Slide to sequence; what comes before the first and after the last bears the id of its first slide."""
    found = {slide.id: sequence.id for sequence in event.sequences for slide in sequence.slides}
    for around in (event.opening, event.ending):
        found |= {slide.id: around[0].id for slide in around}
    return found


def _sections(event: Event) -> dict[str, str]:
    return {
        slide: section.id for sequence in event.sequences for section in sequence.sections for slide in section.slides
    }


def _titles(event: Event) -> dict[str, str]:
    titles = {one.id: one.title.plain for one in event.sequences}
    titles |= {section.id: section.title.plain for one in event.sequences for section in one.sections}
    if event.opening:
        titles[event.opening[0].id] = OPENING.in_language(event.language)
    if event.ending:
        titles[event.ending[0].id] = ENDING.in_language(event.language)
    return titles
