"""The slides' pictures while they are being written: placed when their event changes, drawn when someone looks."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from deroule.build.digest import digest
from deroule.build.placements import Placements
from deroule.diagnostics import Diagnostic, Severity
from deroule.layout.page import GroupBox, PageItem, Picture, SlidePage
from deroule.model.dossier import Dossier
from deroule.model.event import Event
from deroule.model.theme import Theme
from deroule.outputs.pictures.draw import draw_pages
from deroule.workspace import OutsideWorkspaceError, Workspace


@dataclass(frozen=True, slots=True)
class Placed:
    """The slide pages of an event as they are now; `versions` tells, by page id, when a picture is another one."""

    pages: tuple[SlidePage, ...] = ()
    themes: Mapping[str | None, Theme] = field(default_factory=dict)
    versions: Mapping[str, str] = field(default_factory=dict)
    found: tuple[Diagnostic, ...] = ()

    def page(self, page_id: str) -> SlidePage | None:
        """Find a page."""
        return next((page for page in self.pages if page.id == page_id), None)


class LivePictures:
    """Pictures by event and page. Nothing is drawn that nobody asks for, nothing twice."""

    def __init__(self, workspace: Workspace, folder: Path) -> None:
        self._workspace = workspace
        self._folder = folder
        self._placed: dict[str, Placed] = {}
        self._lock = threading.RLock()

    def of(self, dossier: Dossier, event: Event) -> Placed:
        """Give an event's pages, placed now when they were not yet."""
        with self._lock:
            if event.id not in self._placed:
                self.place(dossier, event)
            return self._placed[event.id]

    def shown(self) -> frozenset[str]:
        """Give the events that were placed because someone looked at them, or wrote in them."""
        return frozenset(self._placed)

    def found(self) -> tuple[Diagnostic, ...]:
        """Give what was found wrong while placing."""
        return tuple(one for placed in self._placed.values() for one in placed.found)

    def place(self, dossier: Dossier, event: Event) -> tuple[str, ...]:
        """Place an event anew; give the ids of the pages whose picture is another one than before.

        Faults of a theme or a page too full leave the pages as they were; they are told in `Placed.found`.
        """
        placements = Placements(dossier, self._workspace)
        looks, outcome = placements.looks(event), placements.pages(event, "", "", "")
        found = (*looks.diagnostics, *outcome.diagnostics)
        with self._lock:
            before = self._placed.get(event.id)
            if before is not None and any(one.severity is Severity.ERROR for one in found):
                self._placed[event.id] = Placed(before.pages, before.themes, before.versions, found)
                return ()
            worn = digest(repr(looks.themes), repr(sorted(looks.recorder.read_files.items())))
            versions = {page.id: digest(worn, repr(page), *self._shown(page))[:16] for page in outcome.value}
            self._placed[event.id] = Placed(outcome.value, looks.themes, versions, found)
            old = before.versions if before else {}
            return tuple(page for page, version in versions.items() if old.get(page) != version)

    def file(self, event_id: str, page_id: str, form: str) -> Path | None:
        """Give the file of a page's picture (`svg` or `png`), drawn now when it is not there; nothing for an
        unknown page."""
        with self._lock:
            placed = self._placed.get(event_id)
            page = placed.page(page_id) if placed else None
            if placed is None or page is None:
                return None
            folder = self._folder / placed.versions[page_id]
            file = folder / f"{page_id}.{form}"
            if not file.is_file():
                draw_pages((page,), placed.themes, self._workspace, folder, forms=(form,))
            return file if file.is_file() else None

    def _shown(self, page: SlidePage) -> Iterator[str]:
        """Digest the picture files that a page shows."""
        for path in sorted(set(_paths(page.items))):
            try:
                yield hashlib.sha256(self._workspace.read(path)).hexdigest()
            except (OSError, OutsideWorkspaceError):
                yield path


def _paths(items: Sequence[PageItem]) -> Iterator[str]:
    for item in items:
        if isinstance(item, Picture):
            yield item.path
        elif isinstance(item, GroupBox):
            yield from _paths(item.items)
