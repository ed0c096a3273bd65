"""Places key figures: cards of equal size; dated ones follow each other with an arrow between."""

from __future__ import annotations

from deroule.layout.desk import CENTIMETRE, INK, MUTED, SOFT, Desk, points
from deroule.layout.draft import Draft
from deroule.layout.lettering import Setting, paragraph
from deroule.layout.page import Box, PageItem, TextShape
from deroule.layout.shapes import CARD_INSET, RULE, SMALLEST, area, written
from deroule.layout.words import DOWN, FLAT, UP
from deroule.model.blocks import Figure, Figures

PER_ROW = {1: 1, 2: 2, 3: 3, 4: 4, 5: 3, 6: 3, 7: 4, 8: 4, 9: 3}
NARROW = 7 * CENTIMETRE
TRENDS = {"up": UP, "down": DOWN, "flat": FLAT}
ARROW = round(0.9 * CENTIMETRE)


def draft(block: Figures, width: int, desk: Desk) -> Draft:
    """Set the figures in rows of one to four, numbers at one size, labels starting at one height."""
    dated = all(item.when for item in block.items) and 1 < len(block.items) <= 4
    short = len(block.items) == 5 and not any(item.detail for item in block.items)
    columns = 5 if short else PER_ROW.get(len(block.items), 4)
    columns = min(columns, max(width // (5 * CENTIMETRE), 1))
    gap = ARROW + round(0.5 * CENTIMETRE) if dated else desk.gutter
    card_width = (width - gap * (columns - 1)) // columns
    inner = card_width - 2 * CARD_INSET
    cells = [_cell(item, inner, desk) for item in block.items]
    rows = [cells[at : at + columns] for at in range(0, len(cells), columns)]
    tops = [max(cell[0].height for cell in row) for row in rows]
    pad, apart = CARD_INSET, points(4)
    least = max(
        top + apart + max(cell[1].height for cell in row) for top, row in zip(tops, rows, strict=True)
    ) + 2 * pad + RULE  # fmt: skip
    total = least * len(rows) + desk.gutter * (len(rows) - 1)

    def draw(box: Box) -> tuple[PageItem, ...]:
        height = (box.height - desk.gutter * (len(rows) - 1)) // len(rows)
        lift = min(max(height - least, 0) // 3, CENTIMETRE)
        items: list[PageItem] = []
        for at, cell in enumerate(cells):
            number, place = divmod(at, columns)
            outer = Box(box.x + place * (card_width + gap), box.y + number * (height + desk.gutter), card_width, height)
            figure = block.items[at]
            name = f"{figure.value} {figure.label.plain}"
            if not desk.ruled:
                items.append(area(outer, f"{name} (fond)", SOFT))
            items.append(area(Box(outer.x, outer.y, card_width, RULE), f"{name} (filet)", desk.accent))
            top = outer.y + RULE + pad + lift
            left = outer.x + CARD_INSET
            items.append(written(Box(left, top, inner, tops[number]), name, cell[0], anchor="bottom"))
            below = top + tops[number] + apart
            items.append(written(Box(left, below, inner, outer.bottom - pad - below), f"{name} –", cell[1]))
            if dated and place + 1 < columns and at + 1 < len(cells):
                middle = outer.y + height // 2
                arrow = Box(outer.right + (gap - ARROW) // 2, middle - ARROW // 2, ARROW, ARROW)
                items.append(TextShape(arrow, "Puis", geometry="rightArrow", fill=desk.accent, decorative=True))
        return tuple(items)

    broken = any(setting.broken or numbers_break(setting) for cell in cells for setting in cell[:1]) or any(
        cell[1].broken for cell in cells
    )
    return Draft(total, draw, total + len(rows) * round(1.6 * CENTIMETRE), broken)


def numbers_break(setting: Setting) -> bool:
    """Whether a number is over more than one line: a smaller size is better."""
    return any(paragraph.breaks for paragraph in setting.paragraphs)


def _cell(figure: Figure, width: int, desk: Desk) -> tuple[Setting, Setting]:
    head = []
    if figure.when:
        head.append(paragraph(figure.when, desk.look("detail", MUTED, bold=True)))
    size = desk.size("figure") if width > NARROW else min(desk.size("figure"), 46)
    value = figure.value + (f"\u00a0{figure.unit}" if figure.unit else "")
    head.append(paragraph(value, desk.look("figure", desk.accent, bold=True, font="heading", size=size)))
    label = [paragraph(figure.label, desk.look("item", INK, bold=True))]
    label += desk.say(
        figure.detail, desk.look("detail", MUTED, size=max(desk.size("detail") - 1, SMALLEST)), space_before=5.0
    )
    return desk.set(head, width), desk.set(label, width)
