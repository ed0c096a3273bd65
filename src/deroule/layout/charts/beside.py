"""The numbers of lines: each on the side of its point where neither another number, a point nor a line stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

from deroule.layout.charts.room import overlap, within
from deroule.layout.page import EMU_PER_POINT, Box, ChartNumber, Side

DOT = 4 * EMU_PER_POINT
"""Half the width of a point's mark."""
MOST = 60
"""Numbers beyond which nobody reads them one by one."""
_GAP = EMU_PER_POINT
_ROUNDS = 8
_UNREADABLE, _TOUCHED = 1000.0, 20.0
_Spot: TypeAlias = tuple[Side, int]
"""A side, and whether the number is moved aside there: 1 to the right, -1 to the left."""
_ABOVE: tuple[_Spot, ...] = (("above", 0), ("above", 1), ("above", -1))
_BELOW: tuple[_Spot, ...] = (("below", 0), ("below", 1), ("below", -1))
_ASIDE: tuple[_Spot, ...] = (("right", 0), ("left", 0))


@dataclass(frozen=True, slots=True)
class Point:
    """A point of a line and the number that it tells."""

    series: int
    place: int
    x: float
    y: float
    text: str
    width: int

    def beside(self, spot: _Spot, height: int) -> Box:
        """Give where its number stands on a side."""
        side, aside = spot
        away = DOT + _GAP
        if side in ("above", "below"):
            top = self.y - away - height if side == "above" else self.y + away
            return Box(round(self.x - self.width / 2 + aside * self.shift), round(top), self.width, height)
        left = self.x + away + _GAP if side == "right" else self.x - away - _GAP - self.width
        return Box(round(left), round(self.y - height / 2), self.width, height)

    @property
    def shift(self) -> float:
        """How far a number is moved aside: it begins, or ends, at its point."""
        return self.width / 2 + _GAP


def numbers_of(points: Sequence[Point], room: Box, height: int) -> tuple[ChartNumber, ...]:
    """Place a number at each point, inside `room`; nothing when one could not be read.

    Each begins above its point (the lowest of a category: below), then all are looked at again, a few times over, and
    moved to where they meet least. Lines that meet in a point with the same number are told once.
    """
    told = list({(point.place, round(point.y / DOT), point.text): point for point in reversed(points)}.values())[::-1]
    if len(told) > MOST:
        return ()
    judge = _Judge(points, room, height)
    wished = [_wishes(point, points) for point in told]
    chosen = [wish[0] for wish in wished]
    boxes = [point.beside(spot, height) for point, spot in zip(told, chosen, strict=True)]
    for _ in range(_ROUNDS):
        before = list(chosen)
        for at, point in enumerate(told):
            others = [*boxes[:at], *boxes[at + 1 :]]
            _, _, chosen[at] = min(
                (judge.cost(point, spot, others), rank, spot) for rank, spot in enumerate(wished[at])
            )
            boxes[at] = point.beside(chosen[at], height)
        if chosen == before:
            break
    for at, (point, spot) in enumerate(zip(told, chosen, strict=True)):
        if judge.cost(point, spot, [*boxes[:at], *boxes[at + 1 :]]) >= _UNREADABLE:
            return ()
    return tuple(
        ChartNumber(box, point.text, point.series, point.place, side, round(aside * point.shift))
        for point, (side, aside), box in zip(told, chosen, boxes, strict=True)
    )


class _Judge:
    """Knows what stands in a chart, and how badly a number would stand somewhere."""

    def __init__(self, points: Sequence[Point], room: Box, height: int) -> None:
        self._room, self._height = room, height
        self._dots = [Box(round(p.x - DOT), round(p.y - DOT), 2 * DOT, 2 * DOT) for p in points]
        self._lines = list(_lines(points))

    def cost(self, point: Point, spot: _Spot, others: Sequence[Box]) -> float:
        """Tell how badly: on another number, a mark or another's line it is unreadable; its own line only touches it."""
        box = point.beside(spot, self._height)
        crossed = [line[0].series for line in self._lines if _crosses(line, box)]
        own = crossed.count(point.series)
        hits = sum(overlap(box, other) for other in (*others, *self._dots)) + len(crossed) - own
        return _UNREADABLE * (hits + (not within(box, self._room))) + _TOUCHED * own


def _wishes(point: Point, points: Sequence[Point]) -> tuple[_Spot, ...]:
    """Give the spots in the order wished: a number stands where the other lines of its category are not."""
    others = [other.y for other in points if other.place == point.place and other is not point]
    lowest = bool(others) and all(point.y >= y for y in others) and any(point.y > y for y in others)
    return (*_BELOW, *_ABOVE, *_ASIDE) if lowest else (*_ABOVE, *_BELOW, *_ASIDE)


def _lines(points: Sequence[Point]) -> Iterator[tuple[Point, Point]]:
    for one, other in pairwise(points):
        if one.series == other.series and other.place == one.place + 1:
            yield one, other


def _crosses(line: tuple[Point, Point], box: Box) -> bool:
    """Whether a line runs through a box, by the stretch of it that is left when each edge has cut it."""
    start, end = line
    across, down = end.x - start.x, end.y - start.y
    first, last = 0.0, 1.0
    for towards, room in (
        (-across, start.x - box.x),
        (across, box.right - start.x),
        (-down, start.y - box.y),
        (down, box.bottom - start.y),
    ):
        if towards == 0:
            if room <= 0:
                return False
        elif towards < 0:
            first = max(first, room / towards)
        else:
            last = min(last, room / towards)
    return first < last
