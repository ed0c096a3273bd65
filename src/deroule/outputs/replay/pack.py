"""Writing a pack: a zip with fixed dates, media stored, everything streamed, and a manifest of SHA-256 sums."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from deroule.model.event import Event

EPOCH = (1980, 1, 1, 0, 0, 0)
MANIFEST = "manifest.json"
PIECE = 1 << 20
STORED = frozenset(
    {".png", ".jpg", ".jpeg", ".mp4", ".webm", ".m4a", ".mp3", ".ogg", ".pptx", ".docx", ".odt", ".epub", ".zip"}
)
"""Already compressed: deflating them again costs minutes for a long recording and wins nothing."""


@dataclass(frozen=True, slots=True)
class Member:
    """A file of the pack: its path inside, and where its content is: on disk, or here."""

    name: str
    path: Path | None
    content: bytes = b""


def write_pack(target: Path, members: Iterable[Member], event: Event) -> None:
    """Write the pack; memory stays at a few megabytes whatever the size of the recording."""
    entries = []
    with zipfile.ZipFile(target, "w", allowZip64=True) as archive:
        for member in sorted(members, key=lambda one: one.name):
            size, checksum = _write(archive, member)
            entries.append({"path": member.name, "size": size, "sha256": checksum})
        manifest = {"format": "deroule-replay-pack", "version": 1, "event": event.id, "title": event.title.plain,
                    "language": event.language, "files": entries}  # fmt: skip
        content = json.dumps(manifest, ensure_ascii=False, indent=1).encode() + b"\n"
        _write(archive, Member(MANIFEST, None, content))


def _write(archive: zipfile.ZipFile, member: Member) -> tuple[int, str]:
    info = zipfile.ZipInfo(member.name, EPOCH)
    info.create_system = 3  # Unix, or the mode is not read and files arrive closed to all but their owner
    info.external_attr = 0o100644 << 16
    stored = Path(member.name).suffix.lower() in STORED
    info.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    info.file_size = member.path.stat().st_size if member.path else len(member.content)
    total = hashlib.sha256()
    with archive.open(info, "w", force_zip64=info.file_size > 0x7FFFFFFF) as inside:
        if member.path is None:
            inside.write(member.content)
            total.update(member.content)
        else:
            with member.path.open("rb") as source:
                while piece := source.read(PIECE):
                    inside.write(piece)
                    total.update(piece)
    return info.file_size, total.hexdigest()
