"""From a film and our slides' pictures to the times of slides, each with its confidence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PIL import Image

from deroule.diagnostics import Words
from deroule.importers.align.pages import DeckPage
from deroule.importers.pictures.area import Area, different, find_area
from deroule.importers.pictures.frames import Film, FilmError, Grey
from deroule.importers.pictures.matching import NO_SLIDE, Run, Scores, calm_pixels, level_of, likeness, runs
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
FEWEST_PAIRS = 8
"""Pairs of frames from which what moves can be told from what changes."""
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
    moving = _moving(frames)
    for _ in range(MOST_AREAS):
        looked = [frames[at] for at in left[:: max(1, len(left) // LOOKED_AT)]]
        area = find_area([_still(frame, moving) for frame in different(looked, CHOSEN)], references)
        if area is None:
            break
        level = level_of(_cropped(looked, area), references)
        calm = _calm(frames, left, area)
        parts = [
            likeness(_cropped(frames[at : at + PART], area), references, level, calm)
            for at in range(0, len(frames), PART)
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


def _moving(frames: Sequence[Grey]) -> npt.NDArray[np.bool_]:
    """Tell the pixels of the whole frame that always move: cameras."""
    pairs = range(0, len(frames) - 1, max(1, len(frames) // LOOKED_AT))
    if len(pairs) < FEWEST_PAIRS:
        return np.zeros(frames[0].shape, dtype=np.bool_) if frames else np.zeros((1, 1), dtype=np.bool_)
    before, after = (
        np.stack([frames[at + more] for at in pairs]).astype(np.float32) / np.float32(255) for more in (0, 1)
    )
    found: npt.NDArray[np.bool_] = calm_pixels(before, after) < 0.5
    return found


def _still(frame: Grey, moving: npt.NDArray[np.bool_]) -> Grey:
    """Give the frame with a plain grey where cameras are: they would be likened to slides by chance."""
    if not moving.any() or moving.all():
        return frame
    made = frame.copy()
    made[moving] = np.median(frame[~moving])
    return made


def _calm(frames: Sequence[Grey], left: Sequence[int], area: Area) -> Greys:
    pairs = [at for at in left[:: max(1, len(left) // LOOKED_AT)] if at + 1 < len(frames)]
    if len(pairs) < FEWEST_PAIRS:
        return np.ones((FINE[1], FINE[0]), dtype=np.float32)
    return calm_pixels(_cropped([frames[at] for at in pairs], area), _cropped([frames[at + 1] for at in pairs], area))


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
        if before and before.slide is None and not before.start and before.end and before.end < GLIMPSE:
            made, start = [], 0.0  # the film fades in
        if end > start:
            made.append(Mark(start, end, slide, confidence=run.confidence, by="picture" if slide else ""))
    return made
