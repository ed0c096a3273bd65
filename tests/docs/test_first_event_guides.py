"""The guides to a first event are followed to the letter: what they tell to type works, and prints what they show."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from deroule.cli import main

GUIDES = {"fr": ("premier-evenement.md", "idee.yml"), "en": ("first-event.md", "idea.yml")}


def blocks(text: str, kind: str) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("language", GUIDES)
def test_the_guide_is_true(language: str, repository: Path, tmp_path: Path, monkeypatch, capsys) -> None:
    name, file = GUIDES[language]
    text = (repository / "docs" / "guide" / name).read_text(encoding="utf-8")
    typed = [line.removeprefix("deroule ").split() for part in blocks(text, "bash") for line in part.splitlines()]
    monkeypatch.setenv("DEROULE_LANGUAGE", language)
    monkeypatch.chdir(tmp_path)

    # Minute 1: the workspace holds what the guide shows.
    assert typed[0][0] == "init"
    assert main(typed[0]) == 0
    workspace = tmp_path / typed[0][1]
    monkeypatch.chdir(workspace)
    shown = {line.split()[0] for line in blocks(text, "text")[0].splitlines()}
    assert shown == {
        path.name + "/" * path.is_dir() for path in workspace.rglob("*") if not any(p.startswith(".") for p in path.parts)
    }  # fmt: skip

    # Minute 3: the slide is added at the end, and there is nothing to say against it but the invented speaker's consent.
    [sequence] = workspace.rglob(file)
    slide, consent = blocks(text, "yaml")
    sequence.write_text(sequence.read_text(encoding="utf-8") + slide, encoding="utf-8")
    capsys.readouterr()
    assert main(["check"]) == 0
    assert re.findall(r"\[(\w+)\]", capsys.readouterr().out) == ["CHK109"]

    # Minute 4: the mistake is told as shown, the warning goes away as told.
    whole = sequence.read_text(encoding="utf-8")
    sequence.write_text(whole.replace("bullets:\n", "bulets:\n"), encoding="utf-8")
    assert main(["check"]) == 1
    assert blocks(text, "text")[1].strip() in capsys.readouterr().out
    sequence.write_text(whole, encoding="utf-8")
    [event] = workspace.rglob("event.yml")
    speaker = event.read_text(encoding="utf-8")
    event.write_text(re.sub(r"(?m)^(    name: .*\n)", rf"\g<1>{consent}", speaker), encoding="utf-8")
    assert main(["check"]) == 0
    assert "CHK109" not in capsys.readouterr().out
    assert main(["explain", "SRC005"]) == 0

    # Minute 5: an event of one's own.
    title = re.search(r"`deroule new event \"(.*)\"`", text)
    assert title is not None
    assert main(["new", "event", title[1], "--date", "2027-05-04"]) == 0
    assert main(["check"]) == 0


def test_the_readme_shows_the_fault_as_it_is_told(repository: Path, tmp_path: Path, monkeypatch, capsys) -> None:
    text = (repository / "README.md").read_text(encoding="utf-8")
    [shown] = blocks(text, "text")
    [slides] = blocks(text, "yaml")
    monkeypatch.setenv("DEROULE_LANGUAGE", "fr")
    main(["init", str(tmp_path / "w")])
    monkeypatch.chdir(tmp_path / "w")
    [sequence] = (tmp_path / "w").rglob("idee.yml")
    body = slides.removeprefix("slides:\n")
    sequence.write_text(sequence.read_text(encoding="utf-8") + body.replace("callout:", "calout:"), encoding="utf-8")
    capsys.readouterr()
    assert main(["check"]) == 1
    told = capsys.readouterr().out
    folder, place = shown.strip().split("…/", 1)
    assert place in told and folder in told
