"""Abbreviations that no glossary, definition or text of the dossier explains."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from deroule.checks.surroundings import Surroundings
from deroule.checks.walk import blocks_in, texts_in
from deroule.diagnostics import Code, Diagnostic, Severity, Words
from deroule.model.blocks import Definition
from deroule.model.dossier import Dossier
from deroule.model.event import Event
from deroule.model.richtext import RichText
from deroule.span import Span

CODE = Code(
    "CHK122",
    "unexplained-abbreviation",
    Severity.INFO,
    Words("« {term} » n'est expliqué nulle part", "“{term}” is explained nowhere"),
    Words(
        "Ce sigle est montré sur une diapositive, mais ni le glossaire (`content/glossaire.md`), ni un bloc "
        "`definition`, ni le texte (« mot entier (SIGLE) » ou « SIGLE (mot entier) ») ne disent ce qu'il veut dire. "
        "Les noms d'organismes, d'ouvrages et de personnes déclarés dans les fichiers ne comptent pas.",
        "This abbreviation is shown on a slide, but no glossary (`content/glossary.md`), no `definition` block and no "
        "text (“whole words (ABBR)” or “ABBR (whole words)”) says what it means. Names of organisations, works and "
        "people that the files declare do not count.",
    ),
    Words("ajoutez-le au glossaire, ou dites-le en entier une fois", "add it to the glossary, or say it whole once"),
)
_ABBREVIATION = re.compile(r"(?<![\w./@&-])[A-ZÀ-Þ]{3,8}(?![\w@&]|[./-]\w)")
_ROMAN = re.compile(r"^[IVXLCDM]+$")
_TERM = re.compile(r"^(\S.*)\n(?:\s*\n)?:\s", re.MULTILINE)
_COMMON = frozenset(
    [
        "CSV",
        "DOC",
        "DOCX",
        "DVD",
        "EPUB",
        "FAQ",
        "GPS",
        "HTML",
        "ISBN",
        "ISSN",
        "JPEG",
        "JSON",
        "ODT",
        "PDF",
        "PNG",
        "PPTX",
        "SMS",
        "SVG",
        "URL",
        "USB",
        "XML",
        "YAML",
        "ZIP",
    ]
)
"""Words of everyday life and of this tool, which no audience needs explained."""


def check(dossier: Dossier, surroundings: Surroundings) -> Iterator[Diagnostic]:
    """Tell each abbreviation once an event, where it first stands."""
    glossary = " ".join(
        term for page in dossier.pages if page.id in ("glossaire", "glossary") for term in _TERM.findall(page.body)
    )
    known = set(_ABBREVIATION.findall(glossary)) | _COMMON
    for event in dossier.events:
        shown = list(_shown(event))
        explained = known | _explained(event, (text.plain for text, _ in shown)) | _names(event, dossier)
        for text, span in shown:
            for term in _ABBREVIATION.findall(text.plain):
                if term not in explained and not _ROMAN.match(term):
                    explained.add(term)
                    yield CODE.at(span, term=term)


def _shown(event: Event) -> Iterator[tuple[RichText, Span | None]]:
    """Give the texts of the slides that authors wrote, with their places."""
    for sequence in event.sequences:
        for slide in sequence.slides:
            if slide.form == "content":
                yield slide.title, slide.span
                yield from (pair for block in slide.blocks for pair in texts_in(block))


def _explained(event: Event, shown: Iterable[str]) -> set[str]:
    """Gather what the event itself explains: by a definition, in brackets, or before brackets."""
    found: set[str] = set()
    for slide in event.slides:
        for block in blocks_in(slide):
            if isinstance(block, Definition):
                found.update(term for item in block.items for term in _ABBREVIATION.findall(item.term.plain))
    told = "\n".join(
        (
            *shown,
            *(slide.notes.plain for slide in event.slides),
            event.written.summary.plain if event.written.summary else "",
        )
    )
    for term in set(_ABBREVIATION.findall(told)):
        if re.search(
            rf"\w\s*\({term}\)|\b{term}\s*\(\w|\b{term}\s*[:,]\s+(?:une? |des |les |la |le |l[’']|an? |the )", told
        ):
            found.add(term)
    return found


def _names(event: Event, dossier: Dossier) -> set[str]:
    """Gather the abbreviations that are part of a declared name."""
    texts: list[RichText | None] = [one.name for one in dossier.organisation.organisations.values()]
    for person in event.speakers.values():
        texts += [person.name, person.role, person.organisation]
    for resource in event.resources.values():
        texts += [resource.title, *resource.authors, resource.publisher]
    named = [text.plain for text in texts if text is not None]
    return set(_ABBREVIATION.findall(" ".join(named)))
