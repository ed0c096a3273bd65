"""Which slide each frame shows: likeness where slides differ, twins told apart pixel by pixel, the whole over time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from deroule.importers.pictures.references import Greys, References

FAR = 0.25
"""A pixel that differs by more than this differs: a webcam over a corner counts once, however different it is."""
NO_SLIDE = 0.7
"""Likeness below which a frame shows something else: a screen share, a face."""
TWINS = 0.05
"""Two pages nearer than this in likeness are compared where they differ."""
NOTHING = 0.06
"""A pixel nearer than this to what most pages have there is background."""
TO_COME = 0.5
"""What a pixel counts that a slide has and the frame has not: slides build up, nothing is ever taken from them."""
RIVALS = 4
FLAT = 0.02
"""Spread of grey, 0 to 1, below which there is no drawing."""
DRAWN = 0.05
"""Spread of grey from which a brightness can be measured."""
BEYOND_DOUBT = 0.9
"""How alike two pictures are drawn that are one."""
LEAST_DRAWN = 0.3
"""How alike a slide that is still building up is drawn to the whole one, at least."""
UNLIKE = 0.4
"""The likeness of a picture that is drawn otherwise."""
RESTLESS = 0.02
"""Change of grey from second to second above which a pixel belongs to something that moves."""
LEAST_CALM = 0.25
SURE = 60.0
"""How much likeness weighs against the cost of a change."""
CHANGE = 4.0
NEXT_PAGE = 2.5
"""The cost of a change to the page that follows: the most ordinary one."""
Scores = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Run:
    """Frames that follow one another and show one page; -1 for no slide. `last` is the first frame after it."""

    first: int
    last: int
    page: int
    confidence: float


@dataclass(frozen=True, slots=True)
class Level:
    """What a film does to black and white (16 to 235, a projector's grey): one straight line for the whole film."""

    gain: float = 1.0
    offset: float = 0.0


def level_of(frames: Greys, references: References) -> Level:
    """Find the line that brings frames to the brightness of our pictures, from the frames that show one beyond doubt.

    Which these are is told by their drawing alone, whatever the brightness. The darkest and the lightest pixels tell
    nothing: a film need not show what is darkest in the deck.
    """
    seen, pages = _halved(frames), _halved(references.fine)  # both softened alike, or contrast would differ
    alike = _drawn_alike(seen, pages, np.full(pages.shape[1], 1 / pages.shape[1], dtype=np.float32))
    found = []
    for at, page in enumerate(alike.argmax(axis=1)):
        if alike[at, page] > BEYOND_DOUBT and seen[at].std() > DRAWN:
            gain = float(pages[page].std() / seen[at].std())
            found.append((gain, float(pages[page].mean()) - gain * float(seen[at].mean())))
    if len(found) < 2:
        return Level()
    gain, offset = np.median(np.array(found), axis=0)
    return Level(float(gain), float(offset)) if 0.7 < gain < 1.4 else Level()


def _drawn_alike(seen: Greys, pages: Greys, weights: Greys) -> Scores:
    """Give how alike frames and pages are drawn, -1 to 1, whatever their brightness; a flat frame is like nothing."""
    seen = seen - (seen @ weights)[:, None]
    pages = pages - (pages @ weights)[:, None]
    spread = np.sqrt(np.maximum((seen**2 @ weights)[:, None], FLAT**2) * np.maximum(pages**2 @ weights, FLAT**2))
    made: Scores = ((seen * weights) @ pages.T / spread).astype(np.float32)
    return made


def calm_pixels(before: Greys, after: Greys) -> Greys:
    """Give 1 for pixels that stay as they are from frame to frame, 0 for those that always move: a camera over a slide.

    Frames are [n, row, column]; those of `after` follow those of `before`. All ones where hardly anything is calm.
    """
    calm: Greys = (np.median(np.abs(after - before), axis=0) < RESTLESS).astype(np.float32)
    return calm if calm.mean() > LEAST_CALM else np.ones_like(calm)


def likeness(frames: Greys, references: References, level: Level, calm: Greys) -> Scores:
    """Score frames [n, row, column] (fine size) against each page: 1 for the same picture. Only calm pixels count."""
    frames = frames * np.float32(level.gain) + np.float32(level.offset)
    pages = references.coarse.reshape(len(references.coarse), -1)
    seen = _halved(frames)
    weights = (pages.std(axis=0) + 0.02) * _halved(calm[None])[0]  # pixels in which slides differ tell most
    weights /= weights.sum()
    scores = np.empty((len(seen), len(pages)), dtype=np.float32)
    empty = np.abs(seen - np.median(pages, axis=0)) < NOTHING
    for at, page in enumerate(pages):
        scores[:, at] = 1 - _differing(seen, page, empty) @ weights / FAR
    # A dark waiting room is near every dark slide, pixel by pixel: what is not drawn alike is another picture.
    scores = np.where(_drawn_alike(seen, pages, weights) < LEAST_DRAWN, np.minimum(scores, UNLIKE), scores)
    return _with_twins_apart(scores, frames, references, calm)


def runs(scores: Scores, references: References) -> list[Run]:
    """Follow the pages through time: the likeliest path, changes having a cost, so that a flicker is no slide."""
    count, pages = scores.shape
    if not count:
        return []
    worth = np.concatenate([scores, np.full((count, 1), NO_SLIDE)], axis=1).astype(np.float64) * SURE
    path = _likeliest(worth)
    made = []
    first = 0
    for at in range(1, count + 1):
        if at == count or path[at] != path[first]:
            page = int(path[first]) if path[first] < pages else -1
            made.append(Run(first, at, page, _confidence(scores[first:at], page, references.slides)))
            first = at
    return made


def _likeliest(worth: npt.NDArray[np.float64]) -> npt.NDArray[np.int64]:
    count, states = worth.shape
    back = np.empty((count, states), dtype=np.int64)
    total = worth[0].astype(np.float64)
    here = np.arange(states)
    for at in range(1, count):
        best = int(total.argmax())
        arrive = np.full(states, total[best] - CHANGE)
        origin = np.full(states, best)
        onward = np.concatenate([[-np.inf], total[:-2] - NEXT_PAGE, [-np.inf]])  # from a page to the one after it
        better = onward > arrive
        arrive, origin = np.where(better, onward, arrive), np.where(better, here - 1, origin)
        stays = total >= arrive
        total = np.where(stays, total, arrive) + worth[at]
        back[at] = np.where(stays, here, origin)
    path = np.empty(count, dtype=np.int64)
    path[-1] = int(total.argmax())
    for at in range(count - 1, 0, -1):
        path[at - 1] = back[at, path[at]]
    return path


def _confidence(scores: Scores, page: int, slides: Sequence[str]) -> float:
    """How sure a run is: how like the page is, and how much less like every other slide is."""
    if page < 0:
        return 1.0
    others = np.array([slide != slides[page] for slide in slides])
    own = scores[:, ~others].max(axis=1)
    rival = scores[:, others].max(axis=1) if others.any() else np.zeros(len(scores))
    # The median: the second in which a slide fades in says nothing of the minutes that follow.
    ahead = float(np.median(own - rival))
    like = float(np.median(own))
    sure = min(1.0, max(0.0, 0.5 + 12 * ahead)) * min(1.0, max(0.0, (like - NO_SLIDE + 0.1) / 0.15))
    return round(min(0.99, sure), 2)


def _halved(frames: Greys) -> Greys:
    rows, columns = frames.shape[1] // 2, frames.shape[2] // 2
    made: Greys = frames[:, : rows * 2, : columns * 2].reshape(len(frames), rows, 2, columns, 2).mean(axis=(2, 4))
    return made.reshape(len(frames), -1)


def _with_twins_apart(scores: Scores, frames: Greys, references: References, calm: Greys) -> Scores:
    """Where pages of different slides are nearly the same, look only at the pixels in which they differ."""
    made = scores.copy()
    fine = references.fine
    slides = references.slides
    ground = np.median(fine, axis=0)
    order = np.argsort(-scores, axis=1)[:, :RIVALS]
    for at, rivals in enumerate(order):
        near = [int(page) for page in rivals if scores[at, rivals[0]] - scores[at, page] < TWINS]
        if len({slides[page] for page in near}) < 2 or scores[at, near[0]] < NO_SLIDE:
            continue
        frame = frames[at]
        for page in near:
            ahead = [
                _ahead(frame, fine[page], fine[other], calm, ground) for other in near if slides[other] != slides[page]
            ]
            made[at, page] = scores[at, near[0]] + TWINS * (min(ahead) if ahead else 0.0)
    return made


def _differing(frame: Greys, page: Greys, empty: npt.NDArray[np.bool_]) -> Greys:
    """How far a frame is from a page, pixel by pixel. Where the frame is still empty the page may be yet to come."""
    apart = np.minimum(np.abs(frame - page), FAR)
    made: Greys = np.where(empty, apart * TO_COME, apart)
    return made


def _ahead(frame: Greys, page: Greys, other: Greys, calm: Greys, ground: Greys) -> float:
    """How much nearer the frame is to one page than to the other, where these differ: -1 to 1."""
    apart = np.abs(page - other) * calm
    where = apart > max(0.06, 0.4 * float(apart.max()))
    if not where.any():
        return 0.0
    seen = frame[where]
    empty = np.abs(seen - ground[where]) < NOTHING
    own = float(_differing(seen, page[where], empty).mean())
    its = float(_differing(seen, other[where], empty).mean())
    return (its - own) / (own + its + 0.02)
