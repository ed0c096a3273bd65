"""Reads the passages of a built page: the page itself, its slides, the terms it defines, the stretches of a transcript."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from deroule.outputs.site.search.article import Element, article_of, language_of
from deroule.outputs.site.search.facts import PageFacts

_HEADINGS = ("h2", "h3")
_HOLDS = ("div", "section", "article", "details", "dl", "ol", "ul", "main")
_INLINE = frozenset((
    "a", "abbr", "b", "bdi", "cite", "code", "dfn", "em", "i", "kbd", "mark", "q", "s", "small", "span", "strong", "sub", "sup",
    "time", "u", "var", "wbr",
))  # fmt: skip
"""Elements that break no word, unless they have a class: those are forms of ours that stand apart, but for hidden commas."""


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
    language: str
    facts: PageFacts
    passages: tuple[Passage, ...]


def read_page(page: str, address: str, facts: PageFacts) -> PageRead | None:
    """Read a finished page; nothing when it has no content, as one that only leads elsewhere."""
    article = article_of(page)
    if article is None:
        return None
    title = _text(_first(article, "h1")) or address
    reader = _Reader(address, title, facts)
    for part in article.parts:
        if isinstance(part, Element):
            reader.read(part)
    listing = facts.kind == "page" and address.endswith("/index.html")  # what it lists has pages of its own
    return PageRead(title, language_of(page), facts, tuple(reader.passages[:1] if listing else reader.passages))


_FORM_OF = {"slide": "d-slide-title"}
"""By which class the headings of a kind are known, where other headings stand beside them."""


class _Reader:
    """Walks through an article in order; text belongs to the last passage that was opened."""

    def __init__(self, address: str, title: str, facts: PageFacts) -> None:
        self.address = address
        self.facts = facts
        self.opening = (*_HEADINGS, "dt") if facts.kind == "glossary" else _HEADINGS
        self.passages = [Passage(address, title, facts.kind)]

    def read(self, part: Element) -> None:
        """Read an element: open a passage where one begins, go down where some may be inside, else take its text."""
        if part.tag == "h1":
            return
        said = part.get("data-passage")
        anchor = part.get("id") if said or part.tag in self.opening else ""
        if anchor:
            self._open(part, anchor, said)
        elif part.tag in _HOLDS or part.opens:
            for inside in part.parts:
                if isinstance(inside, Element):
                    self.read(inside)
                else:
                    self._add(" ".join(inside.split()))
        else:
            self._add(_text(part))

    def _open(self, part: Element, anchor: str, said: str) -> None:
        address = f"{self.address}#{anchor}"
        if said:
            heading = part.get("data-heading") or self.passages[0].heading
            self.passages.append(Passage(address, heading, said, _text(part)))
        else:
            self.passages.append(Passage(address, _text(part), self._kind_under(part)))

    def _kind_under(self, heading: Element) -> str:
        """Give the kind of what stands under a heading: on a sequence's page not all of it is a slide."""
        form = _FORM_OF.get(self.facts.inside, "")
        return self.facts.inside if self.facts.inside and form in heading.get("class") else self.facts.kind

    def _add(self, text: str) -> None:
        if text:
            last = self.passages[-1]
            last.text = _joined((last.text, text))


def _first(element: Element, tag: str) -> Element | None:
    """Find the first element of a tag below another."""
    for part in element.parts:
        if isinstance(part, Element):
            found = part if part.tag == tag else _first(part, tag)
            if found:
                return found
    return None


def _text(part: Element | None) -> str:
    """Give the text of an element; what stands in blocks of their own is told apart by a point."""
    pieces: list[str] = []
    if part is not None:
        _gather(part, pieces)
    text = "".join(pieces)
    return _joined(" ".join(line.split()) for line in text.split("\n")) if "\n" in text else " ".join(text.split())


def _gather(part: Element, pieces: list[str]) -> None:
    for one in part.parts:
        if isinstance(one, str):
            pieces.append(one.replace("\n", " "))
        else:
            apart = "\n" if one.tag not in _INLINE else " " if one.get("class") not in ("", "d-unseen") else ""
            pieces.append(apart)
            _gather(one, pieces)
            pieces.append(apart)


def _joined(lines: Iterable[str]) -> str:
    told = ""
    for line in filter(None, lines):
        told += (" " if told[-1] in ".!?:;,…·" else " · ") + line if told else line
    return told
