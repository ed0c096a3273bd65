"""The slide's grid: where title, body and foot stand, from the theme's measures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from deroule.layout.desk import CENTIMETRE, MUTED, Desk
from deroule.layout.lettering import Setting, paragraph, runs_of
from deroule.layout.page import Box, Colour, PageItem, Paragraph, Picture, Slot
from deroule.layout.shapes import area, written
from deroule.model.event import Section
from deroule.model.richtext import RichText, Run

TITLE_GAP = round(0.85 * CENTIMETRE)
KICKER_SIZE = 13.0
"""Points of the section's name over a title."""
KICKER_GAP = round(0.06 * CENTIMETRE)
LOGO_HEIGHT = round(1.5 * CENTIMETRE)


@dataclass(frozen=True, slots=True)
class Heading:
    """The title as set, what stands with it, and the room that is left for the body."""

    items: tuple[PageItem, ...]
    body: Box
    lines: int


def margins(desk: Desk) -> tuple[int, int]:
    """Give the left edge and the width of everything that is read."""
    measures = desk.theme.measures
    left = measures["margin-left"]
    return left, desk.theme.width - left - measures["margin-right"]


def heading(title: RichText, desk: Desk, subtitle: RichText | None = None) -> Heading:
    """Set the title at one size for all slides, smaller only when it takes more than two lines."""
    if desk.theme.stages:
        return staged_heading(title, desk, subtitle)
    left, width = margins(desk)
    measures = desk.theme.measures
    logo = _logo(desk)
    room = width - (logo.box.width + desk.gutter if logo else 0)
    setting = _title(title, room, desk)
    top = measures["title-top"]
    shape = written(Box(left, top, room, setting.height), "Titre", setting, placeholder="title")
    items: list[PageItem] = [shape, *_kicker(desk, Box(left, top, room, 0))]
    bottom = top + setting.height
    if subtitle:
        under = desk.set([paragraph(subtitle, desk.look("subtitle", MUTED))], room)
        items.append(written(Box(left, bottom + CENTIMETRE // 8, room, under.height), "Sous-titre", under))
        bottom += CENTIMETRE // 8 + under.height
    if logo:
        items.append(logo)
    body_top = max(measures["body-top"], bottom + TITLE_GAP)
    return Heading(tuple(items), Box(left, body_top, width, measures["body-bottom"] - body_top), setting.lines)


def section_of(desk: Desk) -> Section | None:
    """Give the section that a slide belongs to."""
    if desk.slide.section is None:
        return None
    one = next((sequence for sequence in desk.event.sequences if sequence.id == desk.slide.sequence), None)
    return next((s for s in one.sections if s.id == desk.slide.section), None) if one else None


def _kicker(desk: Desk, title: Box) -> tuple[PageItem, ...]:
    """Tell the numbered section that a slide belongs to, small above its title; the title is read first."""
    section = section_of(desk)
    if section is None or not section.label or section.title.plain == desk.slide.title.plain:
        return ()
    said = RichText((Run(f"{section.label} · "), *section.title.runs))
    look = desk.look("label", desk.accent, bold=True, size=KICKER_SIZE)
    setting = desk.set([paragraph(said, look)], title.width)
    if setting.lines != 1:
        return ()
    top = title.y - setting.height - KICKER_GAP
    return (written(Box(title.x, top, title.width, setting.height), "Rubrique", setting),)


def _title(title: RichText, width: int, desk: Desk) -> Setting:
    best: Setting | None = None
    for size in desk.theme.sizes["title"].steps:
        look = desk.look("title", bold=True, font="heading", size=size)
        best = desk.set([Paragraph(runs_of(title, look))], width)
        if best.lines <= 2 and not best.broken:
            break
    assert best is not None
    return best


def _logo(desk: Desk) -> Picture | None:
    """A guest's logo stands at the top right of each of its slides."""
    theme = desk.theme
    if not theme.logo or desk.slide.sequence is None or theme.options.get("wears") != "guest":
        return None
    ratio = theme.logo_ratio
    height = LOGO_HEIGHT
    width = min(round(height * ratio), 5 * CENTIMETRE)
    height = round(width / ratio)
    right = theme.width - theme.measures["margin-right"]
    return Picture(Box(right - width, theme.measures["title-top"], width, height), "Logo", theme.logo, theme.logo_alt)


def staged_heading(title: RichText, desk: Desk, subtitle: RichText | None) -> Heading:
    """Set the title as a template sets it: in its place, weight, colour and alignment; the body keeps to its room."""
    stage = desk.theme.stages["content"]
    style, area_, room = stage.style, stage.title or stage.room, stage.room
    best: Setting | None = None
    for size in desk.theme.sizes["title"].steps:
        look = desk.look(
            "title", Colour(cast(Slot, style.colour)), bold=style.bold, font="heading", size=size, align=style.align
        )
        best = desk.set([Paragraph(runs_of(title, look), look.align)], area_.width)
        if best.lines <= 2 and best.height <= area_.height and not best.broken:
            break
    assert best is not None
    height = max(area_.height, best.height)
    box = Box(area_.x, area_.y, area_.width, height)
    items: list[PageItem] = [written(box, "Titre", best, placeholder="title", anchor=style.anchor)]
    top = max(room.y, box.bottom + TITLE_GAP // 3) if best.height > area_.height else room.y
    if subtitle:
        under = desk.set([paragraph(subtitle, desk.look("subtitle", MUTED))], room.width)
        items.append(written(Box(room.x, top, room.width, under.height), "Sous-titre", under))
        top += under.height + TITLE_GAP // 2
    return Heading(tuple(items), Box(room.x, top, room.width, room.bottom - top), best.lines)


def band(desk: Desk) -> tuple[PageItem, ...]:
    """The band that tells the sequence by its colour: at the left edge, or a rule at the top."""
    theme = desk.theme
    if theme.stages:
        return ()
    thick = theme.measures["band"]
    if theme.options.get("band") == "top":
        return (area(Box(0, 0, theme.width, thick), "Bandeau", desk.accent),)
    return (area(Box(0, 0, thick, theme.height), "Bandeau", desk.accent),)
