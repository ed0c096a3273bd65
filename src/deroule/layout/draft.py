"""A block tried at a size in a width: how high it is, and how to draw it once its place is known."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from deroule.layout.page import Box, PageItem


@dataclass(frozen=True, slots=True)
class Draft:
    """A block at a size. `draw` is called with a box at least `height` high."""

    height: int
    """The least height that it needs, in EMU."""
    draw: Callable[[Box], tuple[PageItem, ...]]
    most: int = 0
    """The greatest height that it can make good use of; `height` when smaller."""
    broken: bool = False
    """Whether a word had to be broken by force: a smaller size is better."""
    form: str = ""
    """Which of its forms the block was given, where parts of one that is continued might differ."""

    @property
    def reach(self) -> int:
        """The greatest sensible height."""
        return max(self.most, self.height)


def nothing(box: Box) -> tuple[PageItem, ...]:
    """Draw nothing."""
    return ()


def stack(drafts: tuple[Draft, ...], gap: int) -> Draft:
    """Put drafts under each other; what room is left goes to those that can use it."""
    if len(drafts) == 1:
        return drafts[0]
    gaps = gap * max(len(drafts) - 1, 0)
    height = sum(draft.height for draft in drafts) + gaps

    def draw(box: Box) -> tuple[PageItem, ...]:
        items: list[PageItem] = []
        top = box.y
        for draft, own in zip(drafts, shared_heights(drafts, box.height - gaps), strict=True):
            items.extend(draft.draw(Box(box.x, top, box.width, own)))
            top += own + gap
        return tuple(items)

    most = sum(draft.reach for draft in drafts) + gaps
    return Draft(height, draw, most, any(draft.broken for draft in drafts))


def shared_heights(drafts: tuple[Draft, ...], room: int) -> list[int]:
    """Share a height among drafts: each its least, the rest by what each can still use."""
    spare = max(room - sum(draft.height for draft in drafts), 0)
    wishes = [draft.reach - draft.height for draft in drafts]
    wanted = sum(wishes)
    if not wanted:
        return [draft.height for draft in drafts]
    share = min(spare / wanted, 1.0)
    return [draft.height + int(wish * share) for draft, wish in zip(drafts, wishes, strict=True)]


def row(drafts: tuple[Draft, ...], widths: tuple[int, ...], gap: int) -> Draft:
    """Put drafts side by side, tops aligned, heights equal."""
    height = max(draft.height for draft in drafts)

    def draw(box: Box) -> tuple[PageItem, ...]:
        items: list[PageItem] = []
        left = box.x
        for draft, width in zip(drafts, widths, strict=True):
            items.extend(draft.draw(Box(left, box.y, width, box.height)))
            left += width + gap
        return tuple(items)

    return Draft(height, draw, max(draft.reach for draft in drafts), any(draft.broken for draft in drafts))
