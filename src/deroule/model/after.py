"""after/after.yml as people read and correct it: what the session left behind, times as the recording's own clock tells."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from deroule.model.placed import Placed
from deroule.model.richtext import RichText
from deroule.model.scalars import Date, Id, Language, Moment, Shift, WebAddress, Written


class WrittenMedia(Placed):
    """A film or a sound, beside after.yml or at an address."""

    main: ClassVar[str] = "file"
    file: Written | None = Field(None, description="The file, relative to after.yml.")
    address: WebAddress | None = Field(None, description="The address where it is shown, when it is not a file.")
    role: Literal["main", "camera", "screen", "audio"] = Field("main", description="What it shows.")


class WrittenCut(Placed):
    """A stretch that is taken out of the recording, with all that was said and shown in it."""

    start: Moment = Field(alias="from", description="Where the cut begins, on the media's clock.")
    end: Moment = Field(alias="to", description="Where it ends.")
    why: Written | None = Field(None, description="The reason, for those who read this file.")


class WrittenMark(Placed):
    """A moment when a slide comes up."""

    at: Moment = Field(description="When it comes up: 0:12:30.")
    to: Moment | None = Field(None, description="When it leaves; when the next one comes up, if left out.")
    slide: Id | None = Field(None, description="The slide's id; left out for a screen share or an unknown picture.")
    number: int | None = Field(None, ge=1, description="Its number in the presentation, as the tool counted.")
    presentation: Written | None = Field(None, description="The presentation's file name, as the tool kept it.")
    text: Written | None = Field(None, description="The text that the tool read on the slide.")
    confidence: float = Field(1.0, ge=0, le=1, description="How sure the match is, from 0 to 1; 1 when left out.")
    by: Literal["hand", "deck", "text", "number", "picture"] = Field(
        "hand", description="What told which slide it is; hand when left out."
    )


class WrittenChapter(Placed):
    """A chapter written by hand; all chapters are made from the slides' times when none is written."""

    at: Moment = Field(description="When it begins.")
    title: RichText = Field(description="Its title.")
    to: Moment | None = Field(None, description="When it ends; where the next one begins, if left out.")
    about: Id | None = Field(None, description="The sequence, section or slide that it tells.")
    level: int = Field(1, ge=1, le=3, description="1 for a sequence, 2 for a section, 3 for a slide.")


class WrittenAnswer(Placed):
    """An option of a poll and how many chose it."""

    label: Written = Field(description="The option.")
    votes: int = Field(ge=0, description="How many chose it.")


class WrittenPollResult(Placed):
    """A poll as it was answered."""

    question: Written = Field(description="The question as it was asked.")
    poll: Id | None = Field(None, description="The id of the poll or quiz of the event.")
    answers: tuple[WrittenAnswer, ...] = Field((), description="The options with their votes.")
    respondents: int | None = Field(None, ge=0, description="How many answered.")
    at: Moment | None = Field(None, description="When it was asked.")


class WrittenQuestion(Placed):
    """A question of the room and what was answered."""

    main: ClassVar[str] = "question"
    question: Written = Field(description="The question.")
    answers: tuple[Written, ...] = Field((), description="What was answered.")
    asker: Written | None = Field(None, description="Who asked: a participant's number, or a name with consent.")
    at: Moment | None = Field(None, description="When it was asked.")
    votes: int = Field(0, ge=0, description="How many wanted an answer.")


class WrittenMessage(Placed):
    """A line of the chat."""

    text: Written = Field(description="What was written.")
    by: Written | None = Field(None, description="A participant's number, or a name with consent.")
    at: Moment | None = Field(None, description="When.")


class WrittenFilm(Placed):
    """A film of another site that was shown in the session."""

    main: ClassVar[str] = "address"
    address: WebAddress = Field(description="Its address.")
    at: Moment | None = Field(None, description="When it was shown.")


class ParticipantsConsent(Placed):
    """What participants agreed to."""

    main: ClassVar[str] = "participants"
    participants: Date | None = Field(
        None, description="The day when all participants agreed to be named; numbers stand for names when left out."
    )


class WrittenAfter(Placed):
    """after.yml: what the session left behind, written by the import and corrected by people."""

    tool: Literal["bigbluebutton", "zoom", "teams", "file"] = Field("file", description="What recorded it.")
    sources: tuple[Written, ...] = Field((), description="The exported files that this was read from.")
    title: Written | None = Field(None, description="What the tool called the recording.")
    length: Moment | None = Field(None, description="How long the media is, uncut: 1:31:04.")
    offset: Shift = Field(
        0.0, description="Seconds added to every time below, captions included, so that they agree with the media."
    )
    cuts: tuple[WrittenCut, ...] = Field((), description="What is taken out of the recording.")
    media: tuple[WrittenMedia, ...] = Field((), description="The recording: files or addresses, the main film first.")
    captions: dict[Language, Written] = Field({}, description="Caption files (WebVTT) by language.")
    speakers: dict[str, Id] = Field({}, description="The speakers' ids, by the names that captions give them.")
    slides: tuple[WrittenMark, ...] = Field((), description="When each slide came up.")
    chapters: tuple[WrittenChapter, ...] = Field((), description="Chapters by hand; made from the slides if left out.")
    polls: tuple[WrittenPollResult, ...] = Field((), description="Polls and their results.")
    questions: tuple[WrittenQuestion, ...] = Field((), description="Questions of the room, with their answers.")
    films: tuple[WrittenFilm, ...] = Field((), description="Films of other sites that were shown.")
    chat: tuple[WrittenMessage, ...] = Field(
        (), description="The public chat, without names; a line that is taken out here is not shown."
    )
    consent: ParticipantsConsent = Field(ParticipantsConsent(), description="What participants agreed to.")
    unknown: tuple[Written, ...] = Field((), description="Parts of the export that no reader knows.")
