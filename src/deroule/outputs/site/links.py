"""Checks a built site: every internal link, anchor, picture and file leads somewhere; raw HTML is read like the rest."""

from __future__ import annotations

import html
import os
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal, NamedTuple
from urllib.parse import unquote, urlsplit

from deroule.outputs.site.link_reading import PageLinks, read_pages, read_sheet
from deroule.outputs.site.shelf import Shelf

Missing = Literal["file", "anchor", "twice", "site", "root", "outside"]
_TOLD_IN = (".html", ".xml", ".ics", ".json", ".txt", ".webmanifest")


@dataclass(frozen=True, slots=True)
class BrokenLink:
    """A link that leads nowhere: the page, the address as written, and what is missing.

    file: nothing stands there. anchor: the page has no such place. twice: two places of a page have one name. site: the
    way leads out of the site's folder. root: it starts at a server's root, which a folder or a base path has not.
    outside: it would be asked of another site when the page is opened.
    """

    page: str
    address: str
    missing: Missing


def check_links(folder: Path, address: str = "", shelf: Shelf | None = None) -> tuple[BrokenLink, ...]:
    """Read every page and style sheet below `folder` once; give what leads nowhere and what would be asked elsewhere.

    `address` is the site's own, where it has one: what is told whole with it, in heads, feeds, calendars, maps and data,
    must be there too. What `shelf` holds of a page that is as it was is taken as it is.
    """
    files = set(_files(folder))
    pages = read_pages(folder, sorted(name for name in files if name.endswith(".html")), shelf)
    sheets = {name: read_sheet(folder / name) for name in sorted(files) if name.endswith(".css")}
    found: list[BrokenLink] = []
    known: dict[tuple[str, str], Missing | None] = {}
    for name, read in {**pages, **sheets}.items():
        found += [BrokenLink(name, anchor, "twice") for anchor in read.twice]
        found += [BrokenLink(name, link, "outside") for link in read.loaded if _is_outside(link)]
        folder_of = posixpath.dirname(name)
        for link in dict.fromkeys((*read.links, *read.loaded)):
            key = (name if link.startswith("#") else folder_of, link)
            if key not in known:
                known[key] = _missing(name, link, pages, files)
            missing = known[key]
            if missing:
                found.append(BrokenLink(name, link, missing))
    if address:
        found += _told_whole(folder, address, pages, files)
    return tuple(found)


def _files(folder: Path) -> Iterator[str]:
    root = str(folder)
    for at, _, names in os.walk(root):
        below = at[len(root) + 1 :].replace(os.sep, "/")
        yield from (f"{below}/{name}" for name in names) if below else names


def _told_whole(folder: Path, address: str, pages: dict[str, PageLinks], files: set[str]) -> Iterator[BrokenLink]:
    """Look for the site's own address in every file that holds text."""
    own = re.compile(re.escape(address) + r"""[^\s"'<>\\]*""")
    for name in sorted(one for one in files if one.endswith(_TOLD_IN)):
        text = (folder / name).read_text(encoding="utf-8", errors="replace")
        if name.endswith(".ics"):
            text = re.sub(r"\r?\n[ \t]", "", text)  # long lines of a calendar go on after a space
        for told in dict.fromkeys(own.findall(text)):
            way = html.unescape(told).rstrip(".,;)").removeprefix(address)
            missing = _missing("index.html", way or "index.html", pages, files)
            if missing:
                yield BrokenLink(name, told, missing)


def broken_links(folder: Path) -> list[BrokenLink]:
    """Give the links below `folder` that lead nowhere."""
    return [one for one in check_links(folder) if one.missing != "outside"]


def outside_requests(folder: Path) -> list[BrokenLink]:
    """Give what a page would load from elsewhere: scripts, styles, pictures, frames (links are no requests)."""
    return [one for one in check_links(folder) if one.missing == "outside"]


def _is_outside(address: str) -> bool:
    parts = _split(address)
    return parts is None or bool(parts.netloc) or parts.scheme in ("http", "https", "ftp")


class _Parts(NamedTuple):
    scheme: str
    netloc: str
    path: str
    fragment: str


@lru_cache(10_000)
def _split(address: str) -> _Parts | None:
    """Give the parts of an address that pages are found by; nothing for one that nobody can read."""
    address = address.strip()
    if ":" not in address and not address.startswith("//"):  # all but a few: eight times faster than for any address
        way, _, anchor = address.partition("#")
        return _Parts("", "", way.partition("?")[0], anchor)
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return _Parts(parts.scheme, parts.netloc, parts.path, parts.fragment)


def _missing(page: str, address: str, pages: dict[str, PageLinks], files: set[str]) -> Missing | None:
    parts = _split(address)
    if parts is None:
        return "file"
    if parts.scheme or parts.netloc:
        return None
    target = page
    if parts.path:
        if parts.path.startswith("/"):
            return "root"
        target = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(parts.path)))
        if target.startswith(".."):
            return "site"
        if target not in files:
            target = posixpath.normpath(posixpath.join(target, "index.html"))
        if target not in files:
            return "file"
    anchor = unquote(parts.fragment)
    if anchor and target in pages and anchor not in pages[target].anchors and not anchor.startswith(":~:"):
        return "anchor"
    return None
