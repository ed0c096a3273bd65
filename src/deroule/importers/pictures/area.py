"""Where the slide is in the frame: the rectangle that best tells our slides apart, not the one that is likest to one.

A white corner is like every white slide; only where the slide really is does one picture fit far better than the rest.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PIL import Image

from deroule.importers.pictures.frames import Grey
from deroule.importers.pictures.references import COARSE, Greys, References, shrunk

MOST_PICTURES = 36
SMALLEST = 0.34
"""Share of the greatest possible width below which no slide is read."""
STEP = 1.09
"""Between two widths that are tried; the finer search closes the gap."""
COARSE_WIDTH = 128
TRIED = 4
MOST_ROUNDS = 24
SMALLEST_STEP = 0.5
FLAT = 0.03
"""Spread of grey, 0 to 1, below which a place shows nothing."""
CLEAR = 0.05
"""What `_clearness` is at least, on average, where there is a slide at all: by chance it is about 0.02."""
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of the small frame, in its pixels, and how clearly slides are told apart in it."""

    left: float
    top: float
    width: float
    height: float
    clear: float = 0.0

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right, bottom."""
        return self.left, self.top, self.left + self.width, self.top + self.height


def find_area(frames: Sequence[Grey], references: References) -> Area | None:
    """Find the slide area in frames that show different things; nothing when no rectangle tells slides apart."""
    if not frames:
        return None
    pictures = _chosen(references.coarse)
    search = _Search(frames, pictures, references.ratio)
    tried = [search.closer(one, rounds=1) for one in _rough(frames, pictures, references.ratio)[:TRIED]]
    if not tried:
        return None
    area = search.closer(max(tried, key=lambda one: one.clear), rounds=MOST_ROUNDS)
    return area if area.clear >= CLEAR else None


def different(frames: Sequence[Grey], count: int) -> list[Grey]:
    """Choose frames that differ most from one another."""
    if len(frames) <= count:
        return list(frames)
    small = np.stack([frame[::8, ::8].astype(np.float32).ravel() for frame in frames])
    chosen = [0]
    distance = np.abs(small - small[0]).mean(axis=1)
    while len(chosen) < count:
        chosen.append(int(distance.argmax()))
        distance = np.minimum(distance, np.abs(small - small[chosen[-1]]).mean(axis=1))
    return [frames[at] for at in chosen]


def _chosen(pictures: Greys) -> Greys:
    if len(pictures) <= MOST_PICTURES:
        return pictures
    made: Greys = pictures[np.linspace(0, len(pictures) - 1, MOST_PICTURES).astype(int)]
    return made


def _rough(frames: Sequence[Grey], pictures: Greys, ratio: float) -> list[Area]:
    """Try every place at a few widths, by correlation in the frequency domain; the clearest place of each, in order."""
    height, width = frames[0].shape
    shrink = COARSE_WIDTH / width
    rows = max(16, round(height * shrink))
    small = [_resized(frame, (COARSE_WIDTH, rows)) for frame in frames]
    greatest = min(float(COARSE_WIDTH), rows * ratio)
    found: list[Area] = []
    for exponent in range(math.ceil(math.log(1 / SMALLEST, STEP)) + 1):
        across = greatest / STEP**exponent
        columns, lines = round(across), round(across / ratio)
        if columns < 24 or lines < 12 or lines > rows:
            continue
        total = _told_apart(small, pictures, columns, lines)
        top, left = np.unravel_index(int(total.argmax()), total.shape)
        clear = float(total[top, left])
        wide = columns / shrink
        found.append(Area(float(left) / shrink, float(top) / shrink, wide, wide / ratio, clear))
    return sorted(found, key=lambda one: -one.clear)


def _told_apart(frames: Sequence[Floats], pictures: Greys, columns: int, lines: int) -> Floats:
    """Give, for each place of the rectangle's corner, how far the best picture is ahead of the others."""
    rows, width = frames[0].shape
    templates = np.stack([_resized(picture, (columns, lines)) for picture in pictures])
    templates -= templates.mean(axis=(1, 2), keepdims=True)
    norms = np.sqrt((templates**2).sum(axis=(1, 2), keepdims=True))
    templates /= np.maximum(norms, 1e-6)
    spectrum = np.conj(np.fft.rfft2(templates.astype(np.float32), s=(rows, width), axes=(1, 2)))
    total = np.zeros((rows - lines + 1, width - columns + 1))
    count = columns * lines
    for frame in frames:
        found = np.fft.irfft2(np.fft.rfft2(frame.astype(np.float32))[None] * spectrum, s=(rows, width), axes=(1, 2))
        found = found[:, : total.shape[0], : total.shape[1]]
        mean = _sums(frame, columns, lines) / count
        # A flat place is like nothing: without a floor, the film's noise there would be like anything.
        spread = np.sqrt(np.maximum(_sums(frame**2, columns, lines) - count * mean**2, count * FLAT**2))
        total += _clearness(found / spread)
    return total / len(frames)


def _clearness(likeness: Floats) -> Floats:
    """Judge likenesses [picture, …]: how like the best is, times how far it is ahead of the third.

    The best of many pictures is ahead of their mean anywhere, by chance; and twins stand second where it is true.
    """
    ranked = np.partition(likeness, len(likeness) - min(3, len(likeness)), axis=0)
    best, third = likeness.max(axis=0), ranked[len(likeness) - min(3, len(likeness))]
    made: Floats = np.maximum(best, 0.0) ** 2 * (best - third)
    return made


def _sums(frame: Floats, columns: int, lines: int) -> Floats:
    """Sum every rectangle of a size, by its corner."""
    summed = np.pad(frame, ((1, 0), (1, 0))).cumsum(axis=0).cumsum(axis=1)
    made: Floats = (
        summed[lines:, columns:] - summed[:-lines, columns:] - summed[lines:, :-columns] + summed[:-lines, :-columns]
    )
    return made


class _Search:
    """Moves and stretches a rectangle in ever smaller steps while slides are told apart better."""

    def __init__(self, frames: Sequence[Grey], pictures: Greys, ratio: float) -> None:
        self.frames = [Image.fromarray(frame) for frame in frames]
        self.ratio = ratio
        known = pictures.reshape(len(pictures), -1).astype(np.float64)
        known -= known.mean(axis=1, keepdims=True)
        self.known = known / np.maximum(np.linalg.norm(known, axis=1, keepdims=True), 1e-6)
        self.judgements: dict[tuple[float, ...], Area] = {}

    def closer(self, rough: Area, *, rounds: int) -> Area:
        """Give the best rectangle that a number of rounds leads to."""
        best = self.judged(rough)
        step = max(2.0, rough.width * (STEP - 1) / 2)
        while step >= SMALLEST_STEP and rounds:
            rounds -= 1
            around = [self.judged(one) for one in self._around(best, step) if self._inside(one)]
            tried = max(around, key=lambda one: one.clear, default=best)
            if tried.clear > best.clear:
                best = tried
            else:
                step /= 2
        return best

    def judged(self, area: Area) -> Area:
        """Give a rectangle, kept within the frame, with how clearly it tells slides apart.

        A rectangle that moves by a step has most of its neighbours in common with where it was: each is tried once.
        """
        left, top, right, bottom = area.box
        wide, high = self.frames[0].size
        box = max(0.0, left), max(0.0, top), min(float(wide), right), min(float(high), bottom)
        place = tuple(round(one, 3) for one in box)
        if place not in self.judgements:
            self.judgements[place] = self._judge(box)
        return self.judgements[place]

    def _judge(self, box: tuple[float, float, float, float]) -> Area:
        seen = np.stack([shrunk(frame, COARSE, box).ravel() for frame in self.frames]).astype(np.float64)
        seen -= seen.mean(axis=1, keepdims=True)
        seen /= np.maximum(np.linalg.norm(seen, axis=1, keepdims=True), FLAT * math.sqrt(seen.shape[1]))
        clear = float(_clearness(self.known @ seen.T).mean())
        return Area(box[0], box[1], box[2] - box[0], box[3] - box[1], clear)

    def _around(self, area: Area, step: float) -> list[Area]:
        """The rectangle moved, and made larger and smaller about its middle."""
        made = []
        for x, y, wider in itertools.product((-1, 0, 1), (-1, 0, 1), (-step, 0.0, step)):
            width = area.width + wider
            left = area.left + x * step - wider / 2
            top = area.top + y * step - wider / self.ratio / 2
            made.append(Area(left, top, width, width / self.ratio))
        return made

    def _inside(self, area: Area) -> bool:
        wide, high = self.frames[0].size
        left, top, right, bottom = area.box
        return left >= -0.01 and top >= -0.01 and right <= wide + 0.01 and bottom <= high + 0.01 and area.width > 40


def _resized(picture: npt.NDArray[np.uint8] | Greys, size: tuple[int, int]) -> Floats:
    grey = picture if picture.dtype == np.uint8 else (np.clip(picture, 0, 1) * 255).astype(np.uint8)
    small = Image.fromarray(grey).resize(size, Image.Resampling.BOX)
    return np.asarray(small, dtype=np.float64) / 255.0
