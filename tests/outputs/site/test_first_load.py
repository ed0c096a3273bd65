"""Opening any page: nothing is asked of another site, nothing is refused by the policy, and the first load is light."""

from __future__ import annotations

import functools
import gzip
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

HEAVIEST = 300_000
"""How many bytes a page may ask for before anything is scrolled, as a server sends them, without its video."""
_PACKED = (".html", ".css", ".js", ".svg", ".json", ".xml", ".vtt")
_FILMS = (".mp4", ".webm", ".mp3", ".ogg")


@pytest.fixture(scope="module")
def counted(built: Path) -> Iterator[tuple[str, list[int]]]:
    """The built site on a local port, and the size of each answer, packed as public servers pack texts."""
    sent: list[int] = []

    @functools.cache
    def size(path: Path) -> int:
        if not path.is_file() or path.suffix in _FILMS:
            return 0
        return len(gzip.compress(path.read_bytes(), 6)) if path.suffix in _PACKED else path.stat().st_size

    class Counting(http.server.SimpleHTTPRequestHandler):
        def log_request(self, code: object = "-", length: object = "-") -> None:
            sent.append(size(Path(self.translate_path(self.path))))

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Counting, directory=built / "site"))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/", sent
    server.shutdown()


@pytest.mark.slow
@pytest.mark.browser
def test_every_page_is_light_and_asks_nobody_else(built: Path, counted: tuple[str, list[int]], chromium) -> None:
    address, sent = counted
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    line = context.new_cdp_session(page)
    line.send("Network.enable")
    line.send("Network.setCacheDisabled", {"cacheDisabled": True})
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda fault: said.append(str(fault)))
    weights = {}
    for path in sorted((built / "site").rglob("*.html")):
        sent.clear()
        name = path.relative_to(built / "site").as_posix()
        page.goto(address + name, wait_until="load")
        weights[name] = sum(sent)
    context.close()
    assert [one for one in asked if not one.startswith((address, "data:", "blob:"))] == []
    assert said == []
    assert [one for one in asked if "/slides/" in one and one.endswith(".png")] == [], "a drawing weighs a sixth"
    assert {name: weight for name, weight in weights.items() if weight > HEAVIEST} == {}
    assert min(weights.values()) > 1_000


@pytest.mark.slow
@pytest.mark.browser
def test_nothing_is_asked_from_a_folder_but_its_files(built: Path, chromium) -> None:
    context = chromium.new_context()
    page = context.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    for name in ("index.html", "evenements/index.html", "glossaire.html", "experiences/okhra.html"):
        page.goto((built / "site" / name).as_uri(), wait_until="load")
    context.close()
    assert [one for one in asked if not one.startswith(("file:", "data:", "blob:"))] == []
    assert said == []
