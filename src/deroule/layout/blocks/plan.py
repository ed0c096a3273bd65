"""Places the sections of a sequence, announced: their numbers in the accent, a hairline between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from deroule.layout.blocks.numbered import numeral
from deroule.layout.desk import CENTIMETRE, INK, MUTED, Desk
from deroule.layout.draft import Draft
from deroule.layout.lettering import Said, Setting
from deroule.layout.page import Box, Connector, PageItem
from deroule.layout.shapes import HAIRLINE, badge, written
from deroule.model.blocks import Plan, PlanEntry

TWO_COLUMNS_FROM = 7
PAD = round(0.22 * CENTIMETRE)


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a plan or a programme."""

    mark: str
    title: Said
    text: Said = None
    aside: str = ""
    link: str | None = None
    accent: int = 0
    """The accent of its number; 0 for the slide's own."""


def draft(block: Plan, width: int, desk: Desk) -> Draft:
    """Set the entries; each leads to its section's slide when it has one."""
    sequence = next((one for one in desk.event.sequences if one.id == desk.slide.sequence), None)
    sections = sequence.sections if sequence else ()
    by_title = {section.title.plain.casefold(): section for section in sections}
    titles = [section.title for section in sections] if block.entries == "auto" else [e.title for e in _written(block)]
    entries = []
    for number, title in enumerate(titles, start=block.first):
        section = by_title.get(title.plain.casefold())
        link = f"#{section.id}" if section and section.id in {s.id for s in desk.event.slides} else None
        entries.append(Entry(numeral(number, block.style), title, link=link))
    return listing(entries, width, desk)


def _written(block: Plan) -> tuple[PlanEntry, ...]:
    return block.entries if isinstance(block.entries, tuple) else ()


def listing(entries: Sequence[Entry], width: int, desk: Desk) -> Draft:
    """Place numbered lines, in two columns when they are many; a text under the title, a word at the right."""
    columns = 2 if len(entries) >= TWO_COLUMNS_FROM and width > 20 * CENTIMETRE else 1
    gap = round(desk.gutter * 1.6)
    each = (width - gap * (columns - 1)) // columns
    tile = round(max(desk.size("item"), 18) * 2.0 * 12_700)
    marked = any(entry.mark for entry in entries)
    left = tile + round(0.6 * CENTIMETRE) if marked else 0
    aside_width = 3 * CENTIMETRE if any(entry.aside for entry in entries) else 0
    text_width = each - left - aside_width
    titles = [
        desk.set(desk.say(e.title, desk.look("item", INK, bold=True, font="heading")), text_width) for e in entries
    ]
    texts = [desk.set(desk.say(e.text, desk.look("detail", MUTED)), text_width) for e in entries]
    asides = [desk.set(desk.say(e.aside, desk.look("detail", MUTED, align="right")), aside_width or 1) for e in entries]
    least = (
        max((max(a.height + b.height, tile if marked else 0) for a, b in zip(titles, texts, strict=True)), default=0)
        + 2 * PAD
    )
    rows = max(-(-len(entries) // columns), 1)

    def draw(box: Box) -> tuple[PageItem, ...]:
        height = min(box.height // rows, round(least * 1.45))
        items: list[PageItem] = []
        for at, entry in enumerate(entries):
            column, row = divmod(at, rows)
            outer = Box(box.x + column * (each + gap), box.y + row * height, each, height)
            items.extend(_row(entry, outer, (titles[at], texts[at], asides[at])))
            if row + 1 < rows and at + 1 < len(entries):
                items.append(Connector(outer.x + left, outer.bottom, outer.right, outer.bottom, "Filet", HAIRLINE))
        return tuple(items)

    def _row(entry: Entry, outer: Box, settings: tuple[Setting, Setting, Setting]) -> list[PageItem]:
        title, text, aside = settings
        middle = outer.y + outer.height // 2
        top = middle - (title.height + text.height) // 2
        name = str(entry.title or "")
        items: list[PageItem] = []
        if entry.mark:
            box = Box(outer.x, middle - tile // 2, tile, tile)
            own = desk if not entry.accent else _wearing(desk, entry.accent)
            items.append(badge(own, box, entry.mark, entry.mark))
        items.append(written(Box(outer.x + left, top, text_width, title.height), name, title, link=entry.link))
        if text.lines:
            items.append(written(Box(outer.x + left, top + title.height, text_width, text.height), f"{name} –", text))
        if aside.lines:
            items.append(
                written(
                    Box(outer.right - aside_width, middle - aside.height // 2, aside_width, aside.height),
                    entry.aside,
                    aside,
                )
            )
        return items

    tall = desk.step < 0 and any(setting.lines > 1 for setting in titles)
    broken = tall or any(setting.broken for setting in (*titles, *texts))
    return Draft(least * rows, draw, round(least * 1.45) * rows, broken)


def _wearing(desk: Desk, accent: int) -> Desk:
    return replace(desk, accent_number=accent)
