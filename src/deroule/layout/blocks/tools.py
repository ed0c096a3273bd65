"""Places the practical means that go with a slide: a strip at the foot, or cards when they are the slide."""

from __future__ import annotations

from deroule.layout.desk import CENTIMETRE, INK, SOFT, Desk, points
from deroule.layout.draft import Draft
from deroule.layout.lettering import paragraph
from deroule.layout.page import Box, PageItem, Paragraph
from deroule.layout.shapes import RULE, Card, area, card_rows, written
from deroule.layout.words import TOOLS
from deroule.model.blocks import Tool, Tools
from deroule.model.richtext import RichText, Run

INSET = round(0.5 * CENTIMETRE)
LABEL = round(2.9 * CENTIMETRE)


def draft(block: Tools, width: int, desk: Desk) -> Draft:
    """Choose cards for a slide of tools, the strip beside other blocks."""
    if desk.alone:
        cards = [
            Card(tool.name.plain, desk.say(tool.name, desk.heading()), desk.say(tool.text, desk.look("detail")))
            for tool in block.items
        ]
        columns = 2 if len(cards) in (2, 4) else min(len(cards), 3)
        return card_rows(desk, cards, width, columns)
    return _strip(block, width, desk)


def _strip(block: Tools, width: int, desk: Desk) -> Draft:
    narrow = width < 16 * CENTIMETRE
    count = len(block.items)
    columns = 1 if narrow else min(count, 3 if count != 4 else 2)
    room = width - 2 * INSET - (0 if narrow else LABEL)
    gap = round(0.6 * CENTIMETRE)
    each = (room - gap * (columns - 1)) // columns
    settings = [desk.set([_said(tool, desk)], each) for tool in block.items]
    rows = [settings[at : at + columns] for at in range(0, count, columns)]
    heights = [max(setting.height for setting in row) for row in rows]
    label = desk.set(
        [paragraph(TOOLS.in_language(desk.language), desk.look("detail", desk.accent, bold=True))],
        room if narrow else LABEL,
    )
    head = label.height + points(4) if narrow else 0
    least = head + sum(heights) + points(6) * (len(rows) - 1) + 2 * INSET

    def draw(box: Box) -> tuple[PageItem, ...]:
        items: list[PageItem] = [
            area(box, "Outils (fond)", SOFT),
            area(Box(box.x, box.y, RULE, box.height), "Outils (filet)", desk.accent),
            written(Box(box.x + INSET, box.y + INSET, room if narrow else LABEL, label.height), "Outils", label),
        ]
        top = box.y + INSET + head
        for number, row in enumerate(rows):
            for place, setting in enumerate(row):
                x = box.x + INSET + (0 if narrow else LABEL) + place * (each + gap)
                tool = block.items[number * columns + place]
                items.append(written(Box(x, top, each, heights[number]), tool.name.plain, setting))
            top += heights[number] + points(6)
        return tuple(items)

    return Draft(least, draw, 0, any(setting.broken for setting in settings))


def _said(tool: Tool, desk: Desk) -> Paragraph:
    bold = tuple(
        Run(run.text, True, run.italic, run.code, run.superscript, run.subscript, run.link, run.language)
        for run in tool.name.runs
    )
    runs = (*bold, Run("\u00a0: " if desk.language.startswith("fr") else ": "), *tool.text.runs) if tool.text else bold
    return paragraph(RichText(runs), desk.look("detail", INK))
