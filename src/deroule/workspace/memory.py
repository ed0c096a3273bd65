"""A workspace that lives in memory: for tests, and for trying a change without writing it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

from deroule.workspace.workspace import OutsideWorkspaceError, workspace_path


class MemoryWorkspace:
    """Files by path. It has no true paths: `path` raises OutsideWorkspaceError."""

    def __init__(
        self,
        files: Mapping[str, bytes | str],
        *,
        today: dt.date = dt.date(2026, 1, 1),
        variables: Mapping[str, str] | None = None,
    ) -> None:
        self._files = {
            path: content.encode() if isinstance(content, str) else content for path, content in files.items()
        }
        self._today = today
        self._variables = dict(variables or {})

    def path(self, path: str) -> Path:
        """Refuse: nothing here is on disk."""
        raise OutsideWorkspaceError(path)

    def read(self, path: str) -> bytes:
        """Read a file whole."""
        try:
            return self._files[workspace_path(path)]
        except KeyError:
            raise FileNotFoundError(path) from None

    def exists(self, path: str) -> bool:
        """Whether a file stands there."""
        try:
            return workspace_path(path) in self._files
        except OutsideWorkspaceError:
            return False

    def files(self, folder: str = "", *, ending: str = "") -> tuple[str, ...]:
        """List the files below `folder`."""
        below = f"{folder}/" if folder else ""
        return tuple(
            sorted(
                path
                for path in self._files
                if path.startswith(below)
                and path.endswith(ending)
                and not any(part.startswith(".") for part in path.split("/"))
            )
        )

    def folders(self, folder: str = "") -> tuple[str, ...]:
        """List the folders directly in `folder`."""
        below = f"{folder}/" if folder else ""
        parts = (path[len(below) :].split("/") for path in self.files(folder))
        return tuple(sorted({part[0] for part in parts if len(part) > 1}))

    def write(self, path: str, content: bytes) -> None:
        """Keep a file."""
        self._files[workspace_path(path)] = content

    def today(self) -> dt.date:
        """The day that the test set."""
        return self._today

    def variable(self, name: str) -> str | None:
        """Look up a variable that the test set."""
        return self._variables.get(name)
