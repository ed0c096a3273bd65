"""From a film and our slides' pictures to the times of slides, each with its confidence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from PIL import Image

from deroule.diagnostics import Words
from deroule.importers.align.pages import DeckPage
from deroule.importers.pictures.area import Area, different, find_area
from deroule.importers.pictures.frames import Film, FilmError, Grey
from deroule.importers.pictures.matching import NO_SLIDE, Run, Scores, level_of, likeness, runs
from deroule.importers.pictures.references import FINE, Greys, References, load_references, shrunk
from deroule.model.recording import Mark
from deroule.workspace import Workspace

EVERY = 1.0
"""Seconds between the frames that are looked at."""
LOOKED_AT = 60
"""Frames among which those are chosen that the slide area is found by."""
CHOSEN = 12
PART = 256
"""Frames that are compared at a time: what bounds the memory."""
MOST_AREAS = 3
"""A meeting's layout changes: cameras beside the slide, below it, away."""
UNEXPLAINED = 0.1
"""Share of the frames without a slide from which another layout is looked for."""
GLIMPSE = 4.0
"""Seconds: what is shown for less between two slides is their change."""
NOT_BUILT = Words("les images des diapositives ne sont pas fabriquées", "the slides' pictures are not built")
NO_FILM = Words("le film ne se lit pas", "the film cannot be read")


def recognise_slides(
    film: Path, pages: Sequence[DeckPage], workspace: Workspace, watcher: Callable[[str, float], None]
) -> list[Mark] | Words:
    """Give when each slide is shown in a film, or why that cannot be told. No mark when no slide is seen at all."""
    if not pages or not all(page.picture for page in pages):
        return NOT_BUILT
    references = load_references(pages, workspace)
    if references is None:
        return NOT_BUILT
    try:
        opened = Film(film)
    except FilmError:
        return NO_FILM
    times, frames = _frames(opened, watcher)
    scores = _scores(frames, references)
    if scores is None:
        return []
    return marks_of(runs(scores, references), times, opened.duration, references.slides)


def _frames(film: Film, watcher: Callable[[str, float], None]) -> tuple[list[float], list[Grey]]:
    times, frames = [], []
    for time, frame in film.every(EVERY):
        times.append(time)
        frames.append(frame)
        watcher("film", min(1.0, time / film.duration) if film.duration else 0.0)
    return times, frames


def _scores(frames: Sequence[Grey], references: References) -> Scores | None:
    """Score every frame in the area where it shows a slide; layouts are found one after the other."""
    best: Scores | None = None
    left = list(range(len(frames)))
    for _ in range(MOST_AREAS):
        looked = [frames[at] for at in left[:: max(1, len(left) // LOOKED_AT)]]
        area = find_area(different(looked, CHOSEN), references)
        if area is None:
            break
        level = level_of(_cropped(looked, area), references)
        parts = [
            likeness(_cropped(frames[at : at + PART], area), references, level) for at in range(0, len(frames), PART)
        ]
        scores = np.concatenate(parts)
        best = (
            scores
            if best is None
            else np.where(scores.max(1, keepdims=True) > best.max(1, keepdims=True), scores, best)
        )
        before, left = len(left), [at for at in range(len(frames)) if best[at].max() < NO_SLIDE]
        if len(left) < max(8, UNEXPLAINED * len(frames)) or len(left) == before:
            break
    return best


def _cropped(frames: Sequence[Grey], area: Area) -> Greys:
    return np.stack([shrunk(Image.fromarray(frame), FINE, area.box) for frame in frames])


def marks_of(found: Sequence[Run], times: Sequence[float], duration: float, slides: Sequence[str]) -> list[Mark]:
    """Make marks of runs: parts of one slide are one, glimpses belong to the slide before them."""
    made: list[Mark] = []
    for run in found:
        start = times[run.first] if made else 0.0 if run.first == 0 else times[run.first]
        end = times[run.last] if run.last < len(times) else max(duration, times[-1])
        slide = slides[run.page] if run.page >= 0 else None
        before = made[-1] if made else None
        if before and (before.slide == slide or (slide is None and end - start < GLIMPSE)):
            sure = min(before.confidence, run.confidence) if slide else before.confidence
            made[-1] = Mark(before.start, end, before.slide, confidence=sure, by=before.by)
            continue
        if end > start:
            made.append(Mark(start, end, slide, confidence=run.confidence, by="picture" if slide else ""))
    return made
