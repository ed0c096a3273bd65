"""Places somebody's words: large, in the accent, with a rule beside them."""

from __future__ import annotations

from deroule.layout.desk import CENTIMETRE, INK, MUTED, Desk, points
from deroule.layout.draft import Draft
from deroule.layout.lettering import balanced_width, paragraph
from deroule.layout.page import Box, Colour, PageItem, Paragraph, TextShape
from deroule.layout.shapes import RULE, area, written
from deroule.layout.words import quoted
from deroule.model.blocks import Quote
from deroule.model.richtext import RichText, Run

BESIDE = 28.0
"""The largest size of a quotation that stands with other blocks."""
HANG = round(0.9 * CENTIMETRE)
SIGN_SIZE, SIGN_WIDTH = 140.0, 3 * CENTIMETRE
"""The mark beside a quotation that is all its slide says."""


def draft(block: Quote, width: int, desk: Desk) -> Draft:
    """Set the words between the language's quotation marks, and who said them under them."""
    wide = width > 20 * CENTIMETRE
    size = desk.size("quote") if desk.alone else min(desk.size("quote"), BESIDE) if wide else desk.size("item")
    look = desk.look("quote", desk.accent if wide else INK, font="heading", bold=wide, size=size)
    words = tuple(paragraph(part, look, space_before=look.size * 0.4) for part in _marked(block, desk.language))
    hang = SIGN_WIDTH if desk.alone else HANG
    inner = width - hang
    inner = balanced_width(desk.theme, words, round(inner * 0.92)) if desk.alone else inner
    said = desk.set(words, inner)
    by = desk.set(_by(block, desk), width - hang)
    gap = points(12) if by.lines else 0
    height = said.height + gap + by.height

    def draw(box: Box) -> tuple[PageItem, ...]:
        top = box.y + (max(box.height - height, 0) * 2 // 5 if desk.alone else 0)
        items: list[PageItem] = [
            written(
                Box(box.x + hang, top, inner, said.height), "Citation", said, placeholder="body" if desk.alone else None
            )
        ]
        if by.lines:
            items.append(written(Box(box.x + hang, top + said.height + gap, width - hang, by.height), "Auteur", by))
        items.append(
            _sign(desk, box.x, top, size)
            if desk.alone
            else area(Box(box.x, top, RULE, height), "Citation (filet)", desk.accent)
        )
        return tuple(items)

    return Draft(height, draw, height * 3 if desk.alone else 0, said.broken or by.broken)


def _sign(desk: Desk, left: int, top: int, size: float) -> PageItem:
    """Draw a large quotation mark as an ornament, its top level with the capitals of the words."""
    look = desk.look("quote", Colour(desk.accent.slot, 0.55), bold=True, font="heading", size=SIGN_SIZE)
    sign = desk.set([paragraph("“", look)], SIGN_WIDTH)
    # Capitals and quotation marks begin about a quarter of the size under the line's top.
    lift = points((SIGN_SIZE - size) * 0.22)
    return TextShape(
        Box(left, top - lift, SIGN_WIDTH, sign.height), "Guillemet", sign.paragraphs, decorative=True
    )  # fmt: skip


def _marked(block: Quote, language: str) -> tuple[RichText, ...]:
    opening, closing = quoted(block.text.plain, language)
    parts = list(block.text.paragraphs)
    parts[0] = RichText((Run(opening), *parts[0].runs)) if opening else parts[0]
    parts[-1] = RichText((*parts[-1].runs, Run(closing))) if closing else parts[-1]
    return tuple(parts)


def _by(block: Quote, desk: Desk) -> tuple[Paragraph, ...]:
    look = desk.look("detail", MUTED)
    runs = [Run("— "), *block.by.runs] if block.by else []
    if block.source:
        runs += [Run(", " if runs else "— "), *block.source.runs]
    return (paragraph(RichText(tuple(runs)), look),) if runs else ()
