"""What a rehearsal tells beside its film: marks, captions and chapters, in the shape of any other recording."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from deroule.model.event import Event
from deroule.model.recording import Chapter, Cue, Mark, MediaFile, Recording
from deroule.outputs.rehearsal.shooting import Take

FILM = "rehearsal.mp4"


def recording_of(event: Event, takes: Sequence[Take]) -> Recording:
    """Lay the takes one after the other."""
    marks, cues = [], []
    reached = 0
    for take in takes:
        start = reached / 48_000
        reached += take.film.ticks
        page = take.narration.page
        marks.append(Mark(round(start, 3), round(reached / 48_000, 3), page.slide_id, page.number, by="deck"))
        cues += [
            Cue(round(start + line.start, 3), round(start + line.end, 3), line.text, slide=page.slide_id)
            for line in take.lines
        ]
    duration = round(reached / 48_000, 3)
    return Recording(
        "rehearsal", event.title.plain, event.language, duration, (MediaFile(FILM, "video/mp4", "main", duration),),
        tuple(marks), {event.language: tuple(cues)}, chapters_of(event, takes, marks),
    )  # fmt: skip


def chapters_of(event: Event, takes: Sequence[Take], marks: Sequence[Mark]) -> tuple[Chapter, ...]:
    """Name the stretches after sequences (level 1) and their sections (level 2).

    What stands before the first sequence bears the event's title, what follows the last one the title of its first
    page, so that the whole recording lies in chapters.
    """
    titles = {one.id: one.title.plain for one in event.sequences}
    sections = {(one.id, part.id): part.title.plain for one in event.sequences for part in one.sections}
    found: list[Chapter] = []
    pages = [take.narration.page for take in takes]
    for start, end in _runs([page.sequence for page in pages]):
        name = pages[start].sequence
        title = titles.get(name or "", event.title.plain if start == 0 else pages[start].title)
        found.append(Chapter(marks[start].start, _end(marks[end - 1]), title, name or pages[start].id))
        for first, last in _runs([page.section for page in pages[start:end]]):
            section = pages[start + first].section
            if section is not None and (name or "", section) in sections:
                span = marks[start + first].start, _end(marks[start + last - 1])
                found.append(Chapter(*span, sections[name or "", section], section, 2))
    return tuple(found)


def _end(mark: Mark) -> float:
    return mark.end if mark.end is not None else mark.start


def _runs(names: Sequence[str | None]) -> list[tuple[int, int]]:
    """Give first and end of each run of equal names."""
    edges = [0, *(at for at in range(1, len(names)) if names[at] != names[at - 1]), len(names)]
    return [(start, end) for start, end in pairwise(edges) if end > start]
