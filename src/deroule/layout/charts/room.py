"""What a chart's words take: their widths, their lines, and whether one stands on another."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from deroule.layout.page import EMU_PER_POINT, Box
from deroule.layout.page import ChartBox as Chart

LINE = 1.25
"""The height of a line, in sizes of its type."""
_BREAKS = re.compile(r"(?<=[ \-\u2013])(?=\S)")
"""Where a name may be broken: behind spaces and hyphens, as office programs do."""
Measure = Callable[[str, bool], float]
"""How wide a text is, in points, plain or bold."""


@dataclass(frozen=True, slots=True)
class Room:
    """A chart and the measure of its words, in EMU."""

    chart: Chart
    measure: Measure

    @property
    def size(self) -> int:
        """The size of the type."""
        return round(self.chart.text_size * EMU_PER_POINT)

    @property
    def line(self) -> int:
        """The height of a line."""
        return round(self.size * LINE)

    def width(self, text: str, *, bold: bool = False) -> int:
        """Give the width of a text."""
        return round(self.measure(text, bold) * EMU_PER_POINT)

    def broken(self, text: str, width: int) -> tuple[str, ...] | None:
        """Break a name into lines of a width; None when one of its words is wider."""
        lines: list[str] = []
        for word in _BREAKS.split(text):
            longer = lines[-1] + word if lines else word
            if lines and self.width(longer.rstrip()) <= width:
                lines[-1] = longer
            elif self.width(word.rstrip()) <= width:
                lines.append(word)
            else:
                return None
        return tuple(line.rstrip() for line in lines)

    def cut(self, text: str, width: int, most: int) -> tuple[str, ...]:
        """Break a name into so many lines at most: what does not fit is cut, and the cut is shown."""
        lines = self.broken(text, width)
        if lines is not None and len(lines) <= most:
            return lines
        kept: list[str] = []
        rest = text
        while rest and len(kept) < most:
            length = max(_fitting(rest, width, self.width), 1)
            if length < len(rest) and (space := rest.rfind(" ", 1, length + 1)) > 0:
                length = space
            kept.append(rest[:length].strip())
            rest = rest[length:].strip()
        if rest:
            last = kept[-1]
            while last and self.width(f"{last}…") > width:
                last = last[:-1].rstrip()
            kept[-1] = f"{last}…"
        return tuple(kept)


def _fitting(text: str, width: int, measure: Callable[[str], int]) -> int:
    """Count the letters of a text that a width holds."""
    few, many = 0, len(text)
    while few < many:
        middle = (few + many + 1) // 2
        few, many = (middle, many) if measure(text[:middle]) <= width else (few, middle - 1)
    return few


def overlap(one: Box, other: Box) -> bool:
    """Whether two boxes share more than an edge."""
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom


def within(inner: Box, outer: Box) -> bool:
    """Whether a box lies in another."""
    return inner.x >= outer.x and inner.right <= outer.right and inner.y >= outer.y and inner.bottom <= outer.bottom


def apart(boxes: Sequence[Box]) -> bool:
    """Whether no box of many stands on another."""
    ordered = sorted(boxes, key=lambda box: box.x)
    for at, box in enumerate(ordered):
        for other in ordered[at + 1 :]:
            if other.x >= box.right:
                break
            if overlap(box, other):
                return False
    return True
