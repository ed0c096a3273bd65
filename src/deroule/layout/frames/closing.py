"""The last slide: thanks, and where to go on."""

from __future__ import annotations

from dataclasses import replace

from deroule.layout.desk import CENTIMETRE, INK, MUTED, PAPER, Desk, pale, points
from deroule.layout.frames.cover import panel
from deroule.layout.frames.frame import Pages, display, line
from deroule.layout.grid import margins
from deroule.layout.lettering import Said, paragraph
from deroule.layout.page import Box, Colour, PageItem
from deroule.layout.shapes import RULE, area, written

USUAL_MIDDLE, PEOPLE_TOP = round(7.2 * CENTIMETRE), round(12.9 * CENTIMETRE)
MOST_COLUMNS = 3
"""Bodies named at the foot of the closing."""


def draw(desk: Desk) -> tuple[Pages, Colour]:
    """Draw the closing as the cover's counterpart: the house colour, or paper where the theme is plain."""
    plain = desk.theme.options.get("cover") == "rule"
    ground = PAPER if plain else desk.accent
    strong, quiet = (INK, MUTED) if plain else (PAPER, pale(desk.accent.slot, desk.theme))
    side, edge = panel(desk, plain=plain, columns=1)
    left, _ = margins(desk)
    full = edge - round(1.2 * CENTIMETRE) - left
    colour = desk.accent if plain else strong
    title, inner = display(desk.slide.title, "cover", full, round(6 * CENTIMETRE), desk, colour=colour)
    gap, place = points(16), Box(left, 0, full, round(2.4 * CENTIMETRE))
    taken = title.height + (gap + place.height if desk.slide.subtitle else 0)
    # The usual line, higher when the words need more room above those who spoke.
    top = max(min(USUAL_MIDDLE - title.height // 2, PEOPLE_TOP - gap - taken), round(1.4 * CENTIMETRE))
    items: list[PageItem] = [written(Box(left, top, inner, title.height), "Titre", title, placeholder="title")]
    under = replace(place, y=top + title.height + gap)
    items += line(desk.slide.subtitle, "item", under, desk, name="Sous-titre", colour=quiet)
    items += _people(desk, Box(left, PEOPLE_TOP, full, round(4.2 * CENTIMETRE)), (strong, quiet))
    return ((*items, *side),), ground


def _people(desk: Desk, place: Box, colours: tuple[Colour, Colour]) -> list[PageItem]:
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
    strong, quiet = colours
    rule = desk.accent if strong != PAPER else Colour(desk.accent.slot, 0.5)
    items: list[PageItem] = []
    for at, (name, facts) in enumerate(said):
        x = place.x + at * (each + gap)
        items.append(area(Box(x, place.y, each, RULE // 2), f"Filet {at + 1}", rule))
        look = desk.look("detail", strong, bold=True)
        small = desk.look("label", quiet, size=16.0)
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
