"""What an artefact rests on, as digests: the code, the model, the files read. Equal digests, equal artefact."""

from __future__ import annotations

import hashlib
import sys
from functools import cache
from pathlib import Path

import deroule


def digest(*parts: str | bytes) -> str:
    """Give the SHA-256 of the parts, each told from the next."""
    total = hashlib.sha256()
    for part in parts:
        content = part.encode() if isinstance(part, str) else part
        total.update(len(content).to_bytes(8, "big"))
        total.update(content)
    return total.hexdigest()


def file_digest(path: Path) -> str:
    """Give the SHA-256 of a file, read in pieces: recordings are larger than memory."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@cache
def code_digest() -> str:
    """Give the digest of this program: its own files, the interpreter, and the packages installed beside it.

    Sizes and times stand for content: an edit changes them, and reading 300 files at each no-op build would cost
    more than the build. The names of the dist-info folders carry the versions of the dependencies.
    """
    package = Path(deroule.__file__).parent
    files = sorted(path for path in package.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    own = "\n".join(f"{path.relative_to(package)} {path.stat().st_size} {path.stat().st_mtime_ns}" for path in files)
    installed = sorted(
        entry.name
        for folder in sys.path
        if folder.endswith("site-packages") and Path(folder).is_dir()
        for entry in Path(folder).iterdir()
        if entry.name.endswith(".dist-info")
    )
    return digest(sys.version, own, "\n".join(installed))
