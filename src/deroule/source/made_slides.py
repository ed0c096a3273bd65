"""The slides that are made from the data: cover, agenda, dividers, guest covers, references, closing."""

from __future__ import annotations

import datetime as dt

from deroule.model.event import Slide, SlideForm
from deroule.model.richtext import Prose, RichText
from deroule.model.written import MadeSlide, WrittenEvent, WrittenSequence

WORDS = {
    "fr": {"agenda": "Programme", "references": "Sources", "closing": "Merci de votre participation"},
    "en": {"agenda": "Programme", "references": "Sources", "closing": "Thank you for taking part"},
}
IDS = {
    "fr": {
        "cover": "couverture",
        "agenda": "programme",
        "references": "sources",
        "closing": "fin",
        "divider": "ouverture",
    },
    "en": {"cover": "cover", "agenda": "programme", "references": "sources", "closing": "end", "divider": "opening"},
}
"""Ids of made slides, in the language of the event since they stand in addresses."""
WORDS_A_MINUTE = {"fr": 140, "en": 150}
"""A presenter's rate, slower than conversation: a pace at which listeners can take notes."""


def word(language: str, name: str) -> str:
    """Give the title of a made slide in a language."""
    return WORDS.get(language[:2], WORDS["en"])[name]


def made_id(language: str, name: str) -> str:
    """Give the id of a made slide in a language."""
    return IDS.get(language[:2], IDS["en"])[name]


def spoken_time(notes: Prose, language: str) -> dt.timedelta:
    """Reckon how long the notes take to say."""
    count = len(notes.plain.split())
    return dt.timedelta(seconds=round(count * 60 / WORDS_A_MINUTE.get(language[:2], 150)))


def made_slide(
    form: SlideForm, slide_id: str, made: MadeSlide, title: RichText, subtitle: RichText | None, language: str
) -> Slide:
    """Make a slide whose author changed no more than title, subtitle and notes."""
    return Slide(
        id=slide_id,
        form=form,
        number=0,
        title=made.title or title,
        subtitle=made.subtitle or subtitle,
        notes=made.notes,
        duration=spoken_time(made.notes, language),
        language=language,
        span=made.span,
    )


def opening_slides(event: WrittenEvent, language: str, ids: tuple[str, str]) -> tuple[Slide, ...]:
    """Make cover and agenda."""
    slides = []
    if event.cover.show:
        slides.append(made_slide(SlideForm.COVER, ids[0], event.cover, event.title, event.subtitle, language))
    if event.agenda.show:
        title = RichText.of(word(language, "agenda"))
        slides.append(made_slide(SlideForm.AGENDA, ids[1], event.agenda, title, None, language))
    return tuple(slides)


def divider_is_made(sequence: WrittenSequence) -> bool:
    """Whether a sequence opens with a divider: an introduction follows the agenda and needs none."""
    return sequence.divider.show and sequence.kind != "introduction"
