"""Page forms: each one of the house's can be replaced from the workspace, and only where it is used."""

from __future__ import annotations

from dataclasses import replace
from importlib import resources
from pathlib import Path

import pytest
from tests.outputs.site.conftest import ORGANISATION
from tests.outputs.site.test_pages import WORKSPACE

from deroule.model.recording import After, Chapter, Cue, MediaFile, Recording
from deroule.outputs import site
from deroule.outputs.request import Request
from deroule.outputs.site.pages import stage_pages
from deroule.outputs.site.publish import publish
from deroule.outputs.site.replays import gather_replays
from deroule.outputs.site.stage import Material, Stage
from deroule.source import load
from deroule.workspace import MemoryWorkspace

FORMS = sorted(
    one.name.removesuffix(".md.jinja")
    for one in resources.files("deroule.outputs.site").joinpath("templates").iterdir()
    if one.name.endswith(".md.jinja")
)
ENGLISH = {"accessibility-en": {"sequences/organisation.yml": ORGANISATION.replace("language: fr", "language: en")}}
"""What a form needs beside the workspace that all share."""
MORE = {
    "content/outils/index.md": "---\ntitle: Outils\n---\n\n# Outils\n",
    "content/outils/carte.md": "---\ntitle: La carte\nduration: 2 h\n---\n\nUne carte.\n",
    **{f"content/outils/o{n}.md": f"---\ntitle: Outil {n}\ntags: [a]\n---\n\nUn outil.\n" for n in range(5)},
    "content/videos/index.md": "---\ntitle: Vidéos\n---\n\n# Vidéos\n",
    "content/videos/visite.md": "---\ntitle: Visite\ndate: 2026-01-02\n---\n\nUn film.\n",
}


def staged(files: dict[str, str], folder: Path) -> Stage:
    """Write the pages of a workspace whose event was recorded, as Markdown, and the page of what is not found."""
    workspace = MemoryWorkspace({"sequences/organisation.yml": ORGANISATION, **WORKSPACE, **MORE, **files})
    dossier = load(workspace).value
    (event,) = dossier.events
    recording = Recording(
        "file", duration=9.0, media=(MediaFile("https://films.example/a.mp4", "video/mp4", "address"),),
        captions={"fr": (Cue(0.0, 4.0, "Bonjour.", "Ana", event.slides[0].id),)},
        chapters=(Chapter(0.0, 9.0, "Ouverture", event.sequences[0].id),),
    )  # fmt: skip
    dossier = replace(dossier, events=(replace(event, after=After(recording)),))
    request = Request(site.plan(dossier)[0], dossier, None, workspace, folder, {}, None)
    replays = gather_replays(request, folder / "scratch")
    stage = stage_pages(Material(dossier, {}, workspace, name="Le dossier", replays=replays), folder / "pages", {})
    (folder / "site").mkdir()
    for page in ("404.html", "tags.html"):
        (folder / "site" / page).write_text("<html><head></head><body><h1>404 - Not found</h1></body></html>")
    publish(stage, folder / "site", {})
    return stage


def told(folder: Path) -> str:
    pages = [*(folder / "pages").rglob("*.md"), folder / "site" / "404.html"]
    return "\n".join(path.read_text("utf-8") for path in pages)


@pytest.mark.parametrize("name", FORMS)
def test_each_form_gives_way_to_the_workspaces(name: str, tmp_path: Path) -> None:
    own = {f"templates/site/{name}.md.jinja": "MARQUE-DE-LA-MAISON {{ word('home') }}\n"}
    stage = staged({**own, **ENGLISH.get(name, {})}, tmp_path)
    assert "MARQUE-DE-LA-MAISON" in told(tmp_path)
    assert stage.found == ()


def test_a_form_of_one_kind_leaves_the_others_alone(tmp_path: Path) -> None:
    own = {"templates/site/outils.md.jinja": '{% include "title.md.jinja" %}\n\nMARQUE-DE-LA-MAISON\n\n{{ body }}\n'}
    staged(own, tmp_path)
    marked = {path.parent.name for path in (tmp_path / "pages").rglob("*.md") if "MARQUE-" in path.read_text("utf-8")}
    assert marked == {"outils"}
    assert "Une carte." in (tmp_path / "pages" / "outils" / "carte.md").read_text("utf-8")


def test_the_houses_forms_fill_without_a_fault(tmp_path: Path) -> None:
    assert staged({}, tmp_path).found == ()
    assert "StrictUndefined" not in told(tmp_path)


def test_a_page_of_videos_without_one_says_what_will_be_there_and_leads_to_the_events(tmp_path: Path) -> None:
    files = {
        "sequences/organisation.yml": ORGANISATION,
        "content/videos/index.md": "---\ntitle: Vidéos\n---\n\n# Vidéos\n\nLes enregistrements.\n",
        "sequences/mars/event.yml": "title: En mars\ndate: 2026-03-01\norganiser: ateliers\nsequences: [un]\n",
        "sequences/mars/un.yml": "kind: concept\ntitle: Une idée\nslides:\n  - title: Un\n    bullets: [a]\n",
    }
    workspace = MemoryWorkspace(files)
    stage_pages(Material(load(workspace).value, {}, workspace), tmp_path, {})
    page = (tmp_path / "videos" / "index.md").read_text("utf-8")
    assert "Aucune vidéo n’est encore en ligne" in page
    assert '<a href="../evenements/mars/index.html">En mars</a>' in page
