"""What was made of each page last time, by the digest of all that it was made of: what did not change costs a digest.

One file below the output's shelf. It may be torn or gone at any time: then everything is made again, and nothing else.
"""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib import resources
from pathlib import Path
from types import ModuleType

import nh3
import slugify

_FILE = "pages.db"
_MAKERS = (
    "../../slug.py", "anchors.py", "cleaning.py", "finish.py", "heads.py", "link_reading.py", "policy.py", "raising.py", "search/article.py", "search/facts.py",
    "search/folding.py", "search/index.py", "search/passages.py", "search/ranking.py", "wholeness.py",
)  # fmt: skip
"""The modules that decide what is made of a page: when one of them changes, nothing that was kept counts."""
_LONGEST_WAIT = 5.0


class Shelf:
    """Pieces by key. Without a file nothing is kept, and nothing found."""

    def __init__(self, connection: sqlite3.Connection | None) -> None:
        self._connection = connection
        self._used: set[bytes] = set()
        self._kept: set[bytes] = set()
        """The keys found on opening: what is not among them need not be looked for."""
        with self._whatever_happens():
            if connection is not None:
                self._kept = {row[0] for row in connection.execute("SELECT key FROM piece")}

    def key(self, *inputs: str | bytes) -> bytes:
        """Give the digest of what a piece is made of."""
        digest = hashlib.blake2b(makers(), digest_size=20)
        for one in inputs:
            content = one if isinstance(one, bytes) else one.encode("utf-8", "surrogatepass")
            digest.update(b"%d:" % len(content))
            digest.update(content)
        return digest.digest()

    def take(self, key: bytes) -> str | None:
        """Give a piece that was kept; it is kept on."""
        found = None
        with self._whatever_happens():
            if self._connection is not None and key in self._kept:
                found = self._connection.execute("SELECT content FROM piece WHERE key = ?", (key,)).fetchone()
        if found is None or not isinstance(found[0], str):
            return None
        self._used.add(key)
        return found[0]

    def put(self, key: bytes, content: str) -> None:
        """Keep a piece."""
        self._used.add(key)
        with self._whatever_happens():
            if self._connection is not None:
                self._connection.execute("INSERT OR REPLACE INTO piece VALUES (?, ?)", (key, content))

    def tidy(self) -> None:
        """Drop what was neither taken nor put: pages that are gone, or are something else by now."""
        with self._whatever_happens():
            if self._connection is not None:
                gone = [(key,) for key in self._kept - self._used]
                self._connection.executemany("DELETE FROM piece WHERE key = ?", gone)
                self._connection.commit()

    @contextmanager
    def _whatever_happens(self) -> Iterator[None]:
        """Go on without a shelf when it cannot be read or written: a full disk, a torn file, someone else who holds it."""
        try:
            yield
        except sqlite3.Error:
            with contextlib.suppress(sqlite3.Error):
                if self._connection is not None:
                    self._connection.close()
            self._connection = None


@contextmanager
def open_shelf(folder: Path | None) -> Iterator[Shelf]:
    """Open the shelf that lies in `folder`, and keep what was put on it when all went well."""
    connection = _connect(folder / _FILE) if folder else None
    shelf = Shelf(connection)
    try:
        yield shelf
        shelf.tidy()
    finally:
        with contextlib.suppress(sqlite3.Error):
            if connection is not None:
                connection.close()


def _connect(file: Path) -> sqlite3.Connection | None:
    """Open the file; one that is no shelf is begun again."""
    for _ in range(2):
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(file, timeout=_LONGEST_WAIT)
            # With row ids: pages are appended as they come, only the keys are sorted.
            connection.execute("CREATE TABLE IF NOT EXISTS piece (key BLOB PRIMARY KEY, content TEXT)")
            return connection
        except sqlite3.DatabaseError:
            with contextlib.suppress(OSError):
                file.unlink(missing_ok=True)
        except OSError:
            return None
    return None


def _version(library: ModuleType) -> str:
    return str(getattr(library, "__version__", ""))


@cache
def makers() -> bytes:
    """Give the digest of the code that makes pieces, and of what it leans on."""
    house = resources.files("deroule.outputs.site")
    digest = hashlib.blake2b(f"{sys.version} {_version(nh3)} {_version(slugify)}".encode(), digest_size=20)
    for name in _MAKERS:
        digest.update(house.joinpath(name).read_bytes())
    return digest.digest()
