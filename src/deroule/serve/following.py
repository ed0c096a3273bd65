"""The whole build that follows behind the preview, in a process of its own so that it holds nothing up."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

OUTPUTS = ("pictures", "site")
"""What is made while writing: decks and documents that are there are taken as they are."""
_LESS_URGENT = 10
_PATIENCE = 4.0
"""Seconds that a build has to stop by itself; files are put in place whole, so that ending it leaves none torn."""


class Follower:
    """Builds after each change, one build at a time; changes during a build call for one more."""

    def __init__(self, root: Path, done: Callable[[list[dict[str, Any]], bool], None], language: str) -> None:
        self._root = root
        self._done = done
        self._language = language
        self._wanted = threading.Event()
        self._stopped = threading.Event()
        self._running: subprocess.Popen[str] | None = None
        self._thread = threading.Thread(target=self._follow, daemon=True)

    def start(self) -> None:
        """Begin to follow."""
        self._thread.start()

    def build(self) -> None:
        """Ask for a build."""
        self._wanted.set()

    @property
    def is_wanted(self) -> bool:
        """Whether a build was asked for that has not begun."""
        return self._wanted.is_set()

    def stop(self) -> None:
        """Stop, and the build that is running with it; what it was making is not written."""
        self._stopped.set()
        self._wanted.set()
        running = self._running
        if running is not None and running.poll() is None:
            running.send_signal(signal.SIGINT)
            _wait(running)
        if self._thread.is_alive():
            self._thread.join(timeout=_PATIENCE)

    def _follow(self) -> None:
        while self._wanted.wait() and not self._stopped.is_set():
            self._wanted.clear()
            found, clean = self._run()
            if not self._stopped.is_set():
                self._done(found, clean and not self._wanted.is_set())

    def _run(self) -> tuple[list[dict[str, Any]], bool]:
        command = [sys.executable, "-m", "deroule", "build", "--only", ",".join(OUTPUTS), "--quiet", "--format", "json"]
        environment = {**os.environ, "DEROULE_LANGUAGE": self._language}
        self._running = subprocess.Popen(
            command, cwd=self._root, env=environment, text=True, encoding="utf-8",
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        )  # fmt: skip
        _be_patient(self._running.pid)
        _, said = self._running.communicate()
        try:
            found = json.loads(said) if said.strip() else []
        except ValueError:
            found = []
        return found, self._running.returncode in (0, 1)


def _wait(running: subprocess.Popen[str]) -> None:
    try:
        running.wait(_PATIENCE)
    except subprocess.TimeoutExpired:
        running.kill()


def _be_patient(process: int) -> None:
    """Let the preview and the browser go first, where the system knows how."""
    if hasattr(os, "setpriority"):
        try:
            os.setpriority(os.PRIO_PROCESS, process, _LESS_URGENT)
        except OSError:  # it has already ended
            return
