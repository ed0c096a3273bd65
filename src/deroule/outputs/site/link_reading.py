"""Reads what the pages of a built site lead to and ask for; of many pages a second process reads a part."""

from __future__ import annotations

import json
import multiprocessing
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import etree

from deroule.outputs.site.shelf import Shelf

_PARSER = etree.HTMLParser(encoding="utf-8", huge_tree=True)
_LED_TO = {"a": "href", "area": "href", "form": "action", "button": "formaction", "blockquote": "cite", "q": "cite"}
_LOADED = {
    "audio": "src", "embed": "src", "iframe": "src", "image": "href", "img": "src", "input": "src", "link": "href",
    "object": "data", "script": "src", "source": "src", "track": "src", "use": "href", "video": "src",
}  # fmt: skip
_ONLY_NAMED = {"alternate", "author", "canonical", "help", "license", "next", "prev", "search"}
"""Relations of a `link` that a browser does not ask for by itself."""
_anchors: Any = etree.XPath("//@id", smart_strings=False)
_styles: Any = etree.XPath("//@style", smart_strings=False)
_STYLED = re.compile(rb"style\s*=")
_URL = re.compile(r"""url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)""")
MANY = 400
"""Pages from which a second process is worth its start, a fifth of a second."""
_ITS_PART = 0.45


@dataclass(frozen=True, slots=True)
class PageLinks:
    """What a page leads to, what it asks for by being opened, its anchors, and the names that two of its places have."""

    links: tuple[str, ...]
    loaded: tuple[str, ...]
    anchors: frozenset[str]
    twice: tuple[str, ...]


def read_pages(folder: Path, names: Sequence[str], shelf: Shelf | None = None) -> dict[str, PageLinks]:
    """Read pages below `folder`; what `shelf` holds of a page that is as it was is taken as it is."""
    if shelf is not None:
        return {name: _kept(folder / name, shelf) for name in names}
    part = round(len(names) * _ITS_PART) if len(names) >= MANY and not multiprocessing.current_process().daemon else 0
    if not part:
        return dict(zip(names, _read_all(folder, names), strict=True))
    try:
        with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as helper:
            theirs = helper.submit(_read_all, folder, names[:part])
            ours = _read_all(folder, names[part:])
            return dict(zip(names, [*theirs.result(), *ours], strict=True))
    except (BrokenExecutor, OSError):  # no process to be had: this one reads them all
        return dict(zip(names, _read_all(folder, names), strict=True))


def _read_all(folder: Path, names: Sequence[str]) -> list[PageLinks]:
    return [_read((folder / name).read_bytes()) for name in names]


def _kept(path: Path, shelf: Shelf) -> PageLinks:
    page = path.read_bytes()
    key = shelf.key("links", page)
    kept = shelf.take(key)
    if kept is not None:
        links, loaded, anchors, twice = map(tuple, json.loads(kept))
        return PageLinks(links, loaded, frozenset(anchors), twice)
    read = _read(page)
    shelf.put(key, json.dumps((read.links, read.loaded, sorted(read.anchors), read.twice)))
    return read


def _read(page: bytes) -> PageLinks:
    tree: Any = etree.fromstring(page or b"<html></html>", _PARSER)
    links: list[Any] = []
    loaded: list[Any] = list(_of_styles(_styles(tree))) if _STYLED.search(page.lower()) else []
    anchors: Any = _anchors(tree)
    names: list[Any] = []
    for element in tree.iter(*_LED_TO, *_LOADED, "meta", "style"):
        tag = element.tag
        if tag == "style":
            loaded += _of_styles([element.text or ""])
        elif tag == "meta":
            if element.get("http-equiv", "").lower() == "refresh":
                links.append(element.get("content", "").partition("=")[2])
        elif tag in _LED_TO:
            links.append(element.get(_LED_TO[tag]))
            names.append(element.get("name"))
        else:
            named = tag == "link" and _ONLY_NAMED.issuperset(element.get("rel", "").split())
            (links if named else loaded).append(element.get(_LOADED[tag]))
            loaded.append(element.get("poster"))
            if candidates := element.get("srcset"):
                loaded += _of_sets(candidates)
    has_twins = len(set(anchors)) < len(anchors)
    twice = [name for name, count in Counter(anchors).items() if count > 1] if has_twins else []
    return PageLinks(
        tuple(filter(None, links)),
        tuple(filter(None, loaded)),
        frozenset(filter(None, (*anchors, *names))),
        tuple(twice),
    )


def read_sheet(path: Path) -> PageLinks:
    """Read what a style sheet asks for."""
    loaded = tuple(_of_styles([path.read_text(encoding="utf-8", errors="replace")]))
    return PageLinks((), loaded, frozenset(), ())


def _of_sets(candidates: str) -> Iterator[str]:
    for candidate in re.split(r",\s", candidates):
        if candidate.strip():
            yield candidate.split()[0].rstrip(",")


def _of_styles(styles: Iterable[str]) -> Iterator[str]:
    for style in styles:
        for found in _URL.finditer(style):
            yield found[1] or found[2]
