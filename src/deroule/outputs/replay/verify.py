"""Verifying a pack that someone received: whole, unchanged, and safe to unpack."""

from __future__ import annotations

import hashlib
import json
import posixpath
import stat
import zipfile
import zlib
from pathlib import Path
from typing import Any

from deroule.diagnostics import Diagnostic
from deroule.outputs.replay.codes import BROKEN_PACK
from deroule.outputs.replay.pack import MANIFEST, PIECE
from deroule.span import Span

LARGEST = 20 * 1024**3
"""Bytes unpacked: a day of recording in high definition; more is a bomb."""
HIGHEST_RATIO = 200
RESERVED = frozenset(
    {"con", "prn", "aux", "nul", *(f"com{n}" for n in range(1, 10)), *(f"lpt{n}" for n in range(1, 10))}
)


def verify_pack(path: Path) -> tuple[Diagnostic, ...]:
    """Verify a pack; give what is wrong with it. Nothing is unpacked to disk."""
    place = Span(path.name)
    try:
        with zipfile.ZipFile(path) as archive:
            unsafe = [BROKEN_PACK.at(place, reason=reason) for reason in _unsafe(archive)]
            return tuple(unsafe) or tuple(BROKEN_PACK.at(place, reason=reason) for reason in _unsound(archive))
    except (OSError, zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, ValueError, EOFError) as fault:
        return (BROKEN_PACK.at(place, reason=str(fault) or type(fault).__name__),)


def _unsafe(archive: zipfile.ZipFile) -> list[str]:
    """Find names and sizes that make a pack dangerous to open."""
    found = []
    seen: set[str] = set()
    total = 0
    for entry in archive.infolist():
        name = entry.orig_filename
        parts = name.rstrip("/").split("/")
        if (
            name.startswith("/")
            or "\\" in name
            or ".." in parts
            or ":" in name
            or posixpath.normpath(name) != name.rstrip("/")
        ):
            found.append(f"{name!r}: path")
        if any(part.split(".")[0].lower() in RESERVED for part in parts):
            found.append(f"{name!r}: reserved name")
        if stat.S_ISLNK(entry.external_attr >> 16):
            found.append(f"{name!r}: link")
        if name.lower() in seen:
            found.append(f"{name!r}: twice")
        seen.add(name.lower())
        total += entry.file_size
        if entry.file_size > PIECE and entry.file_size > HIGHEST_RATIO * max(entry.compress_size, 1):
            found.append(f"{name!r}: bomb")
    if total > LARGEST:
        found.append(f"{total} bytes: bomb")
    return found


def _unsound(archive: zipfile.ZipFile) -> list[str]:
    """Hold every file against the manifest."""
    names = {entry.filename for entry in archive.infolist() if not entry.is_dir()}
    if MANIFEST not in names:
        return [f"{MANIFEST}: absent"]
    try:
        manifest: Any = json.loads(archive.read(MANIFEST))
        listed = {str(one["path"]): (int(one["size"]), str(one["sha256"])) for one in manifest["files"]}
    except (ValueError, KeyError, TypeError) as fault:
        return [f"{MANIFEST}: {fault}"]
    found = [f"{name}: absent" for name in sorted(set(listed) - names)]
    found += [f"{name}: not in the manifest" for name in sorted(names - set(listed) - {MANIFEST})]
    for name in sorted(set(listed) & names):
        size, checksum = listed[name]
        entry = archive.getinfo(name)
        if entry.file_size != size:
            found.append(f"{name}: {entry.file_size} bytes, {size} announced")
        elif _checksum(archive, name) != checksum:
            found.append(f"{name}: checksum")
    return found


def _checksum(archive: zipfile.ZipFile, name: str) -> str:
    total = hashlib.sha256()
    with archive.open(name) as member:
        while piece := member.read(PIECE):
            total.update(piece)
    return total.hexdigest()
