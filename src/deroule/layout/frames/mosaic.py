"""The mosaic: plain figures on squares in the sequences' colours, for covers without a picture of their own."""

from __future__ import annotations

from deroule.layout.accents import accent_of
from deroule.layout.desk import ACCENTS, Desk
from deroule.layout.page import Box, Colour, PageItem, Slot
from deroule.layout.shapes import area

ROWS = 3
PALE, SOFT = 0.72, 0.35
"""Tints of a figure, and of what stands behind it, on its square."""


def mosaic(desk: Desk, columns: int) -> tuple[list[PageItem], int]:
    """Draw the mosaic at the right edge; give it with its left edge."""
    side = desk.theme.height // ROWS
    left = desk.theme.width - columns * side
    slots = sequence_slots(desk)
    items: list[PageItem] = []
    for row in range(ROWS):
        for column in range(columns):
            high = side if row + 1 < ROWS else desk.theme.height - 2 * side
            tile = Box(left + column * side, row * side, side, high)
            slot = slots[_place(row, column, len(slots))]
            items.append(area(tile, f"Mosaïque {row + 1}.{column + 1}", Colour(slot)))
            items.extend(FIGURES[row][(column + 2 - columns) % 2](tile, slot))
    return items, left


def sequence_slots(desk: Desk) -> tuple[Slot, ...]:
    """Give the colours of the sequences to come, in order; the house's own where nothing is numbered."""
    numbered = (one for one in desk.event.sequences if one.number is not None)
    return tuple(dict.fromkeys(ACCENTS[accent_of(one, desk.event) - 1] for one in numbered)) or ACCENTS[:1]


def _place(row: int, column: int, count: int) -> int:
    """Neighbours never share a colour as long as there are two."""
    return (row + column) % 2 if count == 2 else (2 * row + column) % count


def _inner(tile: Box, share: float) -> Box:
    side = round(min(tile.width, tile.height) * share)
    return Box(tile.x + (tile.width - side) // 2, tile.y + (tile.height - side) // 2, side, side)


def _rings(tile: Box, slot: Slot) -> list[PageItem]:
    shares = ((0.8, SOFT), (0.54, 0.0), (0.28, PALE))
    return [
        area(_inner(tile, share), f"Anneau {at}", Colour(slot, tint), geometry="ellipse")
        for at, (share, tint) in enumerate(shares, 1)
    ]


def _steps(tile: Box, slot: Slot) -> list[PageItem]:
    each = tile.width // 4
    return [
        area(
            Box(tile.x + at * each, tile.bottom - round(tile.height * (at + 1) / 4), each, round(tile.height * (at + 1) / 4)),
            f"Marche {at + 1}", Colour(slot, (SOFT, PALE)[at % 2]),
        )
        for at in range(4)
    ]  # fmt: skip


def _hills(tile: Box, slot: Slot) -> list[PageItem]:
    half = tile.width // 2
    back = Box(tile.x + half // 2, tile.y + tile.height // 4, tile.width - half // 2, tile.height * 3 // 4)
    front = Box(tile.x, tile.y + tile.height // 2, half * 3 // 2, tile.height // 2)
    return [
        area(back, "Mont 1", Colour(slot, SOFT), geometry="triangle"),
        area(front, "Mont 2", Colour(slot, PALE), geometry="triangle"),
    ]


def _arrows(tile: Box, slot: Slot) -> list[PageItem]:
    each, pad = tile.width * 2 // 5, tile.width // 8
    return [
        area(
            Box(tile.x + pad + at * each * 3 // 4, tile.y + tile.height // 4, each, tile.height // 2), f"Chevron {at + 1}",
            Colour(slot, (SOFT, PALE)[at]), geometry="chevron", adjust=0.4,
        )
        for at in range(2)
    ]  # fmt: skip


def _grid(tile: Box, slot: Slot) -> list[PageItem]:
    each = tile.width // 6
    return [
        area(
            Box(tile.x + each + column * each * 3 // 2, tile.y + each + row * each * 3 // 2, each, each),
            f"Point {row + 1}.{column + 1}", Colour(slot, PALE if row == column else SOFT), geometry="ellipse",
        )
        for row in range(3)
        for column in range(3)
    ]  # fmt: skip


def _lines(tile: Box, slot: Slot) -> list[PageItem]:
    each = tile.height // 7
    return [
        area(Box(tile.x + each, tile.y + (1 + 2 * at) * each, round((tile.width - 2 * each) * share), each), f"Ligne {at + 1}",
             Colour(slot, (PALE, SOFT, SOFT)[at]))
        for at, share in enumerate((0.6, 1.0, 0.8))
    ]  # fmt: skip


FIGURES = ((_rings, _steps), (_lines, _hills), (_arrows, _grid))
"""The figure of each square, by row and column."""
