"""Recordings cut, given chapters and reduced to their sound without encoding: what is kept is untouched, what is cut is gone."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from deroule.programs.media import MediaError, Stretch, copy_media, look_into

RATE = 24
CODECS = {".mp4": ("libx264", "aac"), ".webm": ("libvpx-vp9", "libopus"), ".mkv": ("libx264", "aac")}


def record(target: Path, seconds: int = 8) -> Path:
    """Record a film whose pictures get brighter frame by frame, with a key frame a second and pictures out of order."""
    video_codec, audio_codec = CODECS[target.suffix]
    with av.open(str(target), "w") as container:
        video = container.add_stream(video_codec, rate=RATE)
        video.width, video.height, video.pix_fmt = 64, 48, "yuv420p"
        video.options = {"g": str(RATE), "bf": "2", "b": "200k", "deadline": "realtime", "cpu-used": "8"}
        audio = container.add_stream(audio_codec, rate=48_000)
        audio.layout = "mono"
        for number in range(seconds * RATE):
            picture = np.full((48, 64, 3), 20 + number, np.uint8)
            frame = av.VideoFrame.from_ndarray(picture, format="rgb24")
            frame.pts, frame.time_base = number, Fraction(1, RATE)
            container.mux(video.encode(frame))
        tone = (8_000 * np.sin(np.arange(seconds * 48_000) / 20)).astype(np.int16).reshape(1, -1)
        for start in range(0, tone.shape[1], 960):
            sound = av.AudioFrame.from_ndarray(tone[:, start : start + 960], format="s16", layout="mono")
            sound.sample_rate, sound.pts = 48_000, start
            container.mux(audio.encode(sound))
        container.mux(video.encode(None))
        container.mux(audio.encode(None))
    return target


def brightness(path: Path) -> list[tuple[float, int]]:
    """Give time and brightness of each picture, as a player shows them."""
    with av.open(str(path)) as film:
        return [(frame.time, int(frame.to_ndarray(format="gray").mean())) for frame in film.decode(video=0)]


@pytest.mark.parametrize("ending", [".mp4", ".webm"])
def test_a_film_is_cut_and_nothing_of_the_cut_shows(tmp_path: Path, ending: str) -> None:
    film = record(tmp_path / f"film{ending}")
    before = {round(time, 2): light for time, light in brightness(film)}
    target = tmp_path / f"cut{ending}"
    copy_media(film, target, kept=((1.0, 3.5), (5.5, 8.0)), chapters=[Stretch(0, 2.5, "Un"), Stretch(2.5, 5, "Deux")])
    shown = brightness(target)
    assert look_into(target).duration == pytest.approx(5.0, abs=0.15)
    start = shown[0][0] if shown[0][0] < 0.2 else 0.0
    for time, light in shown:
        at = time - start
        source = at + 1.0 if at < 2.5 - 1e-6 else at + 3.0
        assert abs(light - before.get(round(source, 2), light)) <= 6
    cut = range(before[3.67], before[5.29])
    assert not any(light in cut for _, light in shown), "no picture of what was cut is in the file"
    with av.open(str(target)) as opened:
        assert [one["metadata"]["title"] for one in opened.chapters()] == ["Un", "Deux"]


def test_the_packets_are_untouched_and_the_bytes_the_same(tmp_path: Path) -> None:
    film = record(tmp_path / "film.mp4")
    copy_media(film, tmp_path / "one.mp4", chapters=[Stretch(0, 8, "Tout")])
    copy_media(film, tmp_path / "two.mp4", chapters=[Stretch(0, 8, "Tout")])
    assert (tmp_path / "one.mp4").read_bytes() == (tmp_path / "two.mp4").read_bytes()

    def packets(path: Path) -> list[tuple[str, bytes]]:
        with av.open(str(path)) as opened:
            streams = [*opened.streams.video, *opened.streams.audio]
            return sorted((one.stream.type, bytes(one)) for one in opened.demux(streams) if one.size)

    assert packets(film) == packets(tmp_path / "one.mp4")


@pytest.mark.parametrize(("ending", "own"), [(".mp4", ".m4a"), (".webm", ".webm")])
def test_the_sound_alone_is_copied_out(tmp_path: Path, ending: str, own: str) -> None:
    film = record(tmp_path / f"film{ending}", 2)
    copy_media(film, tmp_path / f"sound{own}", sound_only=True)
    facts = look_into(tmp_path / f"sound{own}")
    assert (facts.video, facts.ending, facts.type.split("/")[0]) == ("", own, "audio")


def test_codecs_say_which_container_browsers_play(tmp_path: Path) -> None:
    assert look_into(record(tmp_path / "film.mkv", 1)).ending == ".mp4"
    assert look_into(record(tmp_path / "film.webm", 1)).type == "video/webm"


@pytest.mark.parametrize("content", [b"", b"not a film", b"\x00" * 5000])
def test_a_file_that_is_no_film_is_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "film.mp4").write_bytes(content)
    with pytest.raises(MediaError, match=r"film\.mp4"):
        look_into(tmp_path / "film.mp4")
    with pytest.raises(MediaError):
        copy_media(tmp_path / "film.mp4", tmp_path / "copy.mp4")
