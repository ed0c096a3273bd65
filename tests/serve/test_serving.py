"""What is given to whom: files of the site alone, in parts where asked, to this machine's own names alone."""

from __future__ import annotations

import pytest


@pytest.fixture(scope="module")
def film(served):
    content = bytes(range(256)) * 40
    (served.root / "build/site/film.webm").write_bytes(content)
    return content


@pytest.mark.parametrize(
    ("asked", "start", "end"), [("bytes=0-99", 0, 100), ("bytes=5000-", 5000, None), ("bytes=-64", -64, None)]
)
def test_a_video_can_be_sought(served, film, asked, start, end) -> None:
    status, headers, body = served.get("/film.webm", Range=asked)
    assert status == 206 and body == film[start:end]
    assert headers["content-range"].endswith(f"/{len(film)}")


def test_a_part_that_is_not_there_is_refused(served, film) -> None:
    assert served.get("/film.webm", Range="bytes=999999-")[0] == 416


def test_a_whole_film_says_that_it_can_be_asked_for_in_parts(served, film) -> None:
    status, headers, body = served.get("/film.webm")
    assert (status, headers["accept-ranges"], body) == (200, "bytes", film)


@pytest.mark.parametrize(
    "path",
    [
        "/../organisation.yml", "/../../sequences/organisation.yml", "/%2e%2e/%2e%2e/sequences/organisation.yml",
        "/..%2f..%2fsequences/organisation.yml", "/....//sequences/organisation.yml", "//etc/passwd", "/%00", "/link.txt",
        "/_deroule/../../sequences/organisation.yml", "/_deroule/preview.py", "/a" * 3000,
        "/evenements/../slides/x.png", "/evenements/%2e%2e/slides/..%2f..%2fx.png",
    ],
)  # fmt: skip
def test_nothing_outside_the_site_is_given(served, path) -> None:
    link = served.root / "build/site/link.txt"
    if not link.is_symlink():
        link.symlink_to(served.root / "sequences/organisation.yml")
    status, _, body = served.get(path)
    assert status in (302, 400, 404), body[:80]
    assert b"organisations" not in body and b"root:" not in body


@pytest.mark.parametrize("host", ["example.org", "127.0.0.1.example.org", "localhost.example.org:80", ""])
def test_a_name_that_is_not_this_machines_is_refused(served, host) -> None:
    status, _, body = served.get("/index.html", Host=host)
    assert status == 400 and b"Avant" not in body


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "localhost:8000"])
def test_the_machines_own_names_are_answered(served, host) -> None:
    assert served.get("/index.html", Host=host)[0] == 200


def test_pages_take_in_the_preview_and_files_are_never_kept(served) -> None:
    _, headers, body = served.get("/index.html")
    assert b"/_deroule/live.js" in body and headers["cache-control"] == "no-store"
    assert b"_deroule" not in (served.root / "build/site/index.html").read_bytes()


def test_the_preview_listens_on_loopback_by_default() -> None:
    import argparse

    from deroule.cli.serve import arguments

    parser = argparse.ArgumentParser()
    arguments(parser, "en")
    assert parser.parse_args([]).host == "127.0.0.1"


def test_a_port_in_use_is_left_for_the_next_one() -> None:
    from deroule.serve.serving import open_socket

    first = open_socket("127.0.0.1", 0)
    port = first.getsockname()[1]
    second = open_socket("127.0.0.1", port)
    assert second.getsockname()[1] > port
    first.close()
    second.close()


def test_what_is_not_found_is_said_by_the_sites_own_page(served) -> None:
    """Its addresses count from the base path of the published site; the preview has none."""
    page = served.root / "build/site/404.html"
    page.write_text('<head><base href="/fonds/"></head><body>Introuvable</body>', "utf-8")
    status, _, body = served.get("/rien/de/tel.html")
    page.unlink()
    assert status == 404 and b"Introuvable" in body and b'<base href="/">' in body
