"""What the speaker reads under each slide: how long it stays, at what o'clock, and the notes with their links."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from deroule.diagnostics import Words
from deroule.model.event import Event
from deroule.model.richtext import RichText
from deroule.model.selection import select

_TIME = Words("Durée : {length}", "Time: {length}")
_FROM = Words("{time}, à partir de {clock}", "{time}, from {clock}")
_VERSION = Words("Cette version dure {length}.", "This version takes {length}.")
_SLOT = Words(
    "Cette version dure {length}, pour un créneau de {slot}.", "This version takes {length}, in a slot of {slot}."
)
_STEP = 5
"""Seconds to which lengths are rounded: they are reckoned from a rate of speech."""


@dataclass(frozen=True, slots=True)
class Said:
    """The notes of one slide: a line for its time, empty when none is planned, and what is said."""

    time: str
    paragraphs: tuple[RichText, ...]


def said_of(event: Event, *, variant: str = "", sequence: str = "", speaker: str = "") -> dict[str, Said]:
    """Give the notes of every slide of a version of the event, by slide id. Raises KeyError for an unknown variant."""
    shown = select(event, variant=variant, sequence=sequence, speaker=speaker)
    starts = dict(_starts(event, shown, running=bool(variant)))
    said = {}
    for slide in shown.slides:
        time = _time(slide.duration, starts.get(slide.id), event.language)
        said[slide.id] = Said(time, slide.notes.paragraphs)
    first = next(iter(shown.slides), None)
    if first is not None and (variant or sequence or speaker):
        note = RichText.of(_version(event, shown, variant))
        said[first.id] = Said(said[first.id].time, (note, *said[first.id].paragraphs))
    return said


def _starts(event: Event, shown: Event, *, running: bool) -> Iterator[tuple[str, dt.datetime]]:
    """Tell when each slide is due: by the programme, or one after the other in a version with its own length."""
    if event.written.starts is None or event.starts is None:
        return
    wholes = {one.id: one for one in event.sequences}
    at = event.starts
    for one in shown.sequences:
        whole = wholes[one.id]
        due = at if running else whole.starts
        at += one.duration
        for slide in one.slides if running else whole.slides:
            if due is not None:
                yield slide.id, due
                due += slide.duration


def _time(length: dt.timedelta, due: dt.datetime | None, language: str) -> str:
    if not length:
        return ""
    time = _TIME.in_language(language, length=spoken_length(length))
    return _FROM.in_language(language, time=time, clock=_clock(due, language)) if due is not None else time


def _version(event: Event, shown: Event, variant: str) -> str:
    total = sum((one.duration for one in shown.sequences), dt.timedelta())
    slot = (event.variants[variant].duration or event.written.duration) if variant else None
    if slot:
        return _SLOT.in_language(event.language, length=spoken_length(total), slot=spoken_length(slot))
    return _VERSION.in_language(event.language, length=spoken_length(total))


def spoken_length(length: dt.timedelta) -> str:
    """Write a length as `45 s`, `2 min` or `1 min 30 s`, with no-break spaces."""
    seconds = max(round(length.total_seconds() / _STEP) * _STEP, _STEP)
    minutes, rest = divmod(seconds, 60)
    parts = ([f"{minutes}\u00a0min"] if minutes else []) + ([f"{rest}\u00a0s"] if rest else [])
    return "\u00a0".join(parts)


def _clock(moment: dt.datetime, language: str) -> str:
    if language.startswith("fr"):
        return f"{moment.hour}\u00a0h\u00a0{moment.minute:02}"
    return f"{moment.hour}:{moment.minute:02}"
