"""Places running text; a few words alone become a statement."""

from __future__ import annotations

from deroule.layout.desk import CENTIMETRE, Desk, points
from deroule.layout.draft import Draft
from deroule.layout.lettering import balanced_width, prose
from deroule.layout.page import Box, PageItem
from deroule.layout.shapes import written
from deroule.model.blocks import Text

STATEMENT_WORDS = 14
LEAD_WORDS = 48
"""Words up to which running text is set large, in the middle of its room."""
LONG_WORD = 9
"""Letters from which a word counts for more than one: an address is a line, not a word."""
ROOM = 14 * CENTIMETRE
LINE_LENGTH = 68
"""Characters a line beyond which running text tires the eye."""


def draft(block: Text, width: int, desk: Desk) -> Draft:
    """Set paragraphs; alone and short, large in the middle of the slide."""
    said = block.text.plain
    words = max(len(said.split()), len(said) // LONG_WORD)
    large = desk.alone and not desk.continued
    short = large and words <= STATEMENT_WORDS
    lead = large and not short and words <= LEAD_WORDS
    look = (
        desk.look("statement", desk.accent, bold=True, font="heading")
        if short
        else desk.look("lead" if lead else "body")
    )
    paragraphs = prose(block.text, look, apart=0.6)
    measure = min(width, points(look.size * 0.5 * LINE_LENGTH)) if desk.alone and not lead else width
    inner = balanced_width(desk.theme, paragraphs, round(measure * 0.9)) if short else measure
    setting = desk.set(paragraphs, inner)

    def draw(box: Box) -> tuple[PageItem, ...]:
        anchor = "middle" if short or lead else "top"
        form = {"anchor": anchor, "placeholder": "body" if desk.alone else None}
        return (written(Box(box.x, box.y, inner, max(box.height, setting.height)), "Texte", setting, **form),)

    return Draft(setting.height, draw, ROOM if short or lead else 0, setting.broken)
