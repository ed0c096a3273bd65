"""The shapes that placers share: text in a box, cards, rules, discs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from deroule.layout.desk import CENTIMETRE, LINE, MUTED, PAPER, SOFT, Desk, points
from deroule.layout.draft import Draft
from deroule.layout.endings import mended
from deroule.layout.lettering import Look, Setting, paragraph, prose
from deroule.layout.page import Box, Colour, PageItem, Paragraph, Stroke, TextShape
from deroule.layout.steady import held, steady
from deroule.model.blocks import Item, Part

CARD_INSET = round(0.55 * CENTIMETRE)
RULE = round(0.1 * CENTIMETRE)
HAIRLINE = Stroke(LINE, 9_525)
BULLET, UNDER_BULLET = "•", "–"
"""Marks of entries, and of entries under entries. A round mark looks the same before a bold word as before a plain one."""
SMALLEST = 18.0
"""Points under which what is said is not read from the back of a room; tables, captions and labels have floors of their own."""
LEAST_MARK = 12
"""Points that a mark is made smaller to, so that its signs stand on one line."""
WITHIN_DISC = 0.707
"""Share of a disc's width that holds text: PowerPoint sets it in the square within."""


def written(box: Box, name: str, setting: Setting, **form: Any) -> TextShape:
    """Put set text in a box that was measured for it; its lines hold in whatever shows it, where that can be had."""
    if setting.theme is None:
        return TextShape(box, name, setting.paragraphs, **form)
    better = mended(setting)
    # Words that are glued so that a line ends well may be too long for the narrowest letters: then as they were.
    paragraphs, trim = steady(setting.theme, better, *((setting,) if better is not setting else ()))
    if trim:
        form["insets"] = held(form.get("insets", (0, 0, 0, 0)), paragraphs, trim)
    return TextShape(box, name, paragraphs, **form)


def area(box: Box, name: str, fill: Colour, **form: Any) -> TextShape:
    """Draw an area without text; it says nothing."""
    return TextShape(box, name, fill=fill, decorative=True, **form)


def disc(centre: tuple[int, int], radius: int, name: str, **form: Any) -> TextShape:
    """Draw a disc around a point."""
    return TextShape(
        Box(centre[0] - radius, centre[1] - radius, 2 * radius, 2 * radius), name, geometry="ellipse", **form
    )


def badge(desk: Desk, box: Box, name: str, mark: str, **form: Any) -> TextShape:
    """Draw a letter or number in the accent, in the middle of a box."""
    size = round(min(box.height / 12_700 * 0.5, 24.0))
    look = Look(size, PAPER, bold=True, font="heading", language=desk.language, align="centre")
    options: dict[str, Any] = {"fill": desk.accent, "anchor": "middle"} | form
    room = round(box.width * WITHIN_DISC) if options.get("geometry") == "ellipse" else box.width
    tried = (desk.set([paragraph(mark, look.but(size=own))], room) for own in range(size, LEAST_MARK - 1, -1))
    setting = next((one for one in tried if one.lines == 1), desk.set([paragraph(mark, look)], room))
    return TextShape(box, name, setting.paragraphs, **options)


def item_paragraphs(
    items: Sequence[Item], look: Look, mark: Colour, *, level: int = 0, apart: float = 0.35
) -> tuple[Paragraph, ...]:
    """Give list entries as paragraphs with a mark, entries under entries a level down and a little smaller."""
    hang = points(look.size * 0.95)
    done: list[Paragraph] = []
    for item in items:
        done.append(
            paragraph(
                item.text,
                look,
                bullet=UNDER_BULLET if level else BULLET,
                bullet_colour=MUTED if level else mark,
                level=level,
                indent=hang,
                margin=hang * (level + 1),
                space_before=look.size * apart,
            )
        )
        if item.items:
            below = look.but(size=max(look.size - 2, min(look.size, SMALLEST))) if level < 2 else look
            done.extend(item_paragraphs(item.items, below, mark, level=level + 1, apart=apart * 0.5))
    return tuple(done)


def part_body(part: Part, look: Look, mark: Colour) -> tuple[Paragraph, ...]:
    """Give what a part says under its title."""
    return prose(part.text, look, apart=0.4) + item_paragraphs(part.items, look, mark, apart=0.3)


@dataclass(frozen=True, slots=True)
class Card:
    """A box of a row: a head, whose height the row shares, and a body."""

    name: str
    head: tuple[Paragraph, ...]
    body: tuple[Paragraph, ...] = ()
    link: str | None = None
    fill: Colour | None = None


def card_rows(desk: Desk, cards: Sequence[Card], width: int, columns: int, *, gap: int = 0, top: int = 0) -> Draft:
    """Place cards in rows of `columns`, all of one height; heads of a row share their height so bodies align.

    `top` is room kept free in each card above its head, for a mark.
    """
    gap = gap or desk.gutter
    columns = min(columns, len(cards))
    card_width = (width - gap * (columns - 1)) // columns
    inset = 0 if desk.ruled and not any(card.fill for card in cards) else CARD_INSET
    inner = card_width - 2 * inset
    heads = [desk.set(card.head, inner) for card in cards]
    bodies = [desk.set(card.body, inner) for card in cards]
    rows = [range(start, min(start + columns, len(cards))) for start in range(0, len(cards), columns)]
    head_heights = [max(heads[at].height for at in row) for row in rows]
    body_gap = round(0.2 * CENTIMETRE) if any(card.body and card.head for card in cards) else 0
    pad = CARD_INSET // 2 if desk.tight else CARD_INSET
    body_heights = [
        max(bodies[at].height for at in row) + body_gap if any(bodies[at].lines for at in row) else 0 for row in rows
    ]
    least = max(map(sum, zip(head_heights, body_heights, strict=True))) + 2 * pad + RULE + top

    def draw(box: Box) -> tuple[PageItem, ...]:
        height = (box.height - gap * (len(rows) - 1)) // len(rows)
        items: list[PageItem] = []
        for number, row in enumerate(rows):
            y = box.y + number * (height + gap)
            for place, at in enumerate(row):
                x = box.x + place * (card_width + gap)
                outer = Box(x, y, card_width, height)
                items.extend(_card(desk, cards[at], outer))
                under = y + RULE + pad + top
                if heads[at].lines:
                    items.append(written(Box(x + inset, under, inner, head_heights[number]), cards[at].name, heads[at]))
                if bodies[at].lines:
                    below = under + (head_heights[number] + body_gap if head_heights[number] else 0)
                    items.append(
                        written(
                            Box(x + inset, below, inner, y + height - pad - below), f"{cards[at].name} –", bodies[at]
                        )
                    )
        return tuple(items)

    total = least * len(rows) + gap * (len(rows) - 1)
    most = total + len(rows) * round(1.1 * CENTIMETRE)
    # Larger type than the theme wishes must not cost a heading a third line.
    tall = desk.step < 0 and any(setting.lines > 2 for setting in heads)
    return Draft(total, draw, most, tall or any(setting.broken for setting in (*heads, *bodies)))


def whole_word_rows(desk: Desk, cards: Sequence[Card], width: int, columns: int, *, gap: int = 0) -> tuple[int, Draft]:
    """Place cards in rows, in fewer columns where even the smallest type would break a word; tell the columns too."""
    rows = card_rows(desk, cards, width, columns, gap=gap)
    if not rows.broken or desk.size("item") > desk.theme.sizes["item"].floor:
        return columns, rows
    narrow = [
        (fewer, card_rows(desk, cards, width, fewer, gap=gap)) for fewer in range(min(columns, len(cards)) - 1, 0, -1)
    ]
    whole = [(fewer, tried) for fewer, tried in narrow if not tried.broken]
    fitting = [(fewer, tried) for fewer, tried in whole if not desk.room or tried.height <= desk.room]
    # Too high for the slide: it is then continued on a next one.
    may_go_on = whole[:1] if desk.slide.split != "never" else []
    return (*fitting, *may_go_on, (columns, rows))[0]


def _card(desk: Desk, card: Card, box: Box) -> tuple[PageItem, ...]:
    rule = area(Box(box.x, box.y, box.width, RULE), f"{card.name} (filet)", desk.accent)
    if desk.ruled and card.fill is None and not card.link:
        return (rule,)
    ground = TextShape(
        box,
        f"{card.name} (fond)",
        fill=card.fill or (PAPER if desk.ruled else SOFT),
        decorative=not card.link,
        link=card.link,
    )
    return (ground, rule)


def listed(names: Sequence[str]) -> str:
    """Join names for an alternative text."""
    return " ; ".join(name.strip() for name in names if name)
