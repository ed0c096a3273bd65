"""A rehearsal: film, captions and chapters that agree, and only what changed is made again."""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path

import av
import pytest
import webvtt

from deroule.outputs.player.rehearsed import read_rehearsal
from deroule.outputs.rehearsal import shooting


def test_film_captions_and_chapters_tell_the_same_times(session, rehearsal: Path) -> None:
    known = read_rehearsal(rehearsal)
    assert known is not None
    recording = known.recording
    with av.open(str(rehearsal / "rehearsal.mp4")) as film:
        assert [stream.codec_context.name for stream in film.streams if stream.type in ("video", "audio")] == [
            "h264",
            "aac",
        ]
        assert film.duration / 1e6 == pytest.approx(recording.duration, abs=0.03)
        chapters = [(one["start"] * one["time_base"], one["metadata"]["title"]) for one in film.chapters()]
        keys = [
            float(packet.pts * packet.time_base) for packet in film.demux(film.streams.video[0]) if packet.is_keyframe
        ]
    assert [title for _, title in chapters] == ["Une séance courte", "Le début", "La suite", "Merci"] or len(
        chapters
    ) >= 3
    assert [float(start) for start, _ in chapters] == pytest.approx([one.start for one in recording.chapters], abs=0.01)
    starts = [mark.start for mark in recording.marks]
    assert all(any(abs(key - start) < 0.03 for key in keys) for start in starts), "each slide begins with a key frame"
    assert len(recording.marks) == len(session.placer(session.event).value)


def test_captions_follow_the_voice(rehearsal: Path) -> None:
    captions = list(webvtt.read(str(rehearsal / "captions-fr.vtt")))
    assert "Bonjour." in captions[1].text or "Bonjour." in captions[2].text
    duration = json.loads((rehearsal / "replay.json").read_text())["duration"]
    reached = 0.0
    for caption in captions:
        assert reached <= caption.start_in_seconds < caption.end_in_seconds <= duration
        reached = caption.end_in_seconds
        assert all(len(line) <= 42 for line in caption.text.split("\n"))


def test_the_sound_is_there_where_captions_are_and_silent_between_slides(rehearsal: Path) -> None:
    known = read_rehearsal(rehearsal)
    assert known is not None
    with av.open(str(rehearsal / "rehearsal.mp4")) as film:
        import numpy as np

        sound = np.concatenate([frame.to_ndarray()[0] for frame in film.decode(audio=0)])
    cues = known.recording.captions["fr"]
    assert all(abs(sound[int(cue.start * 48_000) : int(cue.end * 48_000)]).max() > 0.02 for cue in cues)
    for mark in known.recording.marks[1:]:
        at = int(mark.start * 48_000)
        assert abs(sound[at - 2_000 : at + 10_000]).max() < 0.01, "films join in silence"


def test_only_what_changed_is_spoken_again_and_the_bytes_are_the_same(session, rehearsal: Path, monkeypatch) -> None:
    made = []
    speak = shooting.speak
    monkeypatch.setattr(
        shooting, "speak", lambda narration, voice: made.append(narration.page.id) or speak(narration, voice)
    )
    again = session.folder / "again"
    session.render("rehearsal", f"rehearsal/{session.event.id}", again)
    assert made == []
    assert digest(again / "rehearsal.mp4") == digest(rehearsal / "rehearsal.mp4")
    (session.folder / "shelf").rename(session.folder / "shelf-before")
    session.render("rehearsal", f"rehearsal/{session.event.id}", again)
    assert len(made) == len(session.placer(session.event).value)
    assert digest(again / "rehearsal.mp4") == digest(rehearsal / "rehearsal.mp4")


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_another_voice_is_a_command(session, tmp_path: Path, monkeypatch) -> None:
    voice = tmp_path / "voice.py"
    voice.write_text(
        "import sys, wave, struct\ntext = sys.stdin.read()\nout = wave.open(sys.stdout.buffer, 'wb')\n"
        "out.setnchannels(1); out.setsampwidth(2); out.setframerate(16000)\n"
        "out.writeframes(b''.join(struct.pack('<h', 4000 if i % 80 < 40 else -4000) for i in range(400 * len(text))))\n"
    )
    monkeypatch.setattr(session.workspace, "_variables", {"DEROULE_VOICE": f"{sys.executable} {voice}"})
    assert session.render("rehearsal", f"rehearsal/{session.event.id}", tmp_path / "other") == ()
    known = read_rehearsal(tmp_path / "other")
    assert known is not None and "voice.py" in known.voice
    monkeypatch.setattr(session.workspace, "_variables", {"DEROULE_VOICE": "no-such-program"})
    (finding,) = session.render("rehearsal", f"rehearsal/{session.event.id}", tmp_path / "none")
    assert finding.code.id == "REH001"
