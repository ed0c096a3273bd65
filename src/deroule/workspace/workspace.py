"""What a workspace offers, whatever stands behind it: paths are POSIX, relative to its root, and never leave it."""

from __future__ import annotations

import datetime as dt
import posixpath
from pathlib import Path
from typing import Protocol


class OutsideWorkspaceError(ValueError):
    """A path that leads out of the workspace: absolute, through `..`, or through a link."""


def workspace_path(written: str, relative_to: str = "") -> str:
    """Resolve a path written in a file of the folder `relative_to`.

    Raises OutsideWorkspaceError when it is absolute, names a drive, or climbs above the root.
    """
    if "\\" in written or "\0" in written or written.startswith("/") or written[1:2] == ":":
        raise OutsideWorkspaceError(written)
    path = posixpath.normpath(posixpath.join(relative_to, written))
    if path == ".." or path.startswith("../"):
        raise OutsideWorkspaceError(written)
    return path


class Workspace(Protocol):
    """A tree of files, a clock and an environment."""

    def read(self, path: str) -> bytes:
        """Read a file. Raises FileNotFoundError, IsADirectoryError, PermissionError or OutsideWorkspaceError."""

    def exists(self, path: str) -> bool:
        """Whether a file stands at `path` (inside the workspace)."""

    def files(self, folder: str = "", *, ending: str = "") -> tuple[str, ...]:
        """List the files below `folder`, sorted, hidden files and folders left out, links not followed."""

    def folders(self, folder: str = "") -> tuple[str, ...]:
        """List the folders directly in `folder`, sorted, hidden ones left out."""

    def path(self, path: str) -> Path:
        """Give the true path of a file, for engines that open it themselves. Raises OutsideWorkspaceError or OSError."""

    def write(self, path: str, content: bytes) -> None:
        """Write a file whole: beside, then renamed. Folders are made."""

    def today(self) -> dt.date:
        """The day; `SOURCE_DATE_EPOCH` wins over the clock."""

    def variable(self, name: str) -> str | None:
        """Look up an environment variable."""
