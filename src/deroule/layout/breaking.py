"""Where lines end: text cut once where lines may end, measured once at one em, then broken for any size and width."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from functools import lru_cache
from itertools import accumulate

from deroule.layout.measure import SUPERSCRIPT_SCALE, face, file_of, style_of
from deroule.layout.page import TextRun
from deroule.model.theme import Theme

Piece = tuple[int, int, float, float]
"""Start, end, width, and width of the trailing spaces (-1 for a forced line end), in the first run's em."""
Stretch = tuple[str, str, str, float]
"""A run as far as widths go: its text, its font file and style, its size as a share of the first run's."""

# Break after spaces, after a hyphen between letters, after dashes, after ? ! … before a letter, around ideographs; never at U+00A0 or U+202F.
_IDEOGRAPH = "\u3000-\u30ff\u3400-\u9fff\uac00-\ud7af\uff00-\uffef"
_NEVER_FIRST = "\u3001\u3002\u3005\u3009\u300b\u300d\u300f\u3011\u30fb\u30fc\uff01\uff09\uff0c\uff0e\uff1a\uff1b\uff1f,.!?:;)\u00bb\u2019\u201d\u2026"
"""Marks that begin no line after an ideograph: they take the letter before them along (Unicode annex 14, LB13)."""
_SPACES = r"[ \t]+"
_HELD_SPACES = r"[ \t]+(?![\U00010000-\U0010ffff])"
"""Spaces but those before an emoji: LibreOffice may take the word before down with it."""
_MARKS = rf"(?<=\w)[-\u2010](?=\w)|[\u2013\u2014](?=[^ ])|[?!…|](?=\w)|(?<=[{_IDEOGRAPH}])(?![{_NEVER_FIRST}])|(?=[{_IDEOGRAPH}])(?![{_NEVER_FIRST}])|\n"
_SLASH = r"/(?=[^/ ])"
_ENDS = {
    (slash, least): re.compile("|".join((_SPACES if least else _HELD_SPACES, *([_SLASH] if slash else []), _MARKS)))
    for slash in (False, True)
    for least in (False, True)
}
AFTER_SLASH = 0.1
"""Em kept free where a line ends with a slash: LibreOffice breaks one slash earlier on a line that is all but full."""


def break_lines(
    theme: Theme, runs: tuple[TextRun, ...], width: float, *, least: bool = False, held: Collection[int] = ()
) -> tuple[tuple[int, ...], float, bool]:
    """Break runs into lines of at most `width` points.

    Gives the offsets where lines 2, 3… begin, the width of the widest line, and whether a word had to be broken by
    force. Of "break after a slash" and "do not", the one with more lines counts, with fewer when `least`: office
    suites differ. Spaces at the offsets `held` are taken for no-break spaces.
    """
    if not runs or not (size := runs[0].size):
        return (), 0.0, False
    stretches = _stretches(theme, runs, size)
    room = width / size
    lines = _broken(stretches, room, (False, least), held)
    if any("/" in run.text for run in runs):
        other = _broken(stretches, room, (True, least), held)
        lines = (min if least else max)(lines, other, key=lambda found: (len(found[0]), found[1]))
    if not least and any(run.link and " " in run.text for run in runs):
        other = _broken(stretches, room, (False, least), _in_links(runs).union(held))
        if not other[2] and len(other[0]) > len(lines[0]):
            lines = other
    return lines[0], lines[1] * size, lines[2]


def _in_links(runs: tuple[TextRun, ...]) -> frozenset[int]:
    """Give the offsets of spaces inside links: LibreOffice takes a link whole to the next line where it can."""
    starts = accumulate((len(run.text) for run in runs), initial=0)
    return frozenset(
        start + at for start, run in zip(starts, runs, strict=False) if run.link
        for at, letter in enumerate(run.text) if letter == " "
    )  # fmt: skip


def line_widths(
    theme: Theme, runs: tuple[TextRun, ...], breaks: tuple[int, ...], held: Collection[int] = ()
) -> list[float]:
    """Give the width in points of each line of runs that were broken, the spaces at its end left out."""
    size = runs[0].size
    widths, line, at = [], 0.0, 0
    pending = 0.0
    stretches = _stretches(theme, runs, size)
    for start, _, own, trailing in _joined(stretches, _pieces(stretches, False, False), held):
        while at < len(breaks) and start >= breaks[at]:
            widths.append(line * size)
            line, pending, at = 0.0, 0.0, at + 1
        line += pending + own
        pending = max(trailing, 0.0)
    return [*widths, line * size]


def _stretches(theme: Theme, runs: tuple[TextRun, ...], size: float) -> tuple[Stretch, ...]:
    return tuple([
        (
            run.text,
            file_of(theme, run),
            style_of(run),
            run.size / size * (SUPERSCRIPT_SCALE if run.superscript or run.subscript else 1.0),
        )
        for run in runs
    ])  # fmt: skip


@lru_cache(maxsize=32_768)
def _pieces(stretches: tuple[Stretch, ...], slash: bool, least: bool) -> tuple[Piece, ...]:
    """Cut runs where lines may end."""
    if least and _are_certain(stretches):
        return _pieces(stretches, slash, False)
    text = stretches[0][0] if len(stretches) == 1 else "".join(stretch[0] for stretch in stretches)
    pieces: list[Piece] = []
    width = _measure(stretches, least)
    start = 0
    for match in _ENDS[slash, least].finditer(text):
        mark = match.group()
        end = match.end()
        if end <= start:
            continue
        if mark == " " or mark.isspace():
            solid = end - len(mark)
            pieces.append((start, end, width(start, solid), -1.0 if mark == "\n" else width(solid, end)))
        else:
            room = AFTER_SLASH if mark == "/" and not least else 0.0
            pieces.append((start, end, width(start, end) + room, 0.0))
        start = end
    if start < len(text) or not pieces:
        pieces.append((start, len(text), width(start, len(text)), 0.0))
    return tuple(pieces)


def _are_certain(stretches: tuple[Stretch, ...]) -> bool:
    """Whether every program shows a text in one width: the font has all its letters, and there is no slash."""
    return all("/" not in text and all(map(face(file, style).has, set(text))) for text, file, style, _ in stretches)


def _measure(stretches: tuple[Stretch, ...], least: bool) -> Callable[[int, int], float]:
    """Give what measures a part of the text; most texts are of one look, and this is the inmost loop of placing."""
    if len(stretches) > 1:
        return lambda start, end: _width(stretches, start, end, least)
    text, file, style, share = stretches[0]
    advance = face(file, style).advance
    if share == 1.0 and not least:
        return lambda start, end: advance(text[start:end])
    return lambda start, end: advance(text[start:end], least) * share


def _width(stretches: tuple[Stretch, ...], start: int, end: int, least: bool) -> float:
    if end <= start:
        return 0.0
    if len(stretches) == 1:
        text, file, style, share = stretches[0]
        return face(file, style).advance(text[start:end], least) * share
    total = 0.0
    after = accumulate(len(text) for text, _, _, _ in stretches)
    for (text, file, style, share), stop in zip(stretches, after, strict=True):
        at = stop - len(text)
        if stop > start and at < end:
            total += face(file, style).advance(text[max(start - at, 0) : end - at], least) * share
    return total


def _joined(stretches: tuple[Stretch, ...], pieces: tuple[Piece, ...], held: Collection[int]) -> list[Piece]:
    """Join pieces where the one space between them is held: some fonts have wider no-break spaces than spaces."""
    joined: list[Piece] = []
    before = -1
    for piece in pieces:
        start, end, own, trailing = piece
        if before == start:
            first, _, width, _ = joined.pop()
            piece = first, end, width + _no_break_space(stretches, start - 1) + own, trailing
        joined.append(piece)
        before = end if trailing > 0 and end - 1 in held else -1
    return joined


def _no_break_space(stretches: tuple[Stretch, ...], at: int) -> float:
    for text, file, style, share in stretches:
        if at < len(text):
            return face(file, style).advance("\u00a0") * share
        at -= len(text)
    return 0.0


def _broken(
    stretches: tuple[Stretch, ...], width: float, where: tuple[bool, bool], held: Collection[int]
) -> tuple[tuple[int, ...], float, bool]:
    starts: list[int] = []
    line, widest, forced, pending = 0.0, 0.0, False, False
    slash, least = where
    pieces = _pieces(stretches, slash, least)
    for start, end, own, trailing in _joined(stretches, pieces, held) if held else pieces:
        if pending or (line and line + own > width):
            starts.append(start)
            line, pending = 0.0, False
        if own > width:
            forced = True
            line = _by_force(stretches, (start, end, least), width, starts)
        else:
            line += own
        if line > widest:
            widest = min(line, width)
        if trailing < 0:
            pending = True
        else:
            line += trailing
    return tuple(starts), widest, forced


def _by_force(stretches: tuple[Stretch, ...], piece: tuple[int, int, bool], width: float, starts: list[int]) -> float:
    """Break a word that is wider than the line, character by character; give the width of what is left."""
    line = 0.0
    start, end, least = piece
    for at in range(start, end):
        own = _width(stretches, at, at + 1, least)
        if line and line + own > width:
            starts.append(at)
            line = 0.0
        line += own
    return line
