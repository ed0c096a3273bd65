"""How high the parts of an A4 document come out, reckoned by the letter: enough to know what should stay on one page."""

from __future__ import annotations

import math
from itertools import chain
from typing import Any

Node = dict[str, Any]

_LETTERS = 105
"""Letters on a whole line of 164 mm."""
_LINE, _SPACE = 0.5, 0.3
"""Centimetres: a line of text, and what follows a paragraph."""
_HEADING, _ROW, _PICTURE = 0.9, 0.35, 7.5
"""Centimetres: a heading of one line, what a table's row takes beside its lines, a picture, which the album keeps so high."""
_SHORT = 10.0
"""Centimetres as reckoned here, a quarter too generously: some eight may be left empty at the foot of a page rather than
cut what was one slide."""


def short_marked(blocks: list[Node]) -> list[Node]:
    """Give the blocks with the class `short` on each slide that should stay on one page."""
    return [_marked(node) for node in blocks]


def _marked(node: Node) -> Node:
    if node["t"] != "Div":
        return node
    (identifier, classes, pairs), inside = node["c"]
    if "slide" in classes and height(inside) <= _SHORT:
        classes = [*classes, "short"]
    return {"t": "Div", "c": [[identifier, classes, pairs], short_marked(inside)]}


def height(nodes: list[Node], share: float = 1.0) -> float:
    """Reckon the height in centimetres of blocks that have this share of the line."""
    return sum(_height(node, share) for node in nodes)


def _height(node: Node, share: float) -> float:
    kind: str = node["t"]
    content: Any = node.get("c")
    if kind in ("Para", "Plain", "LineBlock"):
        return _lines(content, share) * _LINE + (_SPACE if kind != "Plain" and share > 0.9 else _SPACE / 3)
    if kind == "Header":
        return _HEADING + (_lines(content[2], share * 0.8) - 1) * _LINE
    if kind in ("BulletList", "OrderedList"):
        entries = content if kind == "BulletList" else content[1]
        return sum(height(entry, share * 0.94) for entry in entries) + _SPACE
    if kind == "DefinitionList":
        inside = [part for term, said in content for part in ({"t": "Plain", "c": term}, *chain.from_iterable(said))]
        return height(inside, share * 0.94)
    if kind == "Figure":
        return height([*content[2], *(content[1][1] or [])], share) + _PICTURE * min(2 * share, 1)
    if kind == "Table":
        return _table(content, share)
    if kind in ("Div", "BlockQuote"):
        return _held(node, share)
    return _lines(content, share) * _LINE + 2 * _SPACE


def _held(node: Node, share: float) -> float:
    if node["t"] == "BlockQuote":
        return height(node["c"], share * 0.9) + 2 * _SPACE
    (_, classes, pairs), inside = node["c"]
    if "beside" in classes:
        shares = [float(one) for one in dict(pairs)["data-shares"].split(",")]
        parts = zip(inside, shares, strict=False)
        return max((_height(one, share * part / sum(shares)) for one, part in parts), default=0.0)
    style = dict(pairs).get("custom-style", "")
    around = 0.0 if style.startswith("Card") else 2 * _SPACE if classes else 0.0
    return height(inside, share * 0.96) + around


def _table(content: list[Any], share: float) -> float:
    widths = [column[1].get("c", 1 / len(content[2])) for column in content[2]]
    rows = [*content[3][1], *(row for body in content[4] for row in (*body[2], *body[3]))]
    return 2 * _SPACE + sum(_row(row[1], widths, share) for row in rows)


def _row(cells: list[Any], widths: list[float], share: float) -> float:
    place, highest = 0, 0.0
    for _, _, rows, columns, inside in cells:
        wide = sum(widths[place : place + columns]) or 1 / len(widths)
        highest = max(highest, height(inside, share * wide * 0.9) / rows)
        place += columns
    return highest + _ROW


def _lines(node: Any, share: float) -> int:
    return max(math.ceil(_letters(node) / (_LETTERS * max(share, 0.05))), 1)


def _letters(node: Any) -> int:
    if isinstance(node, str):
        return len(node)
    if isinstance(node, list):
        return sum(_letters(part) for part in node)
    if not isinstance(node, dict):
        return 0
    kind: str = node["t"]
    content: Any = node.get("c")
    if kind in ("Space", "SoftBreak"):
        return 1
    if kind == "LineBreak":
        return _LETTERS // 2
    if kind in ("Span", "Link", "Quoted", "Code"):
        return _letters(content[1])
    return _letters(content) if kind != "Image" else 0
