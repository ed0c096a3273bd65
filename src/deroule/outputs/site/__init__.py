"""The dossier as a web site: plain Markdown staged beside the owner's pages, built by mkdocs-material."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from deroule.diagnostics import Diagnostic, Words
from deroule.model.dossier import Dossier
from deroule.outputs.artefact import Artefact
from deroule.outputs.request import Request
from deroule.outputs.site.finish import finish
from deroule.outputs.site.search import index_site
from deroule.outputs.site.search.facts import facts_of
from deroule.outputs.site.settings import write_settings
from deroule.outputs.site.stage import EVENTS, stage_pages
from deroule.programs.mkdocs import build_site

NAME = "site"
OFFERED = (
    "deck/{e}",
    "handout/{e}",
    "synthesis/{e}/docx",
    "synthesis/{e}/odt",
    "synthesis/{e}/pdf",
    "synthesis/{e}/epub",
    "replay/{e}",
)
"""What an event's page offers for download, in this order."""


def plan(dossier: Dossier) -> tuple[Artefact, ...]:
    """One site, which takes in the pictures and the downloads of every event."""
    needs = tuple(
        need
        for event in dossier.events
        for need in (f"pictures/{event.id}", *(form.format(e=event.id) for form in OFFERED))
    )
    return (Artefact("site", NAME, "site/", Words("Site du dossier", "Dossier site"), needs=needs),)


def render(request: Request) -> tuple[Diagnostic, ...]:
    """Stage the pages in a scratch folder, build them, tidy what differs from build to build."""
    with tempfile.TemporaryDirectory(prefix="deroule-site-") as name:
        folder = Path(name)
        stage_pages(request.dossier, request.inputs, folder / "pages", request.workspace)
        config = write_settings(folder, request.workspace)
        found = build_site(config, folder / "site")
        if not found:
            (folder / "site" / "sitemap.xml.gz").unlink(missing_ok=True)  # carries the moment of compression
            finish(folder / "site")
            index_site(folder / "site", facts_of(request.dossier, EVENTS))
            shutil.copytree(folder / "site", request.into, dirs_exist_ok=True)
    return found
