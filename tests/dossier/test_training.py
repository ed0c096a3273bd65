"""The training that teaches Déroulé: what it shows and says of the tool is what the tool does."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from deroule.cli import main
from deroule.cli.commands import COMMANDS
from deroule.model.blocks import Block, Code
from deroule.model.event import Event
from deroule.source import load
from deroule.workspace import MemoryWorkspace

SUBCOMMANDS = {"template": "check", "pack": "verify", "import": "recording", "new": "event"}


@pytest.fixture(scope="module")
def training(dossier) -> Event:
    return dossier.event("2026-11-24-deroule-en-45-minutes")


def codes(blocks: tuple[Block, ...]) -> Iterator[Code]:
    for block in blocks:
        if isinstance(block, Code):
            yield block
        for group in getattr(block, "groups", ()) if block.kind == "columns" else ():
            yield from codes(group.blocks)


def named_commands(training: Event) -> set[str]:
    shown = [code.text for slide in training.slides for code in codes(slide.blocks) if code.language == "bash"]
    lines = [line for text in shown for line in text.splitlines() if line.startswith("deroule ")]
    said = [slide.notes.plain for slide in training.slides if slide.notes]
    return {line.split()[1] for line in lines} | {
        word for text in said for word in re.findall(r"[Dd]eroule ([a-z]+)", text)
    }


def test_every_command_that_is_shown_or_said_exists(training: Event, capsys: pytest.CaptureFixture[str]) -> None:
    named = named_commands(training)
    assert {
        "check",
        "build",
        "serve",
        "explain",
        "template",
        "audit",
        "import",
        "rehearse",
        "pack",
        "init",
        "new",
    } <= named
    assert named <= set(COMMANDS)
    for command in sorted(named):
        with pytest.raises(SystemExit) as ended:
            main([command, *([SUBCOMMANDS[command]] if command in SUBCOMMANDS else []), "--help"])
        assert ended.value.code == 0, command
        assert capsys.readouterr().out


def test_the_diagnostic_that_is_shown_is_what_the_tool_says(training: Event) -> None:
    shown = next(
        code.text for slide in training.slides if slide.id == "read-a-diagnostic" for code in codes(slide.blocks)
    )
    files = {
        "sequences/organisation.yml": b"language: en\norganisations: {us: {name: Us}}\n",
        "sequences/2027-01-14-x/event.yml": b"title: X\norganiser: us\nsequences: [idea]\n",
        "sequences/2027-01-14-x/idea.yml": b"kind: concept\ntitle: Idea\nslides:\n  - title: One\n    bulets: [a]\n",
    }
    found = [one for one in load(MemoryWorkspace(files)).diagnostics if one.code.id == "SRC005"]
    (fault,) = found
    said = " ".join(shown.split())
    assert f"error[{fault.code.id}] {fault.code.name}: {fault.message('en')}" in said
    assert f"hint: {fault.hint_text('en')}" in said


def test_a_word_for_the_host_or_the_trainer_stands_on_every_slide(training: Event) -> None:
    for slide in training.slides:
        if slide.form.value == "content":
            assert slide.notes, slide.id
            assert 50 <= len(slide.notes.plain.split()) <= 120, slide.id
