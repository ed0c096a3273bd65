"""Places key figures: cards of equal size; dated ones follow each other with an arrow between."""

from __future__ import annotations

from dataclasses import dataclass

from deroule.layout.desk import CENTIMETRE, INK, MUTED, PAPER, SOFT, Desk, pale, points
from deroule.layout.draft import Draft
from deroule.layout.lettering import Setting, paragraph
from deroule.layout.page import Box, PageItem, TextShape
from deroule.layout.shapes import CARD_INSET, RULE, SMALLEST, area, written
from deroule.layout.words import DOWN, FLAT, UP
from deroule.model.blocks import Figure, Figures

PER_ROW = {1: 1, 2: 2, 3: 3, 4: 4, 5: 3, 6: 3, 7: 4, 8: 4, 9: 3}
NARROW = 7 * CENTIMETRE
TRENDS = {"up": ("↑", UP), "down": ("↓", DOWN), "flat": ("→", FLAT)}
ARROW = round(1.3 * CENTIMETRE)
"""The room between dated figures, which holds an arrow."""
APART = points(4)


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure as set: its date and number, what it counts, what there is to say of it."""

    figure: Figure
    number: Setting
    label: Setting
    detail: Setting

    @property
    def name(self) -> str:
        """What its shapes are called."""
        return f"{self.figure.value} {self.figure.label.plain}"


def draft(block: Figures, width: int, desk: Desk) -> Draft:
    """Set the figures in rows of one to four, numbers at one size, labels and details starting at one height."""
    count = len(block.items)
    dated = all(item.when for item in block.items) and 1 < count <= 4
    short = count == 5 and not any(item.detail for item in block.items)
    columns = 5 if short else PER_ROW.get(count, 4)
    columns = min(columns, max(width // (5 * CENTIMETRE), 1))
    gap = ARROW if dated else desk.gutter
    card_width = (width - gap * (columns - 1)) // columns
    inset = 0 if desk.ruled else CARD_INSET
    inner = card_width - 2 * inset
    cells = [
        _cell(item, inner, desk, strong=dated and at == count - 1 and not desk.ruled)
        for at, item in enumerate(block.items)
    ]
    rows = [cells[at : at + columns] for at in range(0, count, columns)]
    tops = [max(cell.number.height for cell in row) for row in rows]
    labels = [max(cell.label.height for cell in row) for row in rows]
    details = [max(cell.detail.height for cell in row) for row in rows]
    pad = CARD_INSET // 2 if desk.tight else CARD_INSET
    between = [APART if detail else 0 for detail in details]
    least = max(map(sum, zip(tops, labels, between, details, strict=True))) + APART + 2 * pad + RULE
    total = least * len(rows) + desk.gutter * (len(rows) - 1)

    def draw(box: Box) -> tuple[PageItem, ...]:
        height = (box.height - desk.gutter * (len(rows) - 1)) // len(rows)
        lift = min(max(height - least, 0) // 2, CENTIMETRE)
        items: list[PageItem] = []
        for at, cell in enumerate(cells):
            number, place = divmod(at, columns)
            outer = Box(box.x + place * (card_width + gap), box.y + number * (height + desk.gutter), card_width, height)
            items.extend(_ground(cell, outer, desk, strong=dated and at == count - 1))
            left, top = outer.x + inset, outer.y + RULE + pad + lift
            items.append(written(Box(left, top, inner, tops[number]), cell.name, cell.number, anchor="bottom"))
            top += tops[number] + APART
            if cell.label.lines:  # of a figure that goes on, only the end of its detail is left
                items.append(written(Box(left, top, inner, labels[number]), f"{cell.name} –", cell.label))
            top += labels[number] + between[number]
            if cell.detail.lines:
                items.append(written(Box(left, top, inner, details[number]), f"{cell.name} : détail", cell.detail))
            if dated and place + 1 < columns and at + 1 < count:
                items.append(_then(outer, gap, desk))
        return tuple(items)

    broken = any(cell.number.broken or numbers_break(cell.number) for cell in cells) or any(
        cell.label.broken or cell.detail.broken for cell in cells
    )
    return Draft(total, draw, total + len(rows) * round(1.6 * CENTIMETRE), broken)


def numbers_break(setting: Setting) -> bool:
    """Whether a number is over more than one line: a smaller size is better."""
    return any(paragraph.breaks for paragraph in setting.paragraphs)


def _ground(cell: Cell, outer: Box, desk: Desk, *, strong: bool) -> tuple[PageItem, ...]:
    """Draw the card; where figures follow each other in time, the last one is where we have come to."""
    rule = area(Box(outer.x, outer.y, outer.width, RULE), f"{cell.name} (filet)", desk.accent)
    if desk.ruled:
        return (rule,)
    ground = area(outer, f"{cell.name} (fond)", desk.accent if strong else SOFT)
    return (ground,) if strong else (ground, rule)


def _then(outer: Box, gap: int, desk: Desk) -> PageItem:
    """Draw the arrow from a figure to the next, over the seam of their cards."""
    side = round(gap * (0.5 if desk.ruled else 0.75))  # without a card around it, the next figure begins at the seam
    arrow = Box(outer.right + (gap - side) // 2, outer.y + outer.height // 2 - side // 2, side, side)
    return TextShape(arrow, "Puis", geometry="homePlate", fill=desk.accent, adjust=1.0, decorative=True)


def _cell(figure: Figure, width: int, desk: Desk, *, strong: bool) -> Cell:
    accent, ink, muted = (PAPER, PAPER, pale(desk.accent.slot, desk.theme)) if strong else (desk.accent, INK, MUTED)
    head = []
    if figure.when:
        head.append(paragraph(figure.when, desk.look("detail", muted, bold=True)))
    size = desk.size("figure") if width > NARROW else min(desk.size("figure"), 46)
    value = figure.value + (f"\u00a0{figure.unit}" if figure.unit else "")
    head.append(paragraph(value, desk.look("figure", accent, bold=True, font="heading", size=size)))
    small = desk.look("detail", muted, size=max(desk.size("detail") - 1, SMALLEST))
    detail = list(desk.say(figure.detail, small))
    if figure.trend:
        arrow, words = TRENDS[figure.trend]
        said = f"{arrow}\u00a0{words.in_language(desk.language)}"
        detail.insert(0, paragraph(said, small.but(bold=True, colour=accent)))
    label = desk.say(figure.label, desk.look("item", ink, bold=True))
    return Cell(figure, desk.set(head, width), desk.set(label, width), desk.set(detail, width))
