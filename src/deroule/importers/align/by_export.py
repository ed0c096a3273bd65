"""Slides named by what the tool kept of them: the deck's file name and number, the slide's text."""

from __future__ import annotations

import dataclasses
import posixpath
import re
from collections import Counter
from collections.abc import Sequence

from deroule.importers.align.by_text import TextIndex
from deroule.importers.align.pages import DeckPage
from deroule.model.event import Event
from deroule.model.recording import Mark
from deroule.source.after.voices import level

LIKE = 0.55
"""Texts less alike than this are not of one slide."""
CLEAR = 0.08
"""How much better than the second the first must be."""
DECK_NAMED = 0.95
ONLY_NUMBER = 0.4
"""How sure a number alone is, when the deck is unknown."""
_DEFAULT = re.compile(r"default(?:\.pdf)?\Z", re.IGNORECASE)


def align(marks: Sequence[Mark], event: Event, pages: Sequence[DeckPage]) -> list[Mark]:
    """Name the slide of each mark. What cannot be named keeps what the tool told of it."""
    index = TextIndex([page.text for page in pages])
    known = {slide.id for slide in event.slides}
    made = list(marks)
    decks: dict[str, list[int]] = {}
    for position, mark in enumerate(marks):
        if mark.slide in known:
            continue  # written by hand
        if _DEFAULT.match(posixpath.basename(mark.presentation)):
            made[position] = Mark(mark.start, mark.end, presentation=mark.presentation)
        elif mark.slide:
            made[position] = _by_text(dataclasses.replace(mark, slide=None, by="", text=mark.slide), index, pages)
        elif mark.number or mark.text:
            decks.setdefault(mark.presentation, []).append(position)
    for presentation, positions in decks.items():
        held = [marks[position] for position in positions]
        alone = len(decks) == 1
        for position, mark in zip(positions, _deck(held, presentation, event, index, pages, alone=alone), strict=True):
            made[position] = mark
    return made


def _deck(
    marks: list[Mark], presentation: str, event: Event, index: TextIndex, pages: Sequence[DeckPage], *, alone: bool
) -> list[Mark]:
    """Name the slides of one presentation: texts say how its numbers stand to ours, numbers fill what has no text."""
    named = _named_pages(presentation, event, pages)
    read = {mark.number: _by_text(mark, index, pages) for mark in marks if mark.text}
    shift = _shift(read, named or pages)
    made = []
    for mark in marks:
        told = read.get(mark.number) if mark.number else _by_text(mark, index, pages)
        told = dataclasses.replace(told, start=mark.start, end=mark.end) if told else None
        if told and told.slide and told.confidence > 0.9:
            made.append(told)
        elif named and mark.number and (shift or 0) == 0:
            made.append(_by_number(mark, named, 0, DECK_NAMED, by_deck=True))
        elif shift is not None and mark.number:
            made.append(_by_number(mark, named or pages, shift, 0.85, by_deck=False))
        elif told and told.slide:
            made.append(told)
        elif alone and mark.number and not read and max(one.number or 0 for one in marks) <= len(pages):
            made.append(_by_number(mark, pages, 0, ONLY_NUMBER, by_deck=False))
        else:
            made.append(mark)
    return made


def _by_text(mark: Mark, index: TextIndex, pages: Sequence[DeckPage]) -> Mark:
    scores = index.scores(mark.text)
    if not mark.text or not scores:
        return mark
    order = sorted(range(len(pages)), key=lambda at: -scores[at])
    best = order[0]
    second = next((scores[at] for at in order[1:] if pages[at].slide != pages[best].slide), 0.0)
    if scores[best] < LIKE:
        return mark
    sure = scores[best] if scores[best] - second >= CLEAR else 0.5 * scores[best]
    return dataclasses.replace(mark, slide=pages[best].slide, confidence=round(min(sure, 1.0), 2), by="text")


def _by_number(mark: Mark, pages: Sequence[DeckPage], shift: int, sure: float, *, by_deck: bool) -> Mark:
    at = (mark.number or 0) - 1 + shift
    if not 0 <= at < len(pages):
        return mark
    return dataclasses.replace(mark, slide=pages[at].slide, confidence=sure, by="deck" if by_deck else "number")


def _shift(read: dict[int | None, Mark], pages: Sequence[DeckPage]) -> int | None:
    """How far the tool's numbers are from ours, when most of the texts that were recognised agree on it."""
    places = {page.slide: at for at, page in reversed(list(enumerate(pages)))}
    shifts = Counter(
        places[mark.slide] - (number - 1)
        for number, mark in read.items()
        if number and mark.slide in places and mark.confidence > LIKE
    )
    if not shifts:
        return None
    shift, votes = shifts.most_common(1)[0]
    return shift if votes >= 2 and votes >= 0.6 * sum(shifts.values()) else None


def _named_pages(presentation: str, event: Event, pages: Sequence[DeckPage]) -> list[DeckPage]:
    """Give the pages of the deck that a file's name tells: the event's, or one sequence's."""
    stem = _slug(posixpath.splitext(posixpath.basename(presentation))[0])
    own = _slug(event.id)
    if not stem or not own:
        return []
    if stem in (own, f"{own}-slides"):
        return list(pages)
    for sequence in event.sequences:
        if stem == f"{own}-{_slug(sequence.id)}":
            return [page for page in pages if page.sequence == sequence.id]
    return []


def _slug(text: str) -> str:
    # Tools add « (1) » or « _2 » to a file that was sent twice.
    plain = re.sub(r"[\s_]*\(\d+\)\Z", "", level(text).casefold())
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
