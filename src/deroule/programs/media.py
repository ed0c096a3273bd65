"""Media: recordings looked into, cut, given chapters and reduced to their sound, packet by packet: nothing is decoded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import IO, Any

BIT_EXACT = {"fflags": "+bitexact"}
"""No version, no date and no random number in the file: the same packets give the same bytes."""
_FAST_START = {**BIT_EXACT, "movflags": "+faststart"}
LARGE = 256 * 1024**2
"""Bytes from which the index of an MP4 is left at its end: to bring it to the front means writing the file twice."""
AUDIO_FORMS = {"aac": ("mp4", ".m4a"), "mp3": ("mp3", ".mp3"), "opus": ("webm", ".webm"), "vorbis": ("webm", ".webm")}
"""Audio codec to the container that holds it alone, and the ending that browsers know."""


class MediaError(Exception):
    """A recording that cannot be read or written; the message says why, in the library's words."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A named stretch of a recording: a chapter. Seconds."""

    start: float
    end: float
    title: str


@dataclass(frozen=True, slots=True)
class MediaFacts:
    """What a recording is: seconds, codec names (empty when it has no such stream), and the container's ending."""

    duration: float
    video: str
    audio: str
    ending: str

    @property
    def type(self) -> str:
        """Its media type."""
        kinds = {".mp4": "mp4", ".webm": "webm", ".m4a": "mp4", ".mp3": "mpeg"}
        return f"{'video' if self.video else 'audio'}/{kinds.get(self.ending, 'mp4')}"


def look_into(path: Path) -> MediaFacts:
    """Tell what a recording is. Raises MediaError."""
    return _facts(str(path), path.name)


def look_into_stream(stream: IO[bytes], name: str) -> MediaFacts:
    """Tell what a recording is that stands inside another file; the stream must be able to seek. Raises MediaError."""
    return _facts(stream, name)


def _facts(place: Any, name: str) -> MediaFacts:
    import av  # a tenth of a second that builds without recordings do not spend

    try:
        with av.open(place) as source:
            video = source.streams.video[0].codec_context.name if source.streams.video else ""
            audio = source.streams.audio[0].codec_context.name if source.streams.audio else ""
            seconds = float(source.duration or 0) / 1_000_000
            ending = _ending(video, audio, Path(name).suffix.lower())
            return MediaFacts(seconds, video, audio, ending)
    except (av.FFmpegError, OSError, ValueError) as fault:
        raise MediaError(f"{name}: {fault}") from fault


def _ending(video: str, audio: str, written: str) -> str:
    """Give the ending of the container that browsers play these codecs in; the file's own where there is none."""
    if video:
        return ".webm" if video in ("vp8", "vp9") or audio in ("opus", "vorbis") else ".mp4"
    return AUDIO_FORMS[audio][1] if audio in AUDIO_FORMS else written


def as_chapters(chapters: Sequence[Stretch]) -> list[Any]:
    """Give chapters as the library takes them, in milliseconds."""
    return [
        {
            "id": number,
            "start": round(one.start * 1000),
            "end": round(one.end * 1000),
            "time_base": Fraction(1, 1000),
            "metadata": {"title": one.title},
        }
        for number, one in enumerate(chapters, 1)
    ]


def copy_media(
    source: Path,
    target: Path,
    *,
    kept: Sequence[tuple[float, float]] = (),
    chapters: Sequence[Stretch] = (),
    title: str = "",
    sound_only: bool = False,
) -> None:
    """Copy a recording's packets into a file of the kind of `target`, with chapters. Raises MediaError.

    `kept` are stretches in order, in seconds; what lies outside them is not in the copy, not even hidden. Sound is cut
    where asked. A picture can only begin at a key frame: until the first one of a stretch, the last picture of the
    stretch before stays, so that times agree and nothing that was cut shows.
    """
    import av

    form = {".webm": "webm", ".mp3": "mp3"}.get(target.suffix, "mp4")
    try:
        options = _FAST_START if form == "mp4" and source.stat().st_size < LARGE else BIT_EXACT
        with av.open(str(source)) as opened, av.open(str(target), "w", format=form, options=options) as container:
            if title:
                container.metadata["title"] = title
            if chapters and form != "mp3":
                container.set_chapters(as_chapters(chapters))
            chosen = [*(() if sound_only else opened.streams.video[:1]), *opened.streams.audio[:1]]
            streams = {stream.index: container.add_stream_from_template(stream) for stream in chosen}
            copier = _Copier(kept)
            for packet in opened.demux(chosen):
                if packet.dts is None or packet.pts is None:
                    continue
                for moved in copier.moved(packet):
                    moved.stream = streams[packet.stream.index]
                    container.mux(moved)
    except (av.FFmpegError, OSError, ValueError) as fault:
        raise MediaError(f"{source.name}: {fault}") from fault


class _Copier:
    """Decides, packet by packet, what is kept and where it goes."""

    def __init__(self, kept: Sequence[tuple[float, float]]) -> None:
        self._kept = tuple(kept)
        self._shifts: list[float] = []
        reached = 0.0
        for start, end in self._kept:
            self._shifts.append(reached - start)
            reached += end - start
        self._shown: dict[int, int] = {}
        """Stream to the stretch whose first key frame has come."""
        self._over: dict[int, int] = {}
        """Stream to the stretch whose end has come: pictures decoded later lean on one that is cut."""

    def moved(self, packet: Any) -> Iterator[Any]:
        """Give the packet at its new time, or nothing when it is cut."""
        if not self._kept:
            yield packet
            return
        time, index = float(packet.pts * packet.time_base), packet.stream.index
        for number, (start, end) in enumerate(self._kept):
            if time >= end and time < end + 2 and packet.stream.type == "video":
                self._over[index] = max(self._over.get(index, -1), number)
            if start <= time < end and self._over.get(index, -1) < number:
                if packet.stream.type == "video" and self._shown.get(index, -1) < number:
                    if not packet.is_keyframe:
                        return
                    self._shown[index] = number
                shift = round(self._shifts[number] / packet.time_base)
                packet.pts += shift
                packet.dts += shift
                yield packet
                return
