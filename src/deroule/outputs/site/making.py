"""Making the site: pages staged in a scratch folder, built by the engine, made whole, indexed."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path

from deroule.diagnostics import Diagnostic
from deroule.model.theme import Theme
from deroule.outputs.request import Request
from deroule.outputs.site.owner import read_owner
from deroule.outputs.site.pages import stage_pages
from deroule.outputs.site.proof import prove
from deroule.outputs.site.publish import publish
from deroule.outputs.site.replays import filmless, gather_replays, origins
from deroule.outputs.site.search import index_site
from deroule.outputs.site.search.facts import facts_of
from deroule.outputs.site.settings import write_settings
from deroule.outputs.site.shelf import open_shelf
from deroule.outputs.site.stage import Material
from deroule.programs import mkdocs, zensical
from deroule.programs.git import last_changes

ENGINES: dict[str, type[mkdocs.Engine] | type[zensical.Engine]] = {"mkdocs": mkdocs.Engine, "zensical": zensical.Engine}


def render(request: Request) -> tuple[Diagnostic, ...]:
    """Stage the pages in a scratch folder, build them, make them whole, index them, look at all their links."""
    owner = read_owner(request.workspace, request.dossier.organisation.language)
    changed = last_changes(request.workspace)
    with tempfile.TemporaryDirectory(prefix="deroule-site-") as name, ENGINES[owner.engine]() as engine:
        folder = Path(name)
        replays = gather_replays(request, folder / "replays")
        material = Material(
            request.dossier, request.inputs, request.workspace, changed, owner.name, owner.address, owner.notes, replays,
            owner.declared,
        )  # fmt: skip
        stage = stage_pages(material, folder / "pages", looks(request))
        config, missing = write_settings(folder, owner, stage.language)
        failed = engine.build(config, request.into)
        broken: tuple[Diagnostic, ...] = ()
        if not failed:
            with open_shelf(request.shelf) as shelf:
                publish(stage, request.into, origins(replays, request.dossier), shelf)
                index_site(request.into, facts_of(request.dossier, filmless(replays)), shelf)
                broken = prove(request.into, owner.address, request.dossier, shelf)
    told = [finding for replay in replays.values() for finding in replay.diagnostics]
    return (*owner.found, *told, *stage.found, *missing, *failed, *broken)


def looks(request: Request) -> Mapping[str | None, Theme]:
    """Give the looks that the site wears: the latest event's for the whole, the guests' for their sequences."""
    found: dict[str | None, Theme] = {}
    for event in request.dossier.events if request.place is not None else ():
        for name, theme in request.place.themes(event).items():
            found.setdefault(name, theme)
    return found
