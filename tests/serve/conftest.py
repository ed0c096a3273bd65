"""A small workspace being written, its preview, and a server in this process; the build behind is only asked for."""

from __future__ import annotations

import http.client
import json
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import deroule
from deroule.serve.preview import Preview
from deroule.serve.serving import Server, open_socket
from deroule.workspace import DiskWorkspace

EVENT = "2027-01-14-court"
FILES = {
    "sequences/organisation.yml": "language: fr\ntheme: maison\norganisations:\n  nous: {name: Nous}\n",
    "sequences/shared/mission.yml": "slides:\n  - title: Nos missions\n    bullets: [accueillir]\n",
    f"sequences/{EVENT}/event.yml": (
        "title: Une séance courte\ndate: 2027-01-14\norganiser: nous\nsequences: [debut, suite]\nagenda: {show: no}\n"
    ),
    f"sequences/{EVENT}/debut.yml": (
        "kind: concept\ntitle: Le début\nduration: 1 min\nslides:\n"
        "  - title: Le lieu\n    bullets: [au bourg, au hameau]\n    notes: Bonjour.\n"
        "  - include: shared/mission\n"
    ),
    f"sequences/{EVENT}/suite.yml": (
        "kind: activity\ntitle: La suite\nduration: 1 min\nslides:\n  - title: Et après\n    text: On verra.\n"
    ),
    "themes/maison/theme.yml": Path(deroule.__file__)
    .with_name("themes")
    .joinpath("default/theme.yml")
    .read_text("utf-8"),
    "content/index.md": "# Accueil\n\nBienvenue.\n",
    "content/outils/carte.md": "# La carte\n\nDessiner à plusieurs.\n",
}
FRAME = (
    '<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>T</title></head><body><main>'
    '<article class="md-content__inner md-typeset"><h1>Avant</h1></article></main></body></html>'
)
PAGES = (
    "index.html",
    "tags.html",
    f"evenements/{EVENT}/index.html",
    f"evenements/{EVENT}/debut.html",
    f"evenements/{EVENT}/suite.html",
    "outils/carte.html",
)
SOON = 20.0
"""Seconds after which a test gives up."""


def write(root: Path, path: str, text: str) -> None:
    """Write a file as an editor does: beside, then renamed over."""
    target = root / path
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_name(f".{target.name}.new")
    beside.write_text(text, encoding="utf-8")
    beside.replace(target)


class Unbuilt:
    """Stands for the build behind: counts how often it is asked for, which a round does after its news."""

    is_wanted = False

    def __init__(self) -> None:
        self.asked = 0
        self._told = threading.Condition()

    def start(self) -> None: ...
    def stop(self) -> None: ...
    def build(self) -> None:
        with self._told:
            self.asked += 1
            self._told.notify_all()

    def reached(self, count: int) -> bool:
        """Wait until it was asked for that often."""
        with self._told:
            return self._told.wait_for(lambda: self.asked >= count, SOON)


class Listening:
    """A browser's ear: reads the news line by line."""

    def __init__(self, port: int) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=SOON)
        self._connection.request("GET", "/_deroule/news")
        self._answer = self._connection.getresponse()
        self.state = self.next()

    def next(self) -> dict[str, Any]:
        while line := self._answer.readline():
            if line.startswith(b"data: "):
                return json.loads(line[6:])
        raise EOFError

    def until(self, kind: str) -> dict[str, Any]:
        while True:
            news = self.next()
            if news["kind"] == kind:
                return news

    def close(self) -> None:
        self._connection.close()


class Served:
    """A preview that answers."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.preview = Preview(DiskWorkspace(root), "fr", EVENT)
        self.builds = Unbuilt()
        self.preview.follower = self.builds  # type: ignore[assignment]
        socket = open_socket("127.0.0.1", 0)
        self.port = socket.getsockname()[1]
        self.server = Server(self.preview)
        self.thread = threading.Thread(target=self.server.run, kwargs={"sockets": [socket]}, daemon=True)
        self.preview.start()
        self.thread.start()

    def get(self, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=SOON)
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, body

    def listen(self) -> Listening:
        return Listening(self.port)

    def change(self, path: str, text: str, ear: Listening) -> dict[str, Any]:
        """Write a file, wait for the news of it; give it."""
        write(self.root, path, text)
        return ear.until("change")

    def stop(self) -> None:
        self.preview.stop()
        self.server.should_exit = True
        self.thread.join(SOON)


def make_workspace(root: Path) -> Path:
    for path, text in FILES.items():
        write(root, path, text)
    for path in PAGES:
        write(root / "build" / "site", path, FRAME)
    return root


@pytest.fixture(scope="module")
def served(tmp_path_factory) -> Iterator[Served]:
    """One preview for the tests of a module; each test leaves the files as it found them."""
    one = Served(make_workspace(tmp_path_factory.mktemp("written")))
    yield one
    one.stop()


@pytest.fixture
def ear(served: Served) -> Iterator[Listening]:
    one = served.listen()
    yield one
    one.close()
