"""A folder of pages whose owner wrote no index gets one, so that its pages are reached by more than the search."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest

from deroule.model.dossier import Page
from deroule.serve.reading import Reading
from deroule.source.load import load
from deroule.workspace import DiskWorkspace, MemoryWorkspace

ORGANISATION = "language: fr\norganisations: {ateliers: {name: Les Ateliers}}\n"
TOOL = "---\ntitle: La carte\n---\n\n# La carte\n\nUn plan.\n"


def pages(files: dict[str, str], language: str = "fr") -> list[Page]:
    organisation = ORGANISATION.replace("fr", language, 1)
    return list(load(MemoryWorkspace({"sequences/organisation.yml": organisation, **files})).value.pages)


def made(files: dict[str, str], language: str = "fr") -> dict[str, str]:
    return {page.path: page.title for page in pages(files, language) if page.made}


def test_a_folder_without_an_index_gets_one_in_its_place_among_the_pages() -> None:
    found = pages({"content/outils/carte.md": TOOL, "content/outils/voyage.md": TOOL, "content/a.md": "# A\n"})
    assert [PurePosixPath(page.path).name for page in found] == ["a.md", "carte.md", "index.md", "voyage.md"]
    [index] = [page for page in found if page.made]
    assert (index.path, index.id, index.kind, index.title) == ("content/outils/index.md", "outils", "outils", "Outils")


@pytest.mark.parametrize(
    ("folder", "french", "english"),
    [
        ("experiences", "Fiches d’expérience", "Experience sheets"),
        ("outils", "Outils", "Tools"),
        ("questions", "Questions et réponses", "Questions and answers"),
        ("publications", "Publications", "Publications"),
        ("videos", "Vidéos", "Videos"),
        ("comptes-rendus", "Comptes rendus", "Comptes rendus"),
    ],
)
def test_an_index_is_named_in_the_sites_language_or_after_its_folder(folder: str, french: str, english: str) -> None:
    files = {f"content/{folder}/un.md": TOOL}
    assert list(made(files).values()) == [french]
    assert list(made(files, "en").values()) == [english]


@pytest.mark.parametrize(
    "files",
    [
        {"content/outils/index.md": "# Mes outils\n", "content/outils/carte.md": TOOL},
        {"content/outils.md": "# Mes outils\n\n[La carte](outils/carte.md)\n", "content/outils/carte.md": TOOL},
        {"content/evenements/carte.md": TOOL},  # the list of events is made already
        {"content/carte.md": TOOL},
        {"content/outils/carte.png": "x"},
    ],
)
def test_none_is_made_where_there_is_a_page_for_it_or_nothing_to_list(files: dict[str, str]) -> None:
    assert made(files) == {}


def test_a_page_keeps_its_id_from_a_made_index() -> None:
    found = pages({"content/outils/carte.md": TOOL, "content/notes.md": "---\nid: outils\n---\n# Notes\n"})
    assert sorted(page.id for page in found) == ["carte", "outils", "outils-index"]
    assert next(page for page in found if page.id == "outils").path == "content/notes.md"


def test_a_made_index_comes_and_goes_as_pages_are_written_in_the_preview(tmp_path: Path) -> None:
    for folder in ("sequences", "content/outils"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "sequences/organisation.yml").write_text(ORGANISATION, "utf-8")
    reading = Reading(DiskWorkspace(tmp_path))
    steps = {"content/outils/carte.md": ["carte.md", "index.md"], "content/outils/index.md": ["carte.md", "index.md"]}
    for path, expected in steps.items():
        (tmp_path / path).write_text(TOOL, "utf-8")
        reading.follow([path])
        assert [PurePosixPath(page.path).name for page in reading.dossier.pages] == expected
    assert not any(page.made for page in reading.dossier.pages)
