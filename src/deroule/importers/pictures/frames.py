"""Frames of a film, small and grey, about one a second: key frames alone where there are enough of them."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import Any, TypeAlias

import av
import numpy as np
import numpy.typing as npt

Grey: TypeAlias = npt.NDArray[np.uint8]
WIDTH = 320
"""Pixels of a frame's width: a slide that fills half of it still shows which one it is."""
OFTEN = 2.5
"""Seconds between key frames up to which they are enough."""


class FilmError(Exception):
    """A film that cannot be read."""


class Film:
    """A film that frames are taken from."""

    def __init__(self, path: Path) -> None:
        """Raises FilmError when there is no picture in it, or nothing can be read."""
        self.path = path
        try:
            with av.open(str(path)) as opened:
                if not opened.streams.video:
                    raise FilmError(path.name)
                stream = opened.streams.video[0]
                self.duration = float(opened.duration or 0) / 1_000_000
                width, height = stream.codec_context.width, stream.codec_context.height
                self._keys = self._key_times(opened, stream)
        except (av.FFmpegError, OSError, ValueError) as fault:
            raise FilmError(str(fault)) from fault
        if width < 16 or height < 16:
            raise FilmError(f"{width}×{height}")
        self.size = (WIDTH, max(16, round(WIDTH * height / width)))

    @staticmethod
    def _key_times(opened: Any, stream: Any) -> list[float]:
        """Give the times of the key frames; packets are looked at, none is decoded."""
        base = float(stream.time_base or 0)
        times = [float(one.pts) * base for one in opened.demux(stream) if one.is_keyframe and one.pts is not None]
        return sorted(times)

    @property
    def keys_are_enough(self) -> bool:
        """Whether key frames come often enough to miss no slide."""
        gaps = [after - before for before, after in itertools.pairwise([*self._keys, self.duration])]
        return len(self._keys) > 3 and median(gaps) <= OFTEN and max(gaps) <= 4 * OFTEN

    def every(self, seconds: float) -> Iterator[tuple[float, Grey]]:
        """Give frames at least `seconds` apart, in order, with their times. A torn end gives what comes before it."""
        due = float("-inf")
        try:
            with av.open(str(self.path)) as opened:
                stream = opened.streams.video[0]
                stream.thread_type = "AUTO"
                stream.codec_context.skip_frame = "NONKEY" if self.keys_are_enough else "NONREF"
                for frame in opened.decode(stream):
                    if frame.time is not None and frame.time >= due - 0.001:
                        due = frame.time + seconds
                        yield float(frame.time), self._small(frame)
        except (av.FFmpegError, OSError, ValueError):
            return

    def at(self, times: Sequence[float]) -> list[Grey]:
        """Give the key frames at or before the given times; fewer where the film is torn."""
        made = []
        try:
            with av.open(str(self.path)) as opened:
                stream = opened.streams.video[0]
                stream.codec_context.skip_frame = "NONKEY"
                for time in times:
                    opened.seek(int(time * 1_000_000), backward=True)
                    frame = next(iter(opened.decode(stream)), None)
                    if frame is not None:
                        made.append(self._small(frame))
        except (av.FFmpegError, OSError, ValueError, StopIteration):
            return made
        return made

    def _small(self, frame: Any) -> Grey:
        width, height = self.size
        small = frame.reformat(width=width, height=height, format="gray", interpolation="AREA")
        made: Grey = small.to_ndarray()
        return made
