"""The engine's settings: what the owner decides in mkdocs.yml, with what the dossier needs laid over it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any

import yaml

from deroule.diagnostics import Diagnostic
from deroule.outputs.site.cleaning import clean_fragment, shield
from deroule.outputs.site.look import MARK
from deroule.outputs.site.navigation import navigation_of
from deroule.outputs.site.owner import Owner
from deroule.outputs.site.words import Wording

_SHIELDED = ("site_name", "site_description", "site_author")
_EXTRA = ("homepage", "social", "alternate", "generator")
"""What the owner may set of the theme's extras; the others load scripts from elsewhere, or run code."""
SCRIPTS = ("style/search.js", "style/deroule.js", "style/keyboard.js")
SHEETS = ("style/colours.css", "style/deroule.css", "style/blocks.css", "style/search.css")
EXTENSIONS = (
    "admonition", "attr_list", "def_list", "footnotes", "tables", "abbr", "md_in_html", "sane_lists", "toc", "pymdownx.details",
    "pymdownx.caret", "pymdownx.tilde", "pymdownx.mark", "pymdownx.superfences", "pymdownx.highlight",
)  # fmt: skip
"""What an owner's page may hold beyond plain Markdown; `dialect.py` does the rest."""
EXTENSION_SETTINGS: dict[str, dict[str, Any]] = {
    "toc": {"permalink": True},
    "pymdownx.highlight": {"use_pygments": False},  # code keeps the colour of its text: contrast is ours to answer for
}


def write_settings(folder: Path, owner: Owner, language: str) -> tuple[Path, tuple[Diagnostic, ...]]:
    """Write the settings into `folder`, beside `pages/`; give the file's path, and what the navigation lacks."""
    language = str(owner.values.get("language") or language)
    nav, found = navigation_of(owner, frozenset(_markdown_of(folder / "pages")), Wording(language))
    settings: dict[str, Any] = {
        "site_name": shield(owner.name),
        **_owners(owner),
        "docs_dir": "pages",
        "use_directory_urls": False,
        "nav": nav,
        "theme": {
            "name": "material",
            "language": language,
            "font": False,
            "favicon": MARK,
            "custom_dir": str(resources.files("deroule.outputs.site") / "theme"),
            # Not `content.tooltips`: it reads titles as HTML, and an author's text would run. Ours is in deroule.js.
            "features": ["navigation.tabs", "navigation.top", "toc.follow"],
            "palette": _palettes(language),
            **({"variant": "classic"} if owner.engine == "zensical" else {}),  # Material's look, which ours lies over
        },
        "plugins": [{"search": {"enabled": False}}] if owner.engine == "zensical" else [],  # it has it unless told
        "extra_javascript": [{"path": path, "defer": True} for path in SCRIPTS],
        "markdown_extensions": [{name: EXTENSION_SETTINGS.get(name, {})} for name in EXTENSIONS],
        "extra_css": list(SHEETS),
        "validation": {"links": {"anchors": "warn", "absolute_links": "warn"}, "nav": {"omitted_files": "ignore"}},
    }  # fmt: skip
    settings["extra"] = {
        **settings.get("extra", {}),
        "generator": False,
        "footer": _footer(folder / "pages", owner, language),
    }
    path = folder / "mkdocs.yml"
    dumper: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    path.write_text(yaml.dump(settings, Dumper=dumper, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return path, found


def _owners(owner: Owner) -> dict[str, Any]:
    """Give the owner's settings that are plain data; the engine writes texts without escaping, so they are shielded."""
    values = owner.values
    kept: dict[str, Any] = {name: shield(str(values[name])) for name in _SHIELDED if values.get(name)}
    if owner.address:
        kept["site_url"] = owner.address
    if values.get("copyright"):
        kept["copyright"] = clean_fragment(str(values["copyright"]))  # may hold a link
    extra = values.get("extra") or {}
    kept["extra"] = {name: _shielded(extra[name]) for name in _EXTRA if name in extra}
    return kept


def _shielded(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _shielded(one) for name, one in value.items()}
    if isinstance(value, list):
        return [_shielded(one) for one in value]
    return shield(value) if isinstance(value, str) else value


def _markdown_of(pages: Path) -> Iterator[str]:
    """Give the paths of the staged pages, as texts: paths as objects would take most of the time of the settings."""
    for folder, _, names in os.walk(pages):
        below = Path(folder).relative_to(pages).as_posix()
        yield from (name if below == "." else f"{below}/{name}" for name in names if name.endswith(".md"))


def _footer(pages: Path, owner: Owner, language: str) -> list[dict[str, str]]:
    """Give the ways at the foot of every page; French law wants the state of accessibility told there."""
    wording = Wording(language)
    state = wording.word(f"accessible-{owner.declared.status}")
    offered = {"mentions.md": "legal", "accessibilite.md": "accessibility", "tags.md": "tags", "flux.xml": "feed",
               "agenda.ics": "calendar"}  # fmt: skip
    return [
        {
            "title": wording.word(word) + (f"{wording.word('colon')} {state}" if word == "accessibility" else ""),
            "path": path.removesuffix(".md") + (".html" if path.endswith(".md") else ""),
        }
        for path, word in offered.items()
        if (pages / path).is_file()
    ]


def _palettes(language: str) -> list[dict[str, Any]]:
    french = language.startswith("fr")
    return [
        {"media": "(prefers-color-scheme: light)", "scheme": "default", "primary": "custom", "accent": "custom",
         "toggle": {"icon": "material/weather-night", "name": "Fond sombre" if french else "Dark ground"}},
        {"media": "(prefers-color-scheme: dark)", "scheme": "slate", "primary": "custom", "accent": "custom",
         "toggle": {"icon": "material/weather-sunny", "name": "Fond clair" if french else "Light ground"}},
    ]  # fmt: skip
