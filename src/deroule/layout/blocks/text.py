"""Places running text; a few words alone become a statement."""

from __future__ import annotations

from deroule.layout.desk import Desk, points
from deroule.layout.draft import Draft
from deroule.layout.lettering import balanced_width, prose
from deroule.layout.page import Box, PageItem
from deroule.layout.shapes import written
from deroule.model.blocks import Text

STATEMENT_WORDS = 14
LINE_LENGTH = 68
"""Characters a line beyond which running text tires the eye."""


def draft(block: Text, width: int, desk: Desk) -> Draft:
    """Set paragraphs; alone and short, large in the middle of the slide."""
    short = desk.alone and len(block.text.plain.split()) <= STATEMENT_WORDS
    look = desk.look("statement", desk.accent, bold=True, font="heading") if short else desk.look("body")
    paragraphs = prose(block.text, look, apart=0.6)
    measure = min(width, points(look.size * 0.5 * LINE_LENGTH)) if desk.alone else width
    inner = balanced_width(desk.theme, paragraphs, round(measure * 0.9)) if short else measure
    setting = desk.set(paragraphs, inner)

    def draw(box: Box) -> tuple[PageItem, ...]:
        anchor = "middle" if short else "top"
        form = {"anchor": anchor, "placeholder": "body" if desk.alone else None}
        return (written(Box(box.x, box.y, inner, max(box.height, setting.height)), "Texte", setting, **form),)

    return Draft(setting.height, draw, setting.height * 4 if short else 0, setting.broken)
