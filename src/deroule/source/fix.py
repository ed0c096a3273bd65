"""Mending what is certain: an edit for each fault that has one right answer, applied file by file."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass

from deroule.diagnostics import Diagnostic
from deroule.source.codes import UNKNOWN_KEY
from deroule.workspace import Workspace

_SCHEMA_LINE = "CHK120"
_SCHEMA_MARK = "# yaml-language-server:"


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Replace `old`, which stands at a line and a column (from 1), by `new`. An empty `old` inserts."""

    line: int
    column: int
    old: str
    new: str


def apply_fixes(workspace: Workspace, found: Iterable[Diagnostic]) -> int:
    """Write the certain edits into the files, and count them. A place that is not as expected is left alone."""
    by_file: dict[str, set[Edit]] = {}
    for diagnostic in found:
        edit = edit_for(diagnostic)
        if edit is not None and diagnostic.span is not None:
            by_file.setdefault(diagnostic.span.path, set()).add(edit)
    return sum(_mend(workspace, path, edits) for path, edits in sorted(by_file.items()))


def edit_for(diagnostic: Diagnostic) -> Edit | None:
    """Give the edit that makes a fault go away, where there is one right answer."""
    span, values = diagnostic.span, dict(diagnostic.values)
    if span is None:
        return None
    if diagnostic.code.id == _SCHEMA_LINE:
        return Edit(1, 1, "", values["line"] + "\n")
    if diagnostic.code.id == UNKNOWN_KEY.id and one_edit_away(values.get("key", ""), values.get("near", "")):
        return Edit(span.line, span.column, values["key"], values["near"])
    return None


def one_edit_away(word: str, known: str) -> bool:
    """Whether one letter more, less, other or swapped makes `word` into `known`."""
    if not known or word == known or abs(len(word) - len(known)) > 1 or len(known) < 4:
        return False
    changes = [
        one for one in difflib.SequenceMatcher(None, word, known, autojunk=False).get_opcodes() if one[0] != "equal"
    ]
    if len(changes) == 1:
        _, start, end, other_start, other_end = changes[0]
        return max(end - start, other_end - other_start) == 1
    differing = [at for at, pair in enumerate(zip(word, known, strict=False)) if pair[0] != pair[1]]
    if len(word) != len(known) or len(differing) != 2 or differing[1] != differing[0] + 1:
        return False
    return word[differing[0]] == known[differing[1]] and word[differing[1]] == known[differing[0]]


def _mend(workspace: Workspace, path: str, edits: set[Edit]) -> int:
    content = workspace.read(path)
    mark = b"\xef\xbb\xbf" if content.startswith(b"\xef\xbb\xbf") else b""
    lines = content.decode("utf-8-sig").splitlines(keepends=True)
    done = 0
    for edit in sorted(edits, reverse=True):  # from the end, so that earlier places stay where they are
        if not edit.old:
            if lines and lines[0].startswith(_SCHEMA_MARK):
                del lines[0]
            lines.insert(0, edit.new)
            done += 1
        elif edit.line <= len(lines) and lines[edit.line - 1].startswith(edit.old, edit.column - 1):
            line, at = lines[edit.line - 1], edit.column - 1
            lines[edit.line - 1] = line[:at] + edit.new + line[at + len(edit.old) :]
            done += 1
    if done:
        workspace.write(path, mark + "".join(lines).encode())
    return done
