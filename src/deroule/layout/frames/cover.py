"""The cover: the event's name, its day and its organiser, and the colours of the sequences to come."""

from __future__ import annotations

from dataclasses import replace

from deroule.layout.desk import CENTIMETRE, INK, MUTED, PAPER, Desk, pale, points
from deroule.layout.frames.frame import Pages, covering, display, line
from deroule.layout.frames.mosaic import mosaic, sequence_slots
from deroule.layout.grid import margins
from deroule.layout.page import Box, Colour, PageItem, TextShape
from deroule.layout.shapes import area, written
from deroule.model.calendar import in_full
from deroule.model.richtext import RichText, Run

KINDS = {
    ("webconference", "fr"): "Webconférence",
    ("webconference", "en"): "Web conference",
    ("training", "fr"): "Formation",
    ("training", "en"): "Training",
}


def occasion(desk: Desk) -> RichText:
    """Say what kind of event it is and on which day; the ending of an ordinal is raised, as French print has it."""
    event = desk.event
    french = desk.language.startswith("fr")
    kind = KINDS.get((event.written.kind, "fr" if french else "en"), "")
    date = in_full(event.written.date, desk.language) if event.written.date else ""
    if date.startswith("1er"):
        before = f"{kind} · 1" if kind else "1"
        return RichText((Run(before), Run("er", superscript=True), Run(date[3:])))
    return RichText.of(" · ".join(part for part in (kind, date) if part))


def draw(desk: Desk) -> tuple[Pages, Colour]:
    """Draw the cover in the house colour, or on paper with a rule where the theme is ruled."""
    plain = desk.theme.options.get("cover") == "rule"
    ground = PAPER if plain else desk.accent
    strong, quiet = (INK, MUTED) if plain else (PAPER, pale("accent1", desk.theme))
    slide, event = desk.slide, desk.event
    left, _ = margins(desk)
    side, edge = panel(desk, plain=plain)
    width = edge - round(1.2 * CENTIMETRE) - left
    title, inner = display(
        slide.title, "cover", width, round(7.4 * CENTIMETRE), desk, colour=desk.accent if plain else strong
    )
    top = round(3.6 * CENTIMETRE)
    items: list[PageItem] = [written(Box(left, top, inner, title.height), "Titre", title, placeholder="title")]
    # above the title, yet after it: the title is what is read first
    items += line(
        occasion(desk),
        "detail",
        Box(left, round(1.7 * CENTIMETRE), width, CENTIMETRE),
        desk,
        name="Date",
        colour=quiet,
        bold=True,
    )
    under = top + title.height + points(16)
    subtitle = line(
        slide.subtitle, "item", Box(left, under, width, 3 * CENTIMETRE), desk, name="Sous-titre", colour=strong
    )
    items += [_as_subtitle(item) for item in subtitle]
    foot = round(15.9 * CENTIMETRE)
    if event.organiser:
        name = event.organiser.name.plain
        items += line(
            name, "detail", Box(left, foot, width, CENTIMETRE), desk, name="Organisateur", colour=strong, bold=True
        )
        if event.organiser.of:
            items += line(
                event.organiser.of,
                "label",
                Box(left, foot + CENTIMETRE, width, CENTIMETRE),
                desk,
                name="Groupe",
                colour=quiet,
            )
    items += side
    return (tuple(items),), ground


def _as_subtitle(item: PageItem) -> PageItem:
    return replace(item, placeholder="subtitle") if isinstance(item, TextShape) else item


def panel(desk: Desk, *, plain: bool, columns: int = 2) -> tuple[list[PageItem], int]:
    """Draw the right of a cover, and give its left edge: the owner's picture over the sequences' colours, a mosaic of
    these colours, or rules where the theme is `plain`. `columns` is its width in thirds of the slide's height."""
    theme, slots = desk.theme, sequence_slots(desk)
    left = theme.width - columns * theme.height // 3
    if theme.cover:
        bar = round(0.45 * CENTIMETRE)
        width = theme.width - left
        items: list[PageItem] = [
            covering(Box(left, 0, width, theme.height - bar), theme.cover, theme.cover_ratio, theme.cover_alt)
        ]
        each = width // len(slots)
        for at, slot in enumerate(slots):
            own = width - each * (len(slots) - 1) if at == len(slots) - 1 else each
            items.append(area(Box(left + at * each, theme.height - bar, own, bar), f"Séquence {at + 1}", Colour(slot)))
        return items, left
    if not plain:
        return mosaic(desk, columns)
    rules: list[PageItem] = [
        area(
            Box(left, round(3.6 * CENTIMETRE) + at * CENTIMETRE, theme.width - left, CENTIMETRE // 4),
            f"Séquence {at + 1}", Colour(slot),
        )
        for at, slot in enumerate(slots)
    ]  # fmt: skip
    return rules, left
