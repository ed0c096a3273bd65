"""What is seen in a picture that fills the slide: a pencil on a sheet of paper is in the way of words as if it were drawn."""

from __future__ import annotations

from collections import Counter

from PIL import Image

from deroule.layout.page import Box

CELL = 5
"""Pixels of the small picture of a slide along the side of a cell: half a centimetre."""
_PLAIN = 0.6
"""Share of an area that has to be of one colour for anything else in it to be a thing: a photograph is seen everywhere."""
_FROM_PLAIN = 36
"""How far, of 255, the channels of a cell are from the plain colour on the whole where it shows something else."""
_SMALLEST = 3
"""Fewer cells than these are grain."""
_COARSE = 5
_STEPS = (-1, 0, 1)
Cell = tuple[int, int]


def plain_part(picture: Image.Image) -> Box:
    """Give the largest part of a picture, in pixels, in which only its plain ground is seen; all of it where it has none."""
    across, down = max(picture.width // CELL, 1), max(picture.height // CELL, 1)
    small = picture.resize((across, down), Image.Resampling.BOX).tobytes()
    cells = {(at % across, at // across): small[3 * at : 3 * at + 3] for at in range(across * down)}
    plain = _plain(list(cells.values()))
    others = {cell for cell, colour in cells.items() if _apart(colour, plain) > _FROM_PLAIN}
    things = {cell for group in _groups(others) if len(group) >= _SMALLEST for cell in group}
    # with a cell of air beside each, so that lines do not run into them
    things = {(x + aside, y) for x, y in things for aside in _STEPS}
    if not things or len(others) > (1 - _PLAIN) * len(cells):
        return Box(0, 0, picture.width, picture.height)
    left, top, right, bottom = _largest_free(things, across, down)
    wide, high = picture.width / across, picture.height / down
    return Box(round(left * wide), round(top * high), round((right - left) * wide), round((bottom - top) * high))


def _largest_free(taken: set[Cell], across: int, down: int) -> tuple[int, int, int, int]:
    """Give the largest rectangle of cells without any that is taken: left, top, right, bottom."""
    best, most, free = (0, 0, 0, 0), 0, [0] * across
    for y in range(down):
        free = [0 if (x, y) in taken else above + 1 for x, above in enumerate(free)]
        for left in range(across):
            high = down
            for right in range(left, across):
                high = min(high, free[right])
                if high * (right - left + 1) > most:
                    best, most = (left, y + 1 - high, right + 1, y + 1), high * (right - left + 1)
    return best


def _plain(colours: list[bytes]) -> bytes:
    """Give the middle of the colours that are nearly the most frequent one."""
    coarse = Counter(bytes(channel >> _COARSE for channel in colour) for colour in colours)
    most = coarse.most_common(1)[0][0]
    alike = [colour for colour in colours if bytes(channel >> _COARSE for channel in colour) == most]
    return bytes(sum(channels) // len(alike) for channels in zip(*alike, strict=True))


def _apart(one: bytes, other: bytes) -> float:
    return sum(abs(a - b) for a, b in zip(one, other, strict=True)) / 3


def _groups(cells: set[Cell]) -> list[set[Cell]]:
    """Give the cells that touch each other, together."""
    left, groups = sorted(cells), []
    free = set(cells)
    for first in left:
        if first not in free:
            continue
        group, edge = {first}, [first]
        free.discard(first)
        while edge:
            x, y = edge.pop()
            near = {(x + aside, y + under) for aside in _STEPS for under in _STEPS} & free
            free -= near
            group |= near
            edge += sorted(near)
        groups.append(group)
    return groups
