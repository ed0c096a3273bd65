"""Films and sounds of an export: put beside after.yml, the main one first, and measured."""

from __future__ import annotations

import dataclasses
import posixpath
import re
from collections.abc import Sequence
from typing import Literal, TypeAlias

import av

from deroule.importers.export import Export
from deroule.model.recording import MediaFile
from deroule.workspace import DiskWorkspace, copy_beside

Role: TypeAlias = Literal["main", "camera", "screen", "audio", "address"]
# Zoom records several views of one meeting: the one with the shared screen is the film, others are cameras.
_CAMERA = re.compile(r"gallery|_avo_|speaker_view(?!.*shared)|galerie|webcam_only", re.IGNORECASE)
_INNER = re.compile(r"(?:^|/)(?:presentation|thumbnails|svgs|Audio Record)/")
_ORDER = {"main": 0, "screen": 1, "camera": 2, "audio": 3, "address": 4}


def placed_media(
    workspace: DiskWorkspace, folder: str, export: Export, media: Sequence[MediaFile]
) -> tuple[tuple[MediaFile, ...], tuple[str, ...]]:
    """Put media where after.yml can name them; give them, main first, and the names of the files that were read.

    What is in the event's `after/` already stays where it is; anything else is copied there.
    """
    base = workspace.root / folder
    made: list[MediaFile] = []
    taken: set[str] = set()
    alone = all(one.role == "audio" for one in media)  # a session of which only the sound was kept
    for one in sorted(media, key=lambda held: (_role_order(held), film_order(held.file))):
        if one.role == "address" or export.root is None:
            continue
        source = (export.root / one.file).resolve()
        if source.is_relative_to(base):
            name = source.relative_to(base).as_posix()
        else:
            name = _free(posixpath.basename(one.file), taken)
            if not _same(workspace, f"{folder}/{name}", source.stat().st_size):
                copy_beside(source, workspace.path(f"{folder}/{name}"))
        taken.add(name)
        first = not any(held.role == "main" for held in made)
        made.append(dataclasses.replace(one, file=name, role=_role(one, first=first, alone=alone)))
    sources = tuple(name for name in export.names if not _INNER.search(name))
    return tuple(made), sources[:200]


def length_of(workspace: DiskWorkspace, folder: str, media: Sequence[MediaFile]) -> float:
    """Give the main film's or sound's length in seconds; 0 when none can be read."""
    for one in media:
        try:
            with av.open(str(workspace.path(f"{folder}/{one.file}"))) as opened:
                if opened.duration:
                    return round(float(opened.duration) / 1_000_000, 3)
        except (av.FFmpegError, OSError, ValueError):
            continue
    return 0.0


def film_order(file: str) -> tuple[bool, str]:
    """Order films: those that show the shared screen first."""
    return bool(_CAMERA.search(posixpath.basename(file))), file


def _role_order(one: MediaFile) -> int:
    return _ORDER["camera"] if one.role == "main" and film_order(one.file)[0] else _ORDER[one.role]


def _role(one: MediaFile, *, first: bool, alone: bool) -> Role:
    if one.role == "audio":
        return "main" if alone and first else "audio"
    if one.role != "main":
        return one.role
    return "main" if first else "camera"


def _free(name: str, taken: set[str]) -> str:
    stem, ending = posixpath.splitext(name)
    number = 2
    while name in taken:
        name, number = f"{stem}-{number}{ending}", number + 1
    return name


def _same(workspace: DiskWorkspace, path: str, size: int) -> bool:
    """Whether the file was copied by an import before: a film of the same name and size."""
    try:
        return workspace.path(path).stat().st_size == size
    except OSError:
        return False
