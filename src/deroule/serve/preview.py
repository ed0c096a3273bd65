"""The preview, told as a story: a file changes, what it touches is read and placed, the open pages hear of it, and
the whole site is built behind."""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from deroule.build.faults import CRASHED
from deroule.build.pipeline import BUILD
from deroule.diagnostics import Diagnostic
from deroule.model.event import Event, Sequence
from deroule.outputs.site.addresses import event_place, sequence_place
from deroule.serve.findings import told, with_excerpts
from deroule.serve.following import Follower
from deroule.serve.news import News
from deroule.serve.pages import COLOURS, LivePages, changed_places, html_of, picture_place, versions_by_place
from deroule.serve.pictures import LivePictures
from deroule.serve.reading import Reading, Touched
from deroule.serve.watching import watch_workspace
from deroule.serve.words import words_in
from deroule.workspace import DiskWorkspace

_PAGE_FIRST = 0.3
"""Seconds that the open pages have to fetch what changed before the checks run."""


class Preview:
    """A workspace while it is written. Everything it makes beside the build lies in a folder that goes with it."""

    def __init__(self, workspace: DiskWorkspace, language: str, event: str = "") -> None:
        self.workspace = workspace
        self.site = workspace.root / BUILD / "site"
        self.news = News(state="following", findings=[], words=words_in(language))
        self._language = language
        self._event = event
        self._scratch = tempfile.TemporaryDirectory(
            prefix="deroule-serve-", ignore_cleanup_errors=True
        )  # one may still be drawn
        self._stop = threading.Event()
        self._live: set[str] = set()
        self._stamps: dict[str, int] = {}
        self._ready: dict[tuple[str, int], str | None] = {}
        self._round = 0
        self._one_round = threading.Lock()
        self._later = threading.Timer(0, self._look_over)
        self.reading = Reading(workspace)
        self.pictures = LivePictures(workspace, Path(self._scratch.name))
        self.pages = LivePages(workspace, self.site, self.pictures)
        self.follower = Follower(workspace.root, self._built, language)

    def start(self) -> None:
        """Show the first state, watch, and build behind."""
        self._stamps = self._stamps_of_site()
        event = self._chosen()
        if event is not None:
            self.pictures.of(self.reading.dossier, event)
        self.news.tell(kind="state", deck=self.deck(event, event.sequences[0] if event and event.sequences else None))
        threading.Thread(target=self._watch, daemon=True).start()
        threading.Thread(target=self._warm_up, args=(event,), daemon=True).start()
        self.follower.start()
        self.follower.build()

    def _warm_up(self, event: Event | None) -> None:
        """Write a page that nobody asked for: forms and engines are read once, and the first change has not to wait for them."""
        if event is not None and event.sequences:
            self._write(html_of(sequence_place(event, event.sequences[0])))

    def stop(self) -> None:
        """Stop everything that was started."""
        self._stop.set()
        self._later.cancel()
        self.news.end()
        self.follower.stop()
        self._scratch.cleanup()

    def _watch(self) -> None:
        for paths in watch_workspace(self.workspace.root, self._stop):
            self.follow(paths)

    def follow(self, paths: Iterable[str]) -> None:
        """One round: read what `paths` touch, tell the open pages, have the site built."""
        self._later.cancel()
        with self._one_round:
            self._follow(paths)
            self.follower.build()
        self._later = threading.Timer(_PAGE_FIRST, self._look_over)
        self._later.start()

    def _follow(self, paths: Iterable[str]) -> None:
        before = {event.id: event for event in self.reading.dossier.events}
        touched = self.reading.follow(paths)
        self._round += 1
        self._ready.clear()
        pages = self._pages_of(touched, before)
        pictures, deck = self._place(touched, before)
        if touched.looks:
            pages.add(COLOURS)
        self._live |= pages
        found = (*self.reading.found, *self._placing_faults())
        self.news.tell(
            kind="change", round=self._round, pages=sorted(pages), pictures=pictures, state="following",
            findings=self._told(found), **({"deck": deck} if deck else {}),
        )  # fmt: skip

    def _look_over(self) -> None:
        """Run the checks, once the page that shows the change has been given: they take as long as it does."""
        with self._one_round:
            found = (*self.reading.found, *self._placing_faults())
            whole = (*self.reading.findings(), *self._placing_faults())
        if set(whole) != set(found) and not self._stop.is_set():
            self.news.tell(kind="findings", findings=self._told(whole))

    def live(self, path: str) -> str | None:
        """Give what is shown at a place of the site in place of what the last build left there."""
        if path not in self._live:
            return None
        key = (path, self._round)
        if key not in self._ready:
            self._ready[key] = self._write(path)
        return self._ready[key]

    def _write(self, path: str) -> str | None:
        dossier = self.reading.dossier
        try:
            return self.pages.colours(dossier) if path == COLOURS else self.pages.page(path, dossier)
        except Exception as fault:  # a defect of ours must not take the page away: the last build's is shown, and why
            crash = CRASHED.at(None, artefact=path, fault=f"{type(fault).__name__}: {fault}"[:300])
            self.news.tell(kind="findings", findings=self._told((*self.reading.found, crash)))
            return None

    def picture(self, event_id: str, page_id: str, form: str) -> Path | None:
        """Give the file of a slide's picture as it is now."""
        event = self._known(event_id)
        if event is None:
            return None
        self.pictures.of(self.reading.dossier, event)
        return self.pictures.file(event_id, page_id, form)

    def deck(self, event: Event | None, only: Sequence | None = None) -> dict[str, Any] | None:
        """Tell the slides of an event, or of one sequence of it, for the page that shows them."""
        if event is None:
            return None
        placed = self.pictures.of(self.reading.dossier, event)
        return {
            "event": event.id,
            "title": event.title.plain,
            "part": only.title.plain if only else "",
            "slides": [
                {
                    "src": f"/{picture_place(event.id, page.id)}?v={placed.versions[page.id]}", "title": page.title,
                    "number": page.number, "notes": list(page.notes), "slide": page.slide_id,
                }
                for page in placed.pages
                if only is None or page.sequence == only.id
            ],
        }  # fmt: skip

    def deck_of(self, event_id: str) -> dict[str, Any] | None:
        """Tell all slides of the event of that name, of the chosen one when it is empty."""
        return self.deck(self._known(event_id) if event_id else self._chosen())

    def deck_beside(self, path: str) -> dict[str, Any] | None:
        """Tell the slides of the sequence, or of the whole event, that the page at `path` of the site is about."""
        for event in self.reading.dossier.events:
            part = next((one for one in event.sequences if html_of(sequence_place(event, one)) == path), None)
            if part is not None or path == html_of(event_place(event)):
                return self.deck(event, part)
        return None

    # --- inside a round ---

    def _place(self, touched: Touched, before: Mapping[str, Event]) -> tuple[dict[str, str], dict[str, Any] | None]:
        """Place what changed anew: the new versions by place, and the slides of the sequence that changed."""
        dossier, deck = self.reading.dossier, None
        versions: dict[str, str] = {}
        for event in dossier.events:
            looked_at = event == self._chosen() or event.id in self.pictures.shown()
            if event.id not in touched.events and not (touched.looks and looked_at):
                continue
            if touched.whole and not looked_at and before.get(event.id) == event:
                continue
            changed = self.pictures.place(dossier, event)
            placed = self.pictures.of(dossier, event)
            versions |= versions_by_place(event.id, {page: placed.versions[page] for page in changed})
            first = next((page for page in placed.pages if page.id in changed), None)
            part = next((one for one in event.sequences if first and one.id == first.sequence), None)
            if part is not None and deck is None:
                deck = self.deck(event, part)
        return versions, deck

    def _pages_of(self, touched: Touched, before: Mapping[str, Event]) -> set[str]:
        found = set() if touched.whole else {html_of(path.removeprefix("content/")) for path in touched.pages}
        for event in self.reading.dossier.events:
            old = before.get(event.id)
            if old is not None and old != event:
                found |= changed_places(old, event)
        return found

    def _placing_faults(self) -> tuple[Diagnostic, ...]:
        return self.pictures.found()

    def _told(self, found: Iterable[Diagnostic]) -> list[dict[str, Any]]:
        return told(dict.fromkeys(found), self.workspace, self._language)

    def _known(self, event_id: str) -> Event | None:
        return next((event for event in self.reading.dossier.events if event.id == event_id), None)

    def _chosen(self) -> Event | None:
        events = self.reading.dossier.events
        return self._known(self._event) or (events[0] if events else None)

    # --- after a build ---

    def _built(self, found: list[dict[str, Any]], settled: bool) -> None:
        """The whole build is done: its findings are the true ones, and its pages stand for themselves again."""
        stamps = self._stamps_of_site()
        changed = sorted(path for path, stamp in stamps.items() if self._stamps.get(path) != stamp)
        self._stamps = stamps
        failed = any(one["severity"] == "error" for one in found)
        with self._one_round:
            settled = (
                settled and not self.follower.is_wanted
            )  # a change that came since would be shown as it was before
            if settled and not failed:
                self._live.clear()
        self.news.tell(
            kind="site", pages=changed, state="settled" if settled else "following",
            findings=with_excerpts(found, self.workspace),
        )  # fmt: skip

    def _stamps_of_site(self) -> dict[str, int]:
        return {path.relative_to(self.site).as_posix(): path.stat().st_mtime_ns for path in self.site.rglob("*.html")}
