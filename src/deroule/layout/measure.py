"""How wide text is, and where its lines end, by the advances of the font files that a theme names."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

import uharfbuzz

from deroule.layout.font_file import font_file
from deroule.layout.page import TextRun
from deroule.model.theme import Theme

SUPERSCRIPT_SCALE = 0.66
FOREIGN_ADVANCE = (0.45, 0.8)
"""Em taken for a letter that the font lacks, at least and at most: another font will show it, perhaps a wide one."""
IDEOGRAPH_ADVANCE = (0.6, 1.0)
"""Em of a full-width letter: one in every font; machines without one show a narrow box."""
EMOJI_ADVANCE = (0.6, 1.37)
"""Em taken for an emoji that the font lacks; machines without such a font show a narrow box."""

# Break after spaces, after a hyphen between letters, after dashes, after ? ! … before a letter, around ideographs; never at U+00A0 or U+202F.
_IDEOGRAPH = "\u3000-\u30ff\u3400-\u9fff\uac00-\ud7af\uff00-\uffef"
_SPACES = r"[ \t]+"
_HELD_SPACES = r"[ \t]+(?![\U00010000-\U0010ffff])"
"""Spaces but those before an emoji: LibreOffice may take the word before down with it."""
_MARKS = rf"(?<=\w)[-\u2010](?=\w)|[\u2013\u2014](?=[^ ])|[?!…|](?=\w)|(?<=[{_IDEOGRAPH}])|(?=[{_IDEOGRAPH}])|\n"
_SLASH = r"/(?=[^/ ])"
_BREAK, _SLASH_BREAK = re.compile(f"{_HELD_SPACES}|{_MARKS}"), re.compile(f"{_HELD_SPACES}|{_SLASH}|{_MARKS}")
_FREE_BREAK, _FREE_SLASH_BREAK = re.compile(f"{_SPACES}|{_MARKS}"), re.compile(f"{_SPACES}|{_SLASH}|{_MARKS}")


class Face:
    """A font file, ready to tell advances. Words are shaped once and remembered."""

    def __init__(self, file: str) -> None:
        path = font_file(file)
        if path is None:
            raise FileNotFoundError(file)
        face = uharfbuzz.Face(path.read_bytes())
        self._font = uharfbuzz.Font(face)
        self._per_em = face.upem
        self._known: dict[str, bool] = {}
        self._advances: dict[tuple[str, bool], float] = {}

    def has(self, character: str) -> bool:
        """Whether the font has a glyph for the character."""
        known = self._known.get(character)
        if known is None:
            known = self._known[character] = bool(self._font.get_nominal_glyph(ord(character)))
        return known

    def advance(self, text: str, least: bool = False) -> float:
        """Give the width of an unbroken stretch in em, without kerning: office suites differ about it.

        Letters that the font lacks count as wide as another font may show them, or as narrow when `least`.
        """
        found = self._advances.get((text, least))
        if found is None:
            found = self._advances[text, least] = self._shaped(text, least)
        return found

    def _shaped(self, text: str, least: bool) -> float:
        if all(map(self.has, text)):
            buffer = uharfbuzz.Buffer()
            buffer.add_str(text)
            buffer.guess_segment_properties()
            uharfbuzz.shape(self._font, buffer, {"kern": False, "liga": False})
            return float(sum(position.x_advance for position in buffer.glyph_positions) / self._per_em)
        return sum(self._single(character, least) for character in text)

    def _single(self, character: str, least: bool) -> float:
        if self.has(character):
            return self.advance(character)
        if unicodedata.combining(character) or unicodedata.category(character) in ("Cf", "Cc", "Mn", "Me"):
            return 0.0
        if ord(character) > 0x1F000 and not 0x20000 <= ord(character) < 0x40000:
            return EMOJI_ADVANCE[not least]
        if unicodedata.east_asian_width(character) in "WF":
            return (IDEOGRAPH_ADVANCE if unicodedata.category(character) != "So" else EMOJI_ADVANCE)[not least]
        return FOREIGN_ADVANCE[not least]


@lru_cache(maxsize=64)
def face(file: str) -> Face:
    """Open a font file once."""
    return Face(file)


def face_of(theme: Theme, run: TextRun) -> Face:
    """Give the face that shows a run."""
    style = ("bold-italic" if run.italic else "bold") if run.bold else ("italic" if run.italic else "regular")
    return face(theme.fonts[run.font].files[style])


def run_width(theme: Theme, run: TextRun, text: str, least: bool = False) -> float:
    """Give the width in points of some text in the look of a run."""
    scale = SUPERSCRIPT_SCALE if run.superscript or run.subscript else 1.0
    return face_of(theme, run).advance(text, least) * run.size * scale


def break_lines(
    theme: Theme, runs: tuple[TextRun, ...], width: float, *, least: bool = False
) -> tuple[tuple[int, ...], float, bool]:
    """Break runs into lines of at most `width` points.

    Gives the offsets where lines 2, 3… begin, the width of the widest line, and whether a word had to be broken by
    force. Of "break after a slash" and "do not", the one with more lines counts, with fewer when `least`: office
    suites differ.
    """
    plain = _broken(theme, runs, width, _Ways(_FREE_BREAK if least else _BREAK, least))
    if not any("/" in run.text for run in runs):
        return plain
    other = _broken(theme, runs, width, _Ways(_FREE_SLASH_BREAK if least else _SLASH_BREAK, least))
    return (min if least else max)(plain, other, key=lambda lines: (len(lines[0]), lines[1]))


class _Ways(NamedTuple):
    """Where lines may end, and whether letters that the font lacks count as narrow."""

    breaks: re.Pattern[str]
    least: bool


def _pieces(theme: Theme, runs: tuple[TextRun, ...], ways: _Ways) -> list[tuple[int, int, float, float]]:
    """Cut runs where lines may end: start, end, width, and width of the trailing spaces (-1 for a forced line end)."""
    text = "".join(run.text for run in runs)
    ends: list[tuple[int, str]] = []
    for match in ways.breaks.finditer(text):
        if match.end() and (not ends or match.end() > ends[-1][0]):
            ends.append((match.end(), match.group()))
    if not ends or ends[-1][0] < len(text):
        ends.append((len(text), ""))
    pieces, start = [], 0
    for end, mark in ends:
        spaces = mark.isspace()
        solid = end - len(mark) if spaces else end
        width = _stretch(theme, runs, start, solid, ways.least)
        trailing = -1.0 if mark == "\n" else _stretch(theme, runs, solid, end, ways.least) if spaces else 0.0
        pieces.append((start, end, width, trailing))
        start = end
    return pieces


def _stretch(theme: Theme, runs: tuple[TextRun, ...], start: int, end: int, least: bool) -> float:
    if len(runs) == 1:
        return run_width(theme, runs[0], runs[0].text[start:end], least) if end > start else 0.0
    total, at = 0.0, 0
    for run in runs:
        after = at + len(run.text)
        if after > start and at < end:
            total += run_width(theme, run, run.text[max(start - at, 0) : end - at], least)
        at = after
        if at >= end:
            break
    return total


def _broken(theme: Theme, runs: tuple[TextRun, ...], width: float, ways: _Ways) -> tuple[tuple[int, ...], float, bool]:
    starts: list[int] = []
    line, widest, forced, pending = 0.0, 0.0, False, False
    for start, end, own, trailing in _pieces(theme, runs, ways):
        if pending or (line and line + own > width):
            starts.append(start)
            line, pending = 0.0, False
        if own > width:
            forced = True
            line = _by_force(theme, runs, (start, end, ways.least), width, starts)
        else:
            line += own
        widest = max(widest, min(line, width))
        pending = trailing < 0
        line += max(trailing, 0.0)
    return tuple(starts), widest, forced


def _by_force(
    theme: Theme, runs: tuple[TextRun, ...], piece: tuple[int, int, bool], width: float, starts: list[int]
) -> float:
    """Break a word that is wider than the line, character by character; give the width of what is left."""
    line = 0.0
    start, end, least = piece
    for at in range(start, end):
        own = _stretch(theme, runs, at, at + 1, least)
        if line and line + own > width:
            starts.append(at)
            line = 0.0
        line += own
    return line
