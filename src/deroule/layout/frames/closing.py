"""The last slide: thanks, and where to go on."""

from __future__ import annotations

from deroule.layout.desk import ACCENTS, CENTIMETRE, PAPER, Desk, points
from deroule.layout.frames.frame import Pages, display, line, pale
from deroule.layout.grid import margins
from deroule.layout.lettering import Said, paragraph
from deroule.layout.page import Box, Colour, PageItem
from deroule.layout.shapes import RULE, area, written

MOST_COLUMNS = 3
"""Bodies named at the foot of the closing."""


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
    items += _people(desk, Box(left, round(12.9 * CENTIMETRE), full, round(4.2 * CENTIMETRE)))
    count = max(sum(1 for one in desk.event.sequences if one.number is not None), 1)
    each = desk.theme.width // count
    y, high = desk.theme.height - round(0.5 * CENTIMETRE), round(0.5 * CENTIMETRE)
    for at in range(count):
        own = desk.theme.width - each * at if at == count - 1 else each
        items.append(area(Box(each * at, y, own, high), f"Séquence {at + 1}", Colour(ACCENTS[1 + at % 5])))
    return (tuple(items),), desk.accent


def _people(desk: Desk, place: Box) -> list[PageItem]:
    """Tell the organiser with its addresses, then the bodies that spoke, in columns under a thin rule."""
    organiser = desk.event.organiser
    said: list[tuple[Said, tuple[str, ...]]] = []
    if organiser:
        facts: tuple[str, ...] = (
            str(organiser.of or ""),
            organiser.telephone or "",
            organiser.email or "",
            organiser.address or "",
        )
        said.append((organiser.name, facts))
    own = organiser.name.plain if organiser else ""
    for body, names in _guests(desk).items():
        if body != own:
            said.append((body, tuple(names)))
    said = said[:MOST_COLUMNS]
    if not said:
        return []
    gap = desk.gutter
    each = min((place.width - gap * (len(said) - 1)) // len(said), 10 * CENTIMETRE)
    slot = desk.accent.slot
    items: list[PageItem] = []
    for at, (name, facts) in enumerate(said):
        x = place.x + at * (each + gap)
        items.append(area(Box(x, place.y, each, RULE // 2), f"Filet {at + 1}", Colour(slot, 0.5)))
        look = desk.look("detail", PAPER, bold=True)
        small = desk.look("label", pale(slot), size=16.0)
        lines = [paragraph(name, look), *(paragraph(fact, small, space_before=3.0) for fact in facts if fact)]
        setting = desk.set(lines, each)
        while setting.height > place.height and len(lines) > 1:
            lines.pop()
            setting = desk.set(lines, each)
        items.append(written(Box(x, place.y + points(12), each, setting.height), str(name or ""), setting))
    return items


def _guests(desk: Desk) -> dict[str, list[str]]:
    """Give who spoke by the body that they speak for, in the order of the programme."""
    ids = dict.fromkeys(name for one in desk.event.sequences for name in one.written.speakers)
    found: dict[str, list[str]] = {}
    for speaker in (desk.event.speakers[name] for name in ids if name in desk.event.speakers):
        if speaker.organisation:
            about = ", ".join(str(part) for part in (speaker.name, speaker.role) if part)
            found.setdefault(speaker.organisation.plain, []).append(about)
    return found
