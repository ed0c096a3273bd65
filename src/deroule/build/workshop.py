"""Where artefacts are made, one at a time: the dossier, the slide pages placed so far, and a scratch folder a task.

A build has one workshop in each of its processes. What comes out is an Attempt; only the build itself lands it.
"""

from __future__ import annotations

import errno
import time
import traceback
from pathlib import Path

from deroule.build.faults import CRASHED
from deroule.build.placements import Placements, PlacerFor
from deroule.build.registry import maker
from deroule.build.store import reading_of
from deroule.build.task import Attempt, Task
from deroule.diagnostics import Diagnostic
from deroule.model.dossier import Dossier
from deroule.outputs.artefact import Artefact
from deroule.outputs.request import Request
from deroule.programs.typst import share_drawings
from deroule.workspace import DiskWorkspace, Recorder, why_refused

MACHINE = frozenset(
    {errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES, errno.EPERM, errno.EIO, errno.EMFILE, errno.EBUSY}
)
"""What no program can help: the disk, its rights and its room."""


class Workshop:
    """Makes artefacts of one dossier. `shelf` is a folder that the workshops of a build share."""

    def __init__(self, dossier: Dossier, workspace: DiskWorkspace, shelf: Path | None) -> None:
        self._dossier = dossier
        self._workspace = workspace
        self._placements = Placements(dossier, workspace, shelf)
        self._shelf = shelf

    def share_drawings(self) -> None:
        """Take drawings from the other processes of the build, and leave them there."""
        if self._shelf is not None:
            share_drawings(self._shelf / "drawings")

    def place(self, event: str, part: int, parts: int) -> None:
        """Place a part of an event's slides for all the workshops of the build."""
        self._placements.place_part(self._dossier.event(event), part, parts)

    def make(self, task: Task) -> Attempt:
        """Make one artefact into its scratch folder. A fault of ours is told, never raised."""
        started = time.monotonic()
        artefact = task.artefact
        recorder = Recorder(self._workspace)
        placer = PlacerFor(self._placements, recorder)
        event = self._dossier.event(artefact.event) if artefact.event else None
        request = Request(artefact, self._dossier, event, recorder, task.into, task.inputs, placer, task.shelf)
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
        reading = reading_of(recorder, self._workspace)
        return Attempt(task, diagnostics, reading, crash, time.monotonic() - started, refusal)


def _crashed(artefact: Artefact, fault: Exception) -> tuple[str, tuple[Diagnostic, ...]]:
    """Give the trace to keep, and tell the defect of ours."""
    told = CRASHED.at(None, artefact=artefact.id, fault=f"{type(fault).__name__}: {fault}"[:300])
    return "".join(traceback.format_exception(fault)), (told,)
