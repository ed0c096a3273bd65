"""Which reader reads which file: told by what stands in it first, by its name second. What nobody knows is told."""

from __future__ import annotations

import posixpath
from typing import Literal

from deroule.importers.bigbluebutton.events import is_events, read_events
from deroule.importers.bigbluebutton.published import is_published, read_published
from deroule.importers.export import MEDIA, Export, is_media
from deroule.importers.marks_table import is_marks, read_marks
from deroule.importers.part import Part
from deroule.importers.teams import attendance as teams_attendance
from deroule.importers.teams.document import read_document
from deroule.importers.voices import with_voices
from deroule.importers.zoom import chat as zoom_chat
from deroule.importers.zoom import reports as zoom_reports
from deroule.model.recording import MediaFile
from deroule.source.after.captions import UNSURE, read_captions
from deroule.source.after.text import decode_export

_CAPTIONS = frozenset({".vtt", ".srt", ".sbv"})
_TABLES = frozenset({".csv", ".tsv", ".txt", ""})
_PICTURES = frozenset({".png", ".jpg", ".jpeg", ".svg", ".gif", ".webp"})
_VOICES_APART = "Audio Record/"
"""Where Zoom keeps each participant's voice in a file that bears the name: never taken over."""
_START = 20_000
"""Characters by which a file is recognised."""


def read_all(export: Export) -> Part:
    """Read every file of an export into one part."""
    part = Part()
    left = _published(export, part)
    apart = 0
    for name in left:
        if is_media(name):
            if _VOICES_APART in name:
                apart += 1
            elif export.root is not None:
                part.media.append(MediaFile(name, MEDIA[posixpath.splitext(name)[1].lower()], _role(name)))
            continue
        found = _read(export, name)
        if found.empty and not found.faults and not found.unknown:
            found.unknown.append(name)  # recognised, and empty: torn, or a report on nothing
        part.join(found)
    if apart:
        part.unused.append(f"{_VOICES_APART} ({apart})")
    part.faults = [*export.faults, *part.faults]
    return part


def _published(export: Export, part: Part) -> list[str]:
    """Read the published recordings of BigBlueButton, a folder each; give the files that are left."""
    folders: dict[str, list[str]] = {}
    for name in export.names:
        if posixpath.basename(name) in ("shapes.svg", "slides_new.xml"):
            folders.setdefault(posixpath.dirname(name), [])
    left = []
    for name in export.names:
        above = [folder for folder in folders if name.startswith(f"{folder}/") or not folder]
        if above and posixpath.basename(name) != "events.xml":
            folders[max(above, key=len)].append(name)
        else:
            left.append(name)
    for names in folders.values():
        if is_published(tuple(names)):
            part.join(read_published(export, tuple(names)))
        else:
            left += names
    return left


def _read(export: Export, name: str) -> Part:
    ending = posixpath.splitext(name)[1].lower()
    if ending in _PICTURES or ending == ".pdf":
        return Part(unknown=[name])
    content = export.read(name)
    if content is None:
        return Part()
    if ending == ".docx":
        return read_document(content, name)
    decoded = decode_export(content)
    start = decoded.text[:_START]
    if is_events(start):
        return read_events(content, name)
    part = _text(content, decoded.text, start, name, ending)
    if decoded.unsure and not part.empty and ending not in _CAPTIONS:
        part.fault(name, UNSURE, lost=True)
    return part


def _text(content: bytes, text: str, start: str, name: str, ending: str) -> Part:
    if ending in _CAPTIONS or start.lstrip("\ufeff").startswith("WEBVTT"):
        return _captions(content, name)
    if ending not in _TABLES:
        return Part(unknown=[name])
    if zoom_chat.is_chat(start):
        return zoom_chat.read_chat(text, name)
    if teams_attendance.is_attendance(start):
        return teams_attendance.read_attendance(text, name)
    if is_marks(start):
        return read_marks(text, name)
    kind = zoom_reports.report_kind(start)
    if kind == "polls":
        return zoom_reports.read_polls(text, name)
    if kind == "questions":
        return zoom_reports.read_questions(text, name)
    if kind == "attendance":
        return zoom_reports.read_attendance(text, name)
    if "-->" in start:
        return _captions(content, name)
    return Part(unknown=[name])


def _captions(content: bytes, name: str) -> Part:
    read = read_captions(content)
    part = Part()
    for fault in read.faults:
        part.fault(name, fault.what, fault.line, lost=fault.lost)
    if not read.cues:
        return part
    tagged = any(cue.speaker for cue in read.cues)
    cues = with_voices(read.cues)
    if tagged and read.form == "webvtt":
        part.tool = "teams"
    elif any(cue.speaker for cue in cues):
        part.tool = "zoom"
    part.captions[_language(name)] = cues
    return part


def _language(name: str) -> str:
    """Give the language that a file's name tells: `captions.fr.vtt`, `caption_fr.srt`, `seance-en.sbv`."""
    stem = posixpath.splitext(posixpath.basename(name))[0]
    last = stem.replace("_", ".").replace("-", ".").rsplit(".", 1)[-1].lower()
    return last if len(last) == 2 and last.isalpha() and stem.lower() != last else "und"


def _role(name: str) -> Literal["main", "audio"]:
    return "audio" if MEDIA[posixpath.splitext(name)[1].lower()].startswith("audio/") else "main"
