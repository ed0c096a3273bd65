"""Where each thing of the dossier lies in the site, so that ids and written addresses become links that lead there."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from functools import lru_cache

from deroule.model.dossier import Dossier, Page
from deroule.model.event import Event, Section, Sequence, SlideForm

EVENTS = "evenements"
SPEAKERS = "intervenants.md"
TAGS = "tags.md"
STATEMENT = "accessibilite.md"
CITED = "ouvrages"
"""The anchor of the works cited, on an event's page."""


def place(page: Page) -> str:
    """Give the path in the site of a page of the owner's."""
    return page.path.removeprefix("content/")


def event_place(event: Event) -> str:
    """Give the path of an event's page."""
    return f"{EVENTS}/{event.id}/index.md"


def sequence_place(event: Event, sequence: Sequence) -> str:
    """Give the path of a sequence's page."""
    return f"{EVENTS}/{event.id}/{sequence.id}.md"


def replay_place(event: Event) -> str:
    """Give the path of the event's replay page."""
    return f"{EVENTS}/{event.id}/replay.md"


def section_anchor(section: Section, sequence: Sequence) -> str:
    """Give the anchor of a section's heading: its divider's id where it has one, which links to the slide lead to."""
    first = next((slide for slide in sequence.slides if slide.section == section.id), None)
    return first.id if first is not None and first.form is SlideForm.SECTION else section.id


def relative(page: str, target: str) -> str:
    """Give the link from a page to another or to a file, as the built site has them: `x.md` becomes `x.html`."""
    return _link(page.rpartition("/")[0], target)


@lru_cache(10_000)
def _link(folder: str, target: str) -> str:
    """Give the link from a page of a folder: its neighbours lead to the same places."""
    path, mark, anchor = target.partition("#")
    link = _way(folder, path)
    link = link.removesuffix(".md") + ".html" if link.endswith(".md") else link
    return link + mark + anchor


def _way(folder: str, path: str) -> str:
    """Give the way from a folder to a path, as `posixpath.relpath` does, without asking the system where we stand."""
    here, there = folder.split("/") if folder else [], path.split("/")
    if not {"", ".", ".."}.isdisjoint((*here, *there)):
        return posixpath.relpath(path, folder or ".")
    shared = 0
    while shared < min(len(here), len(there) - 1) and here[shared] == there[shared]:
        shared += 1
    return "/".join([".."] * (len(here) - shared) + there[shared:])


class Addresses:
    """Everything that can be pointed at, by its id."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self._pages = {place(page) for page in dossier.pages}
        self._ids = {page.id: place(page) for page in reversed(dossier.pages)}
        self._events = {event.id: event_place(event) for event in dossier.events}
        self._parts = {event.id: _parts(event) for event in dossier.events}

    def slide(self, event_id: str, part_id: str) -> str | None:
        """Give the place of a slide, a section or a sequence of an event."""
        return self._parts.get(event_id, {}).get(part_id)

    def from_page(self, path: str, event: Event | None = None) -> Callable[[str], str | None]:
        """Give what turns an address written on the page at `path` into a link of that page."""

        def find(written: str) -> str | None:
            found = self.find(written, event)
            return relative(path, found) if found else None

        return find

    def find(self, written: str, event: Event | None = None) -> str | None:
        """Find the place in the site of a written address: `#slide`, `event#slide`, a page's path or id."""
        target, mark, anchor = written.strip().removeprefix("content/").partition("#")
        target = target.removeprefix("./")
        if not target:
            return self.slide(event.id, anchor) if event else None
        if target in self._events:
            return (self.slide(target, anchor) if anchor else None) or self._events[target]
        page = target if target in self._pages else self._ids.get(target)
        if page is None and event:
            return self.slide(event.id, target)
        return page + mark + anchor if page else None


def _parts(event: Event) -> dict[str, str]:
    """Give the places of an event's slides, sections and sequences; what is made from data is on the event's page."""
    page = event_place(event)
    found = {slide.id: page for slide in (*event.opening, *event.ending)}
    for sequence in event.sequences:
        path = sequence_place(event, sequence)
        found |= {section.id: f"{path}#{section_anchor(section, sequence)}" for section in sequence.sections}
        found |= {slide.id: f"{path}#{slide.id}" for slide in sequence.slides}
        found[sequence.id] = path
    return found
