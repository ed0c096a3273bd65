"""What a check may look at beside the dossier: the files of the workspace and the day."""

from __future__ import annotations

import datetime as dt
from typing import Protocol


class Surroundings(Protocol):
    """The part of a workspace that checks need; paths are POSIX, relative to its root."""

    def read(self, path: str) -> bytes:
        """Read a file. Raises OSError or ValueError."""

    def exists(self, path: str) -> bool:
        """Whether a file stands there."""

    def files(self, folder: str = "", *, ending: str = "") -> tuple[str, ...]:
        """List the files below a folder."""

    def today(self) -> dt.date:
        """The day, which a build may have fixed."""
