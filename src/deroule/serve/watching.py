"""Watching the owner's files: each batch of changes as paths of the workspace, a few hundredths of a second after."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

from watchfiles import Change, DefaultFilter, watch

FOLDERS = ("sequences", "content", "themes", "templates")
FILES = ("mkdocs.yml", "accessibility.json")
_STEP = 30
"""Milliseconds without a change that end a batch: an editor writes a file in several steps."""
_LONGEST = 400


class OwnersFiles(DefaultFilter):
    """Lets pass what an owner writes; not what is made, hidden, or an editor's own."""

    def __init__(self, root: Path) -> None:
        super().__init__()
        self._root = root

    def __call__(self, change: Change, path: str) -> bool:
        """Say whether a change counts."""
        parts = Path(path).relative_to(self._root).parts
        hidden = any(part.startswith(".") or part.endswith(("~", ".swp", ".tmp")) for part in parts)
        return not hidden and bool(parts) and (parts[0] in FOLDERS or parts[0] in FILES)


def watch_workspace(root: Path, stop: threading.Event) -> Iterator[frozenset[str]]:
    """Give each batch of changed paths, relative to `root`, until `stop` is set.

    The root is watched for its own files, the owner's folders whole: build/ alone has thousands of files.
    """
    watch = _Watch(root, stop)
    watch.follow(root, stop, whole=False)
    for name in FOLDERS:
        watch.renew(name)
    while not stop.is_set():
        taken = watch.take()
        if taken:
            yield taken


class _Watch:
    """Follows the root and, below it, each of the owner's folders that is there; gathers what changes."""

    def __init__(self, root: Path, stop: threading.Event) -> None:
        self._root = root
        self._stop = stop
        self._changed: set[str] = set()
        self._arrived = threading.Condition()
        self._ends: dict[str, threading.Event] = {}

    def take(self) -> frozenset[str]:
        """Wait a moment for changes, and give them."""
        with self._arrived:
            self._arrived.wait_for(lambda: self._changed or self._stop.is_set(), timeout=0.5)
            taken = frozenset(self._changed)
            self._changed.clear()
        for name in taken.intersection(FOLDERS):
            self.renew(name)
        return taken

    def renew(self, name: str) -> None:
        """Follow a folder that has come, or has come again: the system watches a folder, not the name of one."""
        if name in self._ends:
            self._ends.pop(name).set()
        if (self._root / name).is_dir():
            self._ends[name] = threading.Event()
            self.follow(self._root / name, self._ends[name], whole=True)

    def follow(self, folder: Path, end: threading.Event, *, whole: bool) -> None:
        """Follow a folder in a thread of its own."""
        threading.Thread(target=self._gather, args=(folder, _Either(self._stop, end), whole), daemon=True).start()

    def _gather(self, folder: Path, stop: _Either, whole: bool) -> None:
        batches = watch(
            folder, watch_filter=OwnersFiles(self._root), stop_event=stop, recursive=whole,
            step=_STEP, debounce=_LONGEST, rust_timeout=500, raise_interrupt=False,
        )  # fmt: skip
        for batch in batches:
            with self._arrived:
                self._changed.update(Path(path).relative_to(self._root).as_posix() for _, path in batch)
                self._arrived.notify()


class _Either:
    """Set as soon as one of two events is."""

    def __init__(self, *events: threading.Event) -> None:
        self._events = events

    def is_set(self) -> bool:
        """Say whether one is."""
        return any(event.is_set() for event in self._events)
