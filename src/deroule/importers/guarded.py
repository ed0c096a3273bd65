"""Files that people correct: written over only while they are as the import left them, else put beside."""

from __future__ import annotations

import hashlib
import posixpath
import re

from deroule.workspace import Workspace

SEAL = "deroule-import: "
_SEAL = re.compile(rf"(?m)^(?:# )?{SEAL}([0-9a-f]{{16}})\n?")


def write_guarded(workspace: Workspace, path: str, text: str, seal: str) -> str:
    """Write a file; give the path that it was written to. `seal` holds `{}` for the digest: a comment of its form.

    A file that was changed since the import wrote it, or that the import did not write, is left as it is: the new
    text goes beside it, `after.yml` to `after.import.yml`.
    """
    target = path if untouched(workspace, path) else _beside(path)
    workspace.write(target, sealed(text, seal).encode())
    return target


def sealed(text: str, seal: str) -> str:
    """Give the text with the digest of itself in its last comment."""
    return text + seal.format(SEAL + _digest(text))


def untouched(workspace: Workspace, path: str) -> bool:
    """Whether there is nothing at `path`, or what the import wrote there."""
    try:
        held = workspace.read(path).decode("utf-8", errors="replace")
    except FileNotFoundError:
        return True
    except OSError:
        return False
    match = _SEAL.search(held)
    if match is None:
        return False
    before = held[: match.start()].removesuffix("NOTE\n")
    return not held[match.end() :].strip() and _digest(before) == match[1]


def _beside(path: str) -> str:
    stem, ending = posixpath.splitext(path)
    return f"{stem}.import{ending}"


def _digest(text: str) -> str:
    return hashlib.sha256(text.rstrip("\n").encode("utf-8", errors="replace")).hexdigest()[:16]
