"""The commands as a trainer types them: what they print, what they leave, their exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from deroule.cli import COMMANDS, main


@pytest.fixture(autouse=True)
def speaks_french(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEROULE_LANGUAGE", "fr")
    monkeypatch.delenv("NO_COLOR", raising=False)


@pytest.fixture
def space(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    assert main(["init", str(tmp_path / "espace")]) == 0
    capsys.readouterr()
    monkeypatch.chdir(tmp_path / "espace")
    return tmp_path / "espace"


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_started_workspace_has_no_fault(tmp_path: Path, monkeypatch, capsys, language: str) -> None:
    monkeypatch.setenv("DEROULE_LANGUAGE", language)
    assert main(["init", str(tmp_path / "w")]) == 0
    monkeypatch.chdir(tmp_path / "w")
    assert main(["check"]) == 0, capsys.readouterr().out


def test_init_leaves_an_existing_workspace_alone(space: Path, capsys) -> None:
    assert main(["init", str(space)]) == 1
    assert "rien n'a été touché" in capsys.readouterr().err


def test_a_new_event_is_found_by_the_next_check(space: Path, capsys) -> None:
    assert main(["new", "event", 'Mobilités "douces" : où en est-on ?', "--date", "2027-05-04"]) == 0
    made = capsys.readouterr().out.split()
    assert "sequences/2027-05-04-mobilites-douces-ou-en-est-on/event.yml" in made
    assert main(["check"]) == 0, capsys.readouterr().out
    assert main(["new", "event", "x", "--date", "demain"]) == 1


def test_check_shows_a_fault_at_its_line_with_its_hint(space: Path, capsys) -> None:
    [idea] = space.rglob("idee.yml")
    idea.write_text(idea.read_text(encoding="utf-8").replace("callout:", "calout:"), encoding="utf-8")
    assert main(["check"]) == 1
    told = capsys.readouterr().out
    assert "idee.yml:" in told and "SRC005" in told and "callout" in told and "^^^^^^" in told
    assert main(["check", "--format", "json"]) == 1
    [fault] = [one for one in json.loads(capsys.readouterr().out) if one["severity"] == "error"]
    assert fault["name"] == "unknown-key"
    assert main(["check", "--format", "sarif"]) == 1
    assert json.loads(capsys.readouterr().out)["version"] == "2.1.0"


def test_build_of_one_output_then_nothing_to_do(space: Path, capsys) -> None:
    assert main(["build", "--only", "deck"]) == 0
    assert ".pptx" in capsys.readouterr().out
    assert main(["build", "--only", "deck"]) == 0
    assert "rien à refaire" in capsys.readouterr().out
    assert list((space / "build").rglob("*.pptx"))


def test_words_that_mean_nothing_are_refused_with_the_known_ones(space: Path, capsys) -> None:
    assert main(["build", "--only", "dekc"]) == 1
    assert "deck" in capsys.readouterr().err
    assert main(["build", "nul-part"]) == 1
    assert main(["explain", "SRC05"]) == 1
    assert "SRC0" in capsys.readouterr().err


def test_explain_tells_a_page_and_lists_every_code(capsys) -> None:
    assert main(["explain", "unknown-key"]) == 0
    assert capsys.readouterr().out.startswith("# SRC005 unknown-key")
    assert main(["explain", "--list"]) == 0
    assert len(capsys.readouterr().out.splitlines()) > 40


def test_outside_a_workspace_the_way_in_is_told(tmp_path: Path, monkeypatch, capsys) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["build"]) == 1
    assert "deroule init" in capsys.readouterr().err


def test_without_a_command_the_help_is_shown(capsys) -> None:
    assert main([]) == 0
    told = capsys.readouterr().out
    assert all(name in told for name in COMMANDS)
