"""A folder of pages whose owner wrote no index: the page made for it has the form of the others, and ways lead there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from tests.outputs.site.conftest import ORGANISATION
from tests.outputs.site.test_pages import read, select, told

from deroule.checks import run_checks
from deroule.outputs.site.links import broken_links
from deroule.outputs.site.navigation import missing_pages
from deroule.outputs.site.owner import read_owner
from deroule.source import load
from deroule.workspace import MemoryWorkspace

FILES = {
    "sequences/organisation.yml": ORGANISATION,
    "mkdocs.yml": "site_name: Le fonds\nlanguage: fr\nnav:\n  - index.md\n  - Outils: outils/index.md\n",
    "content/index.md": "# Le fonds\n\nVoir [les outils](outils/index.md).\n",
    "content/outils/carte.md": "---\ntitle: La carte\nsummary: Un plan.\n---\n\n# La carte\n\nUn plan.\n",
    "content/comptes-rendus/mars.md": "# La séance de mars\n\nCe qui fut dit.\n",
}


@pytest.fixture(scope="module")
def dossier(site_of: Callable[[Mapping[str, str]], Path]) -> Path:
    return site_of(FILES)


def test_it_lists_the_pages_of_its_folder_in_the_form_of_an_index(dossier: Path) -> None:
    for path, title, card in (
        ("outils/index.html", "Outils", "La carte"),
        ("comptes-rendus/index.html", "Comptes rendus", "La séance de mars"),
    ):
        page = read(dossier, path)
        assert told(page, ".d-hero-page h1") == title
        assert [" ".join(one.text_content().split()) for one in select(page, ".d-index .d-heading")] == [card]


def test_ways_lead_to_it_from_home_and_from_its_pages(dossier: Path) -> None:
    ways = [one.get("href") for one in select(read(dossier, "index.html"), ".d-ways a")]
    assert ways == ["comptes-rendus/index.html", "outils/index.html"]
    for path in ("outils/carte.html", "comptes-rendus/mars.html"):
        assert "index.html" in [one.get("href") for one in select(read(dossier, path), ".md-content a")]
    assert broken_links(dossier) == []


def test_nobody_is_told_that_it_is_missing() -> None:
    workspace = MemoryWorkspace(FILES)
    dossier = load(workspace).value
    assert missing_pages(read_owner(workspace), dossier, workspace) == ()
    assert [one.message("en") for one in run_checks(dossier, workspace) if one.code.id == "CHK106"] == []
