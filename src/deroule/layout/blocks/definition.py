"""Places terms and their meanings: one alone large, one among other blocks in a panel, several as a list of two columns."""

from __future__ import annotations

from deroule.layout.desk import CENTIMETRE, SOFT, Desk, points
from deroule.layout.draft import Draft
from deroule.layout.lettering import balanced_width, prose
from deroule.layout.page import Box, Connector, PageItem
from deroule.layout.shapes import HAIRLINE, RULE, area, written
from deroule.model.blocks import Definition, Term

APART = round(0.5 * CENTIMETRE)
INSET = round(0.6 * CENTIMETRE)
NARROWEST = 4 * CENTIMETRE
"""The least width of the column of terms."""
LEAD_WORDS = 60
"""Words up to which a meaning alone on its slide is set large."""


def draft(block: Definition, width: int, desk: Desk) -> Draft:
    """Choose the form by how many terms there are and what stands beside them."""
    if len(block.items) > 1 or (desk.alone and desk.continued):
        return _list(block, width, desk)
    only = block.items[0]
    if desk.alone and len(only.meaning.plain.split()) <= LEAD_WORDS:
        return _entry(only, width, desk)
    return _panel(only, width, desk)


def _terms(items: tuple[Term, ...], width: int, desk: Desk) -> int:
    """Give the width of the column of terms: what they need, up to a third."""
    most = round(width * (0.32 if width > 14 * CENTIMETRE else 0.36))
    needed = max(desk.set(desk.say(item.term, desk.heading()), most).width for item in items)
    return min(max(needed + points(2), NARROWEST), most)


def _list(block: Definition, width: int, desk: Desk) -> Draft:
    left = _terms(block.items, width, desk)
    right = width - left - desk.gutter
    terms = [desk.set(desk.say(item.term, desk.heading()), left) for item in block.items]
    meanings = [desk.set(prose(item.meaning, desk.look("body")), right) for item in block.items]
    heights = [max(term.height, meaning.height) for term, meaning in zip(terms, meanings, strict=True)]
    total = sum(heights) + APART * (2 * len(heights) - 1)

    def draw(box: Box) -> tuple[PageItem, ...]:
        air = min(max(box.height - total, 0) // (2 * len(heights)), APART)
        items: list[PageItem] = []
        top = box.y + air // 2
        for at, height in enumerate(heights):
            name = block.items[at].term.plain
            items.append(written(Box(box.x, top, left, height), name, terms[at]))
            items.append(written(Box(box.x + left + desk.gutter, top, right, height), f"{name} : sens", meanings[at]))
            line = top + height + APART + air
            if at + 1 < len(heights):
                items.append(Connector(box.x, line, box.x + width, line, "Filet", HAIRLINE))
            top = line + APART + air
        return tuple(items)

    return Draft(
        total, draw, total + 2 * APART * (len(heights) - 1), any(setting.broken for setting in (*terms, *meanings))
    )


def _panel(item: Term, width: int, desk: Desk) -> Draft:
    """Set term and meaning side by side on an area, a rule in the accent at its edge: an aside to what the slide says."""
    inner = width - 2 * INSET
    left = _terms((item,), inner, desk)
    right = inner - left - desk.gutter
    term = desk.set(desk.say(item.term, desk.heading()), left)
    meaning = desk.set(prose(item.meaning, desk.look("body")), right)
    high = max(term.height, meaning.height)
    name = item.term.plain

    def draw(box: Box) -> tuple[PageItem, ...]:
        top = box.y + INSET
        return (
            area(Box(box.x, box.y, width, high + 2 * INSET), f"{name} (fond)", SOFT),
            area(Box(box.x, box.y, RULE, high + 2 * INSET), f"{name} (filet)", desk.accent),
            written(Box(box.x + INSET, top, left, high), name, term),
            written(Box(box.x + INSET + left + desk.gutter, top, right, high), f"{name} : sens", meaning),
        )

    return Draft(high + 2 * INSET, draw, 0, term.broken or meaning.broken)


def _entry(item: Term, width: int, desk: Desk) -> Draft:
    """Set a term large over its meaning, as a dictionary opens an entry."""
    hang = round(0.9 * CENTIMETRE)
    term = desk.set(desk.say(item.term, desk.look("quote", desk.accent, bold=True, font="heading")), width - hang)
    words = prose(item.meaning, desk.look("lead"), apart=0.4)
    inner = balanced_width(desk.theme, words, round((width - hang) * 0.92)) if words else width - hang
    meaning = desk.set(words, inner)
    gap = points(12)
    high = term.height + gap + meaning.height
    name = item.term.plain

    def draw(box: Box) -> tuple[PageItem, ...]:
        return (
            area(Box(box.x, box.y, RULE, high), f"{name} (filet)", desk.accent),
            written(Box(box.x + hang, box.y, width - hang, term.height), name, term),
            written(Box(box.x + hang, box.y + term.height + gap, inner, meaning.height), f"{name} : sens", meaning),
        )

    return Draft(high, draw, 0, term.broken or meaning.broken)
