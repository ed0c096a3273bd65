"""The site is the same bytes for the same input, whatever the hour, the folder and the hash seed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

_FILES = {
    "content/index.md": "---\ntitle: Accueil\n---\n\n# Accueil\n\nTexte.\n",
    "content/glossaire.md": "---\ntitle: Glossaire\n---\n\n# Glossaire\n\nCommun\n:   Ce que l'on partage.\n",
    "content/experiences/un.md": "---\ntitle: Une fiche\nsummary: Bref.\ntags: [eau, air]\n---\n\n## Le contexte\n\nUn commun.\n",
    "mkdocs.yml": "site_name: Dossier\nsite_url: https://dossier.example/\n",
    "sequences/mars/event.yml": (
        "title: En mars\nkind: webconference\ndate: 2026-03-01\nstarts: 10:30\nduration: 45 min\norganiser: ateliers\n"
        "summary: Bref.\ntags: [eau]\nspeakers:\n  ana:\n    name: Ana\nsequences: [un]\n"
    ),
    "sequences/mars/un.yml": (
        "kind: concept\ntitle: Une idée\nduration: 45 min\nslides:\n  - title: Un\n    bullets: [a, b]\n    notes: Dit.\n"
    ),
}


@pytest.mark.slow
def test_the_same_workspace_gives_the_same_bytes(site_of: Callable[[Mapping[str, str]], Path]) -> None:
    first, second = _bytes(site_of(_FILES)), _bytes(site_of(dict(reversed(_FILES.items()))))
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []
    assert {"index.html", "experiences/un.html", "search/manifest.js", "sitemap.xml"} <= first.keys()


def _bytes(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
