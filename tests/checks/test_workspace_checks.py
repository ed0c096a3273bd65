"""Checks that compare files: event.yml with what stands beside it, pages with pages, people with dates."""

from __future__ import annotations

import datetime as dt

from deroule.checks import run_checks
from deroule.source import load
from deroule.workspace import MemoryWorkspace

LINE = "# yaml-language-server: $schema="
SEQUENCE = LINE + "../.schema/sequence.json\nkind: concept\ntitle: S\nsummary: Un résumé.\nduration: 10 min\n"
SOUND = {
    "sequences/organisation.yml": LINE + ".schema/organisation.json\norganisations: {a: {name: A}}\n",
    "sequences/e/event.yml": (
        LINE + "../.schema/event.json\ntitle: T\nsummary: Un résumé.\norganiser: a\nsequences: [i, s, g]\n"
    ),
    "sequences/e/i.yml": SEQUENCE.replace("concept", "introduction") + "slides: [{title: I, text: a, notes: Oui.}]\n",
    "sequences/e/s.yml": SEQUENCE + "slides: [{title: X, text: a, notes: Oui.}]\n",
    "sequences/e/g.yml": SEQUENCE.replace("concept", "going-further") + "slides: [{title: G, text: a, notes: Oui.}]\n",
}
EVENT = SOUND["sequences/e/event.yml"]


def found(files: dict[str, str], today: dt.date = dt.date(2026, 11, 24)) -> list[tuple[str, str]]:
    workspace = MemoryWorkspace({**SOUND, **files}, today=today)
    outcome = load(workspace)
    return [(one.code.id, str(one.span)) for one in (*outcome.diagnostics, *run_checks(outcome.value, workspace))]


def test_a_sound_workspace_has_no_fault() -> None:
    assert found({}) == []


def test_time_over_the_slot() -> None:
    assert found({"sequences/e/event.yml": EVENT + "duration: 20 min\n"}) == [("CHK102", "sequences/e/event.yml:6:11")]


def test_a_variant_has_its_own_slot() -> None:
    event = EVENT + "duration: 30 min\nvariants:\n  short: {title: Court, duration: 15 min, sequences: [i, s]}\n"
    assert [code for code, _ in found({"sequences/e/event.yml": event})] == ["CHK102"]


def test_a_sequence_that_is_not_listed() -> None:
    assert found({"sequences/e/z.yml": SEQUENCE + "slides: []\n"}) == [("CHK105", "sequences/e/z.yml:1:1")]


def test_links_of_pages() -> None:
    pages = {
        "content/a.md": "---\ntitle: A\n---\n\n# A\n\nVoir [b](b.md#les-etapes), [c](c.md) et [b](b.md#rien).\n",
        "content/b.md": "# B\n\n## Les étapes\n\n`[code](nulle-part.md)`\n",
    }
    assert found(pages) == [("CHK106", "content/a.md:7:32"), ("CHK106", "content/a.md:7:45")]


def test_a_page_reaches_the_files_that_are_published_with_it_and_no_others() -> None:
    page = "# A\n\n![v](images/v.png) [g](g.pdf) [s](s.py) ![o](../sequences/e/images/o.png)\n"
    beside = {"content/images/v.png": "", "content/g.pdf": "", "content/s.py": ""}
    there = {"content/a.md": page, **beside, "sequences/e/images/o.png": ""}
    assert [place for code, place in found(there) if code == "CHK106"] == ["content/a.md:3:35", "content/a.md:3:46"]


def test_a_training_needs_an_activity() -> None:
    assert [code for code, _ in found({"sequences/e/event.yml": EVENT + "kind: training\n"})] == ["CHK107"]


def test_a_picture_that_is_shown_nowhere() -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"/>'
    assert found({"sequences/e/images/a.svg": svg}) == [("CHK108", "sequences/e/images/a.svg:1:1")]


def test_consent_that_is_missing_and_that_has_run_out() -> None:
    event = EVENT + (
        "speakers:\n  a: {name: A}\n"
        "  b: {name: B, consent: {recording: 2018-01-01, publication: 2018-01-01, until: 2026-11-23}}\n"
    )
    assert [code for code, _ in found({"sequences/e/event.yml": event})] == ["CHK109", "CHK110"]
    assert [code for code, _ in found({"sequences/e/event.yml": event}, dt.date(2026, 11, 23))] == ["CHK109"]


def test_what_was_not_agreed_to_is_told_in_the_readers_words() -> None:
    event = EVENT + "speakers: {a: {name: Ada}}\n"
    workspace = MemoryWorkspace({**SOUND, "sequences/e/event.yml": event}, today=dt.date(2026, 11, 24))
    [told] = run_checks(load(workspace).value, workspace)
    assert told.message("fr") == "« Ada » n'a pas donné son accord pour l'enregistrement et la publication"
    assert (
        told.hint_text("fr") == "demandez l'accord, puis écrivez sa date sous `consent:` (`recording:`, `publication:`)"
    )


def test_a_work_that_nobody_cites() -> None:
    event = EVENT + "resources:\n  w: {title: Une œuvre}\n"
    assert [code for code, _ in found({"sequences/e/event.yml": event})] == ["CHK117"]


def test_a_first_line_that_names_no_schema_is_mended() -> None:
    from deroule.source.fix import apply_fixes

    files = {**SOUND, "sequences/e/s.yml": SOUND["sequences/e/s.yml"].split("\n", 1)[1].replace("notes:", "note:")}
    workspace = MemoryWorkspace(files)
    outcome = load(workspace)
    assert apply_fixes(workspace, (*outcome.diagnostics, *run_checks(outcome.value, workspace))) == 2
    outcome = load(workspace)
    assert apply_fixes(workspace, (*outcome.diagnostics, *run_checks(outcome.value, workspace))) == 0
    assert workspace.read("sequences/e/s.yml").decode() == SOUND["sequences/e/s.yml"]
