"""Places the conclusion that the slide drives at: a band in the accent, at the foot."""

from __future__ import annotations

from deroule.layout.desk import CENTIMETRE, PAPER, Desk
from deroule.layout.draft import Draft
from deroule.layout.lettering import paragraph
from deroule.layout.page import Box, Colour, PageItem
from deroule.layout.shapes import RULE, area, written
from deroule.model.blocks import Callout

INSET = round(0.7 * CENTIMETRE)
PAD = round(0.42 * CENTIMETRE)
POINTER = round(0.8 * CENTIMETRE)
"""Width of the mark that leads to the words: "hence"."""
ALONE_PAD = round(1.4 * CENTIMETRE)
"""Air above and below a conclusion that is all its slide says."""


def draft(block: Callout, width: int, desk: Desk) -> Draft:
    """Set the sentence in a band as wide as the slide's text; large when it is all that the slide says."""
    colour = desk.accent if desk.ruled else PAPER
    role, pad = ("quote", ALONE_PAD) if desk.alone else ("callout", PAD)
    look = desk.look(role, colour, bold=True, font="heading" if desk.ruled else "body")
    lead = INSET if desk.ruled else POINTER + INSET
    setting = desk.set([paragraph(block.text, look)], width - lead - INSET)
    pad = pad // 2 if desk.tight else pad
    height = setting.height + 2 * pad

    def draw(box: Box) -> tuple[PageItem, ...]:
        form = {"insets": (lead, pad, INSET, pad), "anchor": "middle"}
        if not desk.ruled:
            pointer = Box(box.x, box.y, POINTER, box.height)
            return (
                written(box, "Conclusion", setting, fill=desk.accent, **form),
                area(
                    pointer, "Conclusion (pointe)", Colour(desk.accent.slot, 0.3), geometry="homePlate",
                    adjust=POINTER * 0.6 / box.height,
                ),
            )  # fmt: skip
        rule = area(Box(box.x, box.y, RULE, box.height), "Conclusion (filet)", desk.accent)
        return (written(box, "Conclusion", setting, fill=desk.wash, **form), rule)

    return Draft(height, draw, 0, setting.broken)
