"""Diagnostics told in every form: for people, for editors, for scripts, for code hosts."""

from __future__ import annotations

import json

import pytest
from tests.sarif import faults_of as sarif_faults

from deroule.diagnostics import Code, Note, Severity, Words
from deroule.diagnostics.render import render
from deroule.span import Span
from deroule.workspace import MemoryWorkspace

CODE = Code(
    "CHK104",
    "agenda-mismatch",
    Severity.ERROR,
    Words("le plan annonce « {what} »", "the plan announces “{what}”"),
    Words("La page.", "The page."),
    Words("échangez", "swap"),
)
FILES = MemoryWorkspace(
    {"a.yml": "title: x\n    - II Le PTCE\n\tkey: v\n日本: été\n" + "y" * 50_000 + "HERE" + "z" * 50_000 + "\n"}
)
NOTE = Note(Words("la partie commence ici", "the part starts here"), Span("a.yml", 61, 3))
FOUND = CODE.at(Span("a.yml", 2, 7, 2, 17), notes=[NOTE], what="II Le PTCE")


def told(form: str = "full", language: str = "en", found: object = FOUND, **more: bool) -> str:
    return render((found,), form, workspace=FILES, language=language, **more)  # type: ignore[arg-type]


def test_short() -> None:
    assert told("short") == "a.yml:2:7: error[CHK104] agenda-mismatch: the plan announces “II Le PTCE”"
    assert told("short", "fr") == "a.yml:2:7: erreur[CHK104] agenda-mismatch: le plan annonce « II Le PTCE »"


def test_full_shows_the_line_with_marks_under_the_fault() -> None:
    assert told().split("\n") == [
        "a.yml:2:7: error[CHK104] agenda-mismatch: the plan announces “II Le PTCE”",
        "    2 |     - II Le PTCE",
        "      |       ^^^^^^^^^^",
        "   note: the part starts here (at a.yml:61:3)",
        "   hint: swap",
    ]


def test_marks_stand_under_the_fault_after_tabs_and_wide_letters() -> None:
    lines = told(found=CODE.at(Span("a.yml", 3, 2, 3, 5), what="")).split("\n")
    assert lines[1].index("key") == lines[2].index("^^^")
    lines = told(found=CODE.at(Span("a.yml", 4, 5, 4, 8), what="")).split("\n")
    assert lines[1].endswith("日本: été")
    assert lines[2].index("^") == len("    4 | ") + 6  # two wide letters take four cells


def test_a_very_long_line_is_cut_around_the_fault() -> None:
    lines = told(found=CODE.at(Span("a.yml", 5, 50_001, 5, 50_005), what="")).split("\n")
    assert len(lines[1]) < 130
    assert lines[1][lines[2].index("^") :].startswith("HERE")


def test_what_a_terminal_would_obey_is_not_passed_on() -> None:
    files = MemoryWorkspace({"a.yml": "title: \x1b[31mred \u202e txet\n"})
    assert "\x1b" not in render((CODE.at(Span("a.yml", 1, 1), what=""),), "full", workspace=files, language="en")


def test_colours_change_no_letter() -> None:
    import re

    assert re.sub(r"\x1b\[[0-9;]*m", "", told(colour=True)) == told()


def test_a_place_that_is_not_there_is_told_without_excerpt() -> None:
    assert told(found=CODE.at(Span("gone.yml", 9, 9), what="x")).startswith("gone.yml:9:9")
    assert told(found=CODE.at(None, what="x")).startswith("error[CHK104]")


def test_json() -> None:
    (one,) = json.loads(told("json"))
    assert one["code"] == "CHK104"
    assert one["span"] == {"path": "a.yml", "line": 2, "column": 7, "end_line": 2, "end_column": 17}
    assert one["notes"][0]["span"]["line"] == 61
    assert one["hint"] == "swap"


def test_sarif_has_the_shape_that_code_hosts_need() -> None:
    log = json.loads(told("sarif"))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    assert run["tool"]["driver"]["name"] == "deroule"
    (result,) = run["results"]
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == "CHK104"
    assert result["level"] in {"error", "warning", "note"}
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "a.yml"
    assert place["region"] == {"startLine": 2, "startColumn": 7, "endLine": 2, "endColumn": 17}
    assert result["relatedLocations"][0]["physicalLocation"]["region"]["startLine"] == 61


@pytest.mark.parametrize("language", ["fr", "en"])
def test_sarif_is_what_the_standard_asks_for(language: str) -> None:
    point, stretch, nowhere = CODE.at(Span("d é/a.yml", 2, 7), what=""), FOUND, CODE.at(None, notes=[NOTE], what="")
    for found in ((), (point,), (point, stretch, nowhere)):
        assert sarif_faults(render(found, "sarif", workspace=FILES, language=language)) == []


def test_sarif_names_a_file_that_is_not_of_the_workspace_whole() -> None:
    log = json.loads(told("sarif", found=CODE.at(Span("/home/ada/été.pptx", 1, 1), what="")))
    place = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "file:///home/ada/%C3%A9t%C3%A9.pptx"}


def test_a_log_that_is_not_sarif_would_be_found() -> None:
    assert sarif_faults('{"version": "2.1.0", "runs": [{"results": []}]}') == ["runs/0: 'tool' is a required property"]
    assert sarif_faults(told("sarif").replace('"startLine": 2', '"startLine": 0'))


def test_annotations_escape_what_the_runner_would_read() -> None:
    line = told("ci", found=CODE.at(Span("a,b.yml", 2, 7), what="50 %\nx"))
    assert line.startswith("::error file=a%2Cb.yml,line=2,col=7,title=CHK104 agenda-mismatch::")
    assert "50 %25%0Ax" in line
    assert "\n" not in line


def test_a_value_may_differ_by_language() -> None:
    found = CODE.at(None, what=Words("deux", "two"))
    assert found.message("fr") == "le plan annonce « deux »"
    assert found.message("en") == "the plan announces “two”"
