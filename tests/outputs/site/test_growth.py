"""What a site costs grows with its pages and no faster: told by the calls that are made, which are the same at any hour."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import pytest

from deroule.outputs.site.finish import REFERENCE
from deroule.outputs.site.pages import stage_pages
from deroule.outputs.site.publish import publish
from deroule.outputs.site.search import index_site
from deroule.outputs.site.search.facts import facts_of
from deroule.outputs.site.stage import Material, Stage
from deroule.source import load
from deroule.workspace import MemoryWorkspace

ORGANISATION = "language: fr\norganisations: {nous: {name: Nous}}\nresources:\n  livre: {title: Un livre}\n  loi: {title: Une loi}\n"
SLIDES = "".join(
    f"  - {{title: Titre {number}, bullets: [a, b], notes: Bonjour., sources: [livre]}}\n" for number in range(3)
)
PAGE = "<html><head></head><body><article class='md-content__inner md-typeset'><h1>Titre</h1><p>Un texte.</p></article></body></html>"


def dossier_of(events: int) -> MemoryWorkspace:
    """Give a workspace of so many events, and two pages of the owner's for each: one serves in it."""
    files = {"mkdocs.yml": "site_name: D\n", "content/index.md": "# D\n", "content/outils/index.md": "# Outils\n"}
    files["sequences/organisation.yml"] = ORGANISATION
    for number in range(events):
        name = f"2020-01-01-seance-{number:03d}"
        files[f"sequences/{name}/event.yml"] = (
            f"title: Séance {number}\ndate: 2020-01-01\norganiser: nous\ntags: [eau]\nspeakers: {{a: {{name: Ana Pic}}}}\n"
            f"resources: {{rapport: {{title: Un rapport}}}}\nsequences: [un]\n"
        )
        files[f"sequences/{name}/un.yml"] = (
            f"kind: concept\ntitle: Un\nduration: 5 min\nspeakers: [a]\nslides:\n{SLIDES}"
        )
        files[f"content/outils/seul-{number:03d}.md"] = "# Outil\n\nUn texte.\n"
        files[f"content/outils/sert-{number:03d}.md"] = f"---\nevent: {name}\ntags: [eau]\n---\n# Outil\n\nUn texte.\n"
    return MemoryWorkspace(files)


def calls(work: Callable[[], object]) -> int:
    """Count the calls that some work makes, of Python's own functions and of ours."""
    made = 0

    def count(frame: FrameType, event: str, about: object) -> None:
        nonlocal made
        made += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(None)
    return made


def counted(folder: Path, events: int) -> dict[str, int]:
    """Count the calls of each stage for a site of so many events, its pages built by nobody: they are all alike."""
    workspace, stages = dossier_of(events), dict[str, int]()
    dossier, made = load(workspace).value, list[Stage]()
    stages["stage"] = calls(lambda: made.append(stage_pages(Material(dossier, {}, workspace), folder / "pages", {})))
    site = folder / "site"
    for path in (REFERENCE, *made[0].heads):
        page = site / path.replace(".md", ".html")
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(PAGE, "utf-8")
    stages["finish"] = calls(lambda: publish(made[0], site, {}))
    facts = facts_of(dossier)
    stages["index"] = calls(lambda: index_site(site, facts))
    return stages


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, int]]:
    counted(tmp_path_factory.mktemp("once"), 2)  # what is made once is made by now
    return [counted(tmp_path_factory.mktemp("site"), events) for events in (10, 20, 40)]


@pytest.mark.parametrize("stage", ["stage", "finish", "index"])
def test_twice_the_events_make_twice_the_calls(grown: list[dict[str, int]], stage: str) -> None:
    """From 20 to 40 events as much is added for each as from 10 to 20: work for each pair of pages would show."""
    few, more, many = (one[stage] for one in grown)
    assert many - more <= 2.1 * (more - few)  # a cache that is filled or not weighs a few calls


def test_an_event_lists_the_works_that_it_cites_or_brings_and_no_others(tmp_path: Path) -> None:
    """The organisation's other works are those of other events; the owner's pages stand among what goes further."""
    workspace = dossier_of(2)
    stage_pages(Material(load(workspace).value, {}, workspace), tmp_path, {})
    page = (tmp_path / "evenements/2020-01-01-seance-000/index.md").read_text("utf-8")
    works = page[page.index('id="ouvrages"') :]
    assert re.findall("<cite>(.*?)</cite>", works) == ["Un livre", "Un rapport"]
