"""A replay pack: whole, the same each time, safe to open, and refused when it is not."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from deroule.outputs.replay.pack import EPOCH, MANIFEST, Member, write_pack
from deroule.outputs.replay.verify import verify_pack


@pytest.fixture
def pack(tmp_path: Path, flagship) -> Path:
    target = tmp_path / "replay.zip"
    picture = tmp_path / "one.png"
    picture.write_bytes(b"\x89PNG" + bytes(5000))
    write_pack(target, [Member("slides/one.png", picture), Member("index.html", None, b"<p>" * 2000)], flagship)
    return target


def rewritten(pack: Path, name: str, change) -> Path:
    """Write the pack again with one change: `change` gets the members and gives other ones."""
    with zipfile.ZipFile(pack) as archive:
        members = [(info, archive.read(info)) for info in archive.infolist()]
    other = pack.with_name(name)
    with zipfile.ZipFile(other, "w") as archive:
        for info, content in change(members):
            archive.writestr(info, content)
    return other


def test_a_pack_that_we_made_is_sound(pack) -> None:
    assert verify_pack(pack) == ()


def test_every_member_has_the_same_date_and_pictures_are_stored(pack) -> None:
    with zipfile.ZipFile(pack) as archive:
        assert {info.date_time for info in archive.infolist()} == {EPOCH}
        assert {info.external_attr >> 16 for info in archive.infolist()} == {0o100644}
        assert archive.getinfo("slides/one.png").compress_type == zipfile.ZIP_STORED
        assert archive.getinfo("index.html").compress_type == zipfile.ZIP_DEFLATED
        assert {one["path"] for one in json.loads(archive.read(MANIFEST))["files"]} == {"slides/one.png", "index.html"}


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("changed", lambda members: [(i, c[:-1] + b"!" if i.filename == "index.html" else c) for i, c in members]),
        ("shorter", lambda members: [(i, c[:-9] if i.filename == "index.html" else c) for i, c in members]),
        ("absent", lambda members: [(i, c) for i, c in members if i.filename != "index.html"]),
        ("added", lambda members: [*members, ("extra.txt", b"x")]),
        ("no-manifest", lambda members: [(i, c) for i, c in members if i.filename != MANIFEST]),
        ("broken-manifest", lambda members: [(i, b"{" if i.filename == MANIFEST else c) for i, c in members]),
        ("traversal", lambda members: [*members, ("../../etc/passwd", b"x")]),
        ("absolute", lambda members: [*members, ("/etc/passwd", b"x")]),
        ("drive", lambda members: [*members, ("C:evil.txt", b"x")]),
        ("reserved", lambda members: [*members, ("slides/aux.txt", b"x")]),
        ("case", lambda members: [*members, ("INDEX.HTML", b"x")]),
        ("bomb", lambda members: [*members, (_deflated("bomb.txt"), bytes(5_000_000))]),
        ("link", lambda members: [*members, (_link("link"), b"/etc/passwd")]),
    ],
)
def test_a_pack_that_is_not_sound_is_refused(pack, name, change) -> None:
    assert verify_pack(rewritten(pack, name, change)), name


def _deflated(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, EPOCH)
    info.compress_type = zipfile.ZIP_DEFLATED
    return info


def _link(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, EPOCH)
    info.external_attr = 0o120777 << 16
    return info


def test_a_truncated_pack_and_a_file_that_is_none_are_refused(pack, tmp_path: Path) -> None:
    cut = tmp_path / "cut.zip"
    cut.write_bytes(pack.read_bytes()[:-100])
    assert verify_pack(cut)
    other = tmp_path / "other.zip"
    other.write_bytes(b"not a zip at all")
    assert verify_pack(other)
    assert verify_pack(tmp_path / "nowhere.zip")
