"""The only door to disk, clock and environment."""

from deroule.workspace.disk import DiskWorkspace
from deroule.workspace.locking import alone
from deroule.workspace.memory import MemoryWorkspace
from deroule.workspace.recorder import Recorder
from deroule.workspace.refusals import why_refused
from deroule.workspace.workspace import OutsideWorkspaceError, Workspace, workspace_path
from deroule.workspace.writing import copy_beside, lend, write_beside

__all__ = [
    "DiskWorkspace",
    "MemoryWorkspace",
    "OutsideWorkspaceError",
    "Recorder",
    "Workspace",
    "alone",
    "copy_beside",
    "lend",
    "why_refused",
    "workspace_path",
    "write_beside",
]
