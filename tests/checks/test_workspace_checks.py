"""Checks that compare files: event.yml with what stands beside it, pages with pages, people with dates."""

from __future__ import annotations

import datetime as dt

import pytest

from deroule.checks import left_out, run_checks
from deroule.outputs.site.cleaning import clean_fragment
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


def test_links_of_pages_in_html_and_by_reference() -> None:
    pages = {
        "content/a.md": (
            '# A\n\n<a href="b.html">b</a> <a href="b.md">b</a> <a href=\'c.html\'>c</a> <img src="v.png" alt="">\n'
            '<a href="#ici" id="ici">ici</a> <a href="b.html#rien">b</a> <a href="./">a</a> <a href="https://e.org/">e</a>\n\n'
            "[c][1] et [b][2][^3]\n\n[1]: c.md\n[2]: b.md 'B'\n[^3]: une note\n\n"
            '<!-- <a href="x.html">x</a> [x](x.md) --> `<a href="x.html">`\n'
        ),
        "content/b.md": "# B\n",
        "content/index.md": "# Accueil\n",
    }
    assert [place for code, place in found(pages) if code == "CHK106"] == [
        "content/a.md:3:33", "content/a.md:3:54", "content/a.md:3:78", "content/a.md:4:42", "content/a.md:8:6",
    ]  # fmt: skip


def test_pages_that_the_build_makes_are_led_to() -> None:
    page = (
        "# A\n\n[a](accessibilite.md) [i](intervenants.md) [d](agenda.ics) [e](evenements/e/index.md) [s](evenements/e/i.md)\n"
        '<a href="accessibilite.html">a</a> [z](evenements/z/index.md) [y](evenements/e/y.md)\n'
    )
    assert found({"content/a.md": page}) == [("CHK106", "content/a.md:4:40"), ("CHK106", "content/a.md:4:67")]


def test_what_a_page_holds_and_the_site_will_not() -> None:
    page = (
        '# A\n\n![v](https://e.org/v.png) <img src="//e.org/v.png" alt=""> [j](javascript:alert(1))\n\n'
        '<iframe src="https://e.org/"></iframe>\n<p onclick="a()">p</p> <script>1</script>\n\n`<script>` [lien](https://e.org/)\n'
    )
    told = [place for code, place in found({"content/a.md": page}) if code == "CHK125"]
    assert sorted(told) == [f"content/a.md:{place}" for place in ("3:37", "3:6", "3:64", "5:1", "6:13", "6:24")]


@pytest.mark.parametrize(
    ("written", "place", "instead"),
    [
        ('=== "Un onglet"\n\n    Texte.', "3:1", "??? note"),
        ("::: note\nTexte.\n:::", "3:1", "!!! note"),
        ("> [!NOTE]\n> Texte.", "3:1", "!!! note"),
        ('--8<-- "partie.md"', "3:1", "copiez ici"),
        ("Voir [[carte]].", "3:6", "[texte](page.md)"),
        ("Ici :material-home: même.", "3:5", "une image"),
        ("Le {{ prix }} convenu.", "3:4", "la valeur"),
    ],
)
def test_marks_of_other_tools_are_told_with_what_to_write_instead(written: str, place: str, instead: str) -> None:
    workspace = MemoryWorkspace({**SOUND, "content/a.md": f"# A\n\n{written}\n"})
    [told] = run_checks(load(workspace).value, workspace)
    assert (told.code.id, str(told.span)) == ("CHK126", f"content/a.md:{place}")
    assert instead in told.hint_text("fr") and told.hint_text("en") != told.hint_text("fr")


@pytest.mark.parametrize(
    "written",
    [
        "`[[carte]]` et `{{ prix }}`",
        '```\n=== "Un"\n::: note\n```',
        '!!! note "A"\n    B\n\n??? tip\n    C',
        "Titre\n===\n\n- [x] fait\n\n[[1]](https://e.org/)",
        "Mot\n:   Sens :\n\n| a | b |\n|:--|:-:|\n| 10:30:45 | ~~c~~ |",
        "Texte[^1].\n\n[^1]: Note.",
    ],
)
def test_marks_that_pages_know_are_not_told(written: str) -> None:
    assert [code for code, _ in found({"content/a.md": f"# A\n\n{written}\n"}) if code == "CHK126"] == []


def test_structured_data_is_published() -> None:
    data = '<script type="application/ld+json">{"@type": "Event"}</script>'
    assert found({"content/a.md": f"# A\n\n{data}\n"}) == []
    assert "ld+json" in clean_fragment(data)


@pytest.mark.parametrize("tag", left_out.DROPPED)
def test_what_is_told_as_left_out_is_left_out(tag: str) -> None:
    assert f"<{tag}" not in clean_fragment(f'<div><{tag} src="x" href="x"></{tag}></div>')


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
