"""Every built page is looked at before it is published; what leads nowhere is told, what many pages share is told once."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.outputs.site.conftest import ORGANISATION

from deroule.cli import main
from deroule.outputs import site
from deroule.outputs.request import Request
from deroule.outputs.site import making
from deroule.outputs.site.proof import prove
from deroule.outputs.site.shelf import Shelf, open_shelf
from deroule.source import load
from deroule.workspace import MemoryWorkspace

FILES = {
    "sequences/organisation.yml": ORGANISATION,
    "content/index.md": "# Accueil\n\nBienvenue.\n",
    "content/outils/index.md": "# Outils\n",
    "content/outils/carte.md": "# La carte\n\nUn plan.\n",
    "content/outils/atlas.md": "# Un atlas\n\nDes cartes.\n",
}
FORM = '<a href="nulle-part.html">{{ title or "" }}</a>\n'


@pytest.mark.slow
@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
def test_a_link_in_an_owners_page_form_is_told_once_with_a_page_that_holds_it(tmp_path: Path, engine: str) -> None:
    forms = {"templates/site/outils.md.jinja": FORM}
    workspace = MemoryWorkspace({**FILES, **forms, "mkdocs.yml": f"site_name: Le dossier\nengine: {engine}\n"})
    dossier = load(workspace).value
    found = making.render(Request(site.plan(dossier)[0], dossier, None, workspace, tmp_path, {}, None))
    [told] = [one for one in found if one.code.id == "SIT006"]
    assert str(told.span) == "content/outils/atlas.md:1:1"
    assert told.message("fr") == "« nulle-part.html », dans outils/atlas.html et 1 autre(s) : rien ne s'y trouve"
    assert told.message("en") == "“nulle-part.html”, in outils/atlas.html and 1 more: nothing stands there"


def test_what_is_kept_of_a_page_gives_what_reading_it_gives(tmp_path: Path) -> None:
    folder, dossier = tmp_path / "site", load(MemoryWorkspace(FILES)).value
    folder.mkdir()
    (folder / "index.html").write_text(
        '<p id="a">1</p><p id="a">2</p><a href="b.html#c">b</a><a name="d" href="#d">d</a><img src="https://e.org/x.png">'
    )
    (folder / "b.html").write_text('<p id="b">b</p>')
    read = prove(folder, "", dossier, Shelf(None))
    assert sorted(told.message("en").rpartition(": ")[2] for told in read) == [
        "the page has no such place", "the page would ask it of another site", "two places of the page have this name",
    ]  # fmt: skip
    for _ in ("put", "taken"):
        with open_shelf(tmp_path / "shelf") as shelf:
            assert prove(folder, "", dossier, shelf) == read
    (folder / "b.html").write_text('<p id="c">b</p>')
    with open_shelf(tmp_path / "shelf") as shelf:
        assert len(prove(folder, "", dossier, shelf)) == 2


def test_any_built_site_is_audited_from_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "index.html").write_text('<a href="nulle-part.html">x</a><script src="https://e.org/x.js"></script>')
    assert main(["--language", "fr", "audit", str(tmp_path)]) == 1
    told = capsys.readouterr().out
    assert "« nulle-part.html », dans index.html : rien ne s'y trouve" in told
    assert "la page le demanderait à un autre site" in told
    (tmp_path / "index.html").write_text('<a href="index.html">x</a>')
    assert main(["--language", "fr", "audit", str(tmp_path)]) == 0
