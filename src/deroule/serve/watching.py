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
    batches: list[frozenset[str]] = []
    arrived = threading.Condition()

    def follow(folder: Path, *, whole: bool) -> None:
        options = {"step": _STEP, "debounce": _LONGEST, "rust_timeout": 500, "raise_interrupt": False}
        for batch in watch(folder, watch_filter=OwnersFiles(root), stop_event=stop, recursive=whole, **options):  # type: ignore[arg-type]
            with arrived:
                batches.append(frozenset(Path(path).relative_to(root).as_posix() for _, path in batch))
                arrived.notify()

    for folder, whole in ((root, False), *((root / name, True) for name in FOLDERS)):
        if folder.is_dir():
            threading.Thread(target=follow, args=(folder,), kwargs={"whole": whole}, daemon=True).start()
    while not stop.is_set():
        with arrived:
            arrived.wait_for(lambda: batches or stop.is_set(), timeout=0.5)
            taken, batches[:] = frozenset().union(*batches), []
        if taken:
            yield taken
