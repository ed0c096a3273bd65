"""Places equal parts side by side, in cards; `plus` between them when they add up."""

from __future__ import annotations

from deroule.layout.desk import CENTIMETRE, PAPER, Desk
from deroule.layout.draft import Draft
from deroule.layout.lettering import paragraph
from deroule.layout.page import Box, GroupBox, PageItem
from deroule.layout.shapes import Card, card_rows, disc, listed, part_body, whole_word_rows
from deroule.layout.words import PILLARS_ALT, SUM_ALT
from deroule.model.blocks import Part, Pillars

PER_ROW = {1: 1, 2: 2, 3: 3, 4: 4, 5: 5, 6: 3}
LONG_TEXT = 110
"""Characters beyond which four or five cards no longer stand in one row."""
TALL = 1.05
"""Height over width beyond which four or five cards stand better in two rows."""
PLUS_RADIUS = round(0.55 * CENTIMETRE)


def part_cards(parts: tuple[Part, ...], desk: Desk) -> list[Card]:
    """Give parts as cards: title and date for the head, text and entries for the body."""
    cards = []
    for part in parts:
        head = desk.say(part.when, desk.look("detail", bold=True)) + desk.say(part.title, desk.heading())
        cards.append(Card(part.title.plain, head, part_body(part, desk.look("detail"), desk.accent)))
    return cards


def draft(block: Pillars, width: int, desk: Desk) -> Draft:
    """Set the parts in one row, or in two when they are many or long."""
    columns = PER_ROW.get(len(block.items), 3)
    longest = max(
        len(part.text.plain if part.text else "") + sum(len(i.text.plain) for i in part.items) for part in block.items
    )
    if columns > 3 and longest > LONG_TEXT:
        columns = 2 if len(block.items) == 4 else 3
    columns = max(min(columns, width // (4 * CENTIMETRE)), 1)
    gap = 2 * PLUS_RADIUS + round(0.2 * CENTIMETRE) if block.join == "plus" else desk.gutter
    columns, cards = whole_word_rows(desk, part_cards(block.items, desk), width, columns, gap=gap)
    if columns > 3 and cards.height > TALL * (width - gap * (columns - 1)) / columns:
        fewer = 2 if columns == 4 else 3
        wide = card_rows(desk, part_cards(block.items, desk), width, fewer, gap=gap)
        if not desk.room or wide.height <= desk.room:
            columns, cards = fewer, wide

    # Where cards are ruled the signs stand on the rules, half above them: clear of what is said before.
    drop = PLUS_RADIUS if block.join == "plus" and desk.ruled else 0

    def draw(whole: Box) -> tuple[PageItem, ...]:
        box = Box(whole.x, whole.y + drop, whole.width, whole.height - drop)
        items = list(cards.draw(box))
        if block.join == "plus":
            items.extend(_pluses(len(block.items), columns, gap, box, desk))
        words = SUM_ALT if block.join == "plus" else PILLARS_ALT
        names = listed([part.title.plain for part in block.items])
        alt = words.in_language(desk.language, count=str(len(block.items)), parts=names)
        return (GroupBox(whole, "Piliers", tuple(items), alt),)

    return Draft(cards.height + drop, draw, cards.most and cards.most + drop, cards.broken)


def _pluses(count: int, columns: int, gap: int, box: Box, desk: Desk) -> list[PageItem]:
    columns = min(columns, count)
    card = (box.width - gap * (columns - 1)) // columns
    rows = -(-count // columns)
    height = (box.height - gap * (rows - 1)) // rows
    sign = desk.set([paragraph("+", desk.look("item", PAPER, bold=True, align="centre", size=20))], 2 * PLUS_RADIUS)
    items: list[PageItem] = []
    for at in range(count - 1):
        row, place = divmod(at, columns)
        if place == columns - 1:
            continue
        centre = (
            box.x + (place + 1) * (card + gap) - gap // 2,
            box.y + row * (height + gap) + (0 if desk.ruled else height // 2),
        )
        items.append(disc(centre, PLUS_RADIUS, "+", paragraphs=sign.paragraphs, fill=desk.accent, anchor="middle"))
    return items
