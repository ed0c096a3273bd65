"""`deroule import recording`: an export read, scrubbed, aligned and mended, then written for a person to correct."""

from __future__ import annotations

import dataclasses
import posixpath
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from deroule.diagnostics import Diagnostic, Outcome, Words
from deroule.importers.align.by_export import align
from deroule.importers.align.pages import pages_of
from deroule.importers.codes import (
    EXPORT_FAULT,
    KEPT_CORRECTED,
    NO_PICTURES,
    NO_SUCH_EVENT,
    NOTHING_FOUND,
    SCRUBBED,
    UNKNOWN_PART,
)
from deroule.importers.export import Export, open_export
from deroule.importers.films import film_order, length_of, placed_media
from deroule.importers.guarded import SEAL, write_guarded
from deroule.importers.mending import Mended, mend
from deroule.importers.part import ExportFault, Part
from deroule.importers.pictures import recognise_slides
from deroule.importers.polls import with_poll_ids
from deroule.importers.privacy import (
    Directory,
    Scrubbed,
    directory_of,
    scrub_chat,
    scrub_cues,
    scrub_polls,
    scrub_questions,
)
from deroule.importers.private import merged, write_private
from deroule.importers.recognise import read_all
from deroule.importers.written import Placed, after_text
from deroule.model.event import Event
from deroule.model.recording import Cue, Mark, Recording
from deroule.model.webvtt import write_webvtt
from deroule.source import load
from deroule.span import Span
from deroule.workspace import DiskWorkspace

YAML_SEAL = "# {}\n"
CAPTIONS_SEAL = "\nNOTE\n{}\n"
MOST_NAMED = 8
Watcher = Callable[[str, float], None]
"""Told what is done (`film`), and how far it is, from 0 to 1."""
Draw = Callable[[str], None]
"""Brings the slide pictures of an event up to date."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import found and wrote."""

    event: str
    recording: Recording
    written: tuple[str, ...]
    private: tuple[str, ...]
    scrubbed: Scrubbed
    mended: dict[str, Mended]
    people: int
    slides: int
    """How many slides the event has."""
    unused: tuple[str, ...] = ()


def import_recording(
    workspace: DiskWorkspace, path: Path, event_name: str, *, watcher: Watcher | None = None, draw: Draw | None = None
) -> Outcome[Imported | None]:
    """Read an export and write what it tells into the event's `after/`. Never raises for a bad export.

    `draw` is called where slides have to be recognised in a film; without it, the pictures are taken as they are.
    """
    dossier = load(workspace).value
    event = next((one for one in dossier.events if one.id == event_name), None)
    if event is None:
        known = ", ".join(one.id for one in dossier.events) or "–"
        return Outcome(None, (NO_SUCH_EVENT.at(None, event=event_name, known=known),))
    export = open_export(path)
    export.names = tuple(name for name in export.names if not _is_own(name, export, event))
    part = read_all(export)
    found = [_told(fault, workspace, export) for fault in part.faults]
    if part.unknown:
        named = ", ".join(part.unknown[:MOST_NAMED]) + (" …" if len(part.unknown) > MOST_NAMED else "")
        found.append(UNKNOWN_PART.at(None, count=len(part.unknown), names=named))
    if part.empty:
        return Outcome(None, (NOTHING_FOUND.at(None, path=path.name), *dict.fromkeys(found)))
    importing = Importing(workspace, event, export, part, watcher or _unwatched, draw)
    imported = importing.run()
    return Outcome(imported, (*dict.fromkeys((*found, *importing.found)),))


def _is_own(name: str, export: Export, event: Event) -> bool:
    """Whether a file was written by an import before: exports may lie in `after/` itself, beside what comes of them."""
    base = posixpath.basename(name)
    if base in ("after.yml", "after.import.yml"):
        return True
    held = event.after.caption_files if event.after else ()
    if any(posixpath.basename(one.file) == base for one in held):
        return True
    if not (base.startswith("captions.") and base.endswith(".vtt")):
        return False
    return SEAL.encode() in (export.read(name) or b"")


def _unwatched(stage: str, share: float) -> None:
    """Nobody looks on."""


def _told(fault: ExportFault, workspace: DiskWorkspace, export: Export) -> Diagnostic:
    file = fault.file
    if export.root is not None and export.root.is_relative_to(workspace.root):
        file = posixpath.join(export.root.relative_to(workspace.root).as_posix(), file)
    values = dict(fault.values)
    what = dataclasses.replace(
        fault.what, fr=fault.what.in_language("fr", **values), en=fault.what.in_language("en", **values)
    )
    return EXPORT_FAULT.at(Span(file, fault.line), file=posixpath.basename(fault.file), what=what)


@dataclass(slots=True)
class Importing:
    """One import."""

    workspace: DiskWorkspace
    event: Event
    export: Export
    part: Part
    watcher: Watcher
    draw: Draw | None = None
    found: list[Diagnostic] = field(default_factory=list)

    def run(self) -> Imported:
        """Do it all."""
        part, event = self.part, self.event
        people = self._people()
        private = write_private(self.workspace, event.id, part.participants, part.ballots, people)
        captions, mended = self._captions(people)
        media, sources = placed_media(self.workspace, self._folder, self.export, part.media)
        part.duration = length_of(self.workspace, self._folder, media) or part.duration
        recording = Recording(
            tool=part.tool,
            title=people.scrub(part.title),
            language=event.language,
            duration=part.duration,
            media=media,
            marks=tuple(self._marks()),
            captions={language: tuple(cues) for language, cues in captions.items()},
            polls=with_poll_ids(scrub_polls(part.polls, people), event),
            chat=tuple(scrub_chat(part.chat, people)),
            questions=tuple(scrub_questions(part.questions, people)),
            films=tuple(part.films),
            unknown=tuple(people.scrub(one) for one in part.unknown),
        )
        if people.count.total:
            count = people.count
            self.found.append(
                SCRUBBED.at(
                    None, names=count.names, mails=count.mails, telephones=count.telephones, addresses=count.addresses,
                    private=count.private,
                )
            )  # fmt: skip
        written = self._write(recording, tuple(people.scrub(one) for one in sources))
        slides = len(event.slides)
        return Imported(
            event.id, recording, tuple(written), tuple(private), people.count, mended, len(part.participants), slides,
            tuple(part.unused),
        )  # fmt: skip

    @property
    def _folder(self) -> str:
        return f"{self.event.folder}/after"

    def _people(self) -> Directory:
        """Give everybody a number, in order of arrival, then of first word."""
        part = self.part
        people = directory_of(self.event, {})
        people.agreed = self.event.after is not None and self.event.after.participants_agreed
        part.participants = merged(part.participants)
        people.admit(part.participants)
        first = [(cue.start, cue.speaker) for cues in part.captions.values() for cue in cues if cue.speaker]
        first += [(one.start or 0.0, one.author) for one in part.chat]
        for _, name in sorted(first):
            people.called(name)
        for name in [one.asker for one in part.questions] + [one.person for one in part.ballots]:
            people.called(name)
        return people

    def _captions(self, people: Directory) -> tuple[dict[str, list[Cue]], dict[str, Mended]]:
        made: dict[str, list[Cue]] = {}
        mended: dict[str, Mended] = {}
        for language, cues in self.part.captions.items():
            name = self.event.language if language == "und" else language
            name = name if name not in made else f"{name}-x-{len(made) + 1}"
            made[name], mended[name] = mend(scrub_cues(cues, people))
        return made, mended

    def _marks(self) -> list[Mark]:
        if self.part.marks:
            return align(self.part.marks, self.event, pages_of(self.event, self.workspace))
        films = [one.file for one in self.part.media if one.type.startswith("video/") and one.role == "main"]
        return self._by_picture(min(films, key=film_order)) if films else []

    def _by_picture(self, film: str) -> list[Mark]:
        if self.export.root is None:
            return []
        if self.draw:
            self.draw(self.event.id)
        pages = pages_of(self.event, self.workspace)
        outcome = recognise_slides(self.export.root / film, pages, self.workspace, self.watcher)
        if isinstance(outcome, Words):
            self.found.append(NO_PICTURES.at(None, what=outcome, event=self.event.id))
            return []
        return outcome

    def _write(self, recording: Recording, sources: tuple[str, ...]) -> list[str]:
        written = []
        captions = {}
        for language, cues in recording.captions.items():
            wanted = f"{self._folder}/captions.{language}.vtt"
            path = self._put(wanted, write_webvtt(cues), CAPTIONS_SEAL)
            captions[language] = posixpath.basename(wanted)
            written.append(path)
        placed = Placed(recording.media, captions, sources)
        text = after_text(recording, placed, self.event.language)
        written.append(self._put(f"{self._folder}/after.yml", text, YAML_SEAL))
        return written

    def _put(self, wanted: str, text: str, seal: str) -> str:
        path = write_guarded(self.workspace, wanted, text, seal)
        if path != wanted:
            beside = posixpath.basename(path)
            self.found.append(KEPT_CORRECTED.at(Span(wanted), path=posixpath.basename(wanted), beside=beside))
        return path
