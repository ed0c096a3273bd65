"""Reads the passages of a built page: the page itself, its slides, the terms it defines, the stretches of a transcript."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from lxml import html

from deroule.outputs.site.search.facts import PageFacts

_HEADINGS = ("h2", "h3")
_HOLDS = ("div", "section", "article", "details", "dl", "ol", "ul", "main")
_LEFT_OUT = "|".join(f".//{tag}" for tag in ("script", "style", "svg", "nav", "button", "select", "summary"))


@dataclass(slots=True)
class Passage:
    """A place that a result leads to: an address with its anchor, a heading, the text up to the next passage."""

    address: str
    heading: str
    kind: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class PageRead:
    """A page as the index sees it; `passages[0]` is the page itself, with what stands before its first heading."""

    title: str
    facts: PageFacts
    passages: tuple[Passage, ...]


def read_page(page: str, address: str, facts: PageFacts) -> PageRead | None:
    """Read a finished page; nothing when it has no content, as one that only leads elsewhere."""
    tree: Any = html.document_fromstring(page)
    found = tree.find_class("md-content__inner")
    if not found:
        return None
    article = found[0]
    for part in article.xpath(f"{_LEFT_OUT}|.//*[@data-nosearch]|.//*[@class='headerlink']"):
        part.drop_tree()
    title = _text(next(article.iter("h1"), None)) or address
    reader = _Reader(address, title, facts)
    for part in article:
        reader.read(part)
    listing = facts.kind == "page" and address.endswith("/index.html")  # what it lists has pages of its own
    return PageRead(title, facts, tuple(reader.passages[:1] if listing else reader.passages))


class _Reader:
    """Walks through an article in order; text belongs to the last passage that was opened."""

    def __init__(self, address: str, title: str, facts: PageFacts) -> None:
        self.address = address
        self.facts = facts
        self.opening = (*_HEADINGS, "dt") if facts.kind == "glossary" else _HEADINGS
        self.passages = [Passage(address, title, facts.kind)]

    def read(self, part: Any) -> None:
        """Read an element: open a passage where one begins, go down where some may be inside, else take its text."""
        anchor, said = part.get("id"), part.get("data-passage")
        if part.tag == "h1":
            return
        if anchor and (said or part.tag in self.opening):
            self._open(part, anchor, said)
        elif part.tag in _HOLDS:
            self._add(part.text or "")
            for inside in part:
                self.read(inside)
                self._add(inside.tail or "")
        else:
            self._add(_text(part))

    def _open(self, part: Any, anchor: str, said: str | None) -> None:
        address = f"{self.address}#{anchor}"
        if said:
            heading = part.get("data-heading") or self.passages[0].heading
            self.passages.append(Passage(address, heading, said, _text(part)))
        else:
            self.passages.append(Passage(address, _text(part), self.facts.inside or self.facts.kind))

    def _add(self, text: str) -> None:
        text = " ".join(text.split())
        if text:
            last = self.passages[-1]
            last.text = f"{last.text} {text}" if last.text else text


def _text(part: Any) -> str:
    return " ".join(" ".join(part.itertext()).split()) if part is not None else ""
