"""A theme of the workspace: each of its faults at its line, and the default theme in its place."""

from __future__ import annotations

from importlib.resources import files

import pytest

from deroule.source import load
from deroule.source.themes import load_themes
from deroule.workspace import MemoryWorkspace

DEFAULT = files("deroule").joinpath("themes", "default", "theme.yml").read_text("utf-8")
SOUND = {
    "sequences/organisation.yml": "theme: house\norganisations: {a: {name: A}}\n",
    "sequences/e/event.yml": "title: T\nsequences: [s]\norganiser: a\n",
    "sequences/e/s.yml": "kind: concept\ntitle: S\nslides:\n  - {title: x, text: y}\n",
}


def told(theme: str) -> list[tuple[str, int, str]]:
    workspace = MemoryWorkspace({**SOUND, "themes/house/theme.yml": theme})
    dossier = load(workspace).value
    outcome = load_themes(workspace, dossier.organisation, dossier.events[0])
    assert outcome.value[None].width > 0
    return [(one.span.path, one.span.line, one.code.name) for one in outcome.diagnostics if one.span]


@pytest.mark.parametrize(
    ("line", "written", "code"),
    [
        ('  ink: "14213D"', "  ink: bleu", "wrong-value"),
        ("width: 33.8667", "width: 33,8667", "wrong-value"),
        ("  margin-left: 1.9", "  margin-left: deux", "wrong-value"),
        ("  title: [32, 30, 28, 26, 24]", "  title: 32", "wrong-shape"),
        ("  title: [32, 30, 28, 26, 24]", "  title: [trente]", "wrong-value"),
        ("measures:", "measures", "broken-yaml"),
        ("  heading: Arial", "\theading: Arial", "broken-yaml"),
        ("options:", "option:", "unknown-key"),
    ],
)
def test_a_fault_of_a_theme_is_told_at_its_line(line: str, written: str, code: str) -> None:
    number = DEFAULT.split("\n").index(line) + 1
    assert told(DEFAULT.replace(line, written, 1)) == [("themes/house/theme.yml", number, code)]


def test_what_a_theme_lacks_is_told() -> None:
    assert [code for _, _, code in told("name: house\n")] == ["missing-field"] * 6
    found = told(DEFAULT.replace('  ink: "14213D"\n', "").replace("  margin-left: 1.9\n", ""))
    assert [code for _, _, code in found] == ["missing-field"] * 2


def test_a_colour_of_ciphers_needs_no_quotation_marks() -> None:
    assert told(DEFAULT.replace('  ink: "14213D"', "  ink: 000000", 1)) == []
