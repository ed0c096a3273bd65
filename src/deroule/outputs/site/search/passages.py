"""Reads the passages of a built page: the page itself, its slides, the terms it defines, the stretches of a transcript."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from lxml import html

from deroule.outputs.site.search.facts import PageFacts

_HEADINGS = ("h2", "h3")
_HOLDS = ("div", "section", "article", "details", "dl", "ol", "ul", "main")
_INLINE = frozenset((
    "a", "abbr", "b", "bdi", "cite", "code", "dfn", "em", "i", "kbd", "mark", "q", "s", "small", "span", "strong", "sub", "sup",
    "time", "u", "var", "wbr",
))  # fmt: skip
"""Elements that break no word, unless they have a class: those are forms of ours that stand apart."""
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
    language: str
    facts: PageFacts
    passages: tuple[Passage, ...]


def read_page(page: str, address: str, facts: PageFacts) -> PageRead | None:
    """Read a finished page; nothing when it has no content, as one that only leads elsewhere."""
    tree: Any = html.document_fromstring(page)
    article = next((one for one in tree.iter("article") if "md-content__inner" in one.get("class", "")), None)
    if article is None:
        return None
    for part in article.xpath(f"{_LEFT_OUT}|.//*[@data-nosearch]|.//*[@class='headerlink']"):
        part.drop_tree()
    title = _text(next(article.iter("h1"), None)) or address
    reader = _Reader(address, title, facts)
    for part in article:
        reader.read(part)
    listing = facts.kind == "page" and address.endswith("/index.html")  # what it lists has pages of its own
    language = tree.get("lang", "")[:2]
    return PageRead(title, language, facts, tuple(reader.passages[:1] if listing else reader.passages))


_FORM_OF = {"slide": "d-slide-title"}
"""By which class the headings of a kind are known, where other headings stand beside them."""
_OPENED_INSIDE = "boolean(.//h2[@id]|.//h3[@id]|.//*[@data-passage])"


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
        elif part.tag in _HOLDS or part.xpath(_OPENED_INSIDE):
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
            self.passages.append(Passage(address, _text(part), self._kind_under(part)))

    def _kind_under(self, heading: Any) -> str:
        """Give the kind of what stands under a heading: on a sequence's page not all of it is a slide."""
        form = _FORM_OF.get(self.facts.inside, "")
        return self.facts.inside if self.facts.inside and form in heading.get("class", "") else self.facts.kind

    def _add(self, text: str) -> None:
        last = self.passages[-1]
        last.text = _joined((last.text, " ".join(text.split())))


def _text(part: Any) -> str:
    """Give the text of an element; what stands in blocks of their own is told apart by a point."""
    return _joined(" ".join(line.split()) for line in "".join(_pieces(part)).split("\n")) if part is not None else ""


def _pieces(part: Any) -> Iterator[str]:
    yield (part.text or "").replace("\n", " ")
    for child in part:
        apart = "" if child.tag in _INLINE and not child.get("class") else " " if child.tag in _INLINE else "\n"
        yield apart
        if isinstance(child.tag, str):
            yield from _pieces(child)
        yield apart + (child.tail or "").replace("\n", " ")


def _joined(lines: Iterable[str]) -> str:
    told = ""
    for line in filter(None, lines):
        told += (" " if told[-1] in ".!?:;,…·" else " · ") + line if told else line
    return told
