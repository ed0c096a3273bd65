"""One run through the queue of a build with a crew: who is given what, and when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any, Protocol

from deroule.build.crew import Crew, Setup, crew_for
from deroule.build.queue import Queue
from deroule.build.registry import PLACED
from deroule.build.task import Attempt, Task
from deroule.outputs.artefact import Artefact


class Ledger(Protocol):
    """Who decides on artefacts and keeps the books: the runner of the build."""

    def why_stale(self, artefact: Artefact) -> str | None:
        """Give the reason for which an artefact is to be made; nothing when it is as the last build left it."""

    def lacks(self, artefact: Artefact) -> bool:
        """Whether something that the artefact needs could not be made."""

    def keep(self, artefact: Artefact) -> None:
        """Leave an artefact as it is."""

    def refuse(self, artefact: Artefact) -> None:
        """Leave an artefact unmade, and all that needs it."""

    def task(self, artefact: Artefact, why: str, into: Path) -> Task:
        """Give the task of making an artefact."""

    def settle(self, artefact: Artefact, result: Attempt | Exception) -> None:
        """Take in what came of an artefact."""


class Shift:
    """Hands out what is stale, as many at a time as there are hands. The crew is called only when something is.

    Before the first slides of an event are wanted, all hands place them, each a part.
    """

    def __init__(self, ledger: Ledger, queue: Queue, scratch: Path, setup: Callable[[Path], Setup]) -> None:
        """Take who keeps the books, what to do, a folder to work in, and what a workshop is set up with."""
        self._ledger = ledger
        self._queue = queue
        self._scratch = scratch
        self._setup = setup
        self._crew: Crew | None = None
        self._reasons: dict[str, str] = {}
        self._numbers = count()
        self._busy: dict[str, Artefact | str] = {}
        """What is being made, or the event of which a part is being placed."""
        self._parts: list[tuple[str, int, int]] = []
        """Parts of events to place, before anything else."""
        self._unplaced: Counter[str] = Counter()
        self._held: dict[str, list[Artefact]] = {}
        """By event, what waits for its slides to be placed."""

    def work(self) -> None:
        """Go on until nothing is left to do."""
        while True:
            for artefact in self._queue.freed():
                self._judge(artefact)
            if self._crew is None:
                return
            self._hand_out(self._crew)
            if not self._busy:
                return
            for key, result in self._crew.done():
                self._take_in(self._busy.pop(key), result)

    def end(self) -> None:
        """Send the crew home."""
        if self._crew is not None:
            self._crew.close()

    def _judge(self, artefact: Artefact) -> None:
        if self._ledger.lacks(artefact):
            self._ledger.refuse(artefact)
            self._queue.done(artefact)
        elif why := self._ledger.why_stale(artefact):
            self._reasons[artefact.id] = why
            self._line_up(artefact)
        else:
            self._ledger.keep(artefact)
            self._queue.done(artefact)

    def _line_up(self, artefact: Artefact) -> None:
        """Make an artefact ready; one that shows slides waits until its event's are placed."""
        if self._crew is None:
            self._crew = crew_for(self._setup(self._scratch / "placed"))
        event, hands = artefact.event, self._crew.hands
        if event is None or artefact.output not in PLACED or hands < 2:
            self._queue.ready(artefact)
            return
        if event not in self._held:
            self._held[event] = []
            self._parts += [(event, part, hands) for part in range(hands)]
            self._unplaced[event] = hands
        if self._unplaced[event]:
            self._held[event].append(artefact)
        else:
            self._queue.ready(artefact)

    def _hand_out(self, crew: Crew) -> None:
        while len(self._busy) < crew.hands:
            number = next(self._numbers)
            key = f"{number:04d}"
            if self._parts:
                event, part, parts = self._parts.pop(0)
                self._busy[key] = event
                crew.give(key, "place", event, part, parts)
            elif chosen := self._queue.take():
                into = self._scratch / key
                into.mkdir()
                self._busy[key] = chosen
                crew.give(key, "make", self._ledger.task(chosen, self._reasons[chosen.id], into))
            else:
                return

    def _take_in(self, what: Artefact | str, result: Any) -> None:
        if isinstance(what, Artefact):
            self._ledger.settle(what, result)
            self._queue.done(what)
            return
        # Slides that could not be placed are placed again by whoever shows them, who tells what is wrong with them.
        self._unplaced[what] -= 1
        if not self._unplaced[what]:
            for artefact in self._held[what]:
                self._queue.ready(artefact)
            self._held[what].clear()
