"""Places a question to the participants: the question large, the answers in boxes with their letters."""

from __future__ import annotations

from collections.abc import Sequence

from deroule.layout.desk import CENTIMETRE, INK, MUTED, Desk, points
from deroule.layout.draft import Draft
from deroule.layout.lettering import Said, balanced_width, paragraph
from deroule.layout.page import Box, PageItem, Stroke, TextShape
from deroule.layout.shapes import area, badge, written
from deroule.model.blocks import Option, Poll

BADGE = round(1.5 * CENTIMETRE)
INSET = round(0.5 * CENTIMETRE)
PAD = round(0.3 * CENTIMETRE)
LONG = 60
"""Characters of an answer that wants a wide box."""
COLUMNS = {2: 2, 3: 3, 4: 2, 5: 3, 6: 3, 7: 2, 8: 2}


def draft(block: Poll, width: int, desk: Desk) -> Draft:
    """Set question, answers and instruction."""
    return question(block.question, block.options, block.instruction, width, desk)


def question(asked: Said, options: Sequence[Option], instruction: Said, width: int, desk: Desk) -> Draft:
    """Set a question with answers to choose from."""
    look = desk.look("quote", desk.accent, bold=True, font="heading")
    said = [paragraph(asked, look)]
    inner = balanced_width(desk.theme, tuple(said), round(width * 0.95))
    head = desk.set(said, inner)
    columns = COLUMNS.get(len(options), 3) if width > 14 * CENTIMETRE else 1
    if max(len(option.text.plain) for option in options) > LONG:
        # Long answers read best under each other, as long as they are few.
        columns = 1 if len(options) in (3, 5) or width <= 14 * CENTIMETRE else 2
    gap = desk.gutter
    each = (width - gap * (columns - 1)) // columns
    text_width = each - BADGE - 2 * INSET
    answers = [desk.set([paragraph(option.text, desk.look("item", INK))], text_width) for option in options]
    rows = -(-len(options) // columns)
    height = max(max(setting.height for setting in answers), BADGE) + 2 * PAD
    note = desk.set(desk.say(instruction, desk.look("detail", MUTED)), width)
    apart = points(22)
    row_gap = points(12)
    grid = height * rows + row_gap * (rows - 1)
    foot = points(14) + note.height if note.lines else 0
    least = head.height + apart + grid + foot

    def draw(box: Box) -> tuple[PageItem, ...]:
        spare = max(box.height - least, 0)
        top = box.y + spare // 8
        high = height + min(spare // 3 // rows, height // 2)
        items: list[PageItem] = [written(Box(box.x, top, inner, head.height), "Question", head)]
        start = top + head.height + apart + spare // 5
        for at, option in enumerate(options):
            row, place = divmod(at, columns)
            outer = Box(box.x + place * (each + gap), start + row * (high + row_gap), each, high)
            letter = chr(65 + at)
            if desk.ruled:
                frame = Stroke(desk.accent, 12_700)
                items.append(TextShape(outer, f"{letter} (cadre)", stroke=frame, decorative=True))
            else:
                items.append(area(outer, f"{letter} (fond)", desk.wash))
            mark = Box(outer.x, outer.y, BADGE, high)
            items.append(badge(desk, mark, letter, letter))
            text = Box(mark.right + INSET, outer.y + PAD, text_width, high - 2 * PAD)
            items.append(written(text, option.text.plain, answers[at], anchor="middle"))
        if note.lines:
            items.append(
                written(
                    Box(box.x, start + (high + row_gap) * rows - row_gap + points(14), width, note.height),
                    "Consigne",
                    note,
                )
            )
        return tuple(items)

    return Draft(least, draw, least + 5 * CENTIMETRE, any(s.broken for s in (head, *answers)))
