"""The commands as a trainer types them: what they print, what they leave, their exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.sarif import faults_of as sarif_faults

from deroule.build.codes import all_codes
from deroule.cli import main
from deroule.cli.commands import COMMANDS


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


@pytest.mark.parametrize(
    ("folder", "said"), [(".", "Et maintenant : deroule build"), ("w", "Et maintenant : cd w, puis")]
)
def test_init_says_what_comes_next(tmp_path: Path, capsys, monkeypatch, folder: str, said: str) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["init", folder]) == 0
    assert said in capsys.readouterr().out


def test_init_leaves_an_existing_workspace_alone(space: Path, capsys) -> None:
    assert main(["init", str(space)]) == 1
    assert "rien n'a été touché" in capsys.readouterr().err


def test_init_overwrites_nothing(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "index.md").write_text("# Chez nous\n", encoding="utf-8")
    assert main(["init", str(tmp_path)]) == 0
    assert (tmp_path / "content" / "index.md").read_text(encoding="utf-8") == "# Chez nous\n"


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
    assert sarif_faults(capsys.readouterr().out) == []


def test_check_tells_the_faults_of_the_sites_settings_too(space: Path, capsys) -> None:
    (space / "mkdocs.yml").write_text("site_name: [\n", encoding="utf-8")
    main(["check"])
    assert "mkdocs.yml:" in capsys.readouterr().out


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


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (["biuld"], ["« biuld » n'existe pas ici", "vouliez-vous écrire « build » ?", "voir : deroule --help"]),
        (["build", "--onyl", "x"], ["option inconnue : --onyl", "vouliez-vous écrire « --only » ?"]),
        (["check", "--format", "xml"], ["« xml » n'existe pas ici ; connus : full, short, json, sarif, ci"]),
        (["pack"], ["il manque : ÉVÉNEMENT", "voir : deroule pack --help"]),
        (["check", "--workspace"], ["il manque une valeur après --workspace"]),
        (["serve", "--port", "x"], ["« x » ne convient pas pour --port"]),
    ],
)
def test_words_that_are_not_understood_are_told_in_french(typed: list[str], told: list[str], capsys) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(typed)
    assert stopped.value.code == 1
    said = capsys.readouterr().err
    assert all(one in said for one in told), said


ENGLISH = ("usage:", "positional arguments", "show this help", "show program", "invalid choice", "EVENT", "COMMAND ")


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_in_the_language_asked_for(command: str, capsys) -> None:
    for words in (["--help", "--language", "fr"], ["--language=en", "--help"]):
        with pytest.raises(SystemExit) as stopped:
            main([*([command] if command else []), *words])
        assert not stopped.value.code
        said = capsys.readouterr().out
        french = "fr" in words
        assert said.startswith("emploi : " if french else "usage: ")
        if french:
            assert not [word for word in ENGLISH if word in said]


def test_the_language_asked_for_wins_over_the_machines(tmp_path: Path, monkeypatch, capsys) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["build", "--language", "en"]) == 1
    assert "no workspace here" in capsys.readouterr().err


def test_the_list_of_codes_has_a_line_a_code_with_what_it_tells(capsys) -> None:
    assert main(["explain", "--list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(all_codes())
    line = next(line for line in lines if line.startswith("SRC005"))
    assert line.split() == ["SRC005", "erreur", "unknown-key", "la", "clé", "«", "…", "»", "n'existe", "pas", "ici"]


def test_a_page_says_what_is_told_what_it_means_and_what_to_do(capsys) -> None:
    assert main(["explain", "SRC009"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("# SRC009 missing-file (erreur)\n\n> le fichier « … » n'existe pas\n")
    assert "Conseil : vérifiez son nom" in said


def test_a_build_tells_each_thing_once(space: Path, capsys) -> None:
    assert main(["build", "--only", "documents"]) == 0
    told = capsys.readouterr()
    lines = [line for line in told.out.splitlines() if line.strip()]
    assert len(lines) == len(set(lines))
    assert told.err.count("CHK109") == 1
    assert "inchangé," in lines[-1] and "inchangés" not in lines[-1]
    assert main(["build", "--only", "documents", "--quiet"]) == 0
    assert capsys.readouterr().out == ""


def test_why_names_what_changed(space: Path, capsys) -> None:
    assert main(["build", "--only", "documents"]) == 0
    [event] = space.rglob("event.yml")
    event.write_text(event.read_text(encoding="utf-8").replace("45 min", "50 min"), encoding="utf-8")
    capsys.readouterr()
    assert main(["build", "--only", "documents", "--why"]) == 0
    assert "(sources, " in capsys.readouterr().out


def test_what_nobody_foresaw_is_told_in_a_sentence(space: Path, monkeypatch, capsys) -> None:
    def fall(*_: object, **__: object) -> None:
        raise RuntimeError("out of ink")

    monkeypatch.setattr("deroule.cli.check.check", fall)
    assert main(["check"]) == 2
    said = capsys.readouterr().err
    assert "une erreur de Déroulé, pas de vos fichiers (RuntimeError: out of ink)" in said
    assert "Traceback" not in said
