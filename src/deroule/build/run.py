"""Making stale artefacts in parallel, each as soon as what it needs is there, each in a scratch folder of its own."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import time
import traceback
from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Protocol

from deroule.build.digest import code_digest
from deroule.build.faults import CRASHED
from deroule.build.landing import land, remove
from deroule.build.queue import Queue
from deroule.build.registry import maker
from deroule.build.report import Made, Report
from deroule.build.sources import Sources
from deroule.build.store import (
    Memory,
    Reading,
    Store,
    keep_diagnostics,
    need_digest,
    reading_of,
    stamp_made,
    tell_diagnostics,
)
from deroule.diagnostics import Diagnostic, Severity, Words
from deroule.outputs.artefact import Artefact
from deroule.workspace import DiskWorkspace, Recorder, why_refused

MACHINE = frozenset(
    {errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES, errno.EPERM, errno.EIO, errno.EMFILE, errno.EBUSY}
)
"""What no program can help: the disk, its rights and its room."""


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


@dataclass(slots=True)
class Attempt:
    """What came of one artefact: its files stay in `scratch` until they land."""

    artefact: Artefact
    why: str
    scratch: Path
    diagnostics: tuple[Diagnostic, ...]
    reading: Reading
    crash: str | None
    seconds: float
    refusal: Words | None = None
    """Why the machine let nothing be written."""


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
    ) -> None:
        self.workspace = workspace
        self.folder = folder
        self.store = store
        self.sources = sources
        self.report = report
        self.watcher = watcher
        self._placements: object | None = None
        self._failed: set[str] = set()

    def run(self, artefacts: Sequence[Artefact], why_stale: Callable[[Artefact], str | None]) -> None:
        """Make the artefacts that `why_stale` gives a reason for. It is asked once all an artefact needs is settled.

        One whose input failed is not tried.
        """
        for left in (self.folder / ".deroule").glob("work-*"):  # of a build that was killed: we hold the lock
            shutil.rmtree(left, ignore_errors=True)
        queue = Queue(artefacts)
        scratch = self.folder / ".deroule" / f"work-{os.getpid()}"
        try:
            scratch.mkdir()
            # Threads are enough: the engines (Typst, pandoc, mkdocs) leave the interpreter while they work.
            with ThreadPoolExecutor(os.cpu_count() or 1) as workers:
                self._run_in(scratch, queue, workers, why_stale)
        finally:
            shutil.rmtree(scratch, ignore_errors=True)

    def _run_in(
        self,
        scratch: Path,
        queue: Queue,
        workers: ThreadPoolExecutor,
        why_stale: Callable[[Artefact], str | None],
    ) -> None:
        reasons: dict[str, str] = {}
        numbers = count()
        running: dict[Future[Attempt], Artefact] = {}
        while True:
            for artefact in queue.freed():
                self._judge(artefact, queue, reasons, why_stale)
            while len(running) < (os.cpu_count() or 1) and (chosen := queue.take()):
                into = scratch / f"{next(numbers):04d}"
                into.mkdir()
                running[workers.submit(self._attempt, chosen, reasons[chosen.id], into)] = chosen
            if not running:
                return
            for done in wait(running, return_when=FIRST_COMPLETED).done:
                self._settle(done.result())
                queue.done(running.pop(done))

    def _judge(
        self,
        artefact: Artefact,
        queue: Queue,
        reasons: dict[str, str],
        why_stale: Callable[[Artefact], str | None],
    ) -> None:
        if any(need in self._failed for need in artefact.needs):
            self._refuse(artefact)
            queue.done(artefact)
        elif why := why_stale(artefact):
            self._prepare()
            reasons[artefact.id] = why
            queue.ready(artefact)
            self.watcher.planned(1)
        else:
            self.report.kept.append(artefact)
            self.report.find(*tell_diagnostics(self.store.memories[artefact.id].diagnostics))
            queue.done(artefact)

    def _prepare(self) -> None:
        from deroule.build.placements import Placements

        if self._placements is None:
            self.watcher.stage("make")
            self._placements = Placements(self.sources.dossier, self.workspace)

    def _attempt(self, artefact: Artefact, why: str, into: Path) -> Attempt:
        from deroule.build.placements import Placements, PlacerFor
        from deroule.outputs.request import Request

        assert isinstance(self._placements, Placements)
        started = time.monotonic()
        self.watcher.begun(artefact)
        recorder = Recorder(self.workspace)
        placer = PlacerFor(self._placements, recorder)
        dossier = self.sources.dossier
        event = dossier.event(artefact.event) if artefact.event else None
        request = Request(
            artefact, dossier, event, recorder, into, self._inputs(artefact), placer, self._shelf(artefact)
        )
        found: tuple[Diagnostic, ...] = ()
        crash = None
        refusal = None
        try:
            found = tuple(maker(artefact.output).render(request))
        except OSError as fault:
            if fault.errno in MACHINE:
                refusal = why_refused(fault)
            else:
                crash, found = _crashed(artefact, fault)
        except Exception as fault:  # a defect of ours must not take the other artefacts with it
            crash, found = _crashed(artefact, fault)
        diagnostics = tuple(dict.fromkeys((*placer.diagnostics, *found)))
        reading = reading_of(recorder, self.workspace)
        self.watcher.ended(artefact)
        return Attempt(artefact, why, into, diagnostics, reading, crash, time.monotonic() - started, refusal)

    def _shelf(self, artefact: Artefact) -> Path:
        return self.folder / ".deroule" / "shelf" / artefact.output

    def _inputs(self, artefact: Artefact) -> dict[str, Path]:
        planned = {one.id: one for one in self.sources.plan}
        return {
            need: self.folder / planned[need].path.rstrip("/")
            for need in artefact.needs
            if need in planned and (self.folder / planned[need].path.rstrip("/")).exists()
        }

    def _settle(self, attempt: Attempt) -> None:
        """Land a good attempt and remember it; refuse a bad one."""
        self.report.find(*attempt.diagnostics)
        if attempt.crash:
            self._log(attempt)
        artefact = attempt.artefact
        if attempt.refusal:
            self.report.find_unwritten(artefact.path, attempt.refusal)
        if attempt.refusal or any(one.severity is Severity.ERROR for one in attempt.diagnostics):
            self._refuse(artefact)
            return
        before = self.store.memories.get(artefact.id)
        try:
            paths = land(attempt.scratch, self.folder, artefact)
            made = {path: stamp_made(self.folder, path) for path in paths}
        except OSError as fault:
            self.report.find_unwritten(artefact.path, why_refused(fault))
            self._refuse(artefact)
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
        self.report.made.append(Made(artefact, attempt.why, attempt.seconds))

    def _refuse(self, artefact: Artefact) -> None:
        self._failed.add(artefact.id)
        self.report.refused.append(artefact)

    def _log(self, attempt: Attempt) -> None:
        with contextlib.suppress(OSError), (self.folder / ".deroule" / "crash.log").open("a", encoding="utf-8") as log:
            log.write(f"{attempt.artefact.id}\n{attempt.crash}\n")


def _crashed(artefact: Artefact, fault: Exception) -> tuple[str, tuple[Diagnostic, ...]]:
    """Give the trace to keep, and tell the defect of ours."""
    told = CRASHED.at(None, artefact=artefact.id, fault=f"{type(fault).__name__}: {fault}"[:300])
    return "".join(traceback.format_exception(fault)), (told,)
