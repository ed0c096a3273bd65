"""A fault put by hand into any file of the real events is found at its line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from deroule.checks import run_checks
from deroule.diagnostics import Diagnostic
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


def faults(files: dict[str, bytes]) -> list[Diagnostic]:
    workspace = MemoryWorkspace(files)
    outcome = load(workspace)
    return [*dict.fromkeys((*outcome.diagnostics, *run_checks(outcome.value, workspace)))]


BREAKING = {
    "an open quotation mark": (r": (\w.*)$", r': "\1'),
    "an open apostrophe": (r": (\w[^']*)$", r": '\1"),
    "an open bracket": (r": (\w.*)$", r": [\1"),
    "a second colon": (r"(: \w.*)$", r"\1 : encore"),
    "a tab": (r"^ +(?=\S)", "\t"),
    "a key out of its rank": (r"^ (?= +[a-z_]+: )", ""),
    "a sign": (r": (\w)", r": @\1"),
}
BROKEN = [path for path in FILES if path.name in ("event.yml", "temoignage.yml")]


@pytest.mark.parametrize("fault", BREAKING)
@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.name)
def test_a_fault_of_writing_is_all_that_is_told_and_hides_no_other_of_its_file(path: Path, fault: str) -> None:
    """One in the middle of a file, and a wrong key at its end: both are told, and nothing that only follows from them."""
    files = whole_workspace()
    name = path.relative_to(SEQUENCES.parent).as_posix()
    lines = files[name].decode().split("\n")
    pattern, broken = BREAKING[fault]
    keys = [number for number, _ in keys_of("\n".join(lines)) if re.search(pattern, lines[number - 1])]
    middle = keys[len(keys) // 2]
    last = max(number for number, key in keys_of("\n".join(lines)) if key in ("notes", "question", "checked"))
    lines[middle - 1] = re.sub(pattern, broken, lines[middle - 1], count=1)
    lines[last - 1] = re.sub(r"([a-z_]+):", r"\1x:", lines[last - 1], count=1)
    told = [one for one in faults({**files, name: "\n".join(lines).encode()}) if one.severity != "info"]
    assert [(one.code.name, one.span.path) for one in told if one.span] == [
        ("broken-yaml", name),
        ("unknown-key", name),
    ]
    lines_told = [one.span.line for one in told if one.span]
    # a first key that stands too far left makes the next one seem too far right
    assert (lines_told[0] - middle, lines_told[1]) in ((0, last), (1, last))
