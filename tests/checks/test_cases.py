"""Each case is a sequence with faults; a comment above a line names what is found there."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from deroule.checks import run_checks
from deroule.checks.table import CODES
from deroule.source import load
from deroule.workspace import MemoryWorkspace

CASES = sorted((Path(__file__).parent / "cases").glob("*.yml"))
EXPECTED = re.compile(r"^\s*# (?P<code>[A-Z]{3}\d{3})(?: (?P<hint>.*))?$")
EVENT = """# yaml-language-server: $schema=../.schema/event.json
title: Un événement
summary: Ce dont il s'agit.
organiser: maison
duration: 60 min
sequences: [debut, cas, fin]
speakers:
  ada: {name: Ada, consent: {recording: 2018-01-01, publication: 2018-01-01}}
"""
BESIDE = {
    "sequences/organisation.yml": (
        "# yaml-language-server: $schema=.schema/organisation.json\norganisations: {maison: {name: Maison}}\n"
    ),
    "sequences/e/debut.yml": (
        "# yaml-language-server: $schema=../.schema/sequence.json\nkind: introduction\ntitle: Début\n"
        "slides: [{title: Bonjour, text: Bienvenue, notes: Bonjour.}]\n"
    ),
    "sequences/e/fin.yml": (
        "# yaml-language-server: $schema=../.schema/sequence.json\nkind: going-further\ntitle: Suite\n"
        "slides: [{title: Au revoir, text: Merci, notes: Merci.}]\n"
    ),
    "sequences/e/images/carte.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"/>',
    "content/outils/carte.md": "---\ntitle: Carte\n---\n\n# Carte\n\n## Les étapes\n\nUne, deux.\n",
}
PATH = "sequences/e/cas.yml"


def found_in(text: str) -> list[tuple[str, int, str]]:
    """Give code, line and told text of what is found in the case."""
    event = text.split("# --- event.yml ---\n")
    files = {**BESIDE, "sequences/e/event.yml": event[1] if len(event) > 1 else EVENT, PATH: event[0]}
    workspace = MemoryWorkspace(files, today=dt.date(2026, 11, 24))
    outcome = load(workspace)
    found = (*outcome.diagnostics, *run_checks(outcome.value, workspace))
    return [
        (one.code.id, one.span.line, f"{one.message('fr')} {one.hint_text('fr')}")
        for one in found
        if one.span and one.span.path == PATH
    ]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_case_gets_its_diagnostics(path: Path) -> None:
    lines = path.read_text("utf-8").split("\n")
    expected = []
    for number, line in enumerate(lines, 1):
        match = EXPECTED.match(line)
        if match:
            target = next(at for at in range(number, len(lines)) if not EXPECTED.match(lines[at])) + 1
            expected.append((match["code"], target, match["hint"] or ""))
    found = found_in("\n".join(lines))
    assert sorted((code, line) for code, line, _ in found) == sorted((code, line) for code, line, _ in expected)
    for code, line, words in expected:
        assert any(words in told for one, at, told in found if (one, at) == (code, line)), (words, found)


CASES_ELSEWHERE = {
    "CHK123",
    "CHK102",
    "CHK105",
    "CHK106",
    "CHK107",
    "CHK108",
    "CHK109",
    "CHK110",
    "CHK117",
    "CHK120",
    "CHK125",
    "CHK126",
}
"""Checks about other files than a sequence: tested one by one in test_workspace_checks.py."""


def test_every_check_has_a_case() -> None:
    told = {
        match["code"]
        for path in CASES
        for line in path.read_text("utf-8").split("\n")
        if (match := EXPECTED.match(line))
    }
    assert {code.id for code in CODES} <= told | CASES_ELSEWHERE
