"""Whether an event that was named exists: told at once, before anything is read."""

from __future__ import annotations

import argparse
import sys

from deroule.build.faults import UNKNOWN_EVENT
from deroule.cli.telling import tell
from deroule.workspace import DiskWorkspace

_FOLDER = "sequences"


def is_known(event: str, workspace: DiskWorkspace, arguments: argparse.Namespace) -> bool:
    """Tell when no event bears the name, with those that there are."""
    if workspace.exists(f"{_FOLDER}/{event}/event.yml"):
        return True
    known = [name for name in workspace.folders(_FOLDER) if workspace.exists(f"{_FOLDER}/{name}/event.yml")]
    found = (UNKNOWN_EVENT.at(None, event=event, known=", ".join(known) or "–"),)
    tell(found, workspace, arguments, sys.stderr)
    return False
