"""How wide a table's columns are: by the author's shares or by their text, and wide enough for their longest words."""

from __future__ import annotations

import re

from deroule.layout.desk import CENTIMETRE, INK, Desk, points
from deroule.layout.lettering import paragraph
from deroule.model.blocks import Cell, Table

INSETS = (round(0.28 * CENTIMETRE), round(0.16 * CENTIMETRE), round(0.28 * CENTIMETRE), round(0.16 * CENTIMETRE))
MOST_WEIGHT = 60.0
"""What the widest column counts at most: an address in one leaves the others room for their words."""
_BOLD = 1.08
"""How much wider bold letters are, about: to tell the longest of two words."""
_SPACES = re.compile(r"[ \n\t]")
_HYPHENS = re.compile(r"[ \n\t]|(?<=[-–/])")
"""Where a line may end: better at spaces, at need after a hyphen; no-break spaces hold words together."""
_ENDLESS = 1_000 * CENTIMETRE
Place = tuple[int, int, Cell]
"""Row, column and cell."""


def shared_out(block: Table, places: list[Place], count: int, width: int, desk: Desk) -> tuple[int, ...]:
    """Give the width of each column, in EMU; together they are `width`."""
    widths = _by_text(block, places, count, width)
    smallest = desk.size("table") <= desk.theme.sizes["table"].floor
    for ends in (_SPACES, _HYPHENS) if smallest else (_SPACES,):
        needs = _needs(block, places, count, desk, ends)
        if sum(needs) <= width:
            return _with_room(widths, needs)
    return widths  # smaller letters, or another slide, are the answer


def _by_text(block: Table, places: list[Place], count: int, width: int) -> tuple[int, ...]:
    """Give the author's shares, and to the columns without one a share by the text that they hold."""
    weights = [6.0] * count
    for at, heading in enumerate(block.columns):
        weights[at] = max(weights[at], len(heading.title.plain) * 1.3)
    for _, column, cell in places:
        if cell.columns == 1:
            length = len(cell.text.plain)
            longest = max((len(word) for word in cell.text.plain.split()), default=0)
            weights[column] = max(weights[column], min(max(length**0.75 * 2.0, longest * 1.5), MOST_WEIGHT))
    given = [heading.width for heading in block.columns] + [None] * (count - len(block.columns))
    known = [share for share in given if share]
    mean = sum(known) / len(known) if known else 1.0
    typical = sum(weights) / count
    shares = [share or weight / typical * mean for share, weight in zip(given, weights, strict=True)]
    widths = [int(width * share / sum(shares)) for share in shares]
    widths[-1] += width - sum(widths)
    return tuple(widths)


def _needs(block: Table, places: list[Place], count: int, desk: Desk, ends: re.Pattern[str]) -> list[int]:
    """Give what each column takes to hold its longest words whole, `ends` being where words end."""
    longest = [("", False)] * count
    for at, heading in enumerate(block.columns):
        longest[at] = max(longest[at], (_longest_word(heading.title.plain, ends), True), key=_length)
    for _, column, cell in places:
        if cell.columns == 1:
            bold = block.header_column and column == 0
            longest[column] = max(longest[column], (_longest_word(cell.text.plain, ends), bold), key=_length)
    looks = {bold: desk.look("table", INK, bold=bold) for bold in (False, True)}
    around = INSETS[0] + INSETS[2] + points(0.1)  # lines are broken in hundredths of a point
    return [desk.set([paragraph(word, looks[bold])], _ENDLESS).width + around for word, bold in longest]


def _longest_word(text: str, ends: re.Pattern[str]) -> str:
    return max(ends.split(text), key=len)


def _length(word: tuple[str, bool]) -> float:
    return len(word[0]) * (_BOLD if word[1] else 1.0)


def _with_room(widths: tuple[int, ...], needs: list[int]) -> tuple[int, ...]:
    """Widen the columns that cannot hold their words, at the cost of those that have room to spare."""
    wanted = [max(one, need) for one, need in zip(widths, needs, strict=True)]
    spare = [one - need for one, need in zip(wanted, needs, strict=True)]
    over = sum(wanted) - sum(widths)
    if not over:
        return widths
    given = [one - over * room // sum(spare) for one, room in zip(wanted, spare, strict=True)]
    given[given.index(max(given))] += sum(widths) - sum(given)
    return tuple(given)
