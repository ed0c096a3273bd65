"""What owners do: pages and their order, page forms of their own, old addresses; each fault is told at its line."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.conftest import needs

from deroule.outputs.site.forms import Forms
from deroule.outputs.site.moved import built
from deroule.outputs.site.owner import read_owner
from deroule.outputs.site.settings import write_settings
from deroule.programs.git import last_changes
from deroule.workspace import DiskWorkspace, MemoryWorkspace


def faults(text: str) -> list[tuple[str, int]]:
    owner = read_owner(MemoryWorkspace({"mkdocs.yml": text}))
    return [(one.code.id, one.span.line) for one in owner.found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("site_name: Un\nnav: [\n", [("SIT002", 2)]),
        ("site_name: Un\n  mal: aligné\n", [("SIT002", 2)]),
        ("- une liste\n", [("SIT002", 1)]),
        ("site_name: Un\nsite_url: pas une adresse\n", [("SIT002", 2)]),
        ("site_name: Un\nnav: index.md\nplugins: [x]\n", [("SIT002", 2), ("SIT003", 3)]),
        ("site_name: !!python/name:os.system x\n", [("SIT002", 1)]),
        ("site_nom: Un\n", [("SIT003", 1)]),
        ("site_name: Un\nlanguage: français de France\n", [("SIT002", 2)]),
        ("site_name: Un\nextra: {notes: parfois}\n", [("SIT002", 2)]),
        ("site_name: Un\nsite_name: Deux\n", [("SIT002", 2)]),
        ("site_name: Un\nnav: &a [x: *a]\n", [("SIT002", 2)]),
        ("copyright: 2026-13-45\nextra: [\nlanguage: fr: en\n", [("SIT002", 2), ("SIT002", 3), ("SIT002", 1)]),
        ("site_name: 'Un\nsite_nom: Deux\n", [("SIT002", 1), ("SIT003", 2)]),
        (
            "mal écrit\nsite_name: Un\nnav:\n  - a.md\n - b.md\nlangue: fr\n",
            [("SIT002", 1), ("SIT002", 5), ("SIT003", 6)],
        ),
        ("site_name: Un\n", []),
        ("", []),
    ],
)
def test_faults_of_the_settings_are_told_at_their_lines(text: str, found: list[tuple[str, int]]) -> None:
    assert faults(text) == found


def test_names_and_titles_of_the_settings_wear_the_typography_of_the_sites_language() -> None:
    text = "site_name: 'Entreprendre : l''essentiel !'\nnav:\n- Qui sommes-nous ?:\n  - L'équipe: equipe.md\n- a.md\n"
    french = read_owner(MemoryWorkspace({"mkdocs.yml": text}), "fr")
    assert french.name == "Entreprendre\u00a0: l’essentiel\u202f!"
    assert french.values["nav"] == [{"Qui sommes-nous\u202f?": [{"L’équipe": "equipe.md"}]}, "a.md"]
    assert (
        read_owner(MemoryWorkspace({"mkdocs.yml": f"{text}language: en\n"}), "fr").name
        == "Entreprendre : l’essentiel !"
    )


def test_what_is_sound_in_broken_settings_is_used_all_the_same() -> None:
    owner = read_owner(MemoryWorkspace({"mkdocs.yml": "site_name: Un\nnav: [\nlanguage: en\n"}))
    assert owner.values == {"site_name": "Un", "language": "en"}
    assert [str(one.span) for one in owner.found] == ["mkdocs.yml:2:6"]


def test_faults_of_the_settings_are_told_in_the_users_words() -> None:
    for text in ("nav: [", "a: b: c", "- a", "nav: {a: b}", "site_url: a", "engine: x", "site_name: [a]"):
        [one] = [one for one in read_owner(MemoryWorkspace({"mkdocs.yml": text})).found if one.code.id == "SIT002"]
        assert one.message("fr") != one.message("en").replace("cannot be read here", "ne se lit pas ici")
        assert "expected" not in one.message("fr")
    [near] = read_owner(MemoryWorkspace({"mkdocs.yml": "site_nom: a"})).found
    assert near.hint_text("fr") == "vouliez-vous écrire « site_name » ?"


@settings(max_examples=80, deadline=None)
@given(st.one_of(st.binary(max_size=60), st.text(alphabet="ab:-[]{}#&*!|>'\"\n ", max_size=40).map(str.encode)))
def test_no_settings_raise(content: bytes) -> None:
    owner = read_owner(MemoryWorkspace({"mkdocs.yml": content}))
    assert owner.name
    assert all(one.span is not None for one in owner.found)


def navigation(tmp_path: Path, text: str) -> tuple[str, list[tuple[str, int, int]]]:
    for path in ("index.md", "outils/index.md", "outils/voyage.md", "tags.md"):
        (tmp_path / "pages" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "pages" / path).write_text("# x\n")
    path, found = write_settings(tmp_path, read_owner(MemoryWorkspace({"mkdocs.yml": text})), "fr")
    return path.read_text("utf-8"), [(dict(one.values)["page"], one.span.line, one.span.column) for one in found]


def test_owners_order_pages_as_they_like(tmp_path: Path) -> None:
    text = "nav:\n- Outils:\n  - outils/voyage.md\n  - Tous: outils/index.md\n- index.md\n- Ailleurs: https://exemple.org/\n"
    made, found = navigation(tmp_path, text)
    assert "nav:\n- Outils:\n  - outils/voyage.md\n  - Tous: outils/index.md\n- index.md\n- Ailleurs: https" in made
    assert found == []


def test_a_page_that_the_navigation_misses_is_told_at_its_line_with_the_nearest(tmp_path: Path) -> None:
    made, found = navigation(tmp_path, "site_name: Un\nnav:\n- index.md\n- Outil: outils/voyages.md\n")
    assert found == [("outils/voyages.md", 4, 10)]
    assert "voyages" not in made


def test_without_a_navigation_the_indexes_are_shown(tmp_path: Path) -> None:
    made, _ = navigation(tmp_path, "site_name: Un\n")
    assert "nav:\n- Accueil: index.md\n- Thèmes: tags.md\n- outils/index.md\n" in made


def test_a_form_of_the_workspace_is_used_and_may_take_up_ours() -> None:
    own = '{% include "title.md.jinja" %}\n**{{ title }}**\n'
    forms = Forms(MemoryWorkspace({"templates/site/page.md.jinja": own}))
    facts = {"title": "A & <b>", "kind_id": "", "index": None, "lead": "", "tags": []}
    assert "<h1>A &amp; &lt;b&gt;</h1>" in forms.fill("page", "fr", **facts)
    assert "**A &amp; &lt;b&gt;**" in forms.fill("page", "fr", **facts)
    assert forms.found == []


@pytest.mark.parametrize(
    ("own", "line"),
    [
        ("a\n{% if %}\n", 2),
        ("a\nb\n{{ nothing }}\n", 3),
        ("{{ 1 / 0 }}\n", 1),
        ("{{ ''.__class__.__mro__ }}{{ x() }}\n", 1),
    ],
)
def test_a_faulty_form_is_told_at_its_line_and_ours_is_used(own: str, line: int) -> None:
    forms = Forms(MemoryWorkspace({"templates/site/stripes.md.jinja": own}))
    assert 'class="d-stripes"' in forms.fill("stripes", "fr")
    (found,) = forms.found
    assert (found.code.id, found.span.path, found.span.line) == ("SIT001", "templates/site/stripes.md.jinja", line)


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("outils/a.md", "outils/a.html"), ("/outils/a.html", "outils/a.html"), ("content/outils/a.md", "outils/a.html"),
        ("outils/a/", "outils/a/index.html"), ("../secret", ""), ("", ""), ("a/../../b", ""),
    ],
)  # fmt: skip
def test_old_addresses_are_read_as_people_write_them(written: str, place: str) -> None:
    assert built(written) == place


@pytest.fixture
def repository_of_two(tmp_path: Path) -> Path:
    """Give a repository with a commit of 2025 and one of 2026, a file each."""
    needs("git")
    tmp_path = tmp_path / "whole"
    (tmp_path / "content").mkdir(parents=True)
    assert last_changes(DiskWorkspace(tmp_path)) == {}  # no repository yet
    for day, name in (("2025-02-03", "un.md"), ("2026-04-05", "été.md")):
        (tmp_path / "content" / name).write_text("x")
        for command in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "x"]):
            subprocess.run(
                ["git", "-C", str(tmp_path), "-c", "user.name=n", "-c", "user.email=e@example.org", *command],
                check=True, env={"PATH": "/usr/bin:/bin", "GIT_COMMITTER_DATE": f"{day}T12:00:00", "HOME": str(tmp_path)},
            )  # fmt: skip
    return tmp_path


def days(folder: Path) -> dict[str, str]:
    return {path: str(day) for path, day in last_changes(DiskWorkspace(folder)).items()}


def test_the_days_of_changes_come_from_git_where_it_is(repository_of_two: Path) -> None:
    assert days(repository_of_two) == {"content/un.md": "2025-02-03", "content/été.md": "2026-04-05"}


def test_what_a_shallow_clone_does_not_know_it_does_not_tell(repository_of_two: Path, tmp_path: Path) -> None:
    """The one commit of such a clone seems to have written every file on its day."""
    for depth, known in ((1, {}), (2, {"content/été.md": "2026-04-05"})):
        clone = tmp_path / f"depth-{depth}"
        subprocess.run(
            ["git", "clone", "-q", "--depth", str(depth), repository_of_two.as_uri(), str(clone)],
            check=True, env={"PATH": "/usr/bin:/bin", "HOME": str(tmp_path)},
        )  # fmt: skip
        assert days(clone) == known
