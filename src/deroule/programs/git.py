"""git, where it is there: the day when each file of the workspace was last changed."""

from __future__ import annotations

import datetime as dt
import re
import shutil
import subprocess
from functools import cache

from deroule.workspace import Workspace

_MOST_SECONDS = 20
_REFERENCE = re.compile(r"ref: (?P<name>refs/[\w./-]+)")


def last_changes(workspace: Workspace) -> dict[str, dt.date]:
    """Give the days by path. Nothing without git, outside of a repository, or below its top folder.

    In a shallow clone, as continuous integration makes them, the oldest commit seems to have written every file: what
    it alone names has no known day.

    What is read of the repository is read through the workspace, so that a build knows when it has to be made again.
    """
    commit = _commit(workspace)
    if not commit or not shutil.which("git"):
        return {}
    cut = workspace.read(".git/shallow").decode("ascii", "replace").split() if workspace.exists(".git/shallow") else []
    return _changes(str(workspace.path(".git/HEAD").parent.parent), commit, tuple(cut))


def _commit(workspace: Workspace) -> str:
    if not workspace.exists(".git/HEAD"):
        return ""
    head = workspace.read(".git/HEAD").decode("utf-8", "replace").strip()
    named = _REFERENCE.fullmatch(head)
    if named is None:
        return head
    loose = f".git/{named['name']}"
    if workspace.exists(loose):
        return workspace.read(loose).decode("utf-8", "replace").strip()
    packed = (
        workspace.read(".git/packed-refs").decode("utf-8", "replace") if workspace.exists(".git/packed-refs") else ""
    )
    return next((line.split()[0] for line in packed.splitlines() if line.endswith(f" {named['name']}")), "")


@cache
def _changes(folder: str, commit: str, cut: tuple[str, ...]) -> dict[str, dt.date]:
    """Read the history once a commit, latest first: the first day that names a file is that of its last change.

    `cut` are the commits where a shallow clone ends.
    """
    if not re.fullmatch(r"[0-9a-f]{40,64}", commit):
        return {}
    command = ["git", "-C", folder, "-c", "core.quotepath=off", "log", "--format=%x00%H %cs", "--name-only", "--no-renames",
               commit, "--", "content", "sequences"]  # fmt: skip
    try:
        ran = subprocess.run(command, capture_output=True, text=True, timeout=_MOST_SECONDS, check=True)
    except (OSError, subprocess.SubprocessError, UnicodeDecodeError):
        return {}
    found: dict[str, dt.date] = {}
    for entry in ran.stdout.split("\0")[1:]:
        head, *paths = entry.strip().splitlines()
        name, day = head.split()
        for path in filter(None, paths if name not in cut else ()):
            found.setdefault(path, dt.date.fromisoformat(day))
    return found
