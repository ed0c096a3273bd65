"""What the search knows of a page before reading it: its kind, its year and its themes, from the dossier."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from deroule.model.dossier import Dossier

KINDS = (
    "event",
    "sequence",
    "slide",
    "transcript",
    "sheet",
    "tool",
    "question",
    "publication",
    "video",
    "glossary",
    "page",
)
"""The kinds by which results are named and filtered, in the order shown."""
_OF_FOLDER = {
    "experiences": "sheet",
    "outils": "tool",
    "questions": "question",
    "publications": "publication",
    "videos": "video",
}


@dataclass(frozen=True, slots=True)
class PageFacts:
    """Kind (one of KINDS), year as written on it or nothing, themes; and the kind of what stands under its headings."""

    kind: str = "page"
    year: str = ""
    themes: tuple[str, ...] = ()
    inside: str = ""


@dataclass(frozen=True, slots=True)
class SiteFacts:
    """The facts of every page, by its address or by the folder that it stands in."""

    pages: Mapping[str, PageFacts] = field(default_factory=dict)

    def of(self, address: str) -> PageFacts:
        """Find the facts of the page at `address`, from the site's root."""
        while address:
            if address in self.pages:
                return self.pages[address]
            address = address.rpartition("/")[0]
        return PageFacts()


def facts_of(dossier: Dossier, events_folder: str) -> SiteFacts:
    """Gather the facts of the owner's pages and of each event's folder."""
    found = {}
    for page in dossier.pages:
        address = page.path.removeprefix("content/").removesuffix(".md") + ".html"
        kind = "glossary" if address == "glossaire.html" else _OF_FOLDER.get(page.kind or "", "page")
        if address.endswith("index.html"):
            kind = "page"
        found[address] = PageFacts(kind, str(page.date.year) if page.date else "", page.tags)
    for event in dossier.events:
        year = str(event.written.date.year) if event.written.date else ""
        themes = tuple(event.written.tags)
        folder = f"{events_folder}/{event.id}"
        found[folder] = found[f"{folder}/index.html"] = PageFacts("event", year, themes)
        for sequence in event.sequences:
            found[f"{folder}/{sequence.id}.html"] = PageFacts("sequence", year, themes, inside="slide")
    return SiteFacts(found)
