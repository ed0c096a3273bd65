"""The build, told as a story: read the sources, check them, plan the artefacts, make the stale ones, remember.

A build after a change leaves the same files and tells the same findings as a build from nothing. What stops an
artefact (a fault of the author, of the machine, of ours) leaves its last good version where it was.
"""

from __future__ import annotations

import time
from functools import partial

from deroule.build.crew import warm_up
from deroule.build.digest import code_digest
from deroule.build.faults import REFUSED, UNKNOWN_EVENT
from deroule.build.landing import remove
from deroule.build.report import Report
from deroule.build.run import Runner, Watcher
from deroule.build.sources import Sources, read_sources, recall_sources
from deroule.build.store import Store, need_digest, still_made, what_changed
from deroule.build.wish import Wish, wished
from deroule.diagnostics import Severity
from deroule.outputs.artefact import Artefact
from deroule.workspace import DiskWorkspace, alone, why_refused

BUILD = "build"
_SEQUENCES = "sequences"


def build(workspace: DiskWorkspace, wish: Wish, watcher: Watcher) -> Report:
    """Make what is wished and stale, below the workspace's `build/`. One build at a time; others wait."""
    started = time.monotonic()
    folder = workspace.root / BUILD
    try:
        (folder / ".deroule").mkdir(parents=True, exist_ok=True)
        with alone(folder / ".deroule" / "lock"):
            report = Building(workspace, wish, watcher).run()
    except OSError as fault:
        report = Report(folder)
        report.find(REFUSED.at(None, artefact=f"{BUILD}/", reason=why_refused(fault)))
    report.seconds = time.monotonic() - started
    return report


class Building:
    """One run of the build over one workspace."""

    def __init__(self, workspace: DiskWorkspace, wish: Wish, watcher: Watcher) -> None:
        self.workspace = workspace
        self.wish = wish
        self.watcher = watcher
        self.folder = workspace.root / BUILD
        self.store = Store(self.folder)
        self.report = Report(self.folder)

    def run(self) -> Report:
        """Tell the story."""
        sources = recall_sources(self.store, self.workspace) or self._read_sources()
        self.report.find(*sources.diagnostics)
        if not self._events_are_known(sources):
            return self.report
        chosen = self._allowed(wished(sources.plan, self.wish, self._missing(sources.plan)), sources)
        try:
            self._make_stale(chosen, sources)
            self._forget_unplanned(sources)
        finally:  # what was made before someone stopped the build need not be made again
            if sources.fresh or self.report.made or self.report.removed:
                self.store.save()
        return self.report

    def _read_sources(self) -> Sources:
        warm_up()  # something has changed, so that something will be made
        return read_sources(self.store, self.workspace, self.watcher)

    def _events_are_known(self, sources: Sources) -> bool:
        for name in self.wish.events:
            if name not in sources.events and not self.workspace.exists(f"{_SEQUENCES}/{name}/event.yml"):
                known = ", ".join(sources.events) or "–"
                self.report.find(UNKNOWN_EVENT.at(None, event=name, known=known))
        return not any(one.code is UNKNOWN_EVENT for one in self.report.diagnostics)

    def _missing(self, plan: tuple[Artefact, ...]) -> set[str]:
        memories = self.store.memories
        return {
            artefact.id
            for artefact in plan
            if artefact.id not in memories or not still_made(self.folder, memories[artefact.id].made)
        }

    def _allowed(self, chosen: list[Artefact], sources: Sources) -> list[Artefact]:
        """Leave out what rests on sources with errors: its last good version stays as it is."""
        blocked = [artefact for artefact in chosen if sources.blocks(artefact)]
        self.report.refused += blocked
        refused = {artefact.id for artefact in blocked}
        return [artefact for artefact in chosen if artefact.id not in refused]

    def _make_stale(self, chosen: list[Artefact], sources: Sources) -> None:
        """Make what is stale, needed ones first, as many at a time as there are processors."""
        judge = partial(self._why_stale, sources=sources)
        Runner(self.workspace, self.folder, self.store, sources, self.report, self.watcher, judge).run(chosen)

    def _why_stale(self, artefact: Artefact, sources: Sources) -> str | None:
        memory = self.store.memories.get(artefact.id)
        if memory is None:
            return "new"
        if memory.key != sources.key(artefact):
            return "program" if memory.facts.get("code") != code_digest() else "sources"
        for need in artefact.needs:
            if memory.needs.get(need) != need_digest(self.store.memories.get(need)):
                return need
        return what_changed(memory.reading, self.workspace) or (
            None if still_made(self.folder, memory.made) else artefact.path
        )

    def _forget_unplanned(self, sources: Sources) -> None:
        """Remove what earlier builds made of events and outputs that are gone."""
        if not self.wish.is_whole or any(one.severity is Severity.ERROR for one in sources.diagnostics):
            return
        planned = {artefact.id for artefact in sources.plan}
        kept = {path for name in planned for path in self._made(name)}
        for name in [name for name in self.store.memories if name not in planned and not name.startswith(":")]:
            gone = set(self._made(name)) - kept
            remove(self.folder, gone)
            self.report.removed += sorted(gone)
            del self.store.memories[name]

    def _made(self, name: str) -> dict[str, object]:
        memory = self.store.memories.get(name)
        return dict(memory.made) if memory else {}
