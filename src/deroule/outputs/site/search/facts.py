"""What the search knows of a page before reading it: its kind, its year and its themes, from the dossier."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from deroule.model.dossier import Dossier
from deroule.model.event import Event
from deroule.outputs.site.addresses import EVENTS, SPEAKERS, event_place, place, replay_place, sequence_place
from deroule.outputs.site.moved import built
from deroule.outputs.site.words import Wording

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
    "person",
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
    """Kind (one of KINDS), year as written on it or nothing, themes; the kind of what stands under its headings; and
    what it answers to besides its text."""

    kind: str = "page"
    year: str = ""
    themes: tuple[str, ...] = ()
    inside: str = ""
    also: str = ""


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


def facts_of(dossier: Dossier, filmless: Mapping[str, str] | None = None) -> SiteFacts:
    """Gather the facts of the owner's pages and of each event's folder.

    `filmless`: the kinds of replays without a film, by event.
    """
    found = {}
    for page in dossier.pages:
        address = built(place(page))
        kind = "glossary" if address == "glossaire.html" else _OF_FOLDER.get(page.kind or "", "page")
        if address.endswith("index.html"):
            kind = "page"
        found[address] = PageFacts(kind, str(page.date.year) if page.date else "", page.tags)
    for event in dossier.events:
        year = str(event.written.date.year) if event.written.date else ""
        themes = tuple(event.written.tags)
        found[f"{EVENTS}/{event.id}"] = PageFacts("event", year, themes)
        found[built(event_place(event))] = PageFacts("event", year, themes, also=_when(event))
        found[built(replay_place(event))] = PageFacts((filmless or {}).get(event.id, "video"), year, themes)
        for sequence in event.sequences:
            found[built(sequence_place(event, sequence))] = PageFacts("sequence", year, themes, inside="slide")
    found[built(SPEAKERS)] = PageFacts(inside="person")
    return SiteFacts(found)


def _when(event: Event) -> str:
    """Tell the kind and the day of an event, by which people ask for it in their own language."""
    day = event.written.date
    return " ".join(
        f"{wording.word(event.written.kind)} {wording.day(day) if day else ''}"
        for wording in map(Wording, ("fr", "en"))
    )
