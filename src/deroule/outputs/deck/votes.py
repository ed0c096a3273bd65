"""The votes of a session as slides: each question with its native chart and what most people chose, for the debriefing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from deroule.diagnostics import Words
from deroule.model.blocks import Callout, Chart, Poll, Quiz, Series
from deroule.model.event import Event, Sequence, Slide
from deroule.model.richtext import Prose, RichText

VOTES = Words("Votes", "Votes")
MOST = Words("{answer} : {share}\u00a0% des {count} votes", "{answer}: {share}% of {count} votes")
TIE = Words("Avis partagés, sur {count} votes", "Opinions divided, of {count} votes")


def event_of_votes(event: Event) -> Event | None:
    """Give the event reduced to a slide a question that was voted on; nothing when no vote was brought home."""
    sequences = tuple(
        replace(one, slides=slides, sections=(), duration=dt.timedelta())
        for one in event.sequences
        if (slides := tuple(_slides(one, event)))
    )
    return replace(event, sequences=sequences, opening=(), ending=()) if sequences else None


def _slides(sequence: Sequence, event: Event) -> Iterator[Slide]:
    for slide in sequence.slides:
        for block in slide.blocks:
            if isinstance(block, Poll | Quiz):
                options = [option.text.plain for option in block.options]
                votes = _votes(block, options, event)
                if sum(votes.values()):
                    counted = {option: votes.get(option, 0) for option in options}
                    yield _slide(slide, block, counted)


def _votes(block: Poll | Quiz, options: list[str], event: Event) -> dict[str, int]:
    session = event.after.recording if event.after else None
    found = next((result for result in session.polls if result.id == block.id), None) if session else None
    return found.votes(options) if found else {}


def _slide(slide: Slide, block: Poll | Quiz, votes: dict[str, int]) -> Slide:
    series = Series(name=RichText.of(VOTES.in_language(slide.language)), values=tuple(map(float, votes.values())))
    chart = Chart(type="bar", title=block.question, categories=tuple(votes), series=(series,))
    callout = Callout(text=RichText.of(_conclusion(votes, slide.language)))
    return replace(slide, blocks=(chart, callout), section=None, notes=Prose(), duration=dt.timedelta(), sources=())


def _conclusion(votes: dict[str, int], language: str) -> str:
    count, most = sum(votes.values()), max(votes.values())
    first = [answer for answer, own in votes.items() if own == most]
    if len(first) > 1:
        return TIE.in_language(language, count=str(count))
    return MOST.in_language(language, answer=first[0], share=str(round(100 * most / count)), count=str(count))
