"""A workspace that remembers what was read through it, so that the build knows what an output rests on."""

from __future__ import annotations

import datetime as dt
import hashlib
from pathlib import Path

from deroule.workspace.workspace import OutsideWorkspaceError, Workspace

MISSING = "missing"
"""The digest of a file that was looked for and not found: its appearance is a change too."""


class Recorder:
    """Passes everything on to another workspace and keeps the SHA-256 of each file read, each listing and each day."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self.read_files: dict[str, str] = {}
        self.listings: dict[str, str] = {}
        self.read_day: dt.date | None = None

    def read(self, path: str) -> bytes:
        """Read a file and note its digest."""
        try:
            content = self._workspace.read(path)
        except (OSError, OutsideWorkspaceError):
            self.read_files[path] = MISSING
            raise
        self.read_files[path] = hashlib.sha256(content).hexdigest()
        return content

    def exists(self, path: str) -> bool:
        """Note the question; the answer is part of what was read."""
        found = self._workspace.exists(path)
        if not found:
            self.read_files[path] = MISSING
        elif path not in self.read_files:
            self.read_files[path] = self._digest(path)
        return found

    def files(self, folder: str = "", *, ending: str = "") -> tuple[str, ...]:
        """List files and note the listing."""
        found = self._workspace.files(folder, ending=ending)
        self.listings[f"{folder}\0{ending}"] = listing_digest(found)
        return found

    def folders(self, folder: str = "") -> tuple[str, ...]:
        """List folders and note the listing."""
        found = self._workspace.folders(folder)
        self.listings[f"{folder}\0/"] = listing_digest(found)
        return found

    def path(self, path: str) -> Path:
        """Give the true path, and count the file as read."""
        self.exists(path)
        return self._workspace.path(path)

    def _digest(self, path: str) -> str:
        """Digest a file in pieces where it stands on a disk: a recording is larger than memory."""
        try:
            place = self._workspace.path(path)
        except OutsideWorkspaceError:
            return hashlib.sha256(self._workspace.read(path)).hexdigest()
        with place.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()

    def write(self, path: str, content: bytes) -> None:
        """Write; not a reading."""
        self._workspace.write(path, content)

    def today(self) -> dt.date:
        """The day, noted: what asks for it is stale tomorrow."""
        self.read_day = self._workspace.today()
        return self.read_day

    def variable(self, name: str) -> str | None:
        """Look up an environment variable."""
        return self._workspace.variable(name)


def listing_digest(names: tuple[str, ...]) -> str:
    """Give the SHA-256 of a listing."""
    return hashlib.sha256("\n".join(names).encode()).hexdigest()
