"""Exports that were cut, mixed up or saved in another encoding: no traceback, and what is wrong is told."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deroule.importers.export import open_export
from deroule.importers.recognise import read_all


def all_samples(samples) -> dict[str, bytes]:
    texts = {
        "events.xml": samples.EVENTS, "zoom.vtt": samples.ZOOM_VTT, "poll.csv": samples.ZOOM_POLLS,
        "qa.csv": samples.ZOOM_QUESTIONS, "teams.vtt": samples.TEAMS_VTT, "prive.txt": samples.ZOOM_PRIVATE,
        **{f"chat-{name}.txt": text for name, text in samples.ZOOM_CHATS.items()},
        **{f"zoom-{name}.csv": text for name, text in samples.ZOOM_ATTENDANCE.items()},
        **{f"teams-{name}.csv": text for name, text in samples.TEAMS_ATTENDANCE.items()},
    }  # fmt: skip
    texts |= {
        "marks.csv": "temps;diapositive\n0:00:00;couverture\n0:01:00;0:02:00;un-fait\n0:02:30,5;Un titre\n",
        "sous-titres.srt": "1\n00:00:01,000 --> 00:00:03,000\nBonjour à toutes\net à tous.\n\n2\n00:00:04,000 --> 00:00:05,500\nVoilà.\n",
        "sous-titres.sbv": "0:00:01.000,0:00:03.000\nBonjour à toutes\n\n0:00:04.000,0:00:05.500\nVoilà.\n",
        "poll-heads.csv": "#,User Name,User Email,Submitted Date/Time,On continue ?,Quels sujets ?\n"
        '1,Zoé Petit,zoe@example.org,"Mar 1, 2018 10:40:11",Oui,Eau\n',
    }  # fmt: skip
    held = {name: text.encode() for name, text in texts.items()}
    held |= {f"{name}.docx": content for name, content in samples.TEAMS_WORD.items()}
    return held


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_damaged_file_never_raises_and_is_never_lost_in_silence(read, samples, data: st.DataObject) -> None:
    held = all_samples(samples)
    name = data.draw(st.sampled_from(sorted(held)))
    content = held[name]
    if not name.endswith(".docx"):
        content = content.decode().encode(
            data.draw(st.sampled_from(["utf-8", "utf-16", "cp1252", "utf-16-be"])), "replace"
        )
    damaged = bytearray(content[: data.draw(st.integers(0, len(content)))])
    for _ in range(data.draw(st.integers(0, 6)) if damaged else 0):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    part = read({name: bytes(damaged)})
    assert not part.empty or part.faults or part.unknown
    assert all(fault.what.in_language("fr", **dict(fault.values)) for fault in part.faults), "every fault can be told"
    assert all(0 <= cue.start < cue.end for cues in part.captions.values() for cue in cues)
    assert all(one.leave >= one.join for person in part.participants for one in person.stays)
    assert all(mark.end is None or mark.end > mark.start for mark in part.marks)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_damaged_published_recording_keeps_its_sound_files(read, samples, data: st.DataObject) -> None:
    held = {name: text.encode() for name, text in samples.PUBLISHED.items()}
    names = [name for name in held if name.endswith((".xml", ".svg", ".json", ".vtt"))]
    name = data.draw(st.sampled_from(names))
    content = bytearray(held[name][: data.draw(st.integers(0, len(held[name])))])
    for _ in range(data.draw(st.integers(0, 4)) if content else 0):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    part = read({**held, name: bytes(content)})
    if not name.endswith("slides_new.xml"):
        assert len(part.chat) == 2
    if not name.endswith(("shapes.svg", "metadata.xml")):
        assert len(part.marks) == 5


@settings(deadline=None)
@given(st.sampled_from([
    '{"a": 1}', "[1, [2]]", "null", '[{"answers": "x"}]', '[{"answers": [1]}]', "[" * 5000, '{"p": {"slide-1": 3}}',
    '[{"answers": [{"numVotes": "1e999"}], "timestamp": "nan"}]',
]), st.sampled_from(["polls.json", "presentation_text.json", "external_videos.json", "captions.json"]))  # fmt: skip
def test_json_of_another_shape_is_told(read, samples, text: str, name: str) -> None:
    part = read({**samples.PUBLISHED, f"published/{name}": text})
    assert len(part.marks) == 5


@pytest.mark.parametrize("text", ['<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><recording><event timestamp="1" eventname="&b;"/></recording>', '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><recording><event eventname="x" timestamp="1">&a;</event></recording>'])  # fmt: skip
def test_entities_are_never_expanded(read, text: str) -> None:
    part = read({"events.xml": text})
    assert "aaaaaaaaaa" not in str(part)


def archive(*members: tuple[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members:
            made.writestr(name, content)
    return held.getvalue()


def test_a_zip_is_read_like_a_folder_and_its_traps_are_told(tmp_path: Path, samples) -> None:
    path = tmp_path / "export.zip"
    path.write_bytes(archive(("a/chat.txt", samples.ZOOM_PRIVATE.encode()), ("../x.txt", b"x"), ("a/film.mp4", b"x")))
    part = read_all(open_export(path))
    assert len(part.chat) == 5
    assert sorted(fault.file for fault in part.faults) == ["../x.txt", "a/film.mp4"]
    path.write_bytes(path.read_bytes()[:200])
    assert read_all(open_export(path)).faults


def test_a_bomb_is_not_blown_up(tmp_path: Path) -> None:
    path = tmp_path / "export.zip"
    path.write_bytes(archive(("chat.txt", b"\0" * 70_000_000)))
    part = read_all(open_export(path))
    assert part.empty and [fault.file for fault in part.faults] == ["chat.txt"]


def test_a_path_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert read_all(open_export(tmp_path / "absent")).faults
