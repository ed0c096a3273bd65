"""Writing an archive as a stream: fixed dates, media stored, every file hashed on the way; memory stays at megabytes."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

EPOCH = (1980, 1, 1, 0, 0, 0)
PIECE = 1 << 20
STORED = frozenset(
    {".png", ".jpg", ".jpeg", ".mp4", ".webm", ".m4a", ".mp3", ".ogg", ".pptx", ".docx", ".odt", ".epub", ".zip"}
)
"""Already compressed: deflating them again costs minutes for a long recording and wins nothing."""
LONG = 0x7FFFFFFF
"""Bytes from which a member needs the long form of its sizes (zip64)."""


@dataclass(frozen=True, slots=True)
class Member:
    """A file of an archive: its path inside, and where its content is: on disk, or here."""

    name: str
    path: Path | None
    content: bytes = b""

    @property
    def size(self) -> int:
        """Its size in bytes."""
        return self.path.stat().st_size if self.path else len(self.content)


@dataclass(frozen=True, slots=True)
class Entry:
    """A member as it was written."""

    name: str
    size: int
    sha256: str


class Packer:
    """An archive that is being written. The same members in the same order give the same bytes."""

    def __init__(self, target: Path) -> None:
        self._archive = zipfile.ZipFile(target, "w", allowZip64=True)

    def __enter__(self) -> Packer:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._archive.close()

    def write(self, member: Member) -> Entry:
        """Write a member, and tell its size and SHA-256."""
        info = zipfile.ZipInfo(member.name, EPOCH)
        info.create_system = 3  # Unix, or the mode is not read and files arrive closed to all but their owner
        info.external_attr = 0o100644 << 16
        stored = Path(member.name).suffix.lower() in STORED
        info.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
        info.file_size = member.size
        total = hashlib.sha256()
        with self._archive.open(info, "w", force_zip64=info.file_size > LONG) as inside:
            for piece in _pieces(member):
                inside.write(piece)
                total.update(piece)
        return Entry(member.name, info.file_size, total.hexdigest())

    def write_all(self, members: Iterable[Member]) -> list[Entry]:
        """Write members in the order of their names."""
        return [self.write(member) for member in sorted(members, key=lambda one: one.name)]


def _pieces(member: Member) -> Iterator[bytes]:
    if member.path is None:
        yield member.content
        return
    with member.path.open("rb") as source:
        while piece := source.read(PIECE):
            yield piece
