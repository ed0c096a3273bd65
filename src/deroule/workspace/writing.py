"""Writing so that a file is either the old one or the new one, never half of one."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from pathlib import Path


def write_beside(target: Path, content: bytes) -> None:
    """Write `content` to a file beside `target`, then rename it over it. Folders are made."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, beside = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(beside).chmod(0o644)
        Path(beside).replace(target)
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            Path(beside).unlink()
        raise


def copy_beside(source: Path, target: Path) -> None:
    """Copy a file of any size to a file beside `target`, then rename it over it. Folders are made."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, beside = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    os.close(handle)
    try:
        shutil.copyfile(source, beside)
        Path(beside).chmod(0o644)
        Path(beside).replace(target)
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            Path(beside).unlink()
        raise


def lend(source: Path, target: Path) -> None:
    """Put a file in a second place, to be read there and never written; its folder is made.

    Where the disk can give one file two names nothing is copied: a film may be as large as all the rest.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    target.unlink(missing_ok=True)  # to write into it would write into the file that it is another name of
    try:
        os.link(source.resolve(), target)
    except OSError:  # another disk, a file of someone else's, a disk without such names
        shutil.copyfile(source, target)
