"""Blocks inside blocks: groups find the placers of what they hold without knowing them by name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from deroule.layout.desk import Desk, points
from deroule.layout.draft import Draft, nothing, stack
from deroule.model.blocks import Block

DraftBlock = Callable[[Any, int, Desk], Draft]
placers: dict[str, DraftBlock] = {}
"""Filled by the package, once, with every placer by kind."""
APART = 16
"""Points between blocks that stand under each other."""


def draft_blocks(blocks: Sequence[Block], width: int, desk: Desk) -> Draft:
    """Draft blocks under each other."""
    if not blocks:
        return Draft(0, nothing)
    return stack(tuple(placers[block.kind](block, width, desk) for block in blocks), points(APART))
