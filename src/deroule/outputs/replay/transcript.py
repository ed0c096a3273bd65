"""The transcript as a document: what was said, under the slide that was shown, with the moment of each slide."""

from __future__ import annotations

from collections.abc import Iterator

from deroule.model.clock import spoken
from deroule.model.event import Event
from deroule.model.replay import Passage, Replay, ReplaySlide
from deroule.model.theme import Theme
from deroule.outputs.document import Wording, tree
from deroule.outputs.document.paper import Paper
from deroule.outputs.document.typeset import Front


def transcript(event: Event, replay: Replay, theme: Theme) -> Paper:
    """Make the transcript: of the session, else of its rehearsal, else what the notes intend."""
    wording = Wording(event.language)
    label = wording.word("transcript")
    lead = f"transcript-{replay.origin if replay.passages else 'none'}"
    told = [tree.division([tree.paragraph(tree.words(wording.word(lead)))], "Lead")]
    told += list(_said(replay) if replay.passages else _intended(replay))
    author = event.organiser.name.plain if event.organiser else ""
    facts = [wording.day(event.written.date)] if event.written.date else []
    facts += [spoken(replay.duration)] if replay.passages and replay.duration else []
    short = event.written.short_title.plain if event.written.short_title else event.title.plain
    front = Front(
        title=event.title.plain, label=label, language=event.language, subtitle=replay.subtitle,
        facts=" · ".join(facts), author=author, description=label, running=f"{short} — {label}", foot=author,
        keywords=event.written.tags, contents=wording.word("contents"), depth=1, day=event.written.date,
    )  # fmt: skip
    return Paper(f"{event.id}-transcript", told, front, theme, licence=replay.licence)


def _said(replay: Replay) -> Iterator[tree.Node]:
    """Tell the passages in the order of time; a slide that comes back is named again, at its new moment."""
    slides = {slide.slide: slide for slide in reversed(replay.slides)}
    headings = _Headings(replay)
    for passage in replay.passages:
        slide = slides.get(passage.slide or "")
        yield from headings.over(slide, spoken(passage.start))
        yield tree.paragraph(_spoken(passage))


def _spoken(passage: Passage) -> list[tree.Node]:
    name = tree.words(f"{passage.speaker}\u00a0: ") if passage.speaker else []
    return [*tree.strong(name), *tree.words(" ".join(" ".join(cue.text.split()) for cue in passage.cues))]


def _intended(replay: Replay) -> Iterator[tree.Node]:
    headings = _Headings(replay)
    for slide in replay.slides:
        if slide.notes:
            yield from headings.over(slide, "")
            yield from (tree.paragraph(tree.words(paragraph)) for paragraph in slide.notes)


class _Headings:
    """Writes a heading where another sequence, or another slide, begins."""

    def __init__(self, replay: Replay) -> None:
        self._titles = {one.id: one.title for one in replay.sequences}
        self._sequence: str | None = ""
        self._slide: str | None = ""

    def over(self, slide: ReplaySlide | None, moment: str) -> Iterator[tree.Node]:
        sequence = slide.sequence if slide else self._sequence
        if sequence != self._sequence and sequence in self._titles:
            yield tree.heading(1, tree.words(self._titles[sequence or ""]))
        self._sequence = sequence
        if slide and slide.id != self._slide:
            title = f"{moment}\u00a0\u00a0{slide.title}" if moment else slide.title
            # What stands outside of the sequences (cover, closing) is a part of its own.
            yield tree.heading(2 if sequence in self._titles else 1, tree.words(title))
        self._slide = slide.id if slide else None
