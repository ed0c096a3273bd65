"""The legend: what each colour stands for, in rows under a chart or in a column at its right."""

from __future__ import annotations

from deroule.layout.charts.room import Room
from deroule.layout.page import Box, ChartWords

MARK = 0.7
"""The side of a colour's mark, in sizes of the type."""
_AFTER_MARK, _BETWEEN, _ABOVE = 0.45, 1.4, 0.4
_FOOT = 0.4
"""Of the height, at most, for rows at the foot."""
_SHARES = (1, 2, 3, 4, 6, 8, 12)
"""Into how many parts of the width a row is divided, until there are few enough rows."""
_COLUMN = 0.38
"""Of the width, at most, for a column at the right."""


def legend_below(room: Room) -> tuple[tuple[ChartWords, ...], int]:
    """Place the series' names in centred rows at the foot of the box: the names, and the height that they take.

    Of very many, each is cut so that more stand in a row; what still finds no room is not named.
    """
    box, mark, gap = room.chart.box, _before(room), round(room.size * _BETWEEN)
    most = max(int(box.height * _FOOT) // room.line, 1)
    rows = next((rows for share in _SHARES if len(rows := _rows(room, box.width // share)) <= most), [])
    rows = rows or _rows(room, box.width // _SHARES[-1])[:most]
    placed = []
    top = box.bottom - len(rows) * room.line
    for number, row in enumerate(rows):
        left = box.x + (box.width - sum(wide for _, wide in row) - gap * (len(row) - 1)) // 2
        for lines, wide in row:
            placed.append(ChartWords(Box(left + mark, top + number * room.line, wide - mark, room.line), lines, "left"))
            left += wide + gap
    return tuple(placed), len(rows) * room.line + round(room.size * _ABOVE)


def _rows(room: Room, most: int) -> list[list[tuple[tuple[str, ...], int]]]:
    """Give the rows of a legend, each name with its width, mark included: no name takes more than `most`, and a gap."""
    mark, gap = _before(room), round(room.size * _BETWEEN)
    rows: list[list[tuple[tuple[str, ...], int]]] = [[]]
    used = 0
    for series in room.chart.series:
        lines = room.cut(series.name, max(most - mark - gap, room.size), 1)
        wide = mark + room.width(lines[0])
        if rows[-1] and used + gap + wide > room.chart.box.width:
            rows.append([])
            used = 0
        used += (gap if rows[-1] else 0) + wide
        rows[-1].append((lines, wide))
    return rows


def legend_right(room: Room) -> tuple[tuple[ChartWords, ...], int]:
    """Place the categories' names in a column, at half the height: the names, and the width that they take.

    Those beyond the height are not named.
    """
    box, mark = room.chart.box, _before(room)
    names = room.chart.categories[: max(box.height // room.line, 1)]
    wide = min(max(map(room.width, names), default=0), round(box.width * _COLUMN) - mark)
    most = max(box.height // (max(len(names), 1) * room.line), 1)
    broken = [room.cut(name, wide, most) for name in names]
    height = sum(len(lines) for lines in broken) * room.line
    gap = min(round(room.size * _ABOVE), max(box.height - height, 0) // max(len(broken), 1))
    height += gap * (len(broken) - 1)
    top, left = box.y + max(box.height - height, 0) // 2, box.right - wide
    placed = []
    for lines in broken:
        placed.append(ChartWords(Box(left, top, wide, len(lines) * room.line), lines, "left"))
        top += len(lines) * room.line + gap
    return tuple(placed), wide + mark + round(room.size * _BETWEEN)


def _before(room: Room) -> int:
    """Give the width of a mark and of the space after it."""
    return round(room.size * (MARK + _AFTER_MARK))
