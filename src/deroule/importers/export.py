"""An export as files: a folder, a zip, or one file. Small files are read whole; media are only pointed at."""

from __future__ import annotations

import io
import posixpath
import stat
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from deroule.diagnostics import Words
from deroule.importers.part import ExportFault
from deroule.workspace import DiskWorkspace, OutsideWorkspaceError, workspace_path

MEDIA = {
    ".mp4": "video/mp4", ".m4v": "video/mp4", ".webm": "video/webm", ".mov": "video/quicktime", ".mkv": "video/x-matroska",
    ".m4a": "audio/mp4", ".mp3": "audio/mpeg", ".ogg": "audio/ogg", ".opus": "audio/ogg", ".wav": "audio/wav",
}  # fmt: skip
LARGEST = 64_000_000
"""Bytes of a file that is read whole."""
MOST_FILES = 20_000
UNREADABLE = Words("le fichier ne peut pas être lu : {reason}", "the file cannot be read: {reason}")
TOO_LARGE = Words("le fichier est trop grand pour être lu", "the file is too large to be read")
BAD_ZIP = Words("l'archive est abîmée : {reason}", "the archive is damaged: {reason}")
UNSAFE = Words("ce nom mène hors de l'archive", "this name leads out of the archive")
ZIPPED_MEDIA = Words("le film est dans l'archive : décompressez-la pour le prendre", "the film is in the archive: unpack it to take it")  # fmt: skip


@dataclass(slots=True)
class Export:
    """The files of an export, by their path in it. `root` is where they are on disk; nothing for a zip."""

    names: tuple[str, ...]
    read_file: Callable[[str], bytes]
    root: Path | None
    faults: list[ExportFault]

    def read(self, name: str) -> bytes | None:
        """Read a file whole; nothing, with a fault, when that cannot be done."""
        try:
            content = self.read_file(name)
        except _TooLargeError:
            self.faults.append(ExportFault(name, TOO_LARGE, lost=True))
            return None
        except (
            OSError,
            OutsideWorkspaceError,
            zipfile.BadZipFile,
            NotImplementedError,
            RuntimeError,
            EOFError,
        ) as fault:
            self.faults.append(_unreadable(name, str(fault) or type(fault).__name__))
            return None
        except Exception as fault:  # zlib.error and its kin: a damaged member is one file less, never a traceback
            self.faults.append(_unreadable(name, type(fault).__name__))
            return None
        return content

    @property
    def media(self) -> tuple[str, ...]:
        """The films and sounds."""
        return tuple(name for name in self.names if is_media(name))


class _TooLargeError(Exception):
    pass


def is_media(name: str) -> bool:
    """Whether a file's name tells a film or a sound."""
    return posixpath.splitext(name)[1].lower() in MEDIA


def open_export(path: Path) -> Export:
    """Open a folder, a zip or one file. Never raises for a bad one: its faults are in `Export.faults`."""
    if path.is_dir():
        return _folder(path, None)
    if not path.is_file():
        return Export((), _nothing, None, [_unreadable(path.name, "FileNotFound")])
    if path.suffix.lower() == ".zip" or (path.suffix == "" and zipfile.is_zipfile(path)):
        return _zip(path)
    return _folder(path.parent, path.name)


def _nothing(name: str) -> bytes:
    raise FileNotFoundError(name)


def _unreadable(name: str, reason: str) -> ExportFault:
    return ExportFault(name, UNREADABLE, lost=True, values=(("reason", reason[:80]),))


def _folder(root: Path, only: str | None) -> Export:
    workspace = DiskWorkspace(root)
    names = (only,) if only else workspace.files()
    faults: list[ExportFault] = []
    if len(names) > MOST_FILES:
        faults.append(ExportFault(names[MOST_FILES], TOO_LARGE, lost=True))

    def read(name: str) -> bytes:
        if workspace.path(name).stat().st_size > LARGEST:
            raise _TooLargeError
        return workspace.read(name)

    return Export(tuple(names[:MOST_FILES]), read, workspace.root, faults)


def _zip(path: Path) -> Export:
    faults: list[ExportFault] = []
    try:
        archive = (
            zipfile.ZipFile(io.BytesIO(path.read_bytes())) if path.stat().st_size < LARGEST else zipfile.ZipFile(path)
        )
    except (OSError, zipfile.BadZipFile, ValueError) as fault:
        faults.append(ExportFault(path.name, BAD_ZIP, lost=True, values=(("reason", str(fault)[:80]),)))
        return Export((), _nothing, None, faults)
    members: dict[str, zipfile.ZipInfo] = {}
    for member in archive.infolist()[:MOST_FILES]:
        if member.filename.endswith("/"):
            continue
        try:
            name = workspace_path(member.filename)
        except OutsideWorkspaceError:
            faults.append(ExportFault(member.filename[:80], UNSAFE, lost=True))
            continue
        if not name or stat.S_ISLNK(member.external_attr >> 16) or name in members:
            faults.append(ExportFault(name, UNSAFE, lost=True))
            continue
        if is_media(name):
            faults.append(ExportFault(name, ZIPPED_MEDIA, lost=True))
        members[name] = member

    def read(name: str) -> bytes:
        # The size that a member announces may be a lie: reading stops at the limit whatever it says.
        with archive.open(members[name]) as stream:
            content = stream.read(LARGEST + 1)
        if len(content) > LARGEST:
            raise _TooLargeError
        return content

    return Export(tuple(sorted(members)), read, None, faults)
