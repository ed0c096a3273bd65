"""Addresses asked of a real server on this machine."""

from __future__ import annotations

import datetime as dt
import ssl
import subprocess
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from deroule.programs.addresses import dead_addresses

DAY = dt.date(2026, 11, 24)


class Site(BaseHTTPRequestHandler):
    asked: list[str]
    released: threading.Event

    def do_HEAD(self) -> None:
        self.asked.append(f"HEAD {self.path}")
        if self.path == "/moved":
            self.send_response(301)
            self.send_header("Location", "/here")
        elif self.path == "/to-nowhere":
            self.send_response(302)
            self.send_header("Location", "/gone")
        elif self.path == "/to-nobody":
            self.send_response(302)
            self.send_header("Location", "http://127.0.0.1:1/")
        elif self.path == "/slow":
            self.released.wait(20)
            self.send_response(200)
        elif self.path == "/silent":
            self.close_connection = True
            return
        elif self.path == "/loop":
            self.send_response(302)
            self.send_header("Location", "/loop")
        else:
            self.send_response(
                {"/here": 200, "/shy": 403, "/only-get": 405, "/broken": 500, "/busy": 503}.get(self.path, 404)
            )
        self.end_headers()

    def do_GET(self) -> None:
        self.asked.append(f"GET {self.path}")
        self.send_response({"/only-get": 200, "/shy": 403, "/broken": 500, "/busy": 503}.get(self.path, 404))
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def site() -> Iterator[tuple[str, list[str]]]:
    asked: list[str] = []
    released = threading.Event()
    handler = type("Asked", (Site,), {"asked": asked, "released": released})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", asked
    released.set()
    server.shutdown()
    server.server_close()


def test_what_answers_is_alive_and_what_does_not_is_told_with_its_reason(tmp_path: Path, site) -> None:
    base, _ = site
    addresses = [f"{base}/{name}" for name in ("here", "moved", "shy", "only-get", "gone", "loop")]
    dead = dead_addresses([*addresses, "http://127.0.0.1:1/nobody"], tmp_path / "seen.json", DAY, pause=0)
    assert {address.rsplit("/", 1)[1]: why.fr for address, why in dead.items()} == {
        "gone": "la page n'existe pas (404)",
        "loop": "elle renvoie sans fin d'une adresse à l'autre",
        "nobody": "le site est introuvable",
    }


def test_an_answer_is_kept_for_a_week_and_silence_is_not(tmp_path: Path, site) -> None:
    base, asked = site
    cache = tmp_path / "build" / "seen.json"
    addresses = [f"{base}/here", f"{base}/gone", "http://127.0.0.1:1/nobody"]
    first = dead_addresses(addresses, cache, DAY, pause=0)
    asked.clear()
    assert dead_addresses(addresses, cache, DAY + dt.timedelta(days=6), pause=0) == first
    assert asked == []
    assert "nobody" not in cache.read_text()
    dead_addresses(addresses, cache, DAY + dt.timedelta(days=7), pause=0)
    assert "HEAD /here" in asked


def test_an_address_is_asked_once_however_often_it_stands(tmp_path: Path, site) -> None:
    base, asked = site
    dead_addresses([f"{base}/here"] * 3, tmp_path / "seen.json", DAY, pause=0)
    assert asked == ["HEAD /here"]


def test_a_broken_cache_counts_as_none(tmp_path: Path) -> None:
    (tmp_path / "seen.json").write_text("[1, 2")
    assert dead_addresses([], tmp_path / "seen.json", DAY) == {}


def test_what_breaks_off_or_takes_too_long_is_told(tmp_path: Path, site) -> None:
    base, _ = site
    names = ("broken", "busy", "slow", "silent", "to-nowhere", "to-nobody")
    addresses = [*(f"{base}/{name}" for name in names), "http://[nobody/bad", "http:///nowhere"]
    dead = dead_addresses(addresses, tmp_path / "seen.json", DAY, pause=0, patience=0.5)
    assert {address.rsplit("/", 1)[1]: why.en for address, why in dead.items()} == {
        "broken": "the site answers 500",
        "slow": "no answer in time",
        "silent": "the site cannot be found",
        "to-nowhere": "the page does not exist (404)",
        "to-nobody": "the site cannot be found",
        "bad": "the site cannot be found",
        "nowhere": "the site cannot be found",
    }


def test_a_certificate_that_nobody_vouches_for_is_told(tmp_path: Path, needs) -> None:
    needs("openssl")
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
    subprocess.run([*made, "-keyout", key, "-out", certificate], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    dead = dead_addresses([f"https://localhost:{server.server_port}/here"], tmp_path / "seen.json", DAY)
    server.shutdown()
    server.server_close()
    assert [why.fr for why in dead.values()] == ["son certificat n'est pas valable"]


def test_the_pages_of_one_site_are_asked_one_after_the_other(tmp_path: Path, site) -> None:
    base, asked = site
    dead_addresses([f"{base}/here", f"{base}/moved"], tmp_path / "seen.json", DAY, pause=0.01)
    assert asked == ["HEAD /here", "HEAD /moved", "HEAD /here"]
