"""What the page forms may say of an event, a sequence, a person, a page: plain values, in the event's language and the site's."""

from __future__ import annotations

import datetime as dt
import posixpath
import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from deroule.alphabet import alphabetical
from deroule.layout.accents import accent_of, accent_of_guest
from deroule.model.dossier import Page
from deroule.model.event import Event, Sequence
from deroule.model.people import Speaker
from deroule.outputs.site.addresses import SPEAKERS, TAGS, event_place, place, relative, replay_place, sequence_place
from deroule.outputs.site.stage import Stage
from deroule.outputs.site.words import Wording
from deroule.slug import slug


def event_card(stage: Stage, path: str, event: Event) -> dict[str, Any]:
    """Tell an event on the page at `path`."""
    key = (posixpath.dirname(path), event.id)
    if key not in stage.cards:
        stage.cards[key] = _event_facts(stage, event) | _event_links(stage, path, event)
    return stage.cards[key]


def _event_facts(stage: Stage, event: Event) -> dict[str, Any]:
    """Tell of an event what is the same on every page."""
    if (event.id,) not in stage.cards:
        wording, written = Wording(event.language), event.written
        stage.cards[event.id,] = {
            "id": event.id, "language": event.language, "kind": wording.word(written.kind), "kind_id": written.kind,
            "title": event.title.plain, "subtitle": written.subtitle.plain if written.subtitle else "",
            "lead": written.summary.paragraphs[0].plain if written.summary else "",
            "cycle": written.cycle.plain if written.cycle else "",
            "cycle_id": slug(written.cycle.plain) if written.cycle else "",
            "iso": _moment(event), "day": wording.day(written.date) if written.date else "",
            "weekday": wording.day(written.date, weekday=True) if written.date else "",
            "year": str(written.date.year) if written.date else "",
            "hour": wording.hour(written.starts) if written.starts and written.date else "",
            "duration": wording.length(written.duration) if written.duration else "",
            "place": written.place.plain if written.place else wording.word("on-line"),
            "speakers": [speaker.name.plain for speaker in event.speakers.values()],
            "told": _told(event, stage.language),
        }  # fmt: skip
    return stage.cards[event.id,]


def _event_links(stage: Stage, path: str, event: Event) -> dict[str, Any]:
    """Give the links to an event, its pictures and its themes from the page at `path`."""
    pictures = stage.pictures(event)
    shown = {"card": pictures.card, "row": pictures.row, "hero": pictures.hero}
    return {
        "href": relative(path, event_place(event)),
        **{name: relative(path, picture) if picture else "" for name, picture in shown.items()},
        "slides": pictures.count or sum(len(sequence.slides) for sequence in event.sequences),
        "replay": relative(path, replay_place(event)) if event.id in stage.replayed else "",
        "filmed": event.id in stage.filmed,
        "tags": tags_of(path, event.written.tags),
    }


def _told(event: Event, language: str) -> dict[str, str]:
    """Tell what an event is and when, in the language of the pages that list events of several languages."""
    wording, written = Wording(language), event.written
    return {
        "language": language, "kind": wording.word(written.kind), "day": wording.day(written.date) if written.date else "",
        "hour": wording.hour(written.starts) if written.starts and written.date else "",
        "duration": wording.length(written.duration) if written.duration else "",
    }  # fmt: skip


def _moment(event: Event) -> str:
    written = event.written
    if written.date is None:
        return ""
    return f"{written.date}T{written.starts:%H:%M}" if written.starts else str(written.date)


def tags_of(path: str, tags: tuple[str, ...]) -> list[dict[str, str]]:
    """Tell the themes of something, each with the link to what else is of that theme."""
    return [{"name": tag, "id": tag_id(tag), "href": relative(path, f"{TAGS}#{tag_id(tag)}")} for tag in tags]


def named(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Give names by id, in their alphabetical order, without those that are empty."""
    return dict(sorted({key: name for key, name in pairs if name}.items(), key=lambda one: alphabetical(one[1])))


def themes_of(cards: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """Give the themes of events or pages, by id."""
    return named((tag["id"], tag["name"]) for card in cards for tag in card["tags"])


@cache
def tag_id(tag: str) -> str:
    """Give the anchor of a theme on the page of themes."""
    return "theme-" + slug(tag)


def accents(event: Event, sequence: Sequence) -> str:
    """Give the classes that dress a sequence in its accent: the event's own look, or its guest's."""
    if sequence.brand is None:
        return f"d-accent-{accent_of(sequence, event)}"
    return f"d-accent-{accent_of_guest()} d-look-{slug(sequence.written.brand or '')}"


def part_card(stage: Stage, path: str, event: Event, one: Sequence) -> dict[str, Any]:
    """Tell a sequence on the page at `path`."""
    key = (posixpath.dirname(path), event.id, one.id)
    if key not in stage.cards:
        stage.cards[key] = _part_card(path, event, one)
    return stage.cards[key]


def _part_card(path: str, event: Event, one: Sequence) -> dict[str, Any]:
    wording = Wording(event.language)
    timed = one.starts is not None and event.written.starts is not None
    subtitle = one.written.subtitle
    return {
        "id": one.id, "href": relative(path, sequence_place(event, one)), "title": one.title.plain, "number": one.number,
        "subtitle": subtitle.plain if subtitle else "", "accent": accents(event, one), "kind": one.written.kind,
        "hour": wording.hour(one.starts) if timed and one.starts else "",
        "iso": f"{one.starts:%H:%M}" if timed and one.starts else "",
        "duration": wording.length(one.duration), "language": one.language,
        "speakers": [speaker_link(path, name, event) for name in one.written.speakers if name in event.speakers],
    }  # fmt: skip


def speaker_link(path: str, name: str, event: Event) -> dict[str, str]:
    """Tell who speaks, with the link to what else is known of them."""
    speaker = event.speakers[name]
    return {"name": speaker.name.plain, "href": relative(path, f"{SPEAKERS}#{speaker_id(speaker)}")}


def speaker_id(speaker: Speaker) -> str:
    """Give the anchor of a person on the speakers' page: one for all the events where the name is the same."""
    return _name_id(speaker.name.plain)


@cache
def _name_id(name: str) -> str:
    return slug(name) or "intervenant"


def page_card(path: str, page: Page, wording: Wording) -> dict[str, Any]:
    """Tell a page of the owner's on the page at `path`."""
    facts = page.facts
    since = [str(facts[name]) for name in ("place", "year", "duration") if facts.get(name)]
    if facts.get("since"):
        since.append(f"{wording.word('since').lower()} {facts['since']}")
    authors = facts.get("authors")
    people = ", ".join(str(one) for one in authors) if isinstance(authors, list) else str(authors or "")
    return {
        "id": page.id, "href": relative(path, place(page)), "title": page.title, "kind_id": page.kind or "",
        "kind": wording.word(f"kind-{page.kind}") if page.kind in KINDS else "",
        "lead": str(facts.get("summary") or facts.get("short_answer") or ""), "about": " · ".join(since),
        "people": people, "question": str(facts.get("question") or ""), "tags": tags_of(path, page.tags),
        "year": str(page.date.year) if page.date else "", "language": tongue(page),
    }  # fmt: skip


def tongue(page: Page) -> str:
    """Give the language that a page says it is written in (`lang`); nothing where it is the site's."""
    written = str(page.facts.get("lang") or "")
    return written if re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]+)*", written) else ""


KINDS = ("experiences", "outils", "questions", "publications", "videos")
"""The folders of content/ whose pages have a form and an index of their own."""


def written_day(value: object, wording: Wording) -> str:
    """Write a day out that a front matter gives; anything else as it is."""
    try:
        return wording.day(dt.date.fromisoformat(str(value)))
    except ValueError:
        return str(value)
