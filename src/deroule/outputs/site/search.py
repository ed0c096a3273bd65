"""The search index: a script that the search box loads, so that it works from a folder as from a server."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path
from typing import Any

from lxml import html


def fold(text: str) -> str:
    """Bring a text to what is compared: small letters, no accents, œ as oe, one apostrophe, hyphens as spaces."""
    text = text.lower().replace("œ", "oe").replace("æ", "ae").replace("’", "'")
    plain = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    plain = re.sub(r"\b(?:l|d|j|m|n|s|t|c|qu|jusqu|lorsqu|puisqu)'", " ", plain)
    return " ".join(re.findall(r"[a-z0-9]+", plain))


def index_script(site: Path) -> str:
    """Give the script. An entry is a page or one of its slides: address, title, page's title, kind, folded text."""
    entries = [entry for page in sorted(site.rglob("*.html")) if page.name != "404.html" for entry in _page(page, site)]
    return f"window.derouleIndex={json.dumps(entries, ensure_ascii=False, separators=(',', ':'))};\n"


def _kind(address: str) -> str:
    parts = address.split("/")
    if parts[0] == "evenements":
        return "slide" if "#" in address else "event"
    return {"glossaire.html": "glossary"}.get(parts[0], "sheet" if len(parts) > 1 else "page")


def _page(page: Path, site: Path) -> list[list[str]]:
    tree: Any = html.document_fromstring(page.read_text(encoding="utf-8"))
    found = tree.find_class("md-content__inner")
    if not found:
        return []
    address = page.relative_to(site).as_posix()
    title = _text(next(found[0].iter("h1"), None)) or address
    entries: list[list[str]] = []
    said: list[str] = []
    anchor, heading = "", title
    for part in found[0]:
        if part.tag == "h2" and part.get("id"):
            entries.append(_entry(address, anchor, heading, title, said))
            anchor, heading, said = f"#{part.get('id')}", _text(part), []
        elif isinstance(part.tag, str):
            said.append(_text(part))
    return [*entries, _entry(address, anchor, heading, title, said)]


def _entry(address: str, anchor: str, heading: str, title: str, said: list[str]) -> list[str]:
    return [
        address + anchor,
        heading,
        title if anchor else "",
        _kind(address + anchor),
        fold(heading),
        fold(" ".join(said)),
    ]


def _text(part: Any) -> str:
    return " ".join(" ".join(part.itertext()).split()).removesuffix("¶").rstrip() if part is not None else ""
