"""A recording as the importers read it and the replay shows it: marks, captions, chapters, polls, chat, attendance.

All times are seconds from the start of the media, after offset and cuts. Nothing here knows which tool the values
came from, and nothing here names a participant unless consent is on record (see `importers/privacy.py`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

Tool: TypeAlias = Literal["bigbluebutton", "zoom", "teams", "file", "rehearsal"]


@dataclass(frozen=True, slots=True)
class MediaFile:
    """A film or a sound: a workspace path, or an address somewhere else."""

    file: str
    type: str
    """Its media type: video/mp4, video/webm, audio/mp4."""
    role: Literal["main", "camera", "screen", "audio", "address"] = "main"
    duration: float = 0.0


@dataclass(frozen=True, slots=True)
class Mark:
    """A moment when a slide comes up. What the tool knew is kept beside what it was matched with."""

    start: float
    end: float | None = None
    slide: str | None = None
    """The id of our slide; nothing until it is aligned, or for a screen share."""
    number: int | None = None
    """The slide's number in its presentation, from 1, as the tool counted."""
    presentation: str = ""
    """The presentation's file name, as the tool kept it."""
    text: str = ""
    """The slide's text, where the tool kept it: the best key to match by."""
    confidence: float = 1.0
    """How sure the alignment is, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A caption: what is said between two moments, and by whom."""

    start: float
    end: float
    text: str
    speaker: str = ""
    slide: str | None = None
    id: str = ""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A named stretch of the recording. `id` is the sequence, section or slide that it tells; `level` 1, 2 or 3."""

    start: float
    end: float
    title: str
    id: str = ""
    level: int = 1


@dataclass(frozen=True, slots=True)
class PollAnswer:
    """An option and how many chose it."""

    label: str
    votes: int


@dataclass(frozen=True, slots=True)
class PollResult:
    """A poll as it was answered. `id` is our poll's id once matched."""

    question: str
    answers: tuple[PollAnswer, ...]
    respondents: int = 0
    id: str = ""
    start: float | None = None


@dataclass(frozen=True, slots=True)
class ChatMessage:
    """A line of the chat. `private` messages never leave the importer."""

    start: float | None
    author: str
    text: str
    private: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the room and what was answered."""

    text: str
    answers: tuple[str, ...] = ()
    asker: str = ""
    start: float | None = None
    votes: int = 0


@dataclass(frozen=True, slots=True)
class Presence:
    """One stay of a participant, between joining and leaving, in seconds from the session's start."""

    join: float
    leave: float


@dataclass(frozen=True, slots=True)
class Participant:
    """Someone who was there; reconnections are several stays of one person. For the private folder alone."""

    key: str
    """What tells the person apart in the export: an address, an external id, else the name."""
    name: str
    email: str = ""
    role: str = ""
    stays: tuple[Presence, ...] = ()

    @property
    def seconds(self) -> float:
        """The time really present: stays that overlap (two windows open) count once."""
        total, reached = 0.0, float("-inf")
        for stay in sorted(self.stays, key=lambda one: one.join):
            total += max(0.0, stay.leave - max(stay.join, reached))
            reached = max(reached, stay.leave)
        return total

    @property
    def arrival(self) -> float:
        """When the person first joined."""
        return min((stay.join for stay in self.stays), default=0.0)


@dataclass(frozen=True, slots=True)
class Cut:
    """A stretch taken out of the recording: the wait before the start, the break."""

    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Recording:
    """All that a session left behind, in one shape whatever the tool."""

    tool: Tool
    title: str = ""
    language: str = ""
    duration: float = 0.0
    media: tuple[MediaFile, ...] = ()
    marks: tuple[Mark, ...] = ()
    captions: dict[str, tuple[Cue, ...]] = field(default_factory=dict)
    """Cues by language."""
    chapters: tuple[Chapter, ...] = ()
    polls: tuple[PollResult, ...] = ()
    chat: tuple[ChatMessage, ...] = ()
    questions: tuple[Question, ...] = ()
    attendance: tuple[Participant, ...] = ()
    unknown: tuple[str, ...] = ()
    """Parts of the export that no reader knows: reported, kept, never dropped in silence."""
