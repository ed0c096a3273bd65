"""The event as every output sees it: includes expanded, ids given, references resolved, made slides in their place."""

from __future__ import annotations

import datetime as dt
import posixpath
from dataclasses import dataclass, field
from enum import StrEnum

from deroule.model.blocks import Block
from deroule.model.brand import Brand
from deroule.model.media import Media
from deroule.model.people import Organisation, Speaker
from deroule.model.recording import After
from deroule.model.resources import Resource
from deroule.model.richtext import Prose, RichText
from deroule.model.written import Variant, WrittenEvent, WrittenSequence
from deroule.span import Span


class SlideForm(StrEnum):
    """What a slide is: written by the author, or made from the data."""

    CONTENT = "content"
    COVER = "cover"
    AGENDA = "agenda"
    DIVIDER = "divider"
    GUEST_COVER = "guest-cover"
    SECTION = "section"
    REFERENCES = "references"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class Slide:
    """A slide with its id; `number` counts from 1 through the whole event."""

    id: str
    form: SlideForm
    number: int
    title: RichText
    subtitle: RichText | None = None
    blocks: tuple[Block, ...] = ()
    notes: Prose = field(default_factory=Prose)
    duration: dt.timedelta = dt.timedelta()
    """How long it stays: as written, or reckoned from the notes at the speaking rate of the language."""
    sequence: str | None = None
    section: str | None = None
    speakers: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    split: str = "auto"
    language: str = "fr"
    folder: str = ""
    """The workspace folder that the files named on this slide are relative to."""
    span: Span | None = field(default=None, compare=False)

    def file(self, written: str) -> str:
        """Give the workspace path of a file named on this slide."""
        return posixpath.normpath(posixpath.join(self.folder, written))


@dataclass(frozen=True, slots=True)
class Section:
    """A named stretch of a sequence. `label` is its number as shown (`IV`), empty when sections are not numbered."""

    id: str
    title: RichText
    label: str = ""
    subtitle: RichText | None = None
    summary: Prose | None = None
    slides: tuple[str, ...] = ()
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Sequence:
    """A part of the event. `number` is shown on its divider; nothing for an introduction, a break or an end."""

    id: str
    position: int
    number: int | None
    written: WrittenSequence
    title: RichText
    language: str
    duration: dt.timedelta
    starts: dt.datetime | None
    slides: tuple[Slide, ...]
    sections: tuple[Section, ...] = ()
    brand: Brand | None = None
    path: str = ""
    rank: int | None = None
    """Its number in the whole event, in a version that numbers it otherwise: it keeps its colour."""


@dataclass(frozen=True, slots=True)
class Event:
    """One event, whole. `id` is its folder's name and names it in every output."""

    id: str
    written: WrittenEvent
    language: str
    title: RichText
    organiser: Organisation | None
    brand: Brand | None
    theme: str
    sequences: tuple[Sequence, ...]
    opening: tuple[Slide, ...] = ()
    """The slides before the first sequence: cover and agenda."""
    ending: tuple[Slide, ...] = ()
    """The slides after the last sequence: sources and closing."""
    resources: dict[str, Resource] = field(default_factory=dict)
    media: dict[str, Media] = field(default_factory=dict)
    """Every picture and film that the slides show, by workspace path (`Slide.file` gives it)."""
    folder: str = ""
    licence: RichText | None = None
    pronunciations: dict[str, str] = field(default_factory=dict)
    """How the rehearsal's voice says some words: the organisation's, then the event's own."""
    after: After | None = None
    """What the session left behind; nothing before it took place, or when nothing was brought home."""

    @property
    def slides(self) -> tuple[Slide, ...]:
        """All slides in the order shown."""
        between = tuple(slide for sequence in self.sequences for slide in sequence.slides)
        return self.opening + between + self.ending

    @property
    def speakers(self) -> dict[str, Speaker]:
        """Who speaks, by id."""
        return self.written.speakers

    @property
    def variants(self) -> dict[str, Variant]:
        """Versions for an audience or a length, by id."""
        return self.written.variants

    @property
    def starts(self) -> dt.datetime | None:
        """Day and hour, in the event's own time zone, without offset; nothing when no day is set."""
        if self.written.date is None:
            return None
        return dt.datetime.combine(self.written.date, self.written.starts or dt.time())
