"""`rehearse` and `pack`: what they ask for exists in the plan, and what they cannot do is told at once."""

from __future__ import annotations

import argparse
import io
import zipfile
from pathlib import Path

import pytest

from deroule.cli import main
from deroule.cli.pack import PACKAGES, _wanted


@pytest.fixture
def planned(flagship, dossier) -> set[str]:
    from deroule.outputs import lms, replay

    return {one.id for output in (lms, replay) for one in output.plan(dossier)}


@pytest.mark.parametrize("lms", [None, *PACKAGES])
@pytest.mark.parametrize("light", [False, True])
def test_every_pack_that_can_be_asked_for_is_planned(planned, flagship, lms, light) -> None:
    asked = argparse.Namespace(event=flagship.id, lms=lms, light=light, without_video=False)
    assert _wanted(asked) in planned
    if not lms and not light:
        assert _wanted(argparse.Namespace(event=flagship.id, lms=None, light=False, without_video=True)) in planned


@pytest.mark.parametrize("command", ["rehearse", "pack"])
def test_an_event_that_is_not_there_is_told_with_those_that_are(command, tmp_path: Path, monkeypatch, capsys) -> None:
    (tmp_path / "sequences" / "2027-court").mkdir(parents=True)
    (tmp_path / "sequences" / "2027-court" / "event.yml").write_text("title: T\n", encoding="utf-8")
    (tmp_path / "sequences" / "organisation.yml").write_text("language: fr\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert main([command, "nowhere"]) == 1
    told = capsys.readouterr().err
    assert "nowhere" in told and "2027-court" in told


def test_a_pack_to_verify_must_be_named_and_is_told_when_it_is_none(tmp_path: Path, capsys) -> None:
    assert main(["pack", "verify"]) == 1
    (tmp_path / "other.zip").write_bytes(b"not a zip")
    assert main(["pack", "verify", str(tmp_path / "other.zip")]) == 1
    assert "REC002" in capsys.readouterr().out


SPACE = {
    "mkdocs.yml": "site_name: Essai\n",
    "content/index.md": "# Accueil\n",
    "sequences/organisation.yml": "language: fr\norganisations: {nous: {name: Nous}}\n",
    "sequences/2027-01-14-court/event.yml": (
        "title: Une séance courte\ndate: 2027-01-14\norganiser: nous\nsequences: [tout]\n"
        "speakers:\n  ada: {name: Ada Martin, consent: {recording: 2026-01-01, publication: 2026-01-01}}\n"
    ),
    "sequences/2027-01-14-court/tout.yml": (
        "kind: concept\ntitle: Tout\nslides:\n  - {title: Une carte, text: Un texte., notes: Voici la carte.}\n"
    ),
}


@pytest.fixture
def space(tmp_path: Path, monkeypatch) -> Path:
    """A small workspace to stand in."""
    for name, text in SPACE.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def everything(folder: Path) -> dict[str, bytes]:
    """Give every file below a folder, those inside archives unpacked as often as it takes."""
    found: dict[str, bytes] = {}
    waiting = [(path.relative_to(folder).as_posix(), path.read_bytes()) for path in folder.rglob("*") if path.is_file()]
    while waiting:
        name, content = waiting.pop()
        found[name] = content
        if zipfile.is_zipfile(io.BytesIO(content)):
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                waiting += [(f"{name}!{one}", archive.read(one)) for one in archive.namelist()]
    return found


def test_one_command_rehearses_and_makes_replay_page_pack_and_package(space: Path) -> None:
    assert main(["build", "--rehearse", "--quiet"]) == 0
    event = "2027-01-14-court"
    made = space / "build" / event
    assert main(["pack", "verify", str(made / "replay" / f"{event}-replay.zip")]) == 0
    assert (made / "replay" / f"{event}-scorm12.zip").is_file()
    assert (made / "replay" / f"{event}-transcription.pdf").read_bytes().startswith(b"%PDF")
    page = next((space / "build" / "site").rglob("replay*.html"))
    assert "Voici la carte." in page.read_text(encoding="utf-8")
    with zipfile.ZipFile(made / "replay" / f"{event}-replay.zip") as pack:
        names = [name.split("/", 1)[1] for name in pack.namelist()]
    assert f"data/media/{event}.mp4" in names
    assert f"data/documents/{event}-transcription.docx" in names


def test_nobody_of_the_room_is_named_in_anything_that_is_shared(space: Path, capsys) -> None:
    after = space / "sequences" / "2027-01-14-court" / "after"
    after.mkdir()
    (after / "meeting.transcript.vtt").write_text(
        "WEBVTT\n\n1\n00:00:01.000 --> 00:00:03.000\nZoé Quenneville: Bonjour, ici Zoé, mon numéro est le 06 12 34 56 78.\n",
        encoding="utf-8",
    )  # fmt: skip
    (after / "chat.txt").write_text(
        "00:00:04\t From Zoé Quenneville to Everyone:\n\tzoe.q@exemple.fr\n00:00:05\t From Zoé Quenneville to Ada Martin (Direct Message):\n\tEntre nous\n",
        encoding="utf-8",
    )  # fmt: skip
    (after / "participants.csv").write_text(
        "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\n"
        "Zoé Quenneville,zoe.q@exemple.fr,01/14/2027 10:30:00 AM,01/14/2027 11:30:00 AM,60,Yes\n",
        encoding="utf-8",
    )
    assert main(["import", "recording", str(after), "2027-01-14-court"]) == 0
    assert main(["build", "--quiet"]) == 0
    told = capsys.readouterr()
    made = everything(space / "build")
    words = [word.encode() for word in ("Quenneville", "Zoé", "zoe.q@", "06 12 34", "Entre nous")]
    shared = {name: content for name, content in made.items() if "/private/" not in name and ".deroule/" not in name}
    assert {name for name, content in shared.items() if any(word in content for word in words)} == set()
    assert "Quenneville" in made["2027-01-14-court/private/attendance.csv"].decode("utf-8-sig")
    assert not [name for name in shared if "attendance.csv" in name or "participants.csv" in name]
    assert "Quenneville" not in told.out + told.err
    assert any("Participant 1" in content.decode(errors="replace") for name, content in shared.items())
