"""The last slide: thanks, and where to go on."""

from __future__ import annotations

from deroule.layout.desk import ACCENTS, CENTIMETRE, PAPER, Desk, points
from deroule.layout.frames.frame import Pages, display, line, pale
from deroule.layout.grid import margins
from deroule.layout.page import Box, Colour, PageItem
from deroule.layout.shapes import area, written


def draw(desk: Desk) -> tuple[Pages, Colour]:
    """Draw the closing on the house colour, the sequences' colours as a rule under it."""
    left, full = margins(desk)
    width = round(full * 0.8)
    slot = desk.accent.slot
    title, inner = display(desk.slide.title, "cover", width, round(6 * CENTIMETRE), desk)
    top = round(5.6 * CENTIMETRE)
    items: list[PageItem] = [written(Box(left, top, inner, title.height), "Titre", title, placeholder="title")]
    under = top + title.height + points(16)
    items += line(
        desk.slide.subtitle,
        "item",
        Box(left, under, width, round(2.4 * CENTIMETRE)),
        desk,
        name="Sous-titre",
        colour=pale(slot),
    )
    organiser = desk.event.organiser
    if organiser:
        parts = [part for part in (organiser.telephone, organiser.email, organiser.address) if part]
        items += line(
            organiser.name,
            "detail",
            Box(left, round(13.6 * CENTIMETRE), width, CENTIMETRE),
            desk,
            name="Organisateur",
            colour=PAPER,
            bold=True,
        )
        items += line(
            " · ".join(parts),
            "detail",
            Box(left, round(14.6 * CENTIMETRE), width, CENTIMETRE),
            desk,
            name="Contact",
            colour=pale(slot),
        )
    count = max(sum(1 for one in desk.event.sequences if one.number is not None), 1)
    each = desk.theme.width // count
    y, high = desk.theme.height - round(0.5 * CENTIMETRE), round(0.5 * CENTIMETRE)
    for at in range(count):
        own = desk.theme.width - each * at if at == count - 1 else each
        items.append(area(Box(each * at, y, own, high), f"Séquence {at + 1}", Colour(ACCENTS[1 + at % 5])))
    return (tuple(items),), desk.accent
