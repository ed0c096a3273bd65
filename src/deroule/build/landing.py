"""Putting what was made in its place under build/: whole, by renaming, and without touching what did not change."""

from __future__ import annotations

import contextlib
import filecmp
import shutil
from pathlib import Path

from deroule.outputs.artefact import Artefact


def land(scratch: Path, folder: Path, artefact: Artefact) -> list[str]:
    """Move an artefact from its scratch folder to its place; give the paths of its files relative to `folder`.

    A file that is the same as the one in place is left alone, so that a watcher or a copy to a server sees only
    what changed. Raises FileNotFoundError when the output made nothing.
    """
    if not artefact.path.endswith("/"):
        made = scratch / artefact.path.rsplit("/", 1)[-1]
        _move(made, folder / artefact.path)
        return [artefact.path]
    place = folder / artefact.path
    fresh = sorted(path.relative_to(scratch) for path in scratch.rglob("*") if path.is_file())
    if not fresh:
        raise FileNotFoundError(artefact.path)
    for path in fresh:
        _move(scratch / path, place / path)
    return [(Path(artefact.path) / path).as_posix() for path in fresh]


def _move(made: Path, target: Path) -> None:
    if target.is_dir():
        shutil.rmtree(target)
    if target.is_file() and filecmp.cmp(made, target, shallow=False):
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    made.replace(target)


def remove(folder: Path, paths: set[str]) -> None:
    """Remove files made earlier and no longer wanted, and the folders that this leaves empty."""
    for path in paths:
        with contextlib.suppress(FileNotFoundError):
            (folder / path).unlink()
    for parent in sorted({(folder / path).parent for path in paths}, key=lambda one: -len(one.parts)):
        place = parent
        while place != folder and place.is_dir() and not any(place.iterdir()):
            place.rmdir()
            place = place.parent
