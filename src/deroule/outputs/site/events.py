"""The pages of an event: its own, one a sequence; and the cycle of all events."""

from __future__ import annotations

import re
from typing import Any

from markupsafe import Markup

from deroule.model.blocks import Contacts
from deroule.model.event import Event, Section, Sequence, Slide, SlideForm
from deroule.model.resources import Resource
from deroule.outputs.site.addresses import CITED, EVENTS, event_place, relative, section_anchor, sequence_place
from deroule.outputs.site.blocks import Pen
from deroule.outputs.site.calendars import CALENDAR, calendar_place
from deroule.outputs.site.cards import (
    accents,
    event_card,
    named,
    page_card,
    part_card,
    speaker_id,
    tags_of,
    themes_of,
)
from deroule.outputs.site.hand import Hand
from deroule.outputs.site.heads import FEED, Head
from deroule.outputs.site.stage import Stage
from deroule.outputs.site.structured import course, learning_resource
from deroule.outputs.site.words import Wording

_AT_ONCE = 12
"""Up to so many events are read in one list; more stand under their years."""
_OPENERS = (SlideForm.DIVIDER, SlideForm.GUEST_COVER)
"""Slides that only open a sequence: its page shows one of them at its head."""


def write_cycle(stage: Stage) -> None:
    """Write the page of all events, latest first, under their years when they are many.

    A script parts what is to come from what is past: only who reads the page knows the day.
    """
    path, wording = f"{EVENTS}/index.md", Wording(stage.language)
    cards = [event_card(stage, path, event) for event in stage.dossier.events]
    years = list(dict.fromkeys(card["year"] for card in cards))
    kinds = {card["kind_id"]: wording.word(card["kind_id"]) for card in cards}
    parted = years if len(cards) > _AT_ONCE else [""]
    groups = [{"year": year, "events": [card for card in cards if year in ("", card["year"])]} for year in parted]
    head = Head(wording.word("events"), stage.language, wording.word("events-lead"), "website")
    stage.write(
        path, "events", head, events=cards, groups=groups, years=[year for year in years if year], kinds=kinds,
        cycles=named((card["cycle_id"], card["cycle"]) for card in cards), themes=themes_of(cards),
        feed=FEED if stage.material.address else "",
        calendar=CALENDAR,
    )  # fmt: skip


def write_event(stage: Stage, event: Event) -> None:
    """Write an event's page and one a sequence."""
    write_event_page(stage, event)
    for sequence in event.sequences:
        write_sequence(stage, event, sequence)


def write_event_page(stage: Stage, event: Event) -> None:
    """Write the page of the event itself."""
    path = event_place(event)
    hand, written, wording = stage.hand(path, event.language, event), event.written, Wording(event.language)
    files = stage.downloads(event)
    changed = stage.latest_below(event.folder)
    lead = written.summary.paragraphs[0].plain if written.summary else ""
    picture = stage.pictures(event).cover
    head = Head(event.title.plain, event.language, lead, "website", picture, event.title.plain, written.date, changed)
    stage.write(
        path, "event", head, event=event_card(stage, path, event), summary=hand.prose(written.summary),
        programme=[part_card(stage, path, event, one) for one in event.sequences],
        objectives=hand.lines(written.objectives), audience=hand.lines(written.audience),
        prerequisites=hand.lines(written.prerequisites), people=_people(stage, path, event, hand),
        organiser=_organiser(event, hand), contacts=_contacts(event, hand, wording), licence=hand.line(event.licence),
        registration=_web(written.registration), connection=_web(written.address),
        downloads=[{"title": wording.word(f"download-{word}"), "files": found} for word, found in files.items()],
        calendar=calendar_place(stage, event),
        cited=_cited(stage, path, event, hand), cited_anchor=CITED, related=_related(stage, path, event),
        changed=wording.word("changed", day=wording.day(changed)) if changed else "",
        structured=course(stage, event),
    )  # fmt: skip


def _web(address: str | None) -> str:
    return address if address and address.startswith(("https://", "http://")) else ""


def _people(stage: Stage, path: str, event: Event, hand: Hand) -> list[dict[str, Any]]:
    found = []
    for speaker in event.speakers.values():
        role = Markup(", ").join(hand.line(text) for text in (speaker.role, speaker.organisation) if text)
        found.append({
            "name": speaker.name.plain, "role": role, "biography": hand.prose(speaker.biography),
            "href": relative(path, f"intervenants.md#{speaker_id(speaker)}"), "initials": initials(speaker.name.plain),
            "portrait": stage.portrait(event, speaker),
        })  # fmt: skip
    return found


def initials(name: str) -> str:
    """Give the first letters of a name, for want of a portrait."""
    words = [word for word in re.split(r"[\s’'-]+", name) if word[:1].isalpha()]
    names = [word for word in words if word[0].isupper() and len(word) > 1]  # « L’équipe de Territoires Conseils »: TC
    words = names if len(names) > 1 else words
    return (words[0][0] + (words[-1][0] if len(words) > 1 else "")).upper() if words else "·"


def _organiser(event: Event, hand: Hand) -> dict[str, Any] | None:
    body = event.organiser
    if body is None:
        return None
    return {
        "name": body.name.plain, "of": body.of.plain if body.of else "", "description": hand.prose(body.description),
        "address": _web(body.address), "telephone": body.telephone or "", "email": body.email or "",
    }  # fmt: skip


def _contacts(event: Event, hand: Hand, wording: Wording) -> Markup:
    """Give the contacts that the slides tell, once each."""
    seen: set[str] = set()
    made = []
    for slide in event.slides:
        for block in slide.blocks:
            told = Pen(event, slide, hand, wording).write(block) if isinstance(block, Contacts) else Markup("")
            if told and str(told) not in seen:
                seen.add(str(told))
                made.append(told)
    return Markup("").join(made)


def _cited(stage: Stage, path: str, event: Event, hand: Hand) -> list[dict[str, Any]]:
    """Give the works that the event cites, links to or lists itself, each with the slides where it serves.

    An event knows every page of the dossier and every work of the organisation: only those named are looked at.
    """
    named, own = _naming(event), event.written.resources
    found = []
    for name in (*(one for one in named if one not in own), *own):
        work = event.resources.get(name)
        if work is None or _is_ours(stage, work):
            continue
        places = ((slide, stage.addresses.slide(event.id, slide.id)) for slide in named.get(name, ()))
        where = [
            {"title": slide.title.plain, "href": relative(path, target)}
            for slide, target in places
            if target and "#" in target
        ]
        found.append({**_work(work, hand), "slides": where})
    return found


def _is_ours(stage: Stage, work: Resource) -> bool:
    """Whether a work is a page of the dossier: those stand among what goes further."""
    address = work.address
    return address in stage.page_paths or bool(address and stage.addresses.find(address))


def _naming(event: Event) -> dict[str, list[Slide]]:
    """Give the slides that cite or link to each resource."""
    found: dict[str, list[Slide]] = {}
    for slide in event.slides:
        linked = (getattr(one, "resource", None) for block in slide.blocks for one in getattr(block, "items", ()))
        for name in dict.fromkeys((*slide.sources, *linked)):
            if name:
                found.setdefault(name, []).append(slide)
    return found


def _work(work: Resource, hand: Hand) -> dict[str, Any]:
    made = Markup(", ").join(hand.line(text) for text in (*work.authors, *([work.publisher] if work.publisher else [])))
    return {
        "title": hand.line(work.title), "href": hand.link(work.address) or "", "by": made, "year": work.year or "",
        "text": hand.line(work.text), "language": work.language or "",
    }  # fmt: skip


def _related(stage: Stage, path: str, event: Event) -> list[dict[str, Any]]:
    """Give the owner's pages that say that they belong to the event."""
    wording = Wording(stage.language)
    indexes = {kind: index.title for kind, index in stage.indexes.items()}
    return [
        {**page_card(path, page, wording), "kinds": indexes.get(page.kind or "") or wording.word("related")}
        for page in stage.serving.get((event.id, ""), [])
    ]


# --- sequences ---------------------------------------------------------------------------------------------------


def write_sequence(stage: Stage, event: Event, one: Sequence) -> None:
    """Write the page of one sequence."""
    path, around = sequence_place(event, one), event.sequences
    hand, wording = stage.hand(path, one.language, event), Wording(one.language)
    at = around.index(one)
    summary = one.written.summary.plain or (one.written.subtitle.plain if one.written.subtitle else "")
    openers = [slide for slide in one.slides if slide.form in _OPENERS]
    shown = [picture for slide in openers[-1:] for picture in stage.pictures(event).of(slide.id)]
    head = Head(
        f"{one.title.plain} – {event.title.plain}", one.language, " ".join(summary.split()),
        picture=shown[0].path if shown else "", day=event.written.date, changed=stage.latest([one.path]),
    )  # fmt: skip
    stage.write(
        path, "sequence", head, contents=True, event=event_card(stage, path, event),
        part=part_card(stage, path, event, one), tags=tags_of(path, one.written.tags),
        opening=relative(path, shown[0].seen) if shown else "", anchors=[slide.id for slide in openers],
        summary=hand.prose(one.written.summary), key_points=hand.lines(one.written.key_points),
        said=Markup("").join(stage.said(slide, hand) for slide in openers),
        groups=_groups(stage, path, event, one, hand),
        before=part_card(stage, path, event, around[at - 1]) if at else None,
        after=part_card(stage, path, event, around[at + 1]) if at + 1 < len(around) else None,
        structured=learning_resource(stage, event, one), accent=accents(event, one), wording=wording,
    )  # fmt: skip


def _groups(stage: Stage, path: str, event: Event, one: Sequence, hand: Hand) -> list[dict[str, Any]]:
    """Part the slides into the sequence's sections; those before the first section come without a heading."""
    sections = {section.id: section for section in one.sections}
    groups: list[dict[str, Any]] = [{"title": "", "slides": []}]
    reached = None
    for slide in one.slides:
        if slide.form in _OPENERS:
            continue
        if slide.section != reached and slide.section in sections:
            reached = slide.section
            groups.append(_section(sections[reached], one, hand))
        if slide.form is SlideForm.SECTION:
            groups[-1]["said"] = stage.said(slide, hand)
        else:
            groups[-1]["slides"].append(_slide(stage, path, event, slide, hand))
    return [group for group in groups if group["title"] or group["slides"]]


def _section(section: Section, one: Sequence, hand: Hand) -> dict[str, Any]:
    return {
        "title": section.title.plain, "label": section.label, "id": section_anchor(section, one),
        "subtitle": hand.line(section.subtitle), "summary": hand.prose(section.summary), "said": Markup(""), "slides": [],
    }  # fmt: skip


def _slide(stage: Stage, path: str, event: Event, slide: Slide, hand: Hand) -> dict[str, Any]:
    wording = Wording(slide.language)
    lead = Markup('<p class="d-lead">{}</p>').format(hand.line(slide.subtitle)) if slide.subtitle else Markup("")
    pages = stage.serving.get((event.id, slide.id), [])
    works = [event.resources[name] for name in slide.sources if name in event.resources]
    return {
        "id": slide.id, "title": slide.title.plain or slide.id, "language": slide.language, "number": slide.number,
        "pictures": [
            {"href": relative(path, shown.seen), "width": shown.size[0], "height": shown.size[1], "number": shown.number}
            for shown in stage.pictures(event).of(slide.id)
        ],
        "body": lead + Pen(event, slide, hand, wording).write_all(slide.blocks), "notes": stage.said(slide, hand),
        "sources": [_work(work, hand) for work in works],
        "related": [page_card(path, page, Wording(stage.language)) for page in pages],
    }  # fmt: skip
