"""The glossary's terms: from the owner's page and from the slides, told by a tooltip wherever one stands in a page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from markupsafe import Markup, escape

from deroule.model.blocks import Definition
from deroule.model.dossier import Dossier, Page
from deroule.model.event import Event

GLOSSARY = ("glossaire", "glossary")
"""Ids of the page that holds the owner's glossary."""
_ENTRY = re.compile(r"^(?P<term>\S[^\n]*)\n:[ \t]+(?P<meaning>[^\n]+(?:\n[ \t]+\S[^\n]*)*)", re.MULTILINE)
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_BEGIN = re.compile(r"(?<![\w-])(?:\w+|[^\w\s])")
"""Where a term may begin, with its first word or sign."""


class TermForms:
    """Every form in which terms stand in a text, found by their first words: a thousand terms cost what ten do."""

    def __init__(self, terms: Iterable[str]) -> None:
        self._by_beginning: dict[str, list[str]] = {}
        for term in sorted(terms, key=lambda one: (-len(one), one)):  # of two that begin alike, the longer one
            begins = _BEGIN.match(term)
            if begins:
                self._by_beginning.setdefault(_beginning(begins[0]), []).append(term)

    def found(self, text: str) -> Iterator[re.Match[str]]:
        """Give where terms stand in a text, one after the other."""
        at = 0
        for begins in _BEGIN.finditer(text) if self._by_beginning else ():
            terms = self._by_beginning.get(_beginning(begins[0]), ()) if begins.start() >= at else ()
            found = next((match for term in terms if (match := _form(term).match(text, begins.start()))), None)
            if found:
                at = found.end()
                yield found


@dataclass(slots=True)
class Terms:
    """Terms of one language with their meanings. On each page a term is explained where it first stands."""

    meanings: Mapping[str, str] = field(default_factory=dict)
    told: set[str] = field(default_factory=set)
    forms: TermForms | None = None

    def fresh(self) -> Terms:
        """Give the same terms for another page."""
        return Terms(self.meanings, set(), self.found_by)

    @property
    def found_by(self) -> TermForms:
        """What finds the terms in a text, made once for all pages."""
        if self.forms is None:
            self.forms = TermForms(self.meanings)
        return self.forms

    def know(self, term: str) -> None:
        """Take a term as told on this page."""
        self.told.add(_folded(term))

    def explained(self, text: str) -> Markup:
        """Write a text as HTML, each term that is not told yet with its meaning."""
        if not self.meanings:
            return escape(text)
        made, at = list[str](), 0
        for found in self.found_by.found(text):
            term = _folded(found[0])
            if term in self.told or term not in self.meanings:
                continue
            self.told.add(term)
            made += [escape(text[at : found.start()])]
            made += [f'<abbr title="{escape(self.meanings[term])}">{escape(found[0])}</abbr>']
            at = found.end()
        return Markup("".join([*made, escape(text[at:])]))

    def abbreviations(self, body: str) -> str:
        """Give the Markdown that explains the terms of a page: abbreviations of those that stand in its body."""
        forms = {found[0]: self.meanings[_folded(found[0])] for found in self.found_by.found(body)
                 if _folded(found[0]) in self.meanings}  # fmt: skip
        return "".join(f"*[{form}]: {meaning}\n" for form, meaning in sorted(forms.items()))


def terms_of(dossier: Dossier, language: str) -> Terms:
    """Gather the terms of one language: the owner's glossary when it is in it, and what slides define."""
    meanings: dict[str, str] = {}
    if language[:2] == dossier.organisation.language[:2]:
        for page in dossier.pages:
            if page.id in GLOSSARY:
                meanings |= {_folded(term): meaning for term, meaning in entries(page)}
    for event in dossier.events:
        if event.language[:2] == language[:2]:
            for term, meaning, _ in defined(event):
                meanings.setdefault(_folded(term), meaning)
    return Terms(meanings)


def entries(page: Page) -> list[tuple[str, str]]:
    """Read the definition list of a Markdown page: terms and meanings, without marks."""
    return [(_bare(found["term"]), _bare(found["meaning"])) for found in _ENTRY.finditer(page.body)]


def defined(event: Event) -> Iterable[tuple[str, str, str]]:
    """Give the terms that an event's slides define, their meanings and the ids of the slides."""
    for slide in event.slides:
        for block in slide.blocks:
            for term in block.items if isinstance(block, Definition) else ():
                yield term.term.plain, " ".join(term.meaning.plain.split()), slide.id


def _bare(text: str) -> str:
    return re.sub(r"[*_`\\]", "", _LINK.sub(r"\1", " ".join(text.split())))


def _folded(term: str) -> str:
    """Give the form under which a term is kept: an abbreviation as it is, a word without capital and plural."""
    if term.isupper() or re.search(r"[A-Z].*[A-Z]", term):
        return term.removesuffix("s")
    return " ".join(word.removesuffix("s") for word in term.lower().split())


@cache
def _form(term: str) -> re.Pattern[str]:
    """Give the pattern of a term: its first letter may be a capital, each of its words may be in the plural."""
    return re.compile(r"s?[ \u00a0]".join(_first(word) for word in term.split()) + r"s?(?![\w-])")


def _beginning(word: str) -> str:
    """Give what a term's first word and the word of a text have in common when one may be the other."""
    return (word[0].lower() + word[1:]).removesuffix("s")


def _first(word: str) -> str:
    head = f"[{word[0]}{word[0].upper()}]" if word[0].islower() else re.escape(word[0])
    return head + re.escape(word[1:])
