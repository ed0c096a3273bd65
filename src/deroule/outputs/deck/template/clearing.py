"""The room that is left for words beside what a template draws."""

from __future__ import annotations

from deroule.layout.page import Box

GROUND_SHARE = 0.85
"""An area that holds this much of the room is what the room stands on, not something in its way."""
_MOST_LOST = 0.4
"""What would take more of the room than this, one thing or all together, was put under the text on purpose."""
_GAP = 90_000


def shared(one: Box, other: Box) -> int:
    """Give the area that two boxes share."""
    across = min(one.right, other.right) - max(one.x, other.x)
    down = min(one.bottom, other.bottom) - max(one.y, other.y)
    return max(across, 0) * max(down, 0)


def holds(outer: Box, inner: Box) -> bool:
    """Whether a box stands on another rather than in its way."""
    return shared(outer, inner) >= GROUND_SHARE * inner.width * inner.height


def clear_of(room: Box, things: list[Box]) -> Box:
    """Trim a room by whatever stands in it, each time at the side where least is lost."""
    whole = room
    for thing in sorted(things, key=lambda box: -shared(box, room)):
        if room.width * room.height > 0 and shared(thing, room) and not holds(thing, room):
            room = _trimmed(room, thing)
    return room if _size(room) >= _size(whole) * (1 - _MOST_LOST) else whole


def plainer(room: Box, part: Box) -> Box:
    """Give the part of a room that is plain, unless too much of the room is lost with it."""
    return part if _size(part) >= _size(room) * (1 - _MOST_LOST) else room


def _trimmed(room: Box, thing: Box) -> Box:
    left, right = thing.right + _GAP, thing.x - _GAP
    below, above = thing.bottom + _GAP, thing.y - _GAP
    tried = (
        Box(room.x, room.y, room.width, above - room.y),
        Box(room.x, below, room.width, room.bottom - below),
        Box(room.x, room.y, right - room.x, room.height),
        Box(left, room.y, room.right - left, room.height),
    )
    best = max(tried, key=_size)
    return best if _size(best) >= _size(room) * (1 - _MOST_LOST) else room


def _size(box: Box) -> int:
    return max(box.width, 0) * max(box.height, 0)
