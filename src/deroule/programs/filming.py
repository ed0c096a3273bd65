"""Filming: a slide picture and what is said over it become a short film; films of one make are joined without encoding.

Every film is encoded alike (H.264 at one picture a second, AAC at 48 kHz), and its sound begins and ends in silence and
fills whole AAC frames, so that films can be laid one after the other, packet by packet, without a gap or a click.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
from av.video.frame import PictureType
from numpy.typing import NDArray
from PIL import Image

from deroule.programs.media import BIT_EXACT, MediaError, Stretch, as_chapters

RATE = 48_000
"""Samples a second, and the tick of every time in a film: both streams then end on the same tick."""
FRAME = 1024
"""Samples in an AAC frame."""
PICTURES_A_SECOND = 1
"""A slide does not move; one picture a second is enough to land on any second when someone jumps."""
SIZE = (1280, 720)
AUDIO_BITS = 48_000
"""Bits a second: enough for one voice, and 22 MB an hour."""
_VIDEO = {
    "preset": "veryfast",
    "tune": "stillimage",
    "crf": "21",
    "threads": "1",
    "x264-params": "scenecut=0:keyint=60",
}
_FAST_START = {**BIT_EXACT, "movflags": "+faststart"}
MAKE = f"film 1 {AUDIO_BITS} " + " ".join(f"{key}={value}" for key, value in sorted(_VIDEO.items()))
"""Tells one way of encoding from another: films of different makes must not be joined."""


@dataclass(frozen=True, slots=True)
class Film:
    """A film on disk. `ticks` is its length in ticks of 1/48000 s."""

    path: Path
    ticks: int

    @property
    def seconds(self) -> float:
        """Its length."""
        return self.ticks / RATE


def film(picture: Path, samples: NDArray[np.int16], rate: int, target: Path) -> Film:
    """Film one slide: the picture for as long as the samples last (one channel, 16 bits), rounded up to a whole frame.

    The samples must begin and end with a twentieth of a second of silence. Raises MediaError.
    """
    try:
        sound = list(_encode_sound(samples, rate))
        ticks = len(sound) * FRAME
        with av.open(str(target), "w", format="mp4", options=BIT_EXACT) as container:
            video = _add_video(container)
            audio = _add_audio(container)
            for packet in _encode_picture(video, picture, ticks):
                container.mux(packet)
            for number, packet in enumerate(sound):
                packet.stream = audio
                packet.pts = packet.dts = number * FRAME
                packet.time_base = Fraction(1, RATE)
                container.mux(packet)
    except (av.FFmpegError, OSError) as fault:
        raise MediaError(f"{picture.name}: {fault}") from fault
    return Film(target, ticks)


def join(films: Sequence[Film], target: Path, *, title: str, chapters: Sequence[Stretch] = ()) -> None:
    """Lay films one after the other, with chapters, without encoding anything again. Raises MediaError."""
    try:
        with av.open(str(target), "w", format="mp4", options=_FAST_START) as container:
            container.metadata["title"] = title
            container.set_chapters(as_chapters(chapters))
            streams: dict[str, Any] = {}
            reached = 0
            for one in films:
                _append(one, container, streams, reached)
                reached += one.ticks
    except (av.FFmpegError, OSError) as fault:
        raise MediaError(f"{target.name}: {fault}") from fault


def _append(one: Film, container: Any, streams: dict[str, Any], reached: int) -> None:
    with av.open(str(one.path)) as source:
        for stream in () if streams else (source.streams.video[0], source.streams.audio[0]):
            streams[stream.type] = container.add_stream_from_template(stream)
            streams[stream.type].time_base = Fraction(1, RATE)
        for packet in source.demux():
            if packet.dts is None:
                continue
            scale = packet.time_base * RATE
            packet.pts = int((packet.pts or 0) * scale) + reached
            packet.dts = int(packet.dts * scale) + reached
            packet.time_base = Fraction(1, RATE)
            packet.stream = streams[packet.stream.type]
            container.mux(packet)


def _add_video(container: Any) -> Any:
    video = container.add_stream("libx264", rate=PICTURES_A_SECOND, options=_VIDEO)
    video.width, video.height = SIZE
    video.pix_fmt = "yuv420p"
    context = video.codec_context
    context.time_base = Fraction(1, RATE)
    context.thread_count = 1  # the number of threads shows in the bytes
    context.max_b_frames = 0
    context.colorspace, context.color_primaries, context.color_trc = 1, 1, 1  # BT.709, as the conversion below
    return video


def _add_audio(container: Any) -> Any:
    """Add a sound track to be filled with packets that an encoder of its own has made."""
    audio = container.add_stream("aac", rate=RATE)
    audio.layout = "mono"
    audio.bit_rate = AUDIO_BITS
    return audio


def _encode_picture(video: Any, picture: Path, ticks: int) -> Iterator[Any]:
    with Image.open(picture) as opened:
        image = opened.convert("RGB")
    if image.size != SIZE:
        image = image.resize(SIZE, Image.Resampling.LANCZOS)
    from_image: Any = av.VideoFrame.from_image
    frame = from_image(image).reformat(format="yuv420p", dst_colorspace="ITU709")
    frame.time_base = Fraction(1, RATE)
    for number, tick in enumerate(range(0, ticks, RATE // PICTURES_A_SECOND)):
        frame.pts = tick
        frame.pict_type = PictureType.I if number == 0 else PictureType.NONE
        yield from _lasting(video.encode(frame), ticks)
    yield from _lasting(video.encode(None), ticks)


def _lasting(packets: Iterable[Any], ticks: int) -> Iterator[Any]:
    """Give each picture its length: a second, and the last one what is left, so that pictures end with the sound."""
    for packet in packets:
        packet.duration = min(RATE // PICTURES_A_SECOND, ticks - packet.pts)
        yield packet


def _encode_sound(samples: NDArray[np.int16], rate: int) -> Iterator[Any]:
    """Give one packet for each 1,024 samples. The encoder's first packet, which is only its run-up, is left out."""
    context: Any = av.CodecContext.create("aac", "w")
    context.sample_rate, context.layout, context.format, context.bit_rate = RATE, "mono", "fltp", AUDIO_BITS
    context.options = {"aac_coder": "fast"}
    context.open()
    frames = _frames(samples, rate)
    packets = [packet for frame in (*frames, None) for packet in context.encode(frame)]
    yield from packets[1 : len(frames) + 1]


def _frames(samples: NDArray[np.int16], rate: int) -> list[Any]:
    sound = av.AudioFrame.from_ndarray(np.ascontiguousarray(samples.reshape(1, -1)), format="s16", layout="mono")
    sound.sample_rate = rate
    resampler = av.AudioResampler(format="fltp", layout="mono", rate=RATE, frame_size=FRAME)
    frames = [frame for given in (sound, None) for frame in resampler.resample(given)]
    if frames and frames[-1].samples < FRAME:  # the last one is filled up: a film is whole frames
        filled = np.zeros((1, FRAME), np.float32)
        filled[:, : frames[-1].samples] = frames[-1].to_ndarray()[:, : frames[-1].samples]
        last = av.AudioFrame.from_ndarray(filled, format="fltp", layout="mono")
        last.sample_rate, last.pts, last.time_base = RATE, frames[-1].pts, frames[-1].time_base
        frames[-1] = last
    return frames
