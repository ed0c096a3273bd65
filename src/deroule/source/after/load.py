"""From after.yml and its captions to `Event.after`: names hidden, times published, slides and chapters named."""

from __future__ import annotations

import dataclasses
import posixpath

from deroule.diagnostics import Diagnostic
from deroule.model.after import WrittenAfter, WrittenMedia
from deroule.model.event import Event
from deroule.model.people import withheld
from deroule.model.recording import After, CaptionFile, Cue, Edit, MediaFile, Recording
from deroule.model.transcript import on_slides
from deroule.source.after.codes import UNCAPTIONED, UNKNOWN_MEDIA, UNNAMED_VOICE, WITHHELD
from deroule.source.after.edit import read_edit
from deroule.source.after.made_chapters import made_chapters, sequence_times
from deroule.source.after.timed import Timed
from deroule.source.after.tracks import read_track
from deroule.source.after.voices import Voices, voices_of
from deroule.source.codes import MISSING_FILE
from deroule.source.files import FileReader
from deroule.source.paths import outside
from deroule.source.references import SPEAKER, dangling
from deroule.span import Span
from deroule.workspace import OutsideWorkspaceError, workspace_path

AFTER = "after"
_TYPES = {
    ".mp4": "video/mp4", ".m4v": "video/mp4", ".webm": "video/webm", ".mov": "video/quicktime",
    ".m4a": "audio/mp4", ".mp3": "audio/mpeg", ".ogg": "audio/ogg", ".opus": "audio/ogg", ".wav": "audio/wav",
}  # fmt: skip


def load_after(files: FileReader, event: Event) -> After | None:
    """Read what the session of an event left behind; nothing when there is no after.yml, or none that can be read.

    Faults are added to `files.found`. Never raises for bad input.
    """
    folder = f"{event.folder}/{AFTER}"
    path = f"{folder}/after.yml"
    if path not in _listed(files, folder):
        return None
    written = files.model(path, WrittenAfter, event.language)
    return _Loading(files, event, written, folder).after() if written is not None else None


def _listed(files: FileReader, folder: str) -> tuple[str, ...]:
    """List a folder. To ask for a file by name would digest it whole, and a recording may hold gigabytes."""
    try:
        return files.workspace.files(folder)
    except OutsideWorkspaceError:
        files.found.append(outside(folder, Span(f"{posixpath.dirname(folder)}/event.yml")))
        return ()
    except OSError:
        return ()


class _Loading:
    """Reads one after.yml."""

    def __init__(self, files: FileReader, event: Event, written: WrittenAfter, folder: str) -> None:
        self.files = files
        self.event = event
        self.written = written
        self.folder = folder
        self.found: list[Diagnostic] = files.found
        self.agreed = written.consent.participants is not None

    def after(self) -> After:
        """Read everything."""
        written, event = self.written, self.event
        self.found += dangling(written, "speakers", event.speakers, SPEAKER)
        edit, faults = read_edit(written)
        self.found += faults
        timed = Timed(event, edit, self._voices(), self.found)
        marks = timed.marks(written.slides)
        duration = edit.duration
        media = self._media()
        captions, caption_files = self._captions(edit, bool(media))
        held = self._withheld(bool(media or captions))
        recording = Recording(
            tool=written.tool,
            title=written.title or "",
            language=event.language,
            duration=duration,
            media=() if held else media,
            marks=marks,
            captions={} if held else {name: on_slides(cues, marks) for name, cues in captions.items()},
            chapters=timed.chapters(written.chapters) or made_chapters(event, marks, duration),
            polls=timed.polls(written.polls),
            chat=timed.chat(written.chat),
            questions=timed.questions(written.questions),
            films=timed.films(written.films),
            unknown=written.unknown,
        )
        timed.tell_hidden(written.span)
        return After(
            recording,
            edit,
            () if held else caption_files,
            sequence_times(event, marks, duration),
            self.agreed,
            self.folder,
            held,
            written.span,
        )

    def _voices(self) -> Voices:
        return voices_of(self.event, self.written.speakers, agreed=self.agreed)

    def _withheld(self, recorded: bool) -> tuple[str, ...]:
        """Give the speakers without whose consent nothing of the recording may be shown."""
        if not recorded:
            return ()
        held = withheld(self.event.speakers, self.files.workspace.today())
        for name in held:
            speaker = self.event.speakers[name]
            self.found.append(WITHHELD.at(speaker.span_of("consent"), name=speaker.name.plain))
        return held

    def _media(self) -> tuple[MediaFile, ...]:
        made = []
        for one in self.written.media:
            if one.address:
                made.append(MediaFile(one.address, _type(one.address) or "text/html", "address"))
            elif one.file and (path := self._placed(one.file, one.span_of("file"))):
                made += self._film(one, path)
        return tuple(made)

    def _film(self, one: WrittenMedia, path: str) -> list[MediaFile]:
        kind = _type(path)
        if not kind:
            self.found.append(UNKNOWN_MEDIA.at(one.span_of("file"), file=one.file))
            return []
        length = self.written.length or 0.0
        return [MediaFile(path, kind, one.role, length if one.role == "main" else 0.0)]

    def _placed(self, written: str, span: Span | None) -> str | None:
        """Give the workspace path of a file that is there; tell it otherwise."""
        try:
            path = workspace_path(written, self.folder)
        except OutsideWorkspaceError:
            self.found.append(outside(written, span))
            return None
        if path not in _listed(self.files, posixpath.dirname(path)):
            self.found.append(MISSING_FILE.at(span, path=written))
            return None
        return path

    def _captions(self, edit: Edit, recorded: bool) -> tuple[dict[str, tuple[Cue, ...]], tuple[CaptionFile, ...]]:
        written = self.written
        tracks: dict[str, tuple[Cue, ...]] = {}
        caption_files = []
        voices = self._voices()
        for language, name in written.captions.items():
            path = self._placed(name, written.span_of("captions"))
            if path is None:
                continue
            read, faults = read_track(self.files.workspace, path, edit)
            self.found += faults
            caption_files.append(CaptionFile(language, path))
            tracks[language] = tuple(dataclasses.replace(cue, speaker=voices.name(cue.speaker)) for cue in read)
        if voices.hidden:
            self.found.append(UNNAMED_VOICE.at(written.span_of("captions"), count=len(voices.hidden)))
        if recorded and not tracks:
            self.found.append(UNCAPTIONED.at(written.span_of("media")))
        return tracks, tuple(caption_files)


def _type(file: str) -> str:
    """Give the media type that a file's name tells."""
    clean = file.split("?")[0].split("#")[0]
    return _TYPES.get(posixpath.splitext(clean)[1].lower(), "")
