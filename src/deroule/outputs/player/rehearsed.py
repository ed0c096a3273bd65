"""rehearsal.json: what a rehearsal knows of itself, written beside its film and read again by packs and pages."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from deroule.model.event import Event
from deroule.model.recording import Chapter, Cue, Mark, MediaFile, Recording

FILE = "rehearsal.json"


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """A rehearsal on disk."""

    folder: Path
    recording: Recording
    told: str
    """The digest of the slides and notes that it tells."""
    voice: str

    @property
    def film(self) -> Path:
        """Its film."""
        return self.folder / self.recording.media[0].file


def told_digest(event: Event, pages: Sequence[dict[str, Any]]) -> str:
    """Give the digest of what a rehearsal tells: the pages in order, with their texts and notes."""
    shown = [[page["id"], page["title"], page["text"]] for page in pages]
    said = [[slide.id, slide.notes.plain] for slide in event.slides]
    return hashlib.sha256(json.dumps([shown, said], ensure_ascii=False).encode()).hexdigest()


def rehearsal_text(recording: Recording, told: str, voice: str) -> str:
    """Write a rehearsal's facts."""
    facts = {
        "version": 1, "told": told, "voice": voice, "title": recording.title, "language": recording.language,
        "duration": recording.duration, "media": [asdict(one) for one in recording.media],
        "marks": [[mark.start, mark.end, mark.slide, mark.number] for mark in recording.marks],
        "captions": {
            language: [[cue.start, cue.end, cue.text, cue.slide] for cue in cues]
            for language, cues in recording.captions.items()
        },
        "chapters": [asdict(chapter) for chapter in recording.chapters],
    }  # fmt: skip
    return json.dumps(facts, ensure_ascii=False, indent=1) + "\n"


def read_rehearsal(folder: Path | None) -> Rehearsed | None:
    """Read the rehearsal of a folder; nothing when none was made."""
    if folder is None or not (folder / FILE).is_file():
        return None
    facts = json.loads((folder / FILE).read_text(encoding="utf-8"))
    captions = {
        language: tuple(Cue(start, end, text, slide=slide) for start, end, text, slide in cues)
        for language, cues in facts["captions"].items()
    }
    recording = Recording(
        "rehearsal", facts["title"], facts["language"], facts["duration"],
        tuple(MediaFile(**one) for one in facts["media"]),
        tuple(Mark(start, end, slide, number, by="deck") for start, end, slide, number in facts["marks"]),
        captions, tuple(Chapter(**one) for one in facts["chapters"]),
    )  # fmt: skip
    return Rehearsed(folder, recording, facts["told"], facts["voice"])
