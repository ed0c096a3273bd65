"""What stands beside the owner's pages in content/ and is published with them: pictures, documents, films."""

from __future__ import annotations

import posixpath

from deroule.diagnostics import Diagnostic
from deroule.source.codes import OUTSIDE, UNREADABLE_PICTURE
from deroule.source.drawings import UnreadablePictureError, drawing_size
from deroule.source.pages import CONTENT
from deroule.source.paths import mending
from deroule.span import Span
from deroule.workspace import OutsideWorkspaceError, Workspace, why_refused

PUBLISHED = frozenset((
    ".avif", ".csv", ".docx", ".epub", ".gif", ".ics", ".jpeg", ".jpg", ".json", ".m4a", ".mp3", ".mp4", ".odg", ".odp", ".ods",
    ".odt", ".ogg", ".opus", ".pdf", ".png", ".pptx", ".srt", ".svg", ".txt", ".vcf", ".vtt", ".webm", ".webp", ".xlsx", ".zip",
))  # fmt: skip
"""The kinds of files that are published: none that a browser would run, as a page or a script of the owner's site."""
_LOCK = "~$"
"""What Word and its like put before the name of a file that is open."""


def load_files(workspace: Workspace) -> tuple[tuple[str, ...], list[Diagnostic]]:
    """List the files below content/ that are published; a drawing that runs or fetches something is refused."""
    kept: list[str] = []
    found: list[Diagnostic] = []
    for path in workspace.files(CONTENT):
        ending = posixpath.splitext(path)[1].lower()
        if ending not in PUBLISHED or posixpath.basename(path).startswith(_LOCK):
            continue
        fault = _drawing_fault(workspace, path) if ending == ".svg" else None
        if fault:
            found.append(fault)
        else:
            kept.append(path)
    return tuple(kept), found


def _drawing_fault(workspace: Workspace, path: str) -> Diagnostic | None:
    """Opened by itself a drawing is a page of the site, which no policy of the pages guards."""
    try:
        drawing_size(workspace.read(path))
    except UnreadablePictureError as fault:
        return UNREADABLE_PICTURE.at(Span(path), path=path, reason=fault.reason)
    except OSError as fault:
        return UNREADABLE_PICTURE.at(Span(path), path=path, reason=why_refused(fault), hint=mending(fault))
    except OutsideWorkspaceError:
        return OUTSIDE.at(Span(path), path=path)
    return None
