"""What the build remembers between two runs: for each artefact what it rested on, what was made, what was found."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from deroule.build.digest import digest, file_digest
from deroule.diagnostics import Code, Diagnostic, Note, Severity, Words
from deroule.span import Span
from deroule.workspace import Recorder, Workspace, write_beside
from deroule.workspace.recorder import MISSING, listing_digest

FORMAT = 1


@dataclass(slots=True)
class Stamp:
    """A file as it was last seen: content digest, and size and time to spare reading it again."""

    sha256: str
    size: int = -1
    changed_ns: int = -1


@dataclass(slots=True)
class Reading:
    """What was read: files, listings of folders, and the day where it was asked for."""

    files: dict[str, Stamp] = field(default_factory=dict)
    listings: dict[str, str] = field(default_factory=dict)
    day: str | None = None


@dataclass(slots=True)
class Memory:
    """What is remembered of one artefact, or of the loading of the sources (`key` then stands for the code)."""

    key: str
    reading: Reading
    made: dict[str, Stamp] = field(default_factory=dict)
    """Files made, relative to build/."""
    diagnostics: list[dict[str, Any]] = field(default_factory=list)
    needs: dict[str, str] = field(default_factory=dict)
    """What was taken in: artefact id to a digest of what it was."""
    facts: dict[str, Any] = field(default_factory=dict)


class Store:
    """The memory of a build folder, one JSON file; a broken or foreign one counts as empty."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / ".deroule" / "state.json"
        self.memories: dict[str, Memory] = {}
        with contextlib.suppress(OSError, ValueError, KeyError, TypeError, AttributeError):
            stored = json.loads(self.file.read_bytes())
            if stored["format"] == FORMAT:
                self.memories = {name: _memory(value) for name, value in stored["memories"].items()}

    def save(self) -> None:
        """Write the memory, whole."""
        stored = {"format": FORMAT, "memories": {name: _stored(value) for name, value in sorted(self.memories.items())}}
        write_beside(self.file, json.dumps(stored, ensure_ascii=False, indent=0).encode())


def _stored(memory: Memory) -> dict[str, Any]:
    """Give a memory as JSON values; dataclasses.asdict copies all that it meets, which takes ten times as long."""
    reading = memory.reading
    return {
        "key": memory.key,
        "reading": {"files": _stamps(reading.files), "listings": reading.listings, "day": reading.day},
        "made": _stamps(memory.made),
        "diagnostics": memory.diagnostics,
        "needs": memory.needs,
        "facts": memory.facts,
    }


def _stamps(files: dict[str, Stamp]) -> dict[str, dict[str, Any]]:
    return {path: {"sha256": one.sha256, "size": one.size, "changed_ns": one.changed_ns} for path, one in files.items()}


def _memory(stored: dict[str, Any]) -> Memory:
    reading = stored["reading"]
    files = {path: Stamp(**stamp) for path, stamp in reading["files"].items()}
    made = {path: Stamp(**stamp) for path, stamp in stored["made"].items()}
    return Memory(
        key=stored["key"],
        reading=Reading(files, reading["listings"], reading["day"]),
        made=made,
        diagnostics=stored["diagnostics"],
        needs=stored["needs"],
        facts=stored["facts"],
    )


def reading_of(recorder: Recorder, workspace: Workspace) -> Reading:
    """Keep what a recorder saw, with sizes and times."""
    files = {path: _stamp_source(workspace, path, sha) for path, sha in recorder.read_files.items()}
    return Reading(files, dict(recorder.listings), recorder.read_day.isoformat() if recorder.read_day else None)


def _stamp_source(workspace: Workspace, path: str, sha: str) -> Stamp:
    if sha == MISSING:
        return Stamp(sha)
    with contextlib.suppress(OSError, ValueError):
        found = workspace.path(path).stat()
        return Stamp(sha, found.st_size, found.st_mtime_ns)
    return Stamp(sha)


def what_changed(reading: Reading, workspace: Workspace) -> str | None:
    """Name the first thing read that is different now; nothing when all is as it was."""
    if reading.day is not None and reading.day != workspace.today().isoformat():
        return "the day"
    for path, stamp in reading.files.items():
        if not _as_it_was(workspace, path, stamp):
            return path
    for asked, before in reading.listings.items():
        folder, ending = asked.split("\0")
        now = workspace.folders(folder) if ending == "/" else workspace.files(folder, ending=ending)
        if listing_digest(now) != before:
            return f"{folder or '.'}/"
    return None


def _as_it_was(workspace: Workspace, path: str, stamp: Stamp) -> bool:
    try:
        true_path = workspace.path(path)
        found = true_path.stat()
        if (found.st_size, found.st_mtime_ns) == (stamp.size, stamp.changed_ns):
            return True
        if not true_path.is_file():
            return stamp.sha256 == MISSING
        return file_digest(true_path) == stamp.sha256
    except (OSError, ValueError):
        return stamp.sha256 == MISSING


def stamp_made(folder: Path, path: str) -> Stamp:
    """Stamp a file that was made."""
    found = (folder / path).stat()
    return Stamp(file_digest(folder / path), found.st_size, found.st_mtime_ns)


def still_made(folder: Path, made: dict[str, Stamp]) -> bool:
    """Whether every file that was made is still there, untouched."""
    try:
        return all(
            ((folder / path).stat().st_size, (folder / path).stat().st_mtime_ns) == (stamp.size, stamp.changed_ns)
            for path, stamp in made.items()
        )
    except OSError:
        return False


# --- diagnostics, kept so that a build with nothing to do tells the same as the build that made things -----------


def keep_diagnostics(found: Iterable[Diagnostic]) -> list[dict[str, Any]]:
    """Turn diagnostics into JSON values. The page of the code is left out: `explain` has it."""
    return [
        {
            "code": [one.code.id, one.code.name, one.code.severity, _words(one.code.message)],
            "span": asdict(one.span) if one.span else None,
            "values": list(one.values),
            "hint": _words(one.hint),
            "notes": [
                [_words(note.message), asdict(note.span) if note.span else None, list(note.values)]
                for note in one.notes
            ],
        }
        for one in found
    ]


def tell_diagnostics(kept: Iterable[dict[str, Any]]) -> tuple[Diagnostic, ...]:
    """Turn JSON values back into diagnostics."""
    return tuple(_diagnostic(one) for one in kept)


def _diagnostic(kept: dict[str, Any]) -> Diagnostic:
    code_id, name, severity, message = kept["code"]
    code = Code(code_id, name, Severity(severity), Words(*message), Words("", ""))
    notes = tuple(
        Note(Words(*words), Span(**span) if span else None, _pairs(values)) for words, span, values in kept["notes"]
    )
    span = Span(**kept["span"]) if kept["span"] else None
    return Diagnostic(code, span, _pairs(kept["values"]), notes, Words(*kept["hint"]) if kept["hint"] else None)


def _words(words: Words | None) -> list[str] | None:
    return [words.fr, words.en] if words else None


def _pairs(values: Iterable[Iterable[str]]) -> tuple[tuple[str, str], ...]:
    return tuple((key, value) for key, value in values)


def need_digest(memory: Memory | None) -> str:
    """Tell what a needed artefact is now: the digest of its files, or `absent`."""
    if memory is None or not memory.made:
        return "absent"
    return digest(*(f"{path} {stamp.sha256}" for path, stamp in sorted(memory.made.items())))
