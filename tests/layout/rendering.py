"""Compares a rendered deck with the pages it was drawn from: text outside its box, lines counted otherwise."""

from __future__ import annotations

from dataclasses import dataclass, field

import pypdfium2
from tests.layout.soundness import flat

from deroule.layout.page import EMU_PER_POINT, SlidePage, TextShape

SLACK = 4.0
"""Points that ink may stand out of a box: side bearings, accents above capitals."""


@dataclass
class Comparison:
    boxes: int = 0
    agreeing: int = 0
    outside: list[str] = field(default_factory=list)
    otherwise: list[str] = field(default_factory=list)


def compare(pdf: bytes, pages: tuple[SlidePage, ...], width: float) -> Comparison:
    """Read every page's text back with its place. `width` is the slide's, in points."""
    found = Comparison()
    document = pypdfium2.PdfDocument(pdf)
    assert len(document) == len(pages)
    for at, page in enumerate(pages):
        sheet = document[at]
        text = sheet.get_textpage()
        scale = width / sheet.get_width()
        letters = []
        for index in range(text.count_chars()):
            character = text.get_text_range(index, 1)
            if character.strip():
                left, bottom, right, top = text.get_charbox(index, loose=True)
                height = sheet.get_height()
                letters.append(
                    (left * scale, (height - top) * scale, right * scale, (height - bottom) * scale, character)
                )
        _compare_page(page, letters, found)
    return found


def _compare_page(page, letters, found):
    shapes = [s for s in flat(page.items) if isinstance(s, TextShape) and s.paragraphs and not s.decorative]
    claimed = set()
    # A letter belongs to the box drawn last around it: a card upon an area.
    for shape in reversed(shapes):
        box = shape.box
        x, y = box.x / EMU_PER_POINT, box.y / EMU_PER_POINT
        right, bottom = box.right / EMU_PER_POINT, box.bottom / EMU_PER_POINT
        own = [
            at for at, letter in enumerate(letters)
            if at not in claimed and x - SLACK <= letter[0] and letter[2] <= right + SLACK and y - SLACK <= (letter[1] + letter[3]) / 2 <= bottom + SLACK
        ]  # fmt: skip
        claimed.update(own)
        if any(run.superscript or run.subscript for p in shape.paragraphs for run in p.runs):
            continue
        expected = sum(len(p.breaks) + 1 for p in shape.paragraphs if p.text.strip())
        size = min((run.size for p in shape.paragraphs for run in p.runs), default=12)
        lines = _lines([letters[at] for at in own], size)
        found.boxes += 1
        if lines == expected:
            found.agreeing += 1
        else:
            found.otherwise.append(f"{page.id} {shape.name}: {expected} lines placed, {lines} rendered")
    for at, letter in enumerate(letters):
        if at not in claimed and not _elsewhere(page, letter):
            found.outside.append(f"{page.id}: {letter[4]!r} at {letter[0]:.0f},{letter[1]:.0f}")


def _lines(letters, size):
    """Count lines by the bottoms of letters, which stand on base lines or hang a little under them."""
    bottoms = sorted(letter[3] for letter in letters)
    lines, last = 0, None
    for bottom in bottoms:
        if last is None or bottom - last > size * 0.62:
            lines += 1
            last = bottom
    return lines


def _elsewhere(page, letter):
    """Whether a letter belongs to what is not a text box: a table, a chart, an ornament, footer and number."""
    middle = ((letter[0] + letter[2]) / 2, (letter[1] + letter[3]) / 2)
    if middle[1] > 495:
        return True
    for item in flat(page.items):
        box = getattr(item, "box", None)
        if box is None or (isinstance(item, TextShape) and not item.decorative):
            continue
        x, y = middle[0] * EMU_PER_POINT, middle[1] * EMU_PER_POINT
        if box.x <= x <= box.right and box.y <= y <= box.bottom:
            return True
    return False
