"""Places a case study: who and where in a strip, what is done and what came of it, its figures in a column beside."""

from __future__ import annotations

from dataclasses import replace

from deroule.layout.blocks import figures as figure_cards
from deroule.layout.desk import CENTIMETRE, INK, MUTED, SOFT, Desk, points
from deroule.layout.draft import Draft, stack
from deroule.layout.lettering import Setting, paragraph, prose, runs_of
from deroule.layout.page import Box, PageItem, Paragraph
from deroule.layout.shapes import RULE, area, item_paragraphs, written
from deroule.layout.words import SINCE
from deroule.model.blocks import Case, Figures

INSET = round(0.6 * CENTIMETRE)
COLUMN = 9 * CENTIMETRE
"""The most that a column of figures is wide."""
AIR = points(10)
"""The most that figures under the words stand further apart from them than the strip does."""
FEW = 3
"""Figures up to which they stand in a column beside the text; more stand in rows under it."""


def draft(block: Case, width: int, desk: Desk) -> Draft:
    """Set the case in one column, or text and figures side by side."""
    strip = _strip(block, width, desk)
    told = bool(block.what or block.results)
    beside = told and bool(block.figures) and len(block.figures) <= FEW and width > 18 * CENTIMETRE
    gap = round(desk.gutter * 1.4)
    column = min(round(width * 0.38) - gap, COLUMN)
    text_width = width - gap - column if beside else width
    body = _body(block, text_width, desk)
    if not block.figures:
        return stack(tuple(part for part in (strip, body) if part.height), points(14))
    inside = replace(desk, alone=False)
    numbers = Figures(items=block.figures)
    whole = _body(block, width, desk) if beside else body
    cards = figure_cards.draft(numbers, width, replace(inside, step=max(desk.step, 1 if beside else 2)))
    whole = replace(whole, most=whole.height + AIR if whole.height else 0)
    below = stack(tuple(part for part in (strip, whole, cards) if part.height), points(14))
    if not beside:
        return below
    cards = figure_cards.draft(numbers, column, replace(inside, step=max(desk.step, 1)))
    pair = stack((strip, _pair(body, cards, (text_width, column), width)), points(16))
    # Cards in a column beside few words would be what decides the size of all.
    return below if below.height < pair.height and pair.height > desk.room > 0 else pair


def _pair(body: Draft, cards: Draft, widths: tuple[int, int], width: int) -> Draft:
    least = max(body.height, cards.height)

    def draw(box: Box) -> tuple[PageItem, ...]:
        left = Box(box.x, box.y, widths[0], box.height)
        right = Box(box.x + width - widths[1], box.y, widths[1], min(box.height, cards.reach))
        return (*body.draw(left), *cards.draw(right))

    return Draft(least, draw, max(body.reach, cards.reach), body.broken or cards.broken)


def _strip(block: Case, width: int, desk: Desk) -> Draft:
    where = [str(block.where)] if block.where else []
    if block.since:
        where.append(
            block.since.plain
            if not block.since.plain[:4].isdigit()
            else SINCE.in_language(desk.language, since=block.since.plain)
        )
    inner = width - 2 * INSET
    name, about = desk.heading("item"), desk.look("detail", MUTED)
    place = " · ".join(where)
    one_line = Paragraph((*runs_of(block.who, name), *runs_of(f"\u2003{place}" if place else "", about)))
    setting: Setting = desk.set([one_line], inner)
    if setting.lines > 1:
        setting = desk.set([paragraph(block.who, name), *desk.say(place, about, space_before=2.0)], inner)
    height = setting.height + INSET

    def draw(box: Box) -> tuple[PageItem, ...]:
        insets = (INSET, INSET // 2, INSET, INSET // 2)
        return (
            written(box, block.who.plain, setting, fill=SOFT, insets=insets, anchor="middle"),
            area(Box(box.x, box.y, RULE, box.height), "Cas (filet)", desk.accent),
        )

    return Draft(height, draw, 0, setting.broken)


def _body(block: Case, width: int, desk: Desk) -> Draft:
    look = desk.look("body", INK)
    paragraphs = prose(block.what, look, apart=0.4) + item_paragraphs(block.results, look, desk.accent, apart=0.35)
    setting = desk.set(paragraphs, width)

    def draw(box: Box) -> tuple[PageItem, ...]:
        return (written(Box(box.x, box.y, width, box.height), "Cas", setting),) if setting.lines else ()

    return Draft(setting.height, draw, 0, setting.broken)
