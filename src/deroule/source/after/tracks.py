"""A caption file of the workspace: read, judged at its lines, and put on the published recording's clock."""

from __future__ import annotations

from deroule.diagnostics import Diagnostic
from deroule.model.recording import Cue, Edit
from deroule.source.after.captions import read_captions
from deroule.source.after.codes import BROKEN_CAPTIONS
from deroule.source.after.cues import CaptionFault
from deroule.source.after.legibility import legibility_faults
from deroule.source.codes import UNREADABLE
from deroule.span import Span
from deroule.workspace import Workspace, why_refused


def read_track(workspace: Workspace, path: str, edit: Edit) -> tuple[tuple[Cue, ...], list[Diagnostic]]:
    """Read a caption file; give its cues, cut and moved as `edit` tells, and what is wrong with the file."""
    try:
        content = workspace.read(path)
    except OSError as fault:
        return (), [UNREADABLE.at(Span(path), reason=why_refused(fault))]
    read = read_captions(content)
    found = list(broken_captions(read.faults, path))
    length = edit.length - edit.offset if edit.length else 0.0  # the captions' clock is the tool's, before the offset
    found += legibility_faults(read.cues, path, length)
    cues = []
    for cue in sorted(read.cues, key=lambda one: (one.start, one.end)):
        stretch = edit.stretch(cue.start, cue.end)
        if stretch:
            cues.append(Cue(round(stretch[0], 3), round(stretch[1], 3), cue.text, cue.speaker, id=cue.id))
    return tuple(cues), found


def broken_captions(faults: tuple[CaptionFault, ...], path: str) -> list[Diagnostic]:
    """Tell what breaks the format: each kind once a file, at its first line, with the count."""
    first: dict[str, tuple[CaptionFault, int]] = {}
    for fault in faults:
        known = first.get(fault.what.en)
        first[fault.what.en] = (known[0], known[1] + 1) if known else (fault, 1)
    return [BROKEN_CAPTIONS.at(Span(path, fault.line), what=fault.what, count=count) for fault, count in first.values()]
