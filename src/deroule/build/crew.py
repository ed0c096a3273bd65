"""Who does the work of a build: processes of this machine, or this process itself.

Threads are no help here: three quarters of the work hold the interpreter. The processes are forked from a server that
imports the engines while the sources are still being read (on Windows each one starts anew); each has a pipe of its
own, so that the end of one is known at once, and which work went with it.
"""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import os
import pickle
import signal
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from deroule.workspace import DiskWorkspace

if TYPE_CHECKING:  # the model is slow to import, and a build with nothing to do needs none of it
    from deroule.model.dossier import Dossier

Setup = tuple["Dossier", DiskWorkspace, Path | None]
"""What a workshop is set up with, in whichever process. The workshop itself brings the engines, which the process that
hands out the work does without."""
_MOST = 4
"""Processes: each holds the dossier, its pages and the engines, some 200 MB."""
_PATIENCE = 3.0
"""Seconds that an interrupted process has to tidy up behind itself."""


class LostError(Exception):
    """A process ended in the middle of its work: the system killed it, or a library took it down."""


class Crew(Protocol):
    """Some hands, and a workshop for each."""

    hands: int

    def give(self, key: str, work: str, *arguments: Any) -> None:
        """Have an idle hand do a work of the workshop; `key` names it when it comes back. At most `hands` at a time."""

    def done(self) -> Iterator[tuple[str, Any]]:
        """Wait for a hand, then give what is done, by key: a result, or the exception that ended it."""

    def close(self) -> None:
        """Let the hands go; what they are doing is thrown away."""


class Alone:
    """One hand, in this process: for a machine with one processor, and for outputs that only this process knows."""

    hands = 1

    def __init__(self, setup: Setup) -> None:
        from deroule.build.workshop import Workshop

        self._workshop = Workshop(*setup)
        self._given: list[tuple[str, str, tuple[Any, ...]]] = []

    def give(self, key: str, work: str, *arguments: Any) -> None:
        """Keep the work until it is asked for."""
        self._given.append((key, work, arguments))

    def done(self) -> Iterator[tuple[str, Any]]:
        """Do the work."""
        while self._given:
            key, work, arguments = self._given.pop(0)
            yield key, getattr(self._workshop, work)(*arguments)

    def close(self) -> None:
        """Forget what was not done."""
        self._given.clear()


@dataclass(slots=True)
class _Hand:
    """A process with the pipe to it, and the key of what it is doing."""

    process: BaseProcess
    pipe: Connection
    key: str | None = None


class Processes:
    """As many processes as the machine has processors, started when they are needed."""

    def __init__(self, setup: Setup) -> None:
        self.hands = min(os.cpu_count() or 1, _MOST)
        heeds = signal.getsignal(signal.SIGINT) != signal.SIG_IGN
        self._setup = pickle.dumps((dict(os.environ), heeds, setup), pickle.HIGHEST_PROTOCOL)
        self._hands: list[_Hand] = []

    def give(self, key: str, work: str, *arguments: Any) -> None:
        """Send the work to an idle process; one that ended meanwhile is replaced."""
        hand = next((one for one in self._hands if one.key is None), None) or self._start()
        hand.key = key
        try:
            hand.pipe.send((work, arguments))
        except OSError:
            self._dismiss(hand)
            self.give(key, work, *arguments)

    def done(self) -> Iterator[tuple[str, Any]]:
        """Wait for the first, and give all that are ready; a process that ended gives LostError.

        Where nobody is at work there is nothing to wait for.
        """
        busy = {one.pipe: one for one in self._hands if one.key is not None}
        for pipe in wait(list(busy)) if busy else ():
            hand = busy[pipe]  # type: ignore[index]
            key, hand.key = hand.key or "", None
            try:
                result = hand.pipe.recv()
            except (EOFError, OSError):
                self._dismiss(hand)
                result = LostError(f"its process ended ({hand.process.exitcode})")
            yield key, result

    def close(self) -> None:
        """Let idle processes end, and interrupt the others, which tidy up behind themselves."""
        for hand in self._hands:
            hand.pipe.close()
            if hand.key is not None:
                _interrupt(hand.process)
        for hand in self._hands:
            hand.process.join(_PATIENCE)
            if hand.process.is_alive():
                hand.process.kill()
                hand.process.join()  # so that it writes nothing after us
        self._hands.clear()

    def _start(self) -> _Hand:
        ours, theirs = multiprocessing.Pipe()
        warm_up()
        process = _context().Process(target=_work, args=(theirs, self._setup), daemon=True)
        hand = _Hand(process, ours)
        with _interruptions_held_back():  # until it is among those whom `close` sends home
            process.start()
            self._hands.append(hand)
        theirs.close()
        return hand

    def _dismiss(self, hand: _Hand) -> None:
        self._hands.remove(hand)
        hand.pipe.close()
        hand.process.join(_PATIENCE)


def warm_up() -> None:
    """Have the engines imported by a process to fork from, while this one goes on reading.

    Ctrl-C does not reach that process, which inherits that it is held back: it is the build that is interrupted, and
    that tells those who work for it.
    """
    if sys.platform == "win32" or (os.cpu_count() or 1) < 2:
        return
    from multiprocessing import forkserver, resource_tracker

    _context()
    resource_tracker.ensure_running()  # it lets signals through again when it has started
    with _interruptions_held_back():
        forkserver.ensure_running()


@contextlib.contextmanager
def _interruptions_held_back() -> Iterator[None]:
    """Let Ctrl-C wait a moment, so that no process is half started."""
    if sys.platform == "win32":
        yield
        return
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


def crew_for(setup: Setup) -> Crew:
    """Give the hands that this machine has."""
    return Processes(setup) if (os.cpu_count() or 1) > 1 else Alone(setup)


def _context() -> Any:
    if sys.platform == "win32":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["deroule.build.engines"])
    return context


def _interrupt(process: BaseProcess) -> None:
    if sys.platform == "win32":
        process.terminate()
    elif process.pid is not None:
        with contextlib.suppress(ProcessLookupError):
            os.kill(process.pid, signal.SIGINT)


def _work(pipe: Connection, setup: bytes) -> None:
    """Do what comes through the pipe until it closes or someone interrupts."""
    try:
        from deroule.build.workshop import Workshop

        environment, heeds, arguments = pickle.loads(setup)
        signal.signal(signal.SIGINT, _interrupted if heeds else signal.SIG_IGN)
        if sys.platform != "win32":
            signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
        os.environ.clear()
        os.environ.update(environment)
        workshop = Workshop(*arguments)
        workshop.share_drawings()
        gc.freeze()  # what all tasks share need not be looked through again and again
        while True:
            work, arguments = pipe.recv()
            try:
                result = getattr(workshop, work)(*arguments)
            except Exception as fault:
                result = fault
            pipe.send(result)
    except (EOFError, OSError, KeyboardInterrupt):
        return


def _interrupted(number: int, frame: object) -> None:
    """Stop once: the terminal and the build may both say so, and tidying up must not be interrupted."""
    signal.signal(number, signal.SIG_IGN)
    raise KeyboardInterrupt
