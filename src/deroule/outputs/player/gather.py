"""Gathers what the player shows: the event's slides and quizzes with what the session, or its rehearsal, left behind."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from deroule.layout.accents import HOUSE, accent_of
from deroule.model.event import Event
from deroule.model.recording import Recording
from deroule.model.replay import Origin, Replay, ReplaySequence, ReplaySlide
from deroule.model.transcript import on_slides, passages, spans_of
from deroule.outputs.player.quizzes import quizzes_of


def pages_of(event: Event, pictures: Path | None) -> list[dict[str, Any]]:
    """Give the facts of the deck's pages; of the slides as written, without pictures, when none were drawn."""
    if pictures is not None and (pictures / "pages.json").is_file():
        pages: list[dict[str, Any]] = json.loads((pictures / "pages.json").read_text(encoding="utf-8"))
        return pages
    return [
        {
            "id": slide.id, "slide_id": slide.id, "number": slide.number, "title": slide.title.plain,
            "sequence": slide.sequence, "section": slide.section, "text": "", "png": "", "part": 1,
        }
        for slide in event.slides
    ]  # fmt: skip


def session_of(event: Event) -> Recording | None:
    """Give what the session left behind; without the consent of who speaks, only what participants asked and chose."""
    after = event.after
    if after is None:
        return None
    if after.withheld:
        kept = replace(after.recording, media=(), captions={}, marks=(), chapters=(), duration=0.0)
        return replace(kept, films=(), chat=())
    return after.recording


def replay_of(event: Event, pages: Sequence[dict[str, Any]], recording: Recording | None, origin: Origin) -> Replay:
    """Gather the replay of an event. Media, captions and downloads are named by whoever puts them somewhere."""
    accents = {one.id: accent_of(one, event) for one in event.sequences}
    cues = _cues(event, recording)
    return Replay(
        id=event.id,
        title=event.title.plain,
        subtitle=event.written.subtitle.plain if event.written.subtitle else "",
        language=event.language,
        date=event.written.date.isoformat() if event.written.date else "",
        organiser=event.organiser.name.plain if event.organiser else "",
        summary=tuple(paragraph.plain for paragraph in event.written.summary.paragraphs),
        origin=origin,
        sequences=_sequences(event, recording, accents),
        slides=_slides(event, pages, recording, accents),
        duration=_length(recording) if recording else 0.0,
        chapters=recording.chapters if recording else (),
        passages=passages(cues),
        polls=recording.polls if recording else (),
        questions=recording.questions if recording else (),
        shared=tuple(_shared(recording)) if recording else (),
        films=recording.films if recording else (),
        chat=tuple(one for one in recording.chat if not one.private) if recording else (),
        quizzes=quizzes_of(event),
        speakers=tuple(speaker.name.plain for speaker in event.speakers.values()),
        licence=event.licence.plain if event.licence else "",
    )


def _length(recording: Recording) -> float:
    """Give how long a recording is; as far as its captions and chapters tell, where nothing says it."""
    ends = [cue.end for cues in recording.captions.values() for cue in cues]
    return recording.duration or max([*ends, *(chapter.end for chapter in recording.chapters)], default=0.0)


def _cues(event: Event, recording: Recording | None) -> tuple[Any, ...]:
    """Give the cues of the event's language, else of the first one, each on its slide."""
    if recording is None or not recording.captions:
        return ()
    captions = recording.captions
    cues = captions.get(event.language) or captions.get(event.language[:2]) or next(iter(captions.values()))
    placed = any(cue.slide for cue in cues)
    return cues if placed else on_slides(cues, recording.marks)


def _sequences(event: Event, recording: Recording | None, accents: dict[str, int]) -> tuple[ReplaySequence, ...]:
    taken = {time.sequence: time.actual for time in event.after.times} if event.after else {}
    if recording is not None and recording.tool == "rehearsal":
        taken = {}
        for chapter in (one for one in recording.chapters if one.level == 1):
            taken[chapter.id] = taken.get(chapter.id, 0.0) + chapter.end - chapter.start
    return tuple(
        ReplaySequence(one.id, one.title.plain, accents[one.id], one.duration.total_seconds(), taken.get(one.id))
        for one in event.sequences
    )


def _slides(
    event: Event, pages: Sequence[dict[str, Any]], recording: Recording | None, accents: dict[str, int]
) -> tuple[ReplaySlide, ...]:
    notes = {slide.id: tuple(paragraph.plain for paragraph in slide.notes.paragraphs) for slide in event.slides}
    shown = _shown(recording)
    made = []
    for page in pages:
        title, part = page["title"], page.get("part", 1)
        lines = tuple(line for line in page["text"].split("\n") if line.strip() and line.strip() != title.strip())
        times = shown.get(page["number"], ()) if _by_page(recording) else shown.get(page["slide_id"], ())
        made.append(
            ReplaySlide(
                page["id"], page["slide_id"], page["number"], title, page["sequence"], page["section"], page["png"],
                lines, notes.get(page["slide_id"], ()) if part == 1 else (), accents.get(page["sequence"] or "", HOUSE),
                tuple(times) if part == 1 or _by_page(recording) else (),
            )
        )  # fmt: skip
    return tuple(made)


def _by_page(recording: Recording | None) -> bool:
    """Whether marks tell pages (a rehearsal counts them as we do) and not only slides."""
    return recording is not None and recording.tool == "rehearsal"


def _shown(recording: Recording | None) -> dict[Any, list[tuple[float, float]]]:
    """Give the stretches during which each slide, or each page, was on the screen."""
    found: dict[Any, list[tuple[float, float]]] = {}
    if recording is None:
        return found
    for mark, (start, end, slide) in zip(recording.marks, spans_of(recording.marks), strict=True):
        key = mark.number if _by_page(recording) else slide
        last = recording.duration or (recording.chapters[-1].end if recording.chapters else start + 1)
        if key is not None:
            found.setdefault(key, []).append((start, end if end != float("inf") else max(last, start)))
    return found


def _shared(recording: Recording) -> Iterator[tuple[float, float]]:
    """Give the stretches of a screen share: marks of which the tool tells no slide at all."""
    for mark, (start, end, slide) in zip(recording.marks, spans_of(recording.marks), strict=True):
        if slide is None and not (mark.number or mark.text or mark.presentation):
            yield start, end if end != float("inf") else max(recording.duration, start)
