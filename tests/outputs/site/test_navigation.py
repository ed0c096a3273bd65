"""The navigation is known without making a page: what it names and no build would make is told by `deroule check`."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.conftest import REPOSITORY

from deroule.build.checking import check
from deroule.outputs.site.navigation import pages_of
from deroule.outputs.site.pages import stage_pages
from deroule.outputs.site.stage import Material
from deroule.workspace import DiskWorkspace

EVENT = "title: Une séance\ndate: 2027-01-14\nsequences: [un]\n"
SEQUENCE = "kind: concept\ntitle: Un\nduration: 5 min\nslides:\n  - {title: A, text: b, notes: Oui.}\n"


@pytest.fixture
def workspace(tmp_path: Path) -> DiskWorkspace:
    files = {
        "sequences/organisation.yml": "language: fr\norganisations:\n  nous: {name: Nous}\n",
        "sequences/2027-01-14-a/event.yml": EVENT,
        "sequences/2027-01-14-a/un.yml": SEQUENCE,
        "content/outils/voyage.md": "# Voyage\n",
        "content/illisible.md": "---\ntitle: [\n---\n",
    }
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return DiskWorkspace(tmp_path)


def missing(workspace: DiskWorkspace, navigation: str) -> list[tuple[str, str]]:
    (workspace.root / "mkdocs.yml").write_text(f"site_name: Un\n{navigation}", encoding="utf-8")
    return [(str(one.span), one.message("fr")) for one in check(workspace) if one.code.id == "SIT004"]


def test_check_tells_the_page_that_is_not_there_at_its_line_and_column(workspace: DiskWorkspace) -> None:
    found = missing(workspace, "nav:\n  - Accueil: index.md\n  - Outils:\n      - Voyages: outils/voyages.md\n")
    assert found == [("mkdocs.yml:5:18", "la navigation nomme « outils/voyages.md », qui n'existe pas")]
    [told] = [one for one in check(workspace) if one.code.id == "SIT004"]
    assert told.hint_text("fr") == "corriger le chemin, relatif à `content/` : outils/voyage.md ?"
    assert told.hint_text("en") == "mend the path, relative to `content/` : outils/voyage.md ?"


@pytest.mark.parametrize(
    "page",
    [
        "index.md", "tags.md", "accessibilite.md", "evenements/index.md", "outils/voyage.md", "evenements/2027-01-14-a/index.md",
        "evenements/2027-01-14-a/un.md", "evenements/2027-01-14-a/replay.md", "illisible.md", "https://exemple.fr/",
    ],
)  # fmt: skip
def test_check_says_nothing_of_pages_that_a_build_may_make(workspace: DiskWorkspace, page: str) -> None:
    assert missing(workspace, f"nav:\n  - {page}\n") == []


def test_the_pages_foreseen_are_those_that_are_made(dossier, tmp_path: Path) -> None:
    stage_pages(Material(dossier, {}, DiskWorkspace(REPOSITORY)), tmp_path, {})
    made = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.md")}
    assert made == pages_of(dossier)
