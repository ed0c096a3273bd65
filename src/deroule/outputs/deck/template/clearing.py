"""The room that is left for words beside what a template draws."""

from __future__ import annotations

from deroule.layout.page import Box

GROUND_SHARE = 0.85
"""An area that holds this much of the room is what the room stands on, not something in its way."""
_MOST_LOST = 0.4
"""What would take more of the room than this, one thing or all together, was put under the text on purpose."""
GAP = 90_000
"""The air between words and whatever is drawn beside them."""


def shared(one: Box, other: Box) -> int:
    """Give the area that two boxes share."""
    across = min(one.right, other.right) - max(one.x, other.x)
    down = min(one.bottom, other.bottom) - max(one.y, other.y)
    return max(across, 0) * max(down, 0)


def holds(outer: Box, inner: Box) -> bool:
    """Whether a box stands on another rather than in its way."""
    return shared(outer, inner) >= GROUND_SHARE * inner.width * inner.height


def with_air(box: Box) -> Box:
    """Give a box with the air that it keeps around it."""
    return Box(box.x - GAP, box.y - GAP, box.width + 2 * GAP, box.height + 2 * GAP)


def clear_of(room: Box, things: list[Box]) -> Box:
    """Trim a room by whatever stands in it or touches it, each time at the side where least is lost."""
    whole = room
    for thing in sorted(things, key=lambda box: -shared(box, room)):
        if room.width * room.height > 0 and shared(with_air(thing), room) and not holds(thing, room):
            room = _trimmed(room, with_air(thing))
    return room if _size(room) >= _size(whole) * (1 - _MOST_LOST) else whole


def plainer(room: Box, part: Box) -> Box:
    """Give the part of a room that is plain, unless too much of the room is lost with it."""
    return part if _size(part) >= _size(room) * (1 - _MOST_LOST) else room


def _trimmed(room: Box, thing: Box) -> Box:
    tried = (
        Box(room.x, room.y, room.width, thing.y - room.y),
        Box(room.x, thing.bottom, room.width, room.bottom - thing.bottom),
        Box(room.x, room.y, thing.x - room.x, room.height),
        Box(thing.right, room.y, room.right - thing.right, room.height),
    )
    best = max(tried, key=_size)
    return best if _size(best) >= _size(room) * (1 - _MOST_LOST) else room


def _size(box: Box) -> int:
    return max(box.width, 0) * max(box.height, 0)
