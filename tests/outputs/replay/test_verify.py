"""A pack that someone received is refused when it is not safe, not whole, changed, or untrue to itself."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deroule.outputs.player.packing import EPOCH
from deroule.outputs.replay.verify import verify_pack

Members = list[tuple[zipfile.ZipInfo | str, bytes]]


@pytest.fixture(scope="module")
def pack(session, rehearsal, tmp_path_factory) -> Path:
    into = tmp_path_factory.mktemp("sound")
    session.render("replay", f"replay/{session.event.id}", into, {f"rehearsal/{session.event.id}": rehearsal})
    (made,) = into.glob("*.zip")
    return made


def rewritten(pack: Path, target: Path, change: Callable[[Members, str], Members]) -> Path:
    """Write the pack again with one change: `change` gets the members and the bag's folder, and gives other ones."""
    with zipfile.ZipFile(pack) as archive:
        members: Members = [(info, archive.read(info)) for info in archive.infolist()]
    root = pack.stem + "/"
    with zipfile.ZipFile(target, "w") as archive:
        for info, content in change(members, root):
            archive.writestr(info, content)
    return target


def edited(members: Members, name: str, change: Callable[[bytes], bytes]) -> Members:
    return [(info, change(content) if info.filename.endswith(name) else content) for info, content in members]


def with_sums(members: Members, root: str) -> Members:
    """Put every manifest right again, so that only what was changed is wrong."""
    files = {info.filename: content for info, content in members}

    def sums(choice: Callable[[str], bool]) -> bytes:
        lines = [
            (name.removeprefix(root), hashlib.sha256(content).hexdigest())
            for name, content in files.items()
            if choice(name)
        ]
        return "".join(f"{total}  {name}\n" for name, total in sorted(lines)).encode()

    payload = [content for name, content in files.items() if name.startswith(f"{root}data/")]
    files[f"{root}manifest-sha256.txt"] = sums(lambda name: name.startswith(f"{root}data/"))
    info = files[f"{root}bag-info.txt"].decode().splitlines()
    oxum = f"Payload-Oxum: {sum(map(len, payload))}.{len(payload)}"
    files[f"{root}bag-info.txt"] = (
        "\n".join(oxum if line.startswith("Payload-Oxum") else line for line in info).encode() + b"\n"
    )
    tag = f"{root}tagmanifest-sha256.txt"
    files[tag] = sums(lambda name: not name.startswith(f"{root}data/") and name != tag)
    return [(info, files[info.filename]) for info, _ in members]


UNSAFE = {
    "changed": lambda m, r: edited(m, "data/index.html", lambda c: c[:-1] + b"!"),
    "shorter": lambda m, r: edited(m, "data/index.html", lambda c: c[:-9]),
    "absent": lambda m, r: [(i, c) for i, c in m if not i.filename.endswith("data/index.html")],
    "added": lambda m, r: [*m, (f"{r}data/extra.txt", b"x")],
    "no-manifest": lambda m, r: [(i, c) for i, c in m if not i.filename.endswith("/manifest-sha256.txt")],
    "no-declaration": lambda m, r: [(i, c) for i, c in m if not i.filename.endswith("bagit.txt")],
    "broken-manifest": lambda m, r: edited(m, "/manifest-sha256.txt", lambda c: b"{\n" + c),
    "traversal": lambda m, r: [*m, ("../../etc/passwd", b"x")],
    "inner-traversal": lambda m, r: [*m, (f"{r}data/../../x", b"x")],
    "absolute": lambda m, r: [*m, ("/etc/passwd", b"x")],
    "drive": lambda m, r: [*m, ("C:evil.txt", b"x")],
    "backslash": lambda m, r: [*m, (_named(f"{r}data\\..\\x"), b"x")],
    "reserved": lambda m, r: [*m, (f"{r}data/aux.txt", b"x")],
    "question-mark": lambda m, r: [*m, (f"{r}data/quoi?.txt", b"x")],
    "control": lambda m, r: [*m, (f"{r}data/a\tb.txt", b"x")],
    "composed": lambda m, r: [*m, (f"{r}data/\u00e9.txt", b"x"), (f"{r}data/e\u0301.txt", b"x")],
    "no-facts": lambda m, r: [(i, c) for i, c in m if not i.filename.endswith("bag-info.txt")],
    "dot": lambda m, r: [*m, (f"{r}data/x.", b"x")],
    "twice": lambda m, r: [*m, (f"{r}data/index.html", b"x")],
    "case": lambda m, r: [*m, (f"{r}DATA/INDEX.HTML", b"x")],
    "bomb": lambda m, r: [*m, (_named(f"{r}data/bomb.txt", zipfile.ZIP_DEFLATED), bytes(5_000_000))],
    "link": lambda m, r: [*m, (_link(f"{r}data/link"), b"/etc/passwd")],
}


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("name", sorted(UNSAFE))
def test_a_pack_that_is_not_sound_is_refused(pack, tmp_path: Path, name: str) -> None:
    found = verify_pack(rewritten(pack, tmp_path / "other.zip", UNSAFE[name]))
    assert {one.code.id for one in found} == {"REC002"}
    assert all(one.message("fr") and one.message("en") for one in found)


def _named(name: str, kind: int = zipfile.ZIP_STORED) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo("x", EPOCH)
    info.filename, info.compress_type = name, kind
    return info


def _link(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, EPOCH)
    info.external_attr = 0o120777 << 16
    return info


def replay_with(change: Callable[[dict], None]) -> Callable[[bytes], bytes]:
    def changed(content: bytes) -> bytes:
        facts = json.loads(content)
        change(facts)
        return json.dumps(facts).encode()

    return changed


UNTRUE = {
    "chapter after the end": ("data/replay.json", replay_with(lambda f: f["chapters"][-1].update(end=9_000))),
    "chapters in disorder": ("data/replay.json", replay_with(lambda f: f["chapters"].reverse())),
    "another length": ("data/replay.json", replay_with(lambda f: f.update(duration=500.0))),
    "a picture that is not there": ("data/replay.json", replay_with(lambda f: f["slides"][0].update(picture="no.png"))),
    "no facts": ("data/replay.json", lambda c: b"[]"),
    "facts of another shape": ("data/replay.json", lambda c: b'{"media": 3}'),
    "a caption after the end": ("captions/fr.vtt", lambda c: c + b"\n02:00:00.000 --> 02:00:01.000\nTard\n"),
    "captions in disorder": ("captions/fr.vtt", lambda c: c + b"\n00:00:00.000 --> 00:00:01.000\nTot\n"),
    "no captions": ("captions/fr.vtt", lambda c: b"nothing"),
    "no film": (".mp4", lambda c: b"nothing"),
}


@pytest.mark.parametrize("name", sorted(UNTRUE))
def test_a_pack_that_contradicts_itself_is_refused(pack, tmp_path: Path, name: str) -> None:
    file, change = UNTRUE[name]
    other = rewritten(pack, tmp_path / "other.zip", lambda m, r: with_sums(edited(m, file, change), r))
    assert {one.code.id for one in verify_pack(other)} == {"REC005"}


def test_putting_sums_right_changes_nothing_in_a_sound_pack(pack, tmp_path: Path) -> None:
    assert verify_pack(rewritten(pack, tmp_path / "same.zip", with_sums)) == ()


def test_a_truncated_pack_and_a_file_that_is_none_are_refused(pack, tmp_path: Path) -> None:
    for name, content in {"cut": pack.read_bytes()[:-100], "other": b"not a zip at all", "empty": b""}.items():
        (tmp_path / f"{name}.zip").write_bytes(content)
        (found,) = verify_pack(tmp_path / f"{name}.zip")
        assert "zip" in found.message("fr")
    assert verify_pack(tmp_path / "nowhere.zip")


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.integers(0, 10**9), byte=st.integers(0, 255))
def test_no_damage_brings_it_down(pack, tmp_path: Path, place: int, byte: int) -> None:
    content = bytearray(pack.read_bytes())
    content[place % len(content)] = byte
    (tmp_path / "damaged.zip").write_bytes(content)
    verify_pack(tmp_path / "damaged.zip")
