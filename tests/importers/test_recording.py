"""An import from end to end: what is written reads back, names nobody, and never overwrites a correction."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from deroule.cli import main
from deroule.importers.recording import Imported, import_recording
from deroule.model.recording import ShownFilm
from deroule.source import load
from deroule.workspace import DiskWorkspace

EVENT = """title: Réunion
language: fr
sequences: [debut]
duration: 60 min
speakers:
  ada: {name: Ada Martin, consent: {recording: 2018-01-01, publication: 2018-01-01}}
"""
START = """kind: concept
title: Pour commencer
duration: 10 min
slides:
  - {title: Bonjour, text: Bienvenue}
  - {title: Un fait, text: Voici}
  - {title: Deux faits, text: Voilà}
  - poll: suite
    title: Et ensuite ?
    question: On continue ?
    options: [Oui, Non]
"""


@pytest.fixture
def space(tmp_path: Path) -> DiskWorkspace:
    for name, text in {
        "organisation.yml": "organisations: {maison: {name: Maison}}\n", "e/event.yml": EVENT, "e/debut.yml": START,
    }.items():  # fmt: skip
        path = tmp_path / "espace" / "sequences" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return DiskWorkspace(tmp_path / "espace")


@pytest.fixture
def imported(space: DiskWorkspace, tmp_path: Path) -> Callable[[dict[str, str | bytes]], Imported]:
    """Lay an export out on disk and import it."""

    def lay_out(files: dict[str, str | bytes]) -> Imported:
        for name, content in files.items():
            path = tmp_path / "export" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        outcome = import_recording(space, tmp_path / "export", "e")
        assert outcome.value is not None, [one.message("fr") for one in outcome.diagnostics]
        return outcome.value

    return lay_out


def zoom(samples) -> dict[str, str | bytes]:
    return {
        "GMT.transcript.vtt": samples.ZOOM_VTT, "chat.txt": samples.ZOOM_PRIVATE, "poll.csv": samples.ZOOM_POLLS,
        "qa.csv": samples.ZOOM_QUESTIONS, "participants.csv": samples.ZOOM_ATTENDANCE["meeting with preamble"],
    }  # fmt: skip


def test_what_is_written_reads_back_without_an_error(space, imported, samples) -> None:
    found = imported(samples.PUBLISHED)
    assert found.written == ("sequences/e/after/captions.fr.vtt", "sequences/e/after/after.yml")
    outcome = load(space)
    faults = [one for one in outcome.diagnostics if one.span and "/after/" in one.span.path]
    assert {one.code.name for one in faults} <= {"unsure-slides", "captions-coverage"}, [
        one.message("fr") for one in faults
    ]
    after = outcome.value.event("e").after
    assert after is not None
    assert [(mark.slide, mark.by) for mark in after.recording.marks] == [
        ("bonjour", "text"), ("un-fait", "text"), (None, "hand"), ("un-fait", "text"), ("deux-faits", "number"),
    ]  # fmt: skip
    assert after.recording.polls[0].id == "suite"
    assert [one.author for one in after.recording.chat] == ["Participant 1", "Participant 2"]
    assert sorted(one.role for one in after.recording.media) == ["main", "screen"]
    assert after.recording.films == (ShownFilm("https://example.org/film", 200),)
    assert (space.root / "sequences/e/after/webcams.webm").is_file()


def test_nobody_is_named_outside_the_private_folder(space, imported, samples) -> None:
    found = imported(zoom(samples))
    public = "".join(space.read(path).decode() for path in found.written)
    for word in ("Zoé", "Petit", "Luc", "Grand", "example.org", "06 12", "Secret"):
        assert word not in public, word
    assert "Ada Martin" in public and "je m'appelle Participant 1" in public and "[téléphone]" in public
    assert found.scrubbed.private == 4 and found.scrubbed.telephones == 1 and found.scrubbed.names >= 1
    rows = list(
        csv.reader(space.read("build/e/private/attendance.csv").decode("utf-8-sig").splitlines(), delimiter=";")
    )
    assert [(row[0], row[1], row[6], row[7]) for row in rows[1:]] == [
        ("1", "Zoé Petit", "60", "2"), ("2", "Luc Grand", "60", "1"),
    ]  # fmt: skip
    assert "Zoé Petit;On continue ?;Oui" in space.read("build/e/private/poll-answers.csv").decode("utf-8-sig")


def test_names_stay_once_consent_is_on_record(space, imported, samples) -> None:
    imported(zoom(samples))
    path = space.root / "sequences/e/after/after.yml"
    path.write_text(path.read_text("utf-8") + "consent: 2018-03-01\n", encoding="utf-8")
    found = imported(zoom(samples))
    assert found.written[-1] == "sequences/e/after/after.import.yml"
    assert "by: Luc Grand" in space.read(found.written[-1]).decode()
    assert "Secret" not in space.read(found.written[-1]).decode(), "what was private stays private"


def test_a_correction_is_never_overwritten(space, imported, samples) -> None:
    first = imported(zoom(samples))
    again = imported(zoom(samples))
    assert again.written == first.written, "untouched files are brought up to date"
    captions = space.root / "sequences/e/after/captions.fr.vtt"
    captions.write_text(captions.read_text("utf-8").replace("deux parties", "trois parties"), encoding="utf-8")
    third = imported(zoom(samples))
    assert "trois parties" in captions.read_text("utf-8")
    assert third.written[0] == "sequences/e/after/captions.fr.import.vtt"
    assert third.written[1] == "sequences/e/after/after.yml"
    own = space.root / "sequences/e/after/after.yml"
    own.write_text("tool: file\n", encoding="utf-8")
    assert imported(zoom(samples)).written[1] == "sequences/e/after/after.import.yml"
    assert own.read_text("utf-8") == "tool: file\n"


def test_the_command_tells_what_it_found_and_what_to_do(space, tmp_path, samples, capsys, monkeypatch) -> None:
    monkeypatch.setenv("DEROULE_LANGUAGE", "fr")
    path = tmp_path / "events.xml"
    path.write_text(samples.EVENTS, encoding="utf-8")
    assert main(["import", "recording", str(path), "e", "--workspace", str(space.root)]) == 0
    told = capsys.readouterr()
    assert "BigBlueButton – Réunion brute, 0:01:00" in told.out
    assert "sequences/e/after/after.yml" in told.out and "build/e/private/attendance.csv" in told.out
    assert "IMP003" in told.err and "NouvelEvent" in told.err and "Zoé" not in told.out + told.err
    assert main(["import", "recording", str(path), "nulle-part", "--workspace", str(space.root)]) == 1
    assert "IMP006" in capsys.readouterr().err
    empty = tmp_path / "rien.bin"
    empty.write_bytes(b"x")
    assert main(["import", "recording", str(empty), "e", "--workspace", str(space.root)]) == 1
    assert "IMP001" in capsys.readouterr().err


def test_exports_may_lie_in_the_event_s_own_folder(space, samples) -> None:
    folder = space.root / "sequences/e/after"
    (folder / "Audio Record").mkdir(parents=True)
    (folder / "Audio Record" / "audioZoePetit.m4a").write_bytes(b"x")
    (folder / "film.mp4").write_bytes(b"x")
    for name, content in zoom(samples).items():
        (folder / name).write_text(str(content), encoding="utf-8")
    first = import_recording(space, folder, "e").value
    again = import_recording(space, folder, "e").value
    assert first is not None and again is not None
    assert first.written == again.written and list(again.recording.captions) == ["fr"]
    assert [one.file for one in again.recording.media] == ["film.mp4"], "a participant's own voice is not taken over"
    assert "ZoePetit" not in space.read(first.written[-1]).decode()
    assert "Audio Record/ (1)" in again.unused
