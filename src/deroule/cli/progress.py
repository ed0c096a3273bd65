"""Progress of long work: a bar on a terminal, nothing when piped."""

from __future__ import annotations

import argparse
import contextlib
import sys
import threading
from collections.abc import Iterator
from typing import Any

from deroule.build.run import Watcher
from deroule.diagnostics import Words
from deroule.outputs.artefact import Artefact

STAGES = {
    "read": Words("lecture", "reading"),
    "make": Words("fabrication", "making"),
}


class Silence:
    """Nobody watches."""

    def stage(self, name: str) -> None:
        """Ignore."""

    def planned(self, count: int) -> None:
        """Ignore."""

    def begun(self, artefact: Artefact) -> None:
        """Ignore."""

    def ended(self, artefact: Artefact) -> None:
        """Ignore."""


class Bar:
    """A bar that counts artefacts and names the one being made."""

    def __init__(self, progress: Any, language: str) -> None:
        self._progress = progress
        self._language = language
        self._task = progress.add_task("", total=None)
        self._total = 0
        self._lock = threading.Lock()

    def stage(self, name: str) -> None:
        """Name the stage."""
        self._progress.update(self._task, description=STAGES[name].in_language(self._language))

    def planned(self, count: int) -> None:
        """Lengthen the bar."""
        self._total += count
        self._progress.update(self._task, total=self._total)

    def begun(self, artefact: Artefact) -> None:
        """Name what is being made."""
        self._progress.update(self._task, description=artefact.title.in_language(self._language))

    def ended(self, artefact: Artefact) -> None:
        """Advance."""
        with self._lock:
            self._progress.advance(self._task)


@contextlib.contextmanager
def progress_for(arguments: argparse.Namespace) -> Iterator[Watcher]:
    """Watch a build on the terminal, if there is one."""
    if not sys.stderr.isatty() or getattr(arguments, "quiet", False):
        yield Silence()
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        yield Bar(progress, arguments.language)
