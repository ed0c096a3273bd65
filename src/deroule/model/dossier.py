"""The dossier: everything the owner wrote, loaded: events, content pages, the organisation."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from deroule.model.event import Event
from deroule.model.written import WrittenOrganisation
from deroule.span import Span


@dataclass(frozen=True, slots=True)
class Page:
    """A page of `content/`: Markdown with front matter.

    `kind` is the folder (experiences, publications, outils, questions, videos) or nothing for a page at the root;
    `facts` is the front matter as written, `body` the Markdown below it, `body_line` the line where it begins;
    `places` tells where each fact stands, and each entry of a list as `slides/0`. `made`: no file holds it, the index of a folder
    without one.
    """

    id: str
    path: str
    kind: str | None
    title: str
    facts: dict[str, object]
    body: str
    body_line: int = 1
    tags: tuple[str, ...] = ()
    date: dt.date | None = None
    span: Span | None = field(default=None, compare=False)
    places: dict[str, Span] = field(default_factory=dict, compare=False)
    made: bool = False


@dataclass(frozen=True, slots=True)
class Dossier:
    """The whole workspace as the outputs see it; events are sorted by date, latest first."""

    organisation: WrittenOrganisation
    events: tuple[Event, ...]
    pages: tuple[Page, ...] = ()
    damaged: frozenset[str] = frozenset()
    """Files that could not be read whole: what they seem to lack may well be written."""
    files: tuple[str, ...] = ()
    """What stands beside the pages in `content/`, to be published with them: pictures, documents, films."""

    def event(self, event_id: str) -> Event:
        """Find an event by its id. Raises KeyError."""
        for event in self.events:
            if event.id == event_id:
                return event
        raise KeyError(event_id)
