"""What an owner writes is noticed, in folders that come and go too; what is made or hidden is not."""

from __future__ import annotations

import queue
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.serve.conftest import SOON, write

from deroule.serve.watching import watch_workspace


class Watched:
    """A workspace being watched: the paths that were noticed, one after the other."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.stop = threading.Event()
        self._noticed: queue.Queue[str] = queue.Queue()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def _watch(self) -> None:
        for paths in watch_workspace(self.root, self.stop):
            for path in paths:
                self._noticed.put(path)

    def until(self, wanted: str, again: str = "") -> list[str]:
        """Wait for a path; write `again` now and then, since a watch takes a moment to begin."""
        noticed: list[str] = []
        for number in range(int(SOON / 0.2)):
            if again:
                write(self.root, again, f"{number}\n")
            try:
                while wanted not in noticed:
                    noticed.append(self._noticed.get(timeout=0.2))
            except queue.Empty:
                continue
            return noticed
        raise AssertionError(noticed)


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[Watched]:
    write(tmp_path, "sequences/organisation.yml", "language: fr\n")
    one = Watched(tmp_path)
    one.until("sequences/organisation.yml", again="sequences/organisation.yml")
    yield one
    one.stop.set()


def test_a_folder_that_comes_later_is_watched(watched: Watched) -> None:
    watched.until("themes/maison/theme.yml", again="themes/maison/theme.yml")


def test_a_folder_deleted_and_made_anew_is_watched_again(watched: Watched) -> None:
    shutil.rmtree(watched.root / "sequences")
    watched.until("sequences")
    watched.until("sequences/seance/event.yml", again="sequences/seance/event.yml")


def test_what_is_made_or_hidden_is_not_noticed(watched: Watched) -> None:
    for path in ("build/site/index.html", "sequences/.event.yml.swp", "sequences/event.yml~", "notes.txt", ".git/HEAD"):
        write(watched.root, path, "x")
    noticed = watched.until("mkdocs.yml", again="mkdocs.yml")
    assert set(noticed) <= {"mkdocs.yml", "sequences", "sequences/organisation.yml"}
