"""A fault put by hand into any file of the real events is found at its line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from deroule.source import load
from deroule.workspace import MemoryWorkspace

SEQUENCES = Path(__file__).resolve().parents[2] / "sequences"
FILES = sorted(path for path in SEQUENCES.rglob("*.yml") if "after" not in path.parts)
KEY = re.compile(r"^( *)(?:- )?([a-z_]{2,}):(?= |$)")


def whole_workspace() -> dict[str, bytes]:
    root = SEQUENCES.parent
    folders = (SEQUENCES, root / "content")
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for folder in folders
        for path in folder.rglob("*")
        if path.is_file()
    }


def keys_of(text: str) -> list[tuple[int, str]]:
    """Lines that hold a key of the language (not a line of running text, and not an id that names something)."""
    found, block = [], None
    for number, line in enumerate(text.split("\n"), 1):
        indent = len(line) - len(line.lstrip())
        if block is not None and line.strip() and indent <= block:
            block = None
        match = KEY.match(line)
        if block is None and match:
            if re.search(r"[|>]-?$", line):
                block = indent
            found.append((number, match[2]))
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name[:4]}-{path.name}")
def test_a_misspelt_key_is_found_at_its_line(path: Path) -> None:
    files = whole_workspace()
    name = path.relative_to(SEQUENCES.parent).as_posix()
    lines = files[name].decode().split("\n")
    fields = {
        "title",
        "notes",
        "summary",
        "duration",
        "question",
    }
    keys = [(number, key) for number, key in keys_of("\n".join(lines)) if key in fields]
    planted = keys[:: max(1, len(keys) // 6)][:8]
    for number, key in planted:
        lines[number - 1] = lines[number - 1].replace(f"{key}:", f"{key}x:", 1)
    found = load(MemoryWorkspace({**files, name: "\n".join(lines).encode()})).diagnostics
    places = {(one.span.path, one.span.line) for one in found if one.span and one.code.name == "unknown-key"}
    assert {(name, number) for number, _ in planted} <= places


@pytest.mark.parametrize("path", FILES[:4], ids=lambda path: path.name)
def test_a_cut_file_is_told_and_the_others_are_still_read(path: Path) -> None:
    files = whole_workspace()
    name = path.relative_to(SEQUENCES.parent).as_posix()
    outcome = load(MemoryWorkspace({**files, name: files[name][: len(files[name]) // 2] + b'\n"'}))
    assert any(one.span and one.span.path == name for one in outcome.diagnostics)
    assert len(outcome.value.pages) > 30
