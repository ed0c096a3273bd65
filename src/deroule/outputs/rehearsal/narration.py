"""What is said on each page of the deck: the presenter's notes, or the title where there are none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from deroule.layout.page import SlidePage
from deroule.model.event import Event
from deroule.outputs.rehearsal.sentences import sentences


@dataclass(frozen=True, slots=True)
class Narration:
    """A page, its picture, and what is said over it: paragraphs of sentences, in one language."""

    page: SlidePage
    picture: Path
    paragraphs: tuple[tuple[str, ...], ...]
    language: str
    pronunciations: tuple[tuple[str, str], ...] = ()
    """How the author wants some of its words to be said."""

    @property
    def words(self) -> int:
        """How many words are said."""
        return sum(len(sentence.split()) for paragraph in self.paragraphs for sentence in paragraph)


def narrations(event: Event, pages: Sequence[SlidePage], pictures: Path) -> tuple[Narration, ...]:
    """Give what is said on every page that has a picture.

    The notes of a slide that goes on over several pages are shared out among them, in order.
    """
    notes = {slide.id: slide.notes for slide in event.slides}
    languages = {slide.id: slide.language for slide in event.slides}
    made = []
    for page in pages:
        picture = pictures / f"{page.id}.png"
        if not picture.is_file():
            continue
        told = notes.get(page.slide_id)
        paragraphs = tuple(sentences(one.plain) for one in told.paragraphs) if told else ()
        said = _share(paragraphs, page.part, page.parts) if paragraphs else _title(page)
        language = languages.get(page.slide_id, page.language)
        made.append(Narration(page, picture, said, language, _pronounced(event, said)))
    return tuple(made)


def _pronounced(event: Event, said: Sequence[Sequence[str]]) -> tuple[tuple[str, str], ...]:
    """Give the pronunciations that a page needs: it is not said again for another page's word."""
    text = "\n".join(sentence for paragraph in said for sentence in paragraph).replace("’", "'")
    return tuple(one for one in sorted(event.pronunciations.items()) if one[0].replace("’", "'") in text)


def _title(page: SlidePage) -> tuple[tuple[str, ...], ...]:
    return ((re.sub(r"\s*\(\d+/\d+\)$", "", page.title).rstrip(".") + ".",),) if page.part == 1 else ()


def _share(paragraphs: tuple[tuple[str, ...], ...], part: int, parts: int) -> tuple[tuple[str, ...], ...]:
    """Give the sentences of one part of several: about the same number of characters each."""
    if parts == 1:
        return paragraphs
    total = sum(len(sentence) for paragraph in paragraphs for sentence in paragraph)
    shared: list[tuple[str, ...]] = []
    reached = 0.0
    for paragraph in paragraphs:
        own = []
        for sentence in paragraph:
            middle = (reached + len(sentence) / 2) / total
            reached += len(sentence)
            if min(int(middle * parts), parts - 1) == part - 1:
                own.append(sentence)
        if own:
            shared.append(tuple(own))
    return tuple(shared)
