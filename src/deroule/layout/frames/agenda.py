"""The programme: the sequences with their colours, what they ask and how long they last; each leads to its divider."""

from __future__ import annotations

from itertools import pairwise

from deroule.layout.accents import accent_of
from deroule.layout.arrange import NOTICED, OPTICAL
from deroule.layout.blocks.plan import TWO_COLUMNS_FROM, Entry, listing
from deroule.layout.desk import ACCENTS, CENTIMETRE, PAPER, Desk, points
from deroule.layout.frames.frame import Pages
from deroule.layout.grid import band, heading
from deroule.layout.page import Box, Colour, PageItem
from deroule.layout.shapes import area
from deroule.layout.words import MINUTES
from deroule.model.event import Sequence

STRIP, STRIP_ROOM = round(0.4 * CENTIMETRE), round(1.1 * CENTIMETRE)
"""Height of the strip of durations, and what it takes with the air above it."""


def draw(desk: Desk) -> tuple[Pages, Colour]:
    """Draw the programme; smaller, then on several pages, when the sequences are many."""
    entries = [_entry(one, desk) for one in desk.event.sequences if one.written.kind != "introduction"]
    entries = entries or [_entry(one, desk) for one in desk.event.sequences]
    head = heading(desk.slide.title, desk, desk.slide.subtitle)
    parts = _parts(entries, head.body, desk)
    smaller = desk.smaller(max(_step(part, head.body, desk) for part in parts))
    pages: list[tuple[PageItem, ...]] = []
    for part in parts:
        draft = listing(part, head.body.width, smaller)
        strip = _strip(desk, head.body) if draft.height + STRIP_ROOM <= head.body.height else []
        room = head.body.height - (STRIP_ROOM if strip else 0)
        high = min(room, draft.reach)
        # Of a programme of two or three parts, what is left stands around it rather than all under it.
        lift = round((room - high) * OPTICAL) if room - high > room * NOTICED else 0
        body = Box(head.body.x, head.body.y + lift, head.body.width, high)
        pages.append((*head.items, *draft.draw(body), *strip, *band(desk)))
    return tuple(pages), PAPER


def _strip(desk: Desk, body: Box) -> list[PageItem]:
    """Draw the session as a strip: each sequence as wide as it is long. The minutes beside the names say the same."""
    lasting = [(one, one.duration.total_seconds()) for one in desk.event.sequences]
    whole = sum(seconds for _, seconds in lasting)
    if desk.theme.stages or len(lasting) < 2 or not whole:
        return []
    items: list[PageItem] = []
    seam, start = points(2), 0.0
    for one, seconds in lasting:
        left, right = (body.x + round(body.width * share / whole) for share in (start, start + seconds))
        own = Box(left, body.bottom - STRIP, max(right - left - (seam if right < body.right else 0), seam), STRIP)
        items.append(area(own, f"Durée : {one.title.plain}", Colour(ACCENTS[accent_of(one, desk.event) - 1])))
        start += seconds
    return items


def _parts(entries: list[Entry], room: Box, desk: Desk) -> list[list[Entry]]:
    """Part the entries among pages, as few as they need: as many on each, where that fits as well."""
    filled: list[list[Entry]] = []
    rest = entries
    while rest or not filled:
        count = _most(rest, room, desk)
        filled.append(rest[:count])
        rest = rest[count:]
    each, longer = divmod(len(entries), len(filled))
    starts = [each * number + min(number, longer) for number in range(len(filled) + 1)]
    even = [entries[start:end] for start, end in pairwise(starts)]
    return even if all(_fits(part, room, desk) for part in even) else filled


def _most(entries: list[Entry], room: Box, desk: Desk) -> int:
    """Tell how many entries a page takes at its smallest: counted up, as they are few even of a hundred."""
    # Seven in two columns may fit where six in one do not.
    count = min(len(entries), TWO_COLUMNS_FROM)
    count = count if _fits(entries[:count], room, desk) else 1
    while count < len(entries) and _fits(entries[: count + 1], room, desk):
        count += 1
    return count


def _fits(entries: list[Entry], room: Box, desk: Desk) -> bool:
    return listing(entries, room.width, desk.smaller(5)).height <= room.height


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
