"""What the templates may say of an event: plain values, every word already in its language."""

from __future__ import annotations

from typing import Any

from deroule.model.event import Event, Sequence
from deroule.model.people import Speaker
from deroule.model.richtext import Prose, RichText
from deroule.model.theme import Theme
from deroule.outputs.document.parts import speaker_names
from deroule.outputs.document.words import Wording
from deroule.outputs.documents.evaluation import questions


def event_facts(event: Event, theme: Theme) -> dict[str, Any]:
    """Give the values of an event by the names that the templates use."""
    words, written, body = Wording(event.language), event.written, event.organiser
    return {
        "word": words.word, "language": event.language, "french": words.code == "fr",
        "title": event.title.plain, "subtitle": _plain(written.subtitle), "kind": words.word(written.kind),
        "day": words.day(written.date, weekday=True) if written.date else "",
        "hour": words.hour(written.starts) if written.starts else "",
        "duration": words.length(written.duration) if written.duration else "",
        "place": _plain(written.place) or words.word("on-line").capitalize(),
        "registration": _web(written.registration), "address": _web(written.address),
        "summary": _texts(written.summary), "objectives": [text.plain for text in written.objectives],
        "audience": [text.plain for text in written.audience],
        "prerequisites": [text.plain for text in written.prerequisites],
        "programme": [_part(event, sequence, words) for sequence in event.sequences],
        "people": [_person(speaker) for speaker in event.speakers.values()],
        "training": written.kind == "training", "online": written.kind == "webconference",
        "organiser": body.name.plain if body else "", "telephone": (body.telephone or "") if body else "",
        "email": (body.email or "") if body else "", "site": _web(body.address) if body else "",
        "questions": questions(event, words),
        "colours": {name: f"#{value.lstrip('#')}" for name, value in theme.colours.items()},
        "space": "\u00a0", "gap": "\u00a0" * 6,
    }  # fmt: skip


def _part(event: Event, sequence: Sequence, words: Wording) -> dict[str, Any]:
    timed = sequence.starts is not None and event.written.starts is not None
    return {
        "id": sequence.id, "title": sequence.title.plain, "subtitle": _plain(sequence.written.subtitle),
        "hour": words.hour(sequence.starts) if timed and sequence.starts else "",
        "duration": words.length(sequence.duration), "speakers": speaker_names(event, sequence),
    }  # fmt: skip


def _person(speaker: Speaker) -> dict[str, Any]:
    return {
        "name": speaker.name.plain, "role": _plain(speaker.role), "organisation": _plain(speaker.organisation),
        "biography": _texts(speaker.biography),
    }  # fmt: skip


def _plain(text: RichText | None) -> str:
    return text.plain if text else ""


def _texts(prose: Prose | None) -> list[str]:
    return [paragraph.plain for paragraph in prose.paragraphs] if prose else []


def _web(address: str | None) -> str:
    # A template puts it into href: nothing but the web may come through.
    return address if address and address.startswith(("https://", "http://")) else ""
