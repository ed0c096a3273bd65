"""The numbers of a pie: each outside the edge at the middle of its share, moved along the edge where shares are thin."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from deroule.layout.charts.room import overlap
from deroule.layout.page import Box

_TURN = math.radians(1)
"""How far two words that stand on each other are moved apart at a time."""
_TURNS = 720


@dataclass(frozen=True, slots=True)
class Word:
    """What is said of a share: the angle of its middle, clockwise from three o'clock, and the size of its words."""

    angle: float
    width: int
    height: int
    """In EMU, with the space that others keep from them."""


@dataclass(frozen=True, slots=True)
class Edge:
    """The edge of a pie, and how far from it words stand."""

    x: float
    y: float
    radius: float
    gap: int

    def point(self, angle: float) -> tuple[float, float]:
        """Give the point of the edge at an angle."""
        return self.x + self.radius * math.cos(angle), self.y + self.radius * math.sin(angle)

    def outside(self, word: Word, angle: float) -> Box:
        """Give where a word stands at an angle: as near to the edge as the gap allows."""
        across, down = math.cos(angle), math.sin(angle)
        away = self.radius + self.gap
        while True:
            x, y = self.x + away * across - word.width / 2, self.y + away * down - word.height / 2
            box = Box(round(x), round(y), word.width, word.height)
            if self.distance(box) >= self.gap:
                return box
            away += self.gap / 4

    def distance(self, box: Box) -> float:
        """Give how far a box is from the edge; below zero where it reaches into the pie."""
        near_x, near_y = min(max(self.x, box.x), box.right), min(max(self.y, box.y), box.bottom)
        return math.hypot(near_x - self.x, near_y - self.y) - self.radius


def shares_of(values: Sequence[float | None]) -> Iterator[tuple[float, float]]:
    """Give where each share begins and how far it sweeps, from noon, in radians; what is below zero sweeps nothing."""
    told = [max(value or 0.0, 0.0) for value in values]
    total, angle = sum(told) or 1.0, -math.pi / 2
    for value in told:
        sweep = 2 * math.pi * value / total
        yield angle, sweep
        angle += sweep


def spread(words: Sequence[Word], edge: Edge) -> list[float]:
    """Give the angle of each word: its share's own, or as near to it as its neighbours leave room."""
    angles = [word.angle for word in words]
    boxes = [edge.outside(word, angle) for word, angle in zip(words, angles, strict=True)]
    for _ in range(_TURNS):
        met = [(at, at + 1) for at in range(len(words) - 1) if overlap(boxes[at], boxes[at + 1])]
        if len(words) > 2 and overlap(boxes[-1], boxes[0]):
            met.append((len(words) - 1, 0))
        if not met:
            break
        for before, after in met:
            for at, turn in ((before, -_TURN), (after, _TURN)):
                angles[at] += turn
                boxes[at] = edge.outside(words[at], angles[at])
    return angles
