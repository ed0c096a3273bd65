"""A film and a transcript, all that many tools export: slides found by picture, down to the chapters of the replay."""

from __future__ import annotations

import json
from pathlib import Path

import av
import pytest
from PIL import Image

from deroule.cli import main
from deroule.source import load
from deroule.workspace import DiskWorkspace

FILES = {
    "organisation.yml": "organisations: {maison: {name: Maison}}\n",
    "e/event.yml": "title: Réunion\nlanguage: fr\nduration: 60 min\nsequences: [un, deux]\nspeakers:\n"
    "  ada: {name: Ada Martin, consent: {recording: 2018-01-01, publication: 2018-01-01}}\n",
    "e/un.yml": "kind: introduction\ntitle: Pour commencer\nslides:\n  - {title: Bonjour, text: Bienvenue à toutes et à tous}\n"
    "  - {title: Trois questions, bullets: [Pourquoi, Comment, Avec qui]}\n",
    "e/deux.yml": "kind: concept\ntitle: Le cœur\ndivider: {show: no}\nslides:\n  - {title: Un fait, figures: [{value: 11, label: salariés}]}\n"
    "  - {title: La suite, steps: [Lire, Écrire, Compter]}\n",
}  # fmt: skip
SHOWN = ["bonjour", "trois-questions", "un-fait", "la-suite", "un-fait"]
EACH = 5


@pytest.fixture
def space(tmp_path: Path) -> DiskWorkspace:
    for name, text in FILES.items():
        path = tmp_path / "espace" / "sequences" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return DiskWorkspace(tmp_path / "espace")


def record(workspace: DiskWorkspace, path: Path) -> None:
    """Film a screen share: the slide large, a dark border."""
    held = json.loads(workspace.read("build/e/slides/pages.json"))
    pictures = {one["slide_id"]: workspace.path(f"build/e/slides/{one['png']}") for one in held}
    with av.open(str(path), "w") as out:
        stream = out.add_stream("libx264", rate=4, options={"crf": "32", "preset": "ultrafast"})
        stream.width, stream.height, stream.pix_fmt = 640, 400, "yuv420p"
        for name in SHOWN:
            frame = Image.new("RGB", (640, 400), "#222")
            frame.paste(Image.open(pictures[name]).convert("RGB").resize((576, 324)), (32, 20))
            for _ in range(EACH * 4):
                out.mux(stream.encode(av.VideoFrame.from_image(frame)))
        out.mux(stream.encode())


def test_a_film_alone_gives_slides_chapters_and_planned_against_actual_time(
    space, tmp_path, capsys, monkeypatch
) -> None:
    monkeypatch.setenv("DEROULE_LANGUAGE", "fr")
    monkeypatch.chdir(space.root)
    assert main(["build", "e", "--only", "pictures", "--quiet"]) == 0
    capsys.readouterr()
    export = tmp_path / "export"
    export.mkdir()
    record(space, export / "GMT20180301-093000_Recording_640x400.mp4")
    (export / "audio_only.m4a").write_bytes(b"x")
    (export / "GMT20180301-093000_Recording.transcript.vtt").write_text(
        "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\nAda Martin: Bonjour.\n\n00:00:11.000 --> 00:00:14.000\nAda Martin: Un fait.\n"
    )
    assert main(["import", "recording", str(export), "e"]) == 0
    told = capsys.readouterr()
    assert "5 passages reconnus sur 5 (à l'image)" in told.out and told.err == ""
    outcome = load(space)
    after = outcome.value.event("e").after
    assert after is not None and not [one for one in outcome.diagnostics if "/after/" in str(one.span)]
    marks = after.recording.marks
    assert [one.slide for one in marks] == SHOWN
    assert all(one.by == "picture" and one.confidence > 0.6 for one in marks)
    assert all(abs(one.start - EACH * number) <= 1 for number, one in enumerate(marks))
    assert [(one.title, one.level) for one in after.recording.chapters] == [("Pour commencer", 1), ("Le cœur", 1)]
    assert [(one.sequence, round(one.actual)) for one in after.times] == [("un", 10), ("deux", 15)]
    assert [cue.slide for cue in after.recording.captions["fr"]] == ["bonjour", "un-fait"]
    assert [one.role for one in after.recording.media] == ["main", "audio"]
    assert after.recording.duration == pytest.approx(25, abs=0.3)
