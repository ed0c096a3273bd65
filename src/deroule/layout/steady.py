"""Text whose lines hold whoever shows it: a box a little narrower where one font's hair would move a line end."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate
from typing import Any

from deroule.layout.breaking import break_lines
from deroule.layout.lettering import Setting, height_of
from deroule.layout.page import EMU_PER_POINT, Paragraph
from deroule.model.theme import Theme

KERNING = 1.006
"""How much more a line may hold where letters are kerned: measuring leaves kerning out, as suites differ about it."""
NARROWER = tuple(accumulate((0.992, *(0.99,) * 11), lambda one, other: one * other))
"""Shares of the width that are tried, the widest first."""

Insets = tuple[int, int, int, int]


Steady = tuple[tuple[Paragraph, ...], int]
"""Paragraphs, and how much narrower than measured, in EMU, their box must be for their lines to hold."""


def steady(theme: Theme, setting: Setting, *others: Setting) -> Steady:
    """Give paragraphs whose lines are the same with the widest and the narrowest letters; where no such width is near,
    as many lines with both; of several settings the first that can be had; the last one unchanged when none can."""
    found = next((one for tried in (setting, *others) if (one := _steadied(theme, tried))), None)
    return found or ((others[-1] if others else setting).paragraphs, 0)


def _steadied(theme: Theme, setting: Setting) -> Steady | None:
    if setting.lines <= len(setting.paragraphs) and not setting.broken:
        return setting.paragraphs, 0
    best: Steady | None = None
    for share in (1.0, *NARROWER):
        room = round(setting.room * share)
        tried = setting.paragraphs if share == 1.0 else _set_again(theme, setting, room)
        if tried is None:
            break
        ends = [_lines(theme, one, room, low=True) for one in tried]
        if all(found == one.breaks for found, one in zip(ends, tried, strict=True)):
            return tried, setting.room - room
        if best is None and all(len(found) == len(one.breaks) for found, one in zip(ends, tried, strict=True)):
            best = tried, setting.room - room
    return best


def _set_again(theme: Theme, setting: Setting, room: int) -> tuple[Paragraph, ...] | None:
    """Give the paragraphs broken for a narrower room; nothing when one needs another line, or a higher one, there."""
    done = tuple(replace(one, breaks=_lines(theme, one, room, low=False)) for one in setting.paragraphs)
    more = any(
        len(new.breaks) != len(old.breaks) or height_of(new.runs, new.breaks) > height_of(old.runs, old.breaks)
        for new, old in zip(done, setting.paragraphs, strict=True)
    )
    return None if more else done


def held(insets: Insets, paragraphs: tuple[Paragraph, ...], trim: int) -> Insets:
    """Take the width off at the side where lines end."""
    if not trim:
        return insets
    left, top, right, bottom = insets
    align = paragraphs[0].align
    if align == "centre":
        return left + trim // 2, top, right + trim - trim // 2, bottom
    return (left + trim, top, right, bottom) if align == "right" else (left, top, right + trim, bottom)


def _lines(theme: Theme, paragraph: Paragraph, room: int, *, low: bool) -> tuple[int, ...]:
    share = KERNING if low else 1 - theme.width_margin
    width = round(max((room - paragraph.margin) * share / EMU_PER_POINT, 1.0), 2)
    options: dict[str, Any] = {"least": True} if low else {}
    return break_lines(theme, paragraph.runs, width, **options)[0]
