"""What a reader of exports gives: a part of a recording, what it stumbled over, and what it did not know."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from deroule.diagnostics import Words
from deroule.model.recording import ChatMessage, Mark, MediaFile, Participant, PollResult, Question, ShownFilm, Tool
from deroule.source.after.cues import ReadCue


@dataclass(frozen=True, slots=True)
class ExportFault:
    """Something of an export that is not as it should be. `lost` tells that a value could not be kept."""

    file: str
    what: Words
    line: int = 1
    lost: bool = False
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Ballot:
    """How one person answered a poll: for the private folder alone."""

    person: str
    question: str
    answer: str


@dataclass(slots=True)
class Part:
    """What one reader found. Readers fill it; parts are joined into one recording."""

    tool: Tool = "file"
    title: str = ""
    language: str = ""
    duration: float = 0.0
    """Seconds of the media, where the export tells them."""
    media: list[MediaFile] = field(default_factory=list)
    """Files by their path in the export, or addresses."""
    marks: list[Mark] = field(default_factory=list)
    captions: dict[str, list[ReadCue]] = field(default_factory=dict)
    polls: list[PollResult] = field(default_factory=list)
    chat: list[ChatMessage] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    films: list[ShownFilm] = field(default_factory=list)
    participants: list[Participant] = field(default_factory=list)
    ballots: list[Ballot] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    """Parts that no reader knows, by file or element."""
    unused: list[str] = field(default_factory=list)
    """Parts that are known, and that a replay has no use for (pointer, zoom)."""
    faults: list[ExportFault] = field(default_factory=list)

    def fault(self, file: str, what: Words, line: int = 1, *, lost: bool = False, **values: object) -> None:
        """Note something that is not as it should be."""
        filled = tuple((name, str(value)) for name, value in sorted(values.items()))
        self.faults.append(ExportFault(file, what, line, lost, filled))

    def join(self, other: Part) -> None:
        """Take in what another reader found. What both tell of the media is kept as it was."""
        self.tool = self.tool if self.tool != "file" else other.tool
        self.title = self.title or other.title
        self.language = self.language or other.language
        self.duration = max(self.duration, other.duration)
        for name in ("media", "marks", "polls", "chat", "questions", "films", "participants", "ballots", "unknown", "unused", "faults"):  # fmt: skip
            getattr(self, name).extend(getattr(other, name))
        for language, cues in other.captions.items():
            key = language if language not in self.captions else _free(language, self.captions)
            self.captions[key] = cues

    @property
    def empty(self) -> bool:
        """Whether nothing was found that a replay or a private table can use."""
        held = (self.media, self.marks, self.captions, self.polls, self.chat, self.questions, self.participants)
        return not any(held)


Reader = Callable[[str, str], Part]
"""Reads the text of a file, named for its faults."""


def _free(language: str, taken: Iterable[str]) -> str:
    known = set(taken)
    return next(f"{language}-x-{number}" for number in range(2, 1000) if f"{language}-x-{number}" not in known)
