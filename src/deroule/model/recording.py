"""A recording as the importers read it and the replay shows it: marks, captions, chapters, polls, chat, attendance.

Times are seconds. In what an importer hands over they count as the tool counted; in `Event.after` they count from the
start of the media as it is published: offset added, cuts taken out (see `Edit`). Nothing here knows which tool the
values came from, and `Event.after` names no participant unless consent is on record (see `importers/privacy.py`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from deroule.span import Span

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
    by: Literal["", "hand", "deck", "text", "number", "picture"] = ""
    """What told which slide it is; nothing until it is aligned."""


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

    def votes(self, options: Sequence[str]) -> dict[str, int]:
        """Give the votes by our own options: tools letter them (`A. D'accord`), or keep the letters alone."""
        counted = {_bare(answer.label): answer.votes for answer in self.answers}
        found = {option: counted[_bare(option)] for option in options if _bare(option) in counted}
        if not found and len(options) >= len(self.answers) > 0:
            places = {_place(answer.label): answer.votes for answer in self.answers}
            if set(places) <= set(range(len(options))):
                return {options[place]: votes for place, votes in places.items() if place is not None}
        return found


def _bare(text: str) -> str:
    """Give a text without the letter before it, marks and case: what two ways of writing an option share."""
    plain = re.sub(r"^\s*(?:[A-Za-z]|\d{1,2})[.):]\s+", "", text)
    return re.sub(r"[\W_]+", " ", plain).casefold().strip()


def _place(label: str) -> int | None:
    """Give the place that a letter or a number tells: A and 1 are the first."""
    sign = label.strip().rstrip(".)").upper()
    if sign.isascii() and sign.isdecimal():
        return int(sign) - 1
    return ord(sign) - ord("A") if len(sign) == 1 and "A" <= sign <= "Z" else None


@dataclass(frozen=True, slots=True)
class ShownFilm:
    """A film of another site that was shown in the session: its address, and when it came up."""

    address: str
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
    """A stretch of the media that is taken out: the wait before the start, the break. Seconds of the uncut media."""

    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Edit:
    """How the published recording is made from what was recorded, for media, marks, captions and chapters alike.

    A time that the tool counted is first moved by `offset` (so that it is a time of the uncut media), then the cuts
    before it are taken off. `cuts` are in order and do not overlap; `length` is the uncut media's, 0 when unknown.
    """

    offset: float = 0.0
    cuts: tuple[Cut, ...] = ()
    length: float = 0.0

    @property
    def kept(self) -> tuple[tuple[float, float], ...]:
        """The stretches of the uncut media that are published, in order: what a pack joins. Empty without cuts."""
        if not self.cuts:
            return ()
        stretches, reached = [], 0.0
        for cut in self.cuts:
            start = min(cut.start, self.length) if self.length else cut.start
            if start > reached:
                stretches.append((reached, start))
            reached = max(reached, cut.end)
        if self.length > reached:
            stretches.append((reached, self.length))
        return tuple(stretches)

    @property
    def duration(self) -> float:
        """How long the published recording is; 0 when the uncut length is unknown."""
        return max(0.0, self.length - self._taken_before(self.length))

    def published(self, time: float) -> float:
        """Give the published time of a time that the tool counted; inside a cut it is where the cut was made."""
        moved = max(0.0, time + self.offset)
        placed = moved - self._taken_before(moved)
        return min(placed, self.duration) if self.length else placed

    def stretch(self, start: float, end: float) -> tuple[float, float] | None:
        """Give the published stretch of a stretch that the tool counted; nothing when all of it is cut away."""
        first, last = self.published(start), self.published(end)
        return (first, last) if last > first else None

    def _taken_before(self, time: float) -> float:
        return sum(max(0.0, min(cut.end, time) - cut.start) for cut in self.cuts if cut.start < time)


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
    films: tuple[ShownFilm, ...] = ()
    attendance: tuple[Participant, ...] = ()
    unknown: tuple[str, ...] = ()
    """Parts of the export that no reader knows: reported, kept, never dropped in silence."""


@dataclass(frozen=True, slots=True)
class SequenceTime:
    """How long a sequence was planned to take, and took: seconds. It may have been left and returned to."""

    sequence: str
    planned: float
    actual: float


@dataclass(frozen=True, slots=True)
class CaptionFile:
    """A file of captions of the workspace, as people corrected it. Its cues are in `Recording.captions`."""

    language: str
    file: str


@dataclass(frozen=True, slots=True)
class After:
    """What a session left behind, read from `after/after.yml` and its captions: what replay and packs are made of.

    In `recording` every time is a published one (see `Edit`), marks name our slides, cues have their slide, chapters
    are filled (as written, else from marks, sequences and sections), attendance is empty: it never gets here.
    `recording.media` are the uncut files by workspace path (role `address`: an address): where `edit.kept` is not
    empty, a pack joins these stretches before it publishes the media, and never publishes the uncut one.
    """

    recording: Recording
    edit: Edit = field(default_factory=Edit)
    caption_files: tuple[CaptionFile, ...] = ()
    times: tuple[SequenceTime, ...] = ()
    """Planned and actual time of each sequence that the marks tell of, in the event's order."""
    participants_agreed: bool = False
    """Whether participants may be named: only when their consent is on record."""
    folder: str = ""
    """The workspace folder `…/after`."""
    withheld: tuple[str, ...] = ()
    """Ids of the speakers without whose consent media and captions were left out of `recording`."""
    span: Span | None = field(default=None, compare=False)
