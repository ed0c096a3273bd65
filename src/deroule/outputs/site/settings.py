"""The site's settings: what the owner may decide in mkdocs.yml, with what the dossier needs laid over it."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml

from deroule.outputs.site.cleaning import clean_fragment, shield
from deroule.workspace import Workspace

OWNER = "mkdocs.yml"
_TEXTS = ("site_name", "site_description", "site_author")
_EXTRA = ("homepage", "social", "alternate", "generator")
"""What the owner may set of the theme's extras; the others load scripts from elsewhere, or run code."""


def write_settings(folder: Path, workspace: Workspace) -> Path:
    """Write the settings into `folder`, beside `pages/`; give the file's path."""
    own: dict[str, Any] = {}
    if workspace.exists(OWNER):
        with contextlib.suppress(yaml.YAMLError, UnicodeDecodeError):
            own = yaml.safe_load(workspace.read(OWNER)) or {}
    language = str(own.get("language", "fr"))
    settings: dict[str, Any] = {
        "site_name": "Dossier",
        **_owners(own),
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
        "extra_css": ["style/deroule.css", "style/search.css"],
        "validation": {"links": {"anchors": "warn", "absolute_links": "warn"}, "nav": {"omitted_files": "ignore"}},
    }  # fmt: skip
    nav = _navigation(own.get("nav"), folder / "pages")
    if nav:
        settings["nav"] = nav
    path = folder / "mkdocs.yml"
    path.write_text(yaml.safe_dump(settings, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return path


def _owners(own: dict[str, Any]) -> dict[str, Any]:
    """Give the owner's settings that are plain data; the engine writes texts without escaping, so they are shielded."""
    kept: dict[str, Any] = {name: shield(str(own[name])) for name in _TEXTS if own.get(name)}
    if _is_address(own.get("site_url")):
        kept["site_url"] = own["site_url"]
    if own.get("copyright"):
        kept["copyright"] = clean_fragment(str(own["copyright"]))  # may hold a link
    extra = own.get("extra")
    if isinstance(extra, dict):
        kept["extra"] = {name: _shielded(extra[name]) for name in _EXTRA if name in extra}
    return kept


def _shielded(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _shielded(one) for name, one in value.items()}
    if isinstance(value, list):
        return [_shielded(one) for one in value]
    return shield(value) if isinstance(value, str) else value


def _is_address(value: object) -> bool:
    if not isinstance(value, str) or any(sign in value for sign in "<>\"' "):
        return False
    return urlsplit(value).scheme in ("http", "https")


def _navigation(entries: object, pages: Path) -> list[Any]:
    """Give the owner's navigation with titles shielded, without the pages that are not there."""
    kept: list[Any] = []
    for entry in entries if isinstance(entries, list) else ():
        if isinstance(entry, str) and (pages / entry).is_file():
            kept.append(entry)
        for title, target in entry.items() if isinstance(entry, dict) else ():
            if isinstance(target, list):
                if below := _navigation(target, pages):
                    kept.append({shield(str(title)): below})
            elif (pages / str(target)).is_file() or _is_address(target):
                kept.append({shield(str(title)): str(target)})
    return kept


def _palettes(language: str) -> list[dict[str, Any]]:
    french = language.startswith("fr")
    return [
        {"media": "(prefers-color-scheme: light)", "scheme": "default", "primary": "custom", "accent": "custom",
         "toggle": {"icon": "material/weather-night", "name": "Fond sombre" if french else "Dark ground"}},
        {"media": "(prefers-color-scheme: dark)", "scheme": "slate", "primary": "custom", "accent": "custom",
         "toggle": {"icon": "material/weather-sunny", "name": "Fond clair" if french else "Light ground"}},
    ]  # fmt: skip
