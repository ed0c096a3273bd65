"""Forms that stand side by side in a document: real tables, each column headed by what stands under it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from deroule.outputs.document import tree

Node = tree.Node
TURNED = frozenset({"cards", "figures", "steps", "timeline", "flows"})
"""The forms whose columns become rows on a narrow page."""


@dataclass(frozen=True, slots=True)
class Card:
    """One column: what heads it, and what stands under."""

    head: list[Node]
    body: list[Node]
    width: float = 1.0


def line(inlines: list[Node], style: str) -> list[Node]:
    """Make a line in a style of the house; nothing when there is nothing to say."""
    return [tree.division([tree.paragraph(inlines)], style)] if inlines else []


def side_by_side(cards: Sequence[Card], name: str, style: str = "Cards", most: int = 4) -> list[Node]:
    """Set cards in as few lines as hold `most` of them at the most, lines as even as can be."""
    lines = -(-len(cards) // most)
    length = -(-len(cards) // lines) if lines else 0
    starts = [*range(0, len(cards), length or 1), len(cards)]
    return [_line(cards[start:end], name, style, length) for start, end in pairwise(starts)]


def _line(cards: Sequence[Card], name: str, style: str, length: int) -> Node:
    widths = [card.width for card in cards]
    # The last line may hold fewer cards: they stay as wide as those above.
    whole = sum(widths) / len(cards) * length
    header = [tree.cell(card.head) for card in cards]
    row = [tree.cell(card.body or [tree.plain([])]) for card in cards]
    return tree.table([row], widths, header=header, classes=(name,), style=style, whole=whole)


def one_under_the_other(rows: Iterable[tuple[list[Node], list[Node]]], header: Sequence[list[Node]], name: str) -> Node:
    """Set pairs in rows under a filled line: what it is, then what there is to say of it."""
    shown = [tree.cell(cell, columns=2 if len(header) == 1 else 1) for cell in header]
    made = [[tree.cell(left), tree.cell(right or [tree.plain([])])] for left, right in rows]
    return tree.table(made, (0.27, 0.73), header=shown, header_columns=1, classes=(name,), style="Rows")


def turned(node: Node) -> Node:
    """Turn columns into rows: five columns are too many for the page of a reading device."""
    attributes, title, _, head, bodies, foot = node["c"]
    (heads,), ((row_attributes, bottom),) = ([row[1] for row in head[1]], bodies[0][3])
    rows = [[row_attributes, [top, under]] for top, under in zip(heads, bottom, strict=True)]
    columns = [[{"t": "AlignLeft"}, {"t": "ColWidth", "c": share}] for share in (0.3, 0.7)]
    body = [tree.attributes(), 1, [], rows]
    return {"t": "Table", "c": [attributes, title, columns, [tree.attributes(), []], [body], foot]}


def narrow(node: Any) -> Any:
    """Turn every form of a tree that stands in columns."""
    if isinstance(node, list):
        return [narrow(part) for part in node]
    if isinstance(node, dict):
        if node.get("t") == "Table" and TURNED & set(node["c"][0][1]):
            return turned(node)
        return {key: narrow(part) for key, part in node.items()}
    return node
