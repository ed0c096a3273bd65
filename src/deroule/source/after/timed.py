"""Everything of after.yml that has a time: put on the published clock, what was cut away left out."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from deroule.diagnostics import Diagnostic, Words
from deroule.model.after import (
    WrittenChapter,
    WrittenFilm,
    WrittenMark,
    WrittenMessage,
    WrittenPollResult,
    WrittenQuestion,
)
from deroule.model.blocks import Poll, Quiz
from deroule.model.chapters import ChapterOrderError, check_order
from deroule.model.clock import spoken
from deroule.model.event import Event
from deroule.model.recording import Chapter, ChatMessage, Edit, Mark, PollAnswer, PollResult, Question, ShownFilm
from deroule.source.after.codes import CHAPTERS_ORDER, MARKS_ORDER, PAST_END, UNCONSENTED_NAME, UNSURE_SLIDES
from deroule.source.after.voices import Voices
from deroule.source.references import SLIDE, flattened, unknown
from deroule.span import Span

SURE = 0.6
"""Below this confidence a person should look."""
POLL = Words("le sondage", "poll")
ABOUT = Words("la séquence, la section ou la diapositive", "sequence, section or slide")


class Timed:
    """Reads the timed parts of one after.yml."""

    def __init__(self, event: Event, edit: Edit, voices: Voices, found: list[Diagnostic]) -> None:
        self.event = event
        self.edit = edit
        self.voices = voices
        self.found = found

    def marks(self, written: Sequence[WrittenMark]) -> tuple[Mark, ...]:
        """Give the slides' times, in order, each with its end."""
        known = [slide.id for slide in self.event.slides]
        for before, one in itertools.pairwise(written):
            if one.at < before.at:
                self.found.append(MARKS_ORDER.at(one.span_of("at")))
        ordered = sorted(written, key=lambda one: one.at)
        made: list[Mark] = []
        for number, one in enumerate(ordered):
            if one.slide and one.slide not in known:
                self.found.append(unknown(SLIDE, one.slide, one.span_of("slide"), known))
            following = ordered[number + 1].at if number + 1 < len(ordered) else None
            stretch = self._stretch(one, following)
            if stretch is None:
                continue
            slide = one.slide if one.slide in known else None
            mark = Mark(*stretch, slide, one.number, one.presentation or "", one.text or "", one.confidence, one.by)
            if made and made[-1].slide == slide and slide and made[-1].end == mark.start:
                made[-1] = _joined(made[-1], mark)
            else:
                made.append(mark)
        self._tell_unsure(written)
        return tuple(made)

    def chapters(self, written: Sequence[WrittenChapter]) -> tuple[Chapter, ...]:
        """Give the chapters written by hand, those cut away left out; none when they do not fit together."""
        known = {slide.id for slide in self.event.slides} | {one.id for one in self.event.sequences}
        known |= {section.id for one in self.event.sequences for section in one.sections}
        ordered = sorted(written, key=lambda one: (one.at, one.level))
        made = []
        for number, one in enumerate(ordered):
            if one.about and one.about not in known:
                self.found.append(unknown(ABOUT, one.about, one.span_of("about"), known))
            later = [other.at for other in ordered[number + 1 :] if other.level <= one.level and other.at > one.at]
            end = one.to if one.to is not None else later[0] if later else self._end(one.at)
            stretch = self.edit.stretch(one.at, end)
            if stretch and not self._outside(one.at, one.span_of("at")):
                made.append(Chapter(*_rounded(stretch), one.title.plain, one.about or "", one.level))
        try:
            check_order(made)
        except ChapterOrderError as fault:
            self.found.append(CHAPTERS_ORDER.at(written[0].span if written else None, what=str(fault)))
            return ()
        return tuple(made)

    def polls(self, written: Sequence[WrittenPollResult]) -> tuple[PollResult, ...]:
        """Give the polls' results; one asked in a stretch that was cut keeps its results, without a time."""
        slides = self.event.slides
        known = [
            one.id for slide in slides for one in flattened(slide.blocks) if isinstance(one, Poll | Quiz) and one.id
        ]
        made = []
        for one in written:
            if one.poll and one.poll not in known:
                self.found.append(unknown(POLL, one.poll, one.span_of("poll"), known))
            answers = tuple(PollAnswer(answer.label, answer.votes) for answer in one.answers)
            total = sum(answer.votes for answer in answers)
            respondents = one.respondents if one.respondents is not None else total
            made.append(PollResult(one.question, answers, respondents, one.poll or "", self._moment(one.at)))
        return tuple(made)

    def questions(self, written: Sequence[WrittenQuestion]) -> tuple[Question, ...]:
        """Give the room's questions, those of a stretch that was cut left out."""
        return tuple(
            Question(one.question, one.answers, self.voices.name(one.asker or ""), self._moment(one.at), one.votes)
            for one in written
            if not self._cut_away(one.at)
        )

    def chat(self, written: Sequence[WrittenMessage]) -> tuple[ChatMessage, ...]:
        """Give the public chat, that of a stretch that was cut left out."""
        return tuple(
            ChatMessage(self._moment(one.at), self.voices.name(one.by or ""), one.text)
            for one in written
            if not self._cut_away(one.at)
        )

    def films(self, written: Sequence[WrittenFilm]) -> tuple[ShownFilm, ...]:
        """Give the films of other sites, those of a stretch that was cut left out."""
        return tuple(ShownFilm(one.address, self._moment(one.at)) for one in written if not self._cut_away(one.at))

    def tell_hidden(self, span: Span | None) -> None:
        """Tell how many names were hidden, never which."""
        if self.voices.hidden:
            self.found.append(UNCONSENTED_NAME.at(span, count=len(self.voices.hidden)))

    def _stretch(self, one: WrittenMark, following: float | None) -> tuple[float, float | None] | None:
        """Give the published stretch of a slide; nothing when it was cut away or comes after the end."""
        if self._outside(one.at, one.span_of("at")):
            return None
        end = one.to if one.to is not None and (following is None or one.to < following) else following
        if end is None and not self.edit.length:
            return self.edit.published(one.at), None
        stretch = self.edit.stretch(one.at, end if end is not None else self._end(one.at))
        return _rounded(stretch) if stretch else None

    def _end(self, at: float) -> float:
        """Where the recording ends, on the tool's clock; where it is unknown, a minute after."""
        return self.edit.length - self.edit.offset if self.edit.length else at + 60.0

    def _outside(self, at: float, span: Span | None) -> bool:
        length = self.edit.length
        if not length or at + self.edit.offset < length:
            return False
        self.found.append(PAST_END.at(span, moment=spoken(at + self.edit.offset), length=spoken(length)))
        return True

    def _cut_away(self, at: float | None) -> bool:
        if at is None:
            return False
        moved = at + self.edit.offset
        return any(cut.start <= moved < cut.end for cut in self.edit.cuts)

    def _moment(self, at: float | None) -> float | None:
        return None if at is None or self._cut_away(at) else round(self.edit.published(at), 3)

    def _tell_unsure(self, written: Sequence[WrittenMark]) -> None:
        # A mark without slide, number and text is a screen share: there is nothing to recognise.
        unsure = [one for one in written if one.confidence < SURE or (not one.slide and (one.number or one.text))]
        if unsure:
            limit = round(SURE * 100)
            self.found.append(UNSURE_SLIDES.at(unsure[0].span, count=len(unsure), limit=limit))


def _joined(first: Mark, second: Mark) -> Mark:
    """One mark of two that show the same slide without a break."""
    sure = min(first.confidence, second.confidence)
    return Mark(first.start, second.end, first.slide, first.number, first.presentation, first.text, sure, first.by)


def _rounded(stretch: tuple[float, float]) -> tuple[float, float]:
    return round(stretch[0], 3), round(stretch[1], 3)
