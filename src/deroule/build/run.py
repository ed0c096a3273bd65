"""Making stale artefacts, several at a time, each as soon as what it needs is there, each in a scratch folder of its own."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from deroule.build.crew import Setup
from deroule.build.digest import code_digest
from deroule.build.faults import CRASHED
from deroule.build.landing import land, remove
from deroule.build.queue import Queue
from deroule.build.report import Made, Report
from deroule.build.shift import Shift
from deroule.build.sources import Sources
from deroule.build.store import Memory, Store, keep_diagnostics, need_digest, stamp_made, tell_diagnostics
from deroule.build.task import Attempt, Task
from deroule.diagnostics import Severity
from deroule.outputs.artefact import Artefact
from deroule.workspace import DiskWorkspace, why_refused


class Watcher(Protocol):
    """Someone who watches a build: the command's progress bar, or nobody."""

    def stage(self, name: str) -> None:
        """Tell that a stage begins: read, make."""

    def planned(self, count: int) -> None:
        """Tell that `count` more artefacts will be made."""

    def begun(self, artefact: Artefact) -> None:
        """Tell that an artefact is being made."""

    def ended(self, artefact: Artefact) -> None:
        """Tell that an artefact is done, well or not."""


class Runner:
    """Makes what is stale, lands what succeeded, and remembers it."""

    def __init__(
        self,
        workspace: DiskWorkspace,
        folder: Path,
        store: Store,
        sources: Sources,
        report: Report,
        watcher: Watcher,
        why_stale: Callable[[Artefact], str | None],
    ) -> None:
        self.workspace = workspace
        self.folder = folder
        self.store = store
        self.sources = sources
        self.report = report
        self.watcher = watcher
        self._why_stale = why_stale
        self._planned = {one.id: one for one in sources.plan}
        self._failed: set[str] = set()

    def run(self, artefacts: Sequence[Artefact]) -> None:
        """Make the artefacts that are stale. Each is judged once all it needs is settled.

        One whose input failed is not tried.
        """
        for left in (self.folder / ".deroule").glob("work-*"):  # of a build that was killed: we hold the lock
            shutil.rmtree(left, ignore_errors=True)
        scratch = self.folder / ".deroule" / f"work-{os.getpid()}"
        shift = Shift(self, Queue(artefacts), scratch, self._setup)
        try:
            scratch.mkdir()
            shift.work()
        finally:
            shift.end()
            shutil.rmtree(scratch, ignore_errors=True)

    def why_stale(self, artefact: Artefact) -> str | None:
        """Give the reason for which an artefact is to be made, and tell those who watch."""
        why = self._why_stale(artefact)
        if why:
            self.watcher.planned(1)
        return why

    def keep(self, artefact: Artefact) -> None:
        """Leave an artefact as the last build made it, and tell again what was found then."""
        self.report.kept.append(artefact)
        self.report.find(*tell_diagnostics(self.store.memories[artefact.id].diagnostics))

    def lacks(self, artefact: Artefact) -> bool:
        """Whether something that the artefact needs could not be made."""
        return any(need in self._failed for need in artefact.needs)

    def refuse(self, artefact: Artefact) -> None:
        """Leave an artefact unmade, and all that needs it."""
        self._failed.add(artefact.id)
        self.report.refused.append(artefact)

    def task(self, artefact: Artefact, why: str, into: Path) -> Task:
        """Give the task of making an artefact, with the places of what it needs."""
        self.watcher.begun(artefact)
        inputs = {
            need: self.folder / self._planned[need].path.rstrip("/") for need in artefact.needs if need in self._planned
        }
        there = {need: path for need, path in inputs.items() if path.exists()}
        return Task(artefact, why, into, there, self.folder / ".deroule" / "shelf" / artefact.output)

    def settle(self, artefact: Artefact, result: Attempt | Exception) -> None:
        """Land a good attempt and remember it; refuse a bad one, and one that came to no end."""
        self.watcher.ended(artefact)
        if isinstance(result, Exception):
            self.report.find(CRASHED.at(None, artefact=artefact.id, fault=f"{type(result).__name__}: {result}"[:300]))
            self._log(artefact, f"{type(result).__name__}: {result}")
            self.refuse(artefact)
            return
        self.report.find(*result.diagnostics)
        if result.crash:
            self._log(artefact, result.crash)
        if result.refusal:
            self.report.find_unwritten(artefact.path, result.refusal)
        if result.refusal or any(one.severity is Severity.ERROR for one in result.diagnostics):
            self.refuse(artefact)
            return
        self._land(artefact, result)

    def _setup(self, shelf: Path) -> Setup:
        """Give what a workshop is set up with."""
        self.watcher.stage("make")
        return self.sources.dossier, self.workspace, shelf

    def _land(self, artefact: Artefact, attempt: Attempt) -> None:
        before = self.store.memories.get(artefact.id)
        try:
            paths = land(attempt.task.into, self.folder, artefact)
            made = {path: stamp_made(self.folder, path) for path in paths}
        except OSError as fault:
            self.report.find_unwritten(artefact.path, why_refused(fault))
            self.refuse(artefact)
            return
        if before:
            remove(self.folder, set(before.made) - set(made))
        self.store.memories[artefact.id] = Memory(
            key=self.sources.key(artefact),
            reading=attempt.reading,
            made=made,
            diagnostics=keep_diagnostics(attempt.diagnostics),
            needs={need: need_digest(self.store.memories.get(need)) for need in artefact.needs},
            facts={"code": code_digest()},
        )
        self.report.made.append(Made(artefact, attempt.task.why, attempt.seconds))

    def _log(self, artefact: Artefact, crash: str) -> None:
        with contextlib.suppress(OSError), (self.folder / ".deroule" / "crash.log").open("a", encoding="utf-8") as log:
            log.write(f"{artefact.id}\n{crash}\n")
