"""The speakers' page: everybody who spoke, once, with the events and sequences where they did."""

from __future__ import annotations

from typing import Any

from deroule.alphabet import alphabetical
from deroule.outputs.site.addresses import SPEAKERS, event_place, relative, sequence_place
from deroule.outputs.site.cards import speaker_id
from deroule.outputs.site.events import initials
from deroule.outputs.site.heads import Head
from deroule.outputs.site.stage import Stage
from deroule.outputs.site.words import Wording


def write_speakers(stage: Stage) -> None:
    """Write the page when anybody spoke; people of the same name are one."""
    found: dict[str, dict[str, Any]] = {}
    for event in stage.dossier.events:
        hand = stage.hand(SPEAKERS, event.language, event)
        for name, speaker in event.speakers.items():
            one = found.setdefault(speaker_id(speaker), {
                "id": speaker_id(speaker), "name": speaker.name.plain, "initials": initials(speaker.name.plain),
                "role": ", ".join(text.plain for text in (speaker.role, speaker.organisation) if text),
                "biography": hand.prose(speaker.biography), "language": event.language, "events": [], "portrait": "",
            })  # fmt: skip
            one["portrait"] = one["portrait"] or stage.portrait(event, speaker)
            parts = [
                {"title": part.title.plain, "href": relative(SPEAKERS, sequence_place(event, part))}
                for part in event.sequences
                if name in part.written.speakers
            ]
            href = relative(SPEAKERS, event_place(event))
            day = Wording(stage.language).day(event.written.date) if event.written.date else ""
            told = {"title": event.title.plain, "href": href, "day": day, "parts": parts, "language": event.language}
            one["events"].append(told)
    if found:
        wording = Wording(stage.language)
        people = sorted(found.values(), key=lambda one: _by_surname(one["name"]))
        head = Head(wording.word("speakers"), stage.language, wording.word("speakers-lead"), "website")
        stage.write(SPEAKERS, "speakers", head, people=people)


def _by_surname(name: str) -> tuple[object, ...]:
    """Give what a person is sorted by: the last word of the name, then the whole."""
    return alphabetical(name.split()[-1]), alphabetical(name)
