"""Files put in a second place: the same bytes, and the first one safe from what happens there."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from deroule.workspace import lend


def test_a_file_lent_is_there_and_may_go_again(tmp_path: Path) -> None:
    source, target = tmp_path / "film.mp4", tmp_path / "pages" / "film.mp4"
    source.write_bytes(b"film")
    lend(source, target)
    assert target.read_bytes() == b"film"
    target.unlink()
    assert source.read_bytes() == b"film"


def test_lending_again_leaves_what_was_lent_before_as_it_is(tmp_path: Path) -> None:
    first, second, target = tmp_path / "one", tmp_path / "two", tmp_path / "there"
    first.write_bytes(b"one")
    second.write_bytes(b"two")
    for source in (first, first, second):
        lend(source, target)
    assert (first.read_bytes(), target.read_bytes()) == (b"one", b"two")


def test_what_a_link_leads_to_is_lent(tmp_path: Path) -> None:
    (tmp_path / "film").write_bytes(b"film")
    (tmp_path / "link").symlink_to("film")
    lend(tmp_path / "link", tmp_path / "pages" / "film")
    assert not (tmp_path / "pages" / "film").is_symlink()
    assert (tmp_path / "pages" / "film").read_bytes() == b"film"


def test_a_disk_without_second_names_gets_a_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EXDEV, "other disk")

    monkeypatch.setattr(os, "link", refuse)
    (tmp_path / "film").write_bytes(b"film")
    lend(tmp_path / "film", tmp_path / "there")
    assert (tmp_path / "there").read_bytes() == b"film"
    assert (tmp_path / "film").stat().st_ino != (tmp_path / "there").stat().st_ino
