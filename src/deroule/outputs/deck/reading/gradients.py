"""The colours of a gradient behind a part of what it fills: words at its pale end do not stand on its dark one."""

from __future__ import annotations

import math
from collections.abc import Callable

from lxml import etree

from deroule.layout.page import Box
from deroule.model.theme import mixed
from deroule.outputs.deck.reading.opened import whole
from deroule.outputs.deck.reading.shapes import A


def colours_behind(
    gradient: etree._Element, filled: Box, part: Box, seen: Callable[[etree._Element], str | None]
) -> tuple[str, ...]:
    """Give the colours that a straight gradient has within a part of the box that it fills; none where that is unknown."""
    line = gradient.find(f"{A}lin")
    found = [(min(max(whole(stop.get("pos")) / 100_000, 0.0), 1.0), seen(stop)) for stop in gradient.iter(f"{A}gs")]
    stops = sorted((at, colour) for at, colour in found if colour)
    if line is None or not stops or len(stops) < len(found):
        return ()
    angle = math.radians(whole(line.get("ang")) / 60_000)
    across, down = math.cos(angle), math.sin(angle)
    length = max(abs(filled.width * across) + abs(filled.height * down), 1)
    middle = filled.x + filled.width / 2, filled.y + filled.height / 2
    corners = [(x, y) for x in (part.x, part.right) for y in (part.y, part.bottom)]
    shares = [0.5 + ((x - middle[0]) * across + (y - middle[1]) * down) / length for x, y in corners]
    first, last = (min(max(share, 0.0), 1.0) for share in (min(shares), max(shares)))
    within = [colour for at, colour in stops if first < at < last]
    return (_at(stops, first), *within, _at(stops, last))


def _at(stops: list[tuple[float, str]], share: float) -> str:
    before = next((one for one in reversed(stops) if one[0] <= share), stops[0])
    after = next((one for one in stops if one[0] >= share), stops[-1])
    if after[0] <= before[0]:
        return after[1]
    return mixed(before[1], after[1], (share - before[0]) / (after[0] - before[0]))
