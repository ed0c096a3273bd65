"""The shelf of pages: what it holds saves time, and changes nothing; torn, full of something else or gone, it costs time only."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from tests.outputs.site.conftest import ORGANISATION

import deroule.outputs.site.finish as finishing
from deroule.outputs import site
from deroule.outputs.request import Request
from deroule.outputs.site import making
from deroule.outputs.site.shelf import open_shelf
from deroule.source import load
from deroule.workspace import MemoryWorkspace

FILES = {
    "sequences/organisation.yml": ORGANISATION,
    "content/index.md": "# Accueil\n\nTexte.\n",
    "content/outils/index.md": "# Outils\n",
    "content/outils/carte.md": "---\ntags: [eau]\n---\n# La carte\n\nUn plan.\n\n## Ensuite\n\nEncore.\n",
    "content/outils/atlas.md": "# Un atlas\n\nDes cartes : [la carte](carte.md#ensuite).\n",
    "content/glossaire.md": "# Glossaire\n\nBourg\n:   Un village.\n",
}
CHANGED = FILES | {"content/outils/atlas.md": "# Un atlas relié\n\nDes cartes d’un bourg.\n"}


def made(files: Mapping[str, str], into: Path, shelf: Path | None) -> dict[str, bytes]:
    workspace = MemoryWorkspace(files)
    dossier = load(workspace).value
    into.mkdir()
    assert not making.render(Request(site.plan(dossier)[0], dossier, None, workspace, into, {}, None, shelf))
    return {path.relative_to(into).as_posix(): path.read_bytes() for path in into.rglob("*") if path.is_file()}


@pytest.mark.slow
def test_a_build_after_a_change_gives_the_bytes_of_a_build_from_nothing(tmp_path: Path) -> None:
    made(FILES, tmp_path / "before", tmp_path / "shelf")
    again = made(CHANGED, tmp_path / "after", tmp_path / "shelf")
    clean = made(CHANGED, tmp_path / "clean", None)
    assert again.keys() == clean.keys()
    assert [name for name in clean if again[name] != clean[name]] == []


@pytest.mark.slow
def test_pages_that_did_not_change_are_taken_from_the_shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made(FILES, tmp_path / "before", tmp_path / "shelf")
    finished: list[str] = []
    true = finishing.finish_page
    monkeypatch.setattr(finishing, "finish_page", lambda page, *more: finished.append(page) or true(page, *more))
    made(CHANGED, tmp_path / "after", tmp_path / "shelf")
    titles = {page.partition("<title>")[2].partition("</title>")[0] for page in finished}
    assert titles == {"Outils - Dossier", "Un atlas relié - Dossier"}


def test_what_is_neither_taken_nor_put_is_dropped(tmp_path: Path) -> None:
    with open_shelf(tmp_path) as shelf:
        first, second = shelf.key("page", "a"), shelf.key("page", "b")
        shelf.put(first, "un")
        shelf.put(second, "deux")
    with open_shelf(tmp_path) as shelf:
        assert shelf.take(first) == "un"
    with open_shelf(tmp_path) as shelf:
        assert (shelf.take(first), shelf.take(second)) == ("un", None)


def test_keys_tell_apart_what_is_made_of_other_pieces(tmp_path: Path) -> None:
    with open_shelf(None) as shelf:
        assert len({shelf.key("page", "ab", "c"), shelf.key("page", "a", "bc"), shelf.key("index", "ab", "c")}) == 3


@pytest.mark.parametrize("content", [b"", b"not a database at all, and longer than a page header " * 40])
def test_a_file_that_is_no_shelf_is_begun_again(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "pages.db").write_bytes(content)
    for expected in (None, "un"):
        with open_shelf(tmp_path) as shelf:
            key = shelf.key("page", "a")
            assert shelf.take(key) == expected
            shelf.put(key, "un")


def test_a_shelf_torn_in_the_middle_gives_nothing_wrong(tmp_path: Path) -> None:
    texts = {f"page {number}": f"texte {number} " * 400 for number in range(60)}
    with open_shelf(tmp_path) as shelf:
        for name, text in texts.items():
            shelf.put(shelf.key(name), text)
    whole = (tmp_path / "pages.db").read_bytes()
    for length in (len(whole) // 3, len(whole) - 4_096, 100):
        (tmp_path / "pages.db").write_bytes(whole[:length])
        with open_shelf(tmp_path) as shelf:
            assert all(shelf.take(shelf.key(name)) in (None, text) for name, text in texts.items())


def test_without_a_place_nothing_is_kept() -> None:
    with open_shelf(None) as shelf:
        shelf.put(shelf.key("a"), "un")
        assert shelf.take(shelf.key("a")) is None


def test_a_shelf_that_cannot_be_written_costs_time_only(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file where the folder would be")
    with open_shelf(tmp_path / "taken") as shelf:
        assert shelf.take(shelf.key("a")) is None
