"""`rehearse` and `pack`: what they ask for exists in the plan, and what they cannot do is told at once."""

from __future__ import annotations

import argparse
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
