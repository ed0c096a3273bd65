"""Text whose lines hold whoever shows it: a box a little narrower where one font's hair would move a line end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

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
    as many lines with both; of several settings the first that can be had. Of a long text neither may be had: then the
    lines are those that the letters themselves give, in the room that was kept for a line more."""
    settings = (setting, *others)
    found = next((one for tried in settings if (one := _steadied(theme, tried))), None)
    found = found or next((one for tried in settings if (one := _as_shown(theme, tried))), None)
    return found or (settings[-1].paragraphs, 0)


def _steadied(theme: Theme, setting: Setting) -> Steady | None:
    if setting.lines <= len(setting.paragraphs) and not setting.broken:
        return setting.paragraphs, 0
    best: Steady | None = None
    for share in (1.0, *NARROWER):
        room = round(setting.room * share)
        tried = setting.paragraphs if share == 1.0 else _set_again(theme, setting, room)
        if tried is None:
            break
        ends = [_lines(theme, one, room, KERNING) for one in tried]
        if all(found == one.breaks for found, one in zip(ends, tried, strict=True)):
            return tried, setting.room - room
        if best is None and _are_as_many(ends, tried):
            best = tried, setting.room - room
    return best


def _as_shown(theme: Theme, setting: Setting) -> Steady | None:
    """Give the lines that letters give without any margin, in a width where kerning gives no fewer.

    Nothing for raised letters and code among words: how wide these are differs from suite to suite.
    """
    runs = [run for one in setting.paragraphs for run in one.runs]
    if any(run.superscript or run.subscript or run.font == "mono" for run in runs):
        return None
    for share in (1.0, *NARROWER):
        room = round(setting.room * share)
        if share != 1.0 and _set_again(theme, setting, room) is None:
            return None
        shown = tuple(replace(one, breaks=_lines(theme, one, room)) for one in setting.paragraphs)
        if _are_as_many([_lines(theme, one, room, KERNING) for one in shown], shown):
            return shown, setting.room - room
    return None


def _are_as_many(ends: Sequence[tuple[int, ...]], paragraphs: Sequence[Paragraph]) -> bool:
    return all(len(found) == len(one.breaks) for found, one in zip(ends, paragraphs, strict=True))


def _set_again(theme: Theme, setting: Setting, room: int) -> tuple[Paragraph, ...] | None:
    """Give the paragraphs broken for a narrower room; nothing when one needs another line, or a higher one, there."""
    share = 1 - theme.width_margin
    done = tuple(replace(one, breaks=_lines(theme, one, room, share)) for one in setting.paragraphs)
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


def _lines(theme: Theme, paragraph: Paragraph, room: int, share: float = 1.0) -> tuple[int, ...]:
    """Break a paragraph in a share of its room; in more than all of it, with the narrowest letters."""
    width = round(max((room - paragraph.margin) * share / EMU_PER_POINT, 1.0), 2)
    return break_lines(theme, paragraph.runs, width, least=share > 1.0)[0]
