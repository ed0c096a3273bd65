"""One at a time: a lock that the system lets go when its holder ends, however it ends."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path


@contextlib.contextmanager
def alone(file: Path) -> Iterator[None]:
    """Hold the lock that `file` stands for; wait while another process holds it."""
    try:
        import fcntl
    except ImportError:  # Windows
        from filelock import FileLock

        with FileLock(file):
            yield
        return
    # filelock does the same here, but brings asyncio along: a third of what a build with nothing to do takes.
    with file.open("a") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield
