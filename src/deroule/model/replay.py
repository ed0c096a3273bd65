"""The replay: what a player shows, whatever it is drawn in. `replay.json` is this, written out by `Replay.document`.

The file is made for the replay pack, for the rehearsal's folder and for the site, which all read the same keys:

    version     1
    id, title, subtitle, language, date     the event's
    origin      "recording" (a film or a sound), "session" (what was said and shown in it, without a film), "rehearsal"
                (made before the event from the notes) or "none" (slides and text alone)
    duration    seconds of the media, else of the session as far as it is told, else 0
    media       [{file, type, role}]  main film first; `file` is relative to replay.json, or an address (role "address")
    captions    [{file, language, label}]  WebVTT, relative to replay.json
    slides      [{id, number, title, sequence, section, picture, text, notes, shown: [[start, end], ...]}]
                one entry a page of the deck; `shown` is empty without times; `picture` is a file name of the pictures
    chapters    [{id, start, end, title, level}]  level 1 sequence, 2 section; ids are the event's own
    passages    [{slide, speaker, start, end, cues: [{start, end, text}]}]  the transcript, one passage a slide and speaker
    polls       [{id, question, respondents, answers: [{label, votes}]}]
    quizzes     [{id, slide, question, multiple, feedback, options: [{text, right, feedback}]}]
    questions   [{question, answers: [...], start}]
    shared      [[start, end], ...]  when a screen was shared: the medium of role "screen" shows it
    films       [{address, start}]  films of other sites that were shown
    chat        [{start, author, text}]  the public chat, participants by number
    downloads   [{file, title, type, size}]

Times are seconds with at most three decimals.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal, TypeAlias

from deroule.model.recording import Chapter, ChatMessage, Cue, MediaFile, PollResult, Question, ShownFilm

Origin: TypeAlias = Literal["recording", "session", "rehearsal", "none"]


@dataclass(frozen=True, slots=True)
class ReplaySlide:
    """A page of the deck as the player shows it, with the stretches during which it was on the screen."""

    id: str
    slide: str
    """The slide's id; a slide continued on several pages has several entries."""
    number: int
    title: str
    sequence: str | None
    section: str | None
    picture: str
    text: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    accent: int = 1
    shown: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """What one speaker says on one slide."""

    slide: str | None
    speaker: str
    cues: tuple[Cue, ...]

    @property
    def start(self) -> float:
        """When it begins."""
        return self.cues[0].start

    @property
    def end(self) -> float:
        """When it ends."""
        return self.cues[-1].end


@dataclass(frozen=True, slots=True)
class CaptionTrack:
    """A captions file beside the player."""

    file: str
    language: str
    label: str


@dataclass(frozen=True, slots=True)
class Download:
    """A file to take along. `size` is in bytes."""

    file: str
    title: str
    type: str
    size: int


@dataclass(frozen=True, slots=True)
class ReplaySequence:
    """A sequence as the player lists it."""

    id: str
    title: str
    accent: int
    planned: float = 0.0
    """Seconds planned."""
    actual: float | None = None
    """Seconds really taken, where the recording tells."""


@dataclass(frozen=True, slots=True)
class ReplayOption:
    """An answer of a quiz question."""

    text: str
    right: bool
    feedback: str = ""


@dataclass(frozen=True, slots=True)
class ReplayQuiz:
    """A quiz question, asked on a slide of the event."""

    id: str
    slide: str
    question: str
    options: tuple[ReplayOption, ...]
    multiple: bool = False
    feedback: str = ""


@dataclass(frozen=True, slots=True)
class Replay:
    """All that a player shows of an event."""

    id: str
    title: str
    subtitle: str
    language: str
    date: str
    organiser: str
    summary: tuple[str, ...]
    origin: Origin
    sequences: tuple[ReplaySequence, ...]
    slides: tuple[ReplaySlide, ...]
    duration: float = 0.0
    media: tuple[MediaFile, ...] = ()
    captions: tuple[CaptionTrack, ...] = ()
    chapters: tuple[Chapter, ...] = ()
    passages: tuple[Passage, ...] = ()
    polls: tuple[PollResult, ...] = ()
    questions: tuple[Question, ...] = ()
    shared: tuple[tuple[float, float], ...] = ()
    """When a screen was shared, and no slide of ours was shown."""
    films: tuple[ShownFilm, ...] = ()
    chat: tuple[ChatMessage, ...] = ()
    quizzes: tuple[ReplayQuiz, ...] = ()
    speakers: tuple[str, ...] = ()
    downloads: tuple[Download, ...] = ()
    licence: str = ""

    def document(self) -> dict[str, Any]:
        """Give the keys and values of replay.json, as the module's docstring tells them."""
        return {
            "version": 1, "id": self.id, "title": self.title, "subtitle": self.subtitle, "language": self.language,
            "date": self.date, "origin": self.origin, "duration": round(self.duration, 3),
            "media": [{"file": media.file, "type": media.type, "role": media.role} for media in self.media],
            "captions": [asdict(track) for track in self.captions],
            "sequences": [asdict(sequence) for sequence in self.sequences],
            "slides": [_slide(slide) for slide in self.slides],
            "chapters": [_chapter(chapter) for chapter in self.chapters],
            "passages": [_passage(passage) for passage in self.passages],
            "polls": [_poll(poll) for poll in self.polls],
            "quizzes": [asdict(quiz) for quiz in self.quizzes],
            "questions": [_question(question) for question in self.questions],
            "shared": [[round(start, 3), round(end, 3)] for start, end in self.shared],
            "films": [asdict(film) for film in self.films],
            "chat": [{"start": one.start, "author": one.author, "text": one.text} for one in self.chat],
            "downloads": [asdict(download) for download in self.downloads],
        }  # fmt: skip


def _slide(slide: ReplaySlide) -> dict[str, Any]:
    known = asdict(slide)
    known["shown"] = [[round(start, 3), round(end, 3)] for start, end in slide.shown]
    return known


def _chapter(chapter: Chapter) -> dict[str, Any]:
    return {
        "id": chapter.id, "start": round(chapter.start, 3), "end": round(chapter.end, 3), "title": chapter.title,
        "level": chapter.level,
    }  # fmt: skip


def _passage(passage: Passage) -> dict[str, Any]:
    cues = [{"start": round(cue.start, 3), "end": round(cue.end, 3), "text": cue.text} for cue in passage.cues]
    return {
        "slide": passage.slide, "speaker": passage.speaker, "start": round(passage.start, 3),
        "end": round(passage.end, 3), "cues": cues,
    }  # fmt: skip


def _poll(poll: PollResult) -> dict[str, Any]:
    answers = [{"label": answer.label, "votes": answer.votes} for answer in poll.answers]
    return {"id": poll.id, "question": poll.question, "respondents": poll.respondents, "answers": answers}


def _question(question: Question) -> dict[str, Any]:
    return {"question": question.text, "answers": list(question.answers), "start": question.start}
