"""The frames on a template's own layouts: its title and subtitle places hold the words, its master draws the rest."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import cast

from deroule.layout.desk import PAPER, Desk, points
from deroule.layout.frames.cover import occasion
from deroule.layout.frames.frame import Frame, Layout, Pages
from deroule.layout.frames.veils import Stood, veils
from deroule.layout.lettering import Said, Setting, paragraph
from deroule.layout.page import Box, Colour, PageItem, Paragraph, Slot
from deroule.layout.shapes import written
from deroule.layout.words import SEQUENCE
from deroule.model.event import Sequence as EventSequence
from deroule.model.event import SlideForm
from deroule.model.theme import Stage

Line = tuple[Said, str, bool]
"""What is said, the role that gives its size, whether it is strong."""


def _cover(desk: Desk) -> tuple[Line, ...]:
    event = desk.event
    return (
        (desk.slide.subtitle, "item", False),
        (occasion(desk), "detail", True),
        (event.organiser.name if event.organiser else None, "detail", False),
    )


def _sequence(desk: Desk) -> EventSequence | None:
    return next((one for one in desk.event.sequences if one.id == desk.slide.sequence), None)


def _divider(desk: Desk) -> tuple[Line, ...]:
    one = _sequence(desk)
    number = str(one.number) if one and one.number is not None else ""
    label = SEQUENCE.in_language(desk.language, number=number) if number else ""
    return (label, "detail", True), (desk.slide.subtitle, "item", False)


def _section(desk: Desk) -> tuple[Line, ...]:
    one = _sequence(desk)
    label = next((part.label for part in one.sections if part.id == desk.slide.section), "") if one else ""
    over = " · ".join(part for part in (one.title.plain if one else "", label) if part)
    return (over, "detail", True), (desk.slide.subtitle, "item", False)


def _guest(desk: Desk) -> tuple[Line, ...]:
    one = _sequence(desk)
    people = [
        desk.event.speakers[name] for name in (one.written.speakers if one else ()) if name in desk.event.speakers
    ]
    said = " ; ".join(", ".join(str(part) for part in (p.name, p.role, p.organisation) if part) for p in people)
    return (desk.slide.subtitle or desk.theme.motto or None, "item", False), (said, "detail", True)


def _closing(desk: Desk) -> tuple[Line, ...]:
    organiser = desk.event.organiser
    contact = (organiser.telephone, organiser.email, organiser.address) if organiser else ()
    return (
        (desk.slide.subtitle, "item", False),
        (organiser.name if organiser else None, "detail", True),
        (" · ".join(part for part in contact if part), "detail", False),
    )


def _drawer(kind: Layout, lines: Callable[[Desk], tuple[Line, ...]]) -> Callable[[Desk], tuple[Pages, Colour]]:
    def draw(desk: Desk) -> tuple[Pages, Colour]:
        stage = desk.theme.stages[kind]
        said = [line for line in lines(desk) if line[0]]
        return (tuple(_items(desk, stage, said, "cover" if kind != "divider" else "divider")),), PAPER

    return draw


def _items(desk: Desk, stage: Stage, lines: Sequence[Line], role: str) -> list[PageItem]:
    area = stage.title or stage.room
    setting = _title(desk, stage, area, role)
    height = max(area.height, setting.height)
    # A title higher than its place grows away from the words under it.
    top = min(area.y, max(stage.room.y, area.bottom - height)) if stage.style.anchor != "top" else area.y
    box = Box(area.x, top, area.width, height)
    items: list[PageItem] = [written(box, "Titre", setting, placeholder="title", anchor=stage.style.anchor)]
    stood = [Stood("title", box, setting, stage.style.anchor, stage.style.colour)]
    if lines:
        words = _words(desk, stage, box, lines)
        items.append(
            written(
                words.box,
                "Sous-titre",
                words.setting,
                placeholder="subtitle" if stage.subtitle else None,
                anchor=words.anchor,
            )
        )
        stood.append(words)
    return [*veils(stage, desk.theme, stood), *items]


def _title(desk: Desk, stage: Stage, area: Box, role: str) -> Setting:
    style, setting = stage.style, Setting()
    for size in desk.theme.sizes[role].steps:
        look = desk.look(
            role, Colour(cast(Slot, style.colour)), bold=style.bold, font="heading", size=size, align=style.align
        )
        setting = desk.set([paragraph(desk.slide.title, look)], area.width)
        if setting.height <= area.height and not setting.broken:
            break
    return setting


def _words(desk: Desk, stage: Stage, title: Box, lines: Sequence[Line]) -> Stood:
    area = _under(stage, title)
    above = area.bottom <= title.y
    # Words that need more than their place go on below it, as far as the slide allows, before they are set smaller.
    free = area.height if above else max(stage.room.bottom - area.y, area.height)
    setting = Setting()
    for step in range(max(len(desk.theme.sizes[role].steps) for _, role, _ in lines)):
        setting = desk.set(_paragraphs(desk, stage, lines, step), area.width)
        if setting.height <= free and not setting.broken:
            break
    height = min(max(area.height, setting.height), free)
    y = area.y if not above else area.bottom - height
    anchor = "bottom" if above else "top"
    return Stood("words", Box(area.x, y, area.width, height), setting, anchor, stage.style.text)


def _under(stage: Stage, title: Box) -> Box:
    """The subtitle's place, below whatever the title has taken of it; without one, the room under the title."""
    gap = points(10)
    place = stage.subtitle
    if place is None or place.height < points(16):
        at = min(title.bottom + gap, stage.room.bottom - points(40))
        return Box(title.x, at, title.width, stage.room.bottom - at)
    if place.y < title.bottom < place.bottom and place.bottom > title.y + title.height // 2 and place.y > title.y:
        return Box(place.x, title.bottom + gap, place.width, max(place.bottom - title.bottom - gap, points(16)))
    return place


def _paragraphs(desk: Desk, stage: Stage, lines: Sequence[Line], step: int) -> list[Paragraph]:
    found = []
    for said, role, strong in lines:
        steps = desk.theme.sizes[role].steps
        size = steps[min(step, len(steps) - 1)]
        look = desk.look(role, Colour(cast(Slot, stage.style.text)), bold=strong, size=size, align=stage.style.align)
        found.append(paragraph(said, look, space_before=size * 0.4))
    return found


TABLE: dict[SlideForm, Frame] = {
    SlideForm.COVER: Frame(_drawer("cover", _cover), "cover"),
    SlideForm.DIVIDER: Frame(_drawer("divider", _divider), "divider"),
    SlideForm.GUEST_COVER: Frame(_drawer("cover", _guest), "cover"),
    SlideForm.SECTION: Frame(_drawer("divider", _section), "divider"),
    SlideForm.CLOSING: Frame(_drawer("closing", _closing), "closing"),
}
"""What each made slide says under its title, and the kind of stage that it stands on."""
