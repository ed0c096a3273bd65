"""Checks a built site: every internal link, anchor, picture and file leads somewhere; raw HTML is read like the rest."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import html

_ATTRIBUTES = {
    "a": "href",
    "link": "href",
    "img": "src",
    "script": "src",
    "source": "src",
    "video": "src",
    "track": "src",
    "iframe": "src",
}


@dataclass(frozen=True, slots=True)
class BrokenLink:
    """A link that leads nowhere: the page, the address as written, and whether the file or the anchor is missing."""

    page: str
    address: str
    missing: str


def broken_links(folder: Path) -> list[BrokenLink]:
    """Read every page below `folder` once; give the links that lead nowhere, by page."""
    pages = {path.relative_to(folder).as_posix(): _read(path) for path in sorted(folder.rglob("*.html"))}
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    return [
        broken
        for page, (addresses, _) in pages.items()
        if page != "404.html"  # its links start from the site's root, wherever it is shown
        for address in dict.fromkeys(addresses)
        if (broken := _judge(page, address, pages, files))
    ]


def outside_requests(folder: Path) -> list[BrokenLink]:
    """Give what a page would load from elsewhere: scripts, styles, pictures, frames (links are no requests)."""
    found = []
    for path in sorted(folder.rglob("*.html")):
        for element in html.parse(str(path)).iter("script", "img", "iframe", "source", "video", "link"):
            if element.tag == "link" and element.get("rel") not in ("stylesheet", "preload", "preconnect", "icon"):
                continue
            address = element.get(_ATTRIBUTES[element.tag]) or ""
            if urlsplit(address).netloc:
                found.append(BrokenLink(path.relative_to(folder).as_posix(), address, "outside"))
    return found


def _read(path: Path) -> tuple[list[str], set[str]]:
    addresses, anchors = [], set()
    for element in html.parse(str(path), parser=html.HTMLParser(encoding="utf-8")).iter():
        if not isinstance(element.tag, str):
            continue
        anchors |= {value for name in ("id", "name") if (value := element.get(name))}
        name = _ATTRIBUTES.get(element.tag)
        if name and (address := element.get(name)):
            addresses.append(address)
    return addresses, anchors


def _judge(page: str, address: str, pages: dict[str, tuple[list[str], set[str]]], files: set[str]) -> BrokenLink | None:
    parts = urlsplit(address.strip())
    if parts.scheme or parts.netloc:
        return None
    target = page
    if parts.path:
        joined = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(parts.path)))
        candidates = [joined, posixpath.join(joined, "index.html").removeprefix("./")]
        target = next((one for one in candidates if one in files), "")
        if not target:
            return BrokenLink(page, address, "file")
    anchor = unquote(parts.fragment)
    if anchor and target in pages and anchor not in pages[target][1] and not anchor.startswith("__"):
        return BrokenLink(page, address, "anchor")
    return None
