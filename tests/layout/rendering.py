"""Compares a rendered deck with the pages it was drawn from: letters outside their frame, over others, lines counted."""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import c_double
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple
from unicodedata import bidirectional, category

import pypdfium2
import pypdfium2.raw as pdfium
from tests.layout.soundness import flat

from deroule.layout.page import EMU_PER_POINT, Box, Paragraph, SlidePage, TableBox, TextShape

SLACK = 4.0
"""Points that ink may stand out of a box: side bearings, accents above capitals."""
FOOT = 495.0
"""Points from the top under which footer and number stand, which no page item holds."""
COVERED = 0.4
"""Share of the smaller letter's ink that another one may cover: kerned and slanted neighbours touch."""
SAME_SIZE = 0.3
"""Points by which two sizes may differ and be one."""
LIGATURE = 2
"""Most letters that the letters of one ligature stand apart."""
JOINED = ("R", "AL")
"""Letters of scripts in which neighbours are drawn into each other."""


SURROGATES = 0xD800
"""Letters below are one code each, which is the faster way to read them: there are a hundred thousand."""


class Letter(NamedTuple):
    """A letter as rendered, in points from the top left: its size, the line that it stands on, and its ink."""

    text: str
    place: int
    size: float
    base: float
    left: float
    top: float
    right: float
    bottom: float


class Frame(NamedTuple):
    """What words were placed in: a box of text, or a cell of a table."""

    name: str
    edges: tuple[float, float, float, float]
    """Left, top, right and bottom, in points."""
    paragraphs: tuple[Paragraph, ...]


@dataclass
class Comparison:
    """What was found in a deck: frames with text, how many have the lines that were placed, and what is wrong."""

    boxes: int = 0
    agreeing: int = 0
    outside: list[str] = field(default_factory=list)
    over: list[str] = field(default_factory=list)
    otherwise: list[str] = field(default_factory=list)

    @property
    def overfull(self) -> list[str]:
        """The frames in which more lines were rendered than placed: an overflow, or one to come."""
        return [told for told in self.otherwise if _is_overfull(told)]

    @property
    def share(self) -> float:
        """The share of frames in which as many lines were rendered as placed."""
        return self.agreeing / max(self.boxes, 1)


def _is_overfull(told: str) -> bool:
    words = told.rsplit(": ", 1)[-1].split()
    return int(words[0]) < int(words[3])


def compare(pdf: bytes, pages: tuple[SlidePage, ...], width: float) -> Comparison:
    """Read every page's text back with its place. `width` is the slide's, in points."""
    found = Comparison()
    document = pypdfium2.PdfDocument(pdf)
    assert len(document) == len(pages)
    for page, sheet in zip(pages, document, strict=True):
        letters = letters_of(sheet, width / sheet.get_width())
        _compare_page(page, letters, found)
        found.over.extend(f"{page.id}: {one.text!r} over {other.text!r} at {one.left:.0f},{one.top:.0f}"
                          for one, other in _covering(letters))  # fmt: skip
    return found


def letters_of(sheet: pypdfium2.PdfPage, scale: float) -> list[Letter]:
    """Give the letters of a page that are seen."""
    return list(_letters(sheet, scale))


def _letters(sheet: pypdfium2.PdfPage, scale: float) -> Iterator[Letter]:
    text, height = sheet.get_textpage(), sheet.get_height()
    raw = text.raw
    left, right, bottom, top, x, base = (c_double() for _ in range(6))  # written anew for each letter
    for index in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(raw, index)
        character = chr(code) if code < SURROGATES else text.get_text_range(index, 1)
        if character.strip():
            assert pdfium.FPDFText_GetCharBox(raw, index, left, right, bottom, top)
            assert pdfium.FPDFText_GetCharOrigin(raw, index, x, base)
            size = pdfium.FPDFText_GetFontSize(raw, index) * scale
            ink = (
                left.value * scale,
                (height - top.value) * scale,
                right.value * scale,
                (height - bottom.value) * scale,
            )
            yield Letter(character, index, size, (height - base.value) * scale, *ink)


def _edges(box: Box) -> tuple[float, float, float, float]:
    return tuple(edge / EMU_PER_POINT for edge in (box.x, box.y, box.right, box.bottom))


def _frames(page: SlidePage) -> Iterator[Frame]:
    for item in flat(page.items):
        if isinstance(item, TextShape) and item.paragraphs and not item.decorative:
            yield Frame(item.name, _edges(item.box), item.paragraphs)
        if isinstance(item, TableBox):
            for cell in item.cells:
                left = item.box.x + sum(item.widths[: cell.column])
                top = item.box.y + sum(item.heights[: cell.row])
                width = sum(item.widths[cell.column : cell.column + cell.columns])
                height = sum(item.heights[cell.row : cell.row + cell.rows])
                name = f"{item.name} {cell.row}.{cell.column}"
                yield Frame(name, _edges(Box(left, top, width, height)), cell.paragraphs)


def _compare_page(page: SlidePage, letters: list[Letter], found: Comparison) -> None:
    claimed: set[int] = set()
    # A letter belongs to the frame drawn last around it: a card upon an area.
    for frame in reversed(list(_frames(page))):
        own = [at for at, letter in enumerate(letters) if at not in claimed and _within(letter, frame)]
        claimed.update(own)
        expected = sum(len(one.breaks) + 1 for one in frame.paragraphs if one.text.strip())
        lines = _lines([letters[at] for at in own], frame)
        found.boxes += 1
        if lines == expected:
            found.agreeing += 1
        else:
            found.otherwise.append(f"{page.id} {frame.name}: {expected} lines placed, {lines} rendered")
    for at, letter in enumerate(letters):
        if at not in claimed and not _elsewhere(page, letter):
            found.outside.append(f"{page.id}: {letter.text!r} at {letter.left:.0f},{letter.top:.0f}")


def _within(letter: Letter, frame: Frame) -> bool:
    left, top, right, bottom = frame.edges
    if letter.top < top - SLACK or letter.bottom > bottom + SLACK:  # most stand above or below
        return False
    # LibreOffice hangs the last mark of a line from right to left out of the box.
    hung = letter.text in ".," and any(one.right_to_left for one in frame.paragraphs)
    slack = letter.size / 2 if hung else SLACK
    return left - slack <= letter.left and letter.right <= right + slack


def _lines(letters: list[Letter], frame: Frame) -> int:
    """Count base lines; raised and lowered letters, which are of no run's size, stand on none."""
    sizes = {run.size for one in frame.paragraphs for run in one.runs}
    own = {size for size in {one.size for one in letters} if any(abs(size - run) < SAME_SIZE for run in sizes)}
    lines, last = 0, None
    for base in sorted(one.base for one in letters if one.size in own):
        if last is None or base - last > min(sizes) * 0.62:
            lines += 1
            last = base
    return lines


def _covering(letters: list[Letter]) -> Iterator[tuple[Letter, Letter]]:
    """Give the pairs of letters whose ink covers each other: words over words, whatever frames they belong to."""
    plain = sorted((one for one in letters if _stands_alone(one.text)), key=lambda one: one.left)
    for at, one in enumerate(plain):
        for other in plain[at + 1 :]:
            if other.left >= one.right:
                break
            if other.top >= one.bottom or one.top >= other.bottom:  # most stand on other lines
                continue
            wide = min(one.right, other.right) - other.left
            high = min(one.bottom, other.bottom) - max(one.top, other.top)
            # Both letters of a ligature have the ink of the whole.
            joined = abs(one.place - other.place) <= LIGATURE
            if not joined and high > 0 and wide * high > COVERED * min(_area(one), _area(other)):
                yield one, other


@cache
def _stands_alone(text: str) -> bool:
    return all(category(one)[0] in "LNPS" and bidirectional(one) not in JOINED for one in text)


def _area(letter: Letter) -> float:
    return max((letter.right - letter.left) * (letter.bottom - letter.top), 0.01)


def _elsewhere(page: SlidePage, letter: Letter) -> bool:
    """Whether a letter belongs to what is neither a box of text nor a table: a chart, an ornament, footer and number."""
    across, down = (letter.left + letter.right) / 2, (letter.top + letter.bottom) / 2
    if down > FOOT:
        return True
    for item in flat(page.items):
        box = getattr(item, "box", None)
        if box is None or isinstance(item, TableBox) or (isinstance(item, TextShape) and not item.decorative):
            continue
        x, y = across * EMU_PER_POINT, down * EMU_PER_POINT
        if box.x <= x <= box.right and box.y <= y <= box.bottom:
            return True
    return False
