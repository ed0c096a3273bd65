"""The workspace on disk."""

from __future__ import annotations

import datetime as dt
import errno
import os
from pathlib import Path

from deroule.workspace.workspace import OutsideWorkspaceError, workspace_path
from deroule.workspace.writing import write_beside


class DiskWorkspace:
    """A folder of files. No path leads out of it, links included."""

    def __init__(self, root: Path) -> None:
        self.root = root.resolve()

    def path(self, path: str) -> Path:
        """Give the true path. Raises OutsideWorkspaceError when it leaves the root, directly or through a link.

        Raises OSError for a link that leads back to itself.
        """
        found = self.root / workspace_path(path)
        try:
            true_path = found.resolve()
        except RuntimeError:  # what pathlib makes of a loop until Python 3.13
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), path) from None
        if not true_path.is_relative_to(self.root):
            raise OutsideWorkspaceError(path)
        return found

    def read(self, path: str) -> bytes:
        """Read a file whole."""
        return self.path(path).read_bytes()

    def exists(self, path: str) -> bool:
        """Whether a file stands there."""
        try:
            return self.path(path).is_file()
        except (OutsideWorkspaceError, OSError):
            return False

    def files(self, folder: str = "", *, ending: str = "") -> tuple[str, ...]:
        """List the files below `folder`."""
        start = self.path(folder) if folder else self.root
        found = []
        for place, folders, names in os.walk(start, followlinks=False):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            found += [
                (Path(place) / name).relative_to(self.root).as_posix()
                for name in names
                if not name.startswith(".") and name.endswith(ending)
            ]
        return tuple(sorted(found))

    def folders(self, folder: str = "") -> tuple[str, ...]:
        """List the folders directly in `folder`."""
        start = self.path(folder) if folder else self.root
        if not start.is_dir():
            return ()
        return tuple(sorted(item.name for item in start.iterdir() if item.is_dir() and not item.name.startswith(".")))

    def write(self, path: str, content: bytes) -> None:
        """Write a file beside, then rename it."""
        write_beside(self.path(path), content)

    def today(self) -> dt.date:
        """The day."""
        epoch = os.environ.get("SOURCE_DATE_EPOCH")
        if epoch and epoch.isdigit():
            return dt.datetime.fromtimestamp(int(epoch), dt.UTC).date()
        return dt.datetime.now(dt.UTC).astimezone().date()

    def variable(self, name: str) -> str | None:
        """Look up an environment variable."""
        return os.environ.get(name)
