"""The site's settings: the owner's mkdocs.yml with what the dossier needs laid over it."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Any

import yaml

from deroule.workspace import Workspace

OWNER = "mkdocs.yml"


def write_settings(folder: Path, workspace: Workspace) -> Path:
    """Write the settings into `folder`, beside `pages/`; give the file's path."""
    own: dict[str, Any] = {}
    if workspace.exists(OWNER):
        with contextlib.suppress(yaml.YAMLError, UnicodeDecodeError):
            own = yaml.safe_load(workspace.read(OWNER)) or {}
    pages = folder / "pages"
    language = str(own.pop("language", "fr"))
    nav = [
        entry
        for entry in own.pop("nav", [])
        if isinstance(entry, dict) and (pages / str(next(iter(entry.values())))).is_file()
    ]
    settings: dict[str, Any] = {
        "site_name": "Dossier",
        **own,
        "docs_dir": "pages",
        "use_directory_urls": False,
        "theme": {
            "name": "material",
            "language": language,
            "font": False,
            "features": ["navigation.tabs", "navigation.top", "toc.follow"],
            "palette": _palettes(language),
        },
        "plugins": ["tags"],
        "extra_javascript": [{"path": "style/search.js", "defer": True}],
        "markdown_extensions": [
            "admonition", "attr_list", "def_list", "tables", "abbr", "md_in_html", {"toc": {"permalink": True}},
        ],
        "extra_css": ["style/deroule.css"],
        "validation": {"links": {"anchors": "warn", "absolute_links": "warn"}, "nav": {"omitted_files": "ignore"}},
    }  # fmt: skip
    if nav:
        settings["nav"] = nav
    path = folder / "mkdocs.yml"
    path.write_text(yaml.safe_dump(settings, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return path


def _palettes(language: str) -> list[dict[str, Any]]:
    french = language.startswith("fr")
    return [
        {"media": "(prefers-color-scheme: light)", "scheme": "default", "primary": "custom", "accent": "custom",
         "toggle": {"icon": "material/weather-night", "name": "Fond sombre" if french else "Dark ground"}},
        {"media": "(prefers-color-scheme: dark)", "scheme": "slate", "primary": "custom", "accent": "custom",
         "toggle": {"icon": "material/weather-sunny", "name": "Fond clair" if french else "Light ground"}},
    ]  # fmt: skip
