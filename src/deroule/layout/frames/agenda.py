"""The programme: the sequences with their colours, what they ask and how long they last; each leads to its divider."""

from __future__ import annotations

from deroule.layout.accents import accent_of
from deroule.layout.blocks.plan import Entry, listing
from deroule.layout.desk import PAPER, Desk
from deroule.layout.frames.frame import Pages
from deroule.layout.grid import band, heading
from deroule.layout.page import Box, Colour, PageItem
from deroule.layout.words import MINUTES
from deroule.model.event import Sequence


def draw(desk: Desk) -> tuple[Pages, Colour]:
    """Draw the programme; smaller, then on several pages, when the sequences are many."""
    entries = [_entry(one, desk) for one in desk.event.sequences if one.written.kind != "introduction"]
    entries = entries or [_entry(one, desk) for one in desk.event.sequences]
    head = heading(desk.slide.title, desk, desk.slide.subtitle)
    pages: list[tuple[PageItem, ...]] = []
    while entries or not pages:
        count = _most(entries, head.body, desk)
        draft = listing(entries[:count], head.body.width, desk.smaller(_step(entries[:count], head.body, desk)))
        body = Box(head.body.x, head.body.y, head.body.width, min(head.body.height, draft.reach))
        pages.append((*head.items, *draft.draw(body), *band(desk)))
        entries = entries[count:]
    return tuple(pages), PAPER


def _most(entries: list[Entry], room: Box, desk: Desk) -> int:
    count = len(entries)
    while count > 1 and listing(entries[:count], room.width, desk.smaller(5)).height > room.height:
        count -= 1
    return count


def _step(entries: list[Entry], room: Box, desk: Desk) -> int:
    for step in range(5):
        if listing(entries, room.width, desk.smaller(step)).height <= room.height:
            return step
    return 5


def _entry(one: Sequence, desk: Desk) -> Entry:
    minutes = round(one.duration.total_seconds() / 60)
    names = ", ".join(
        " – ".join(str(part) for part in (speaker.name, speaker.organisation) if part)
        for name in one.written.speakers
        if (speaker := desk.event.speakers.get(name))
    )
    mark = str(one.number) if one.number is not None else "•"
    first = one.slides[0].id if one.slides else None
    return Entry(
        mark, one.title, one.written.subtitle or names or None,
        MINUTES.in_language(desk.language, count=str(minutes)) if minutes else "",
        f"#{first}" if first else None, accent_of(one, desk.event),
    )  # fmt: skip
