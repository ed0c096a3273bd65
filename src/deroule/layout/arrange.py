"""The composition of a slide's blocks: what stands beside what, what goes to the foot, who gets the room left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from deroule.layout.blocks import TABLE, draft_blocks
from deroule.layout.blocks.image import picture_width
from deroule.layout.desk import CENTIMETRE, Desk, points
from deroule.layout.draft import Draft, nothing, shared_heights
from deroule.layout.page import Box, PageItem
from deroule.model.blocks import Block, Image

FOOT = ("callout", "tools")
MEDIA = ("image", "video", "chart")
WORDS = ("text", "bullets", "numbered", "definition", "quote", "activity")
ABOVE_FOOT = 24
"""Points between the blocks and the foot."""
APART = 18
"""Points between blocks under each other."""
NOTICED = 0.16
"""Share of the room above which an empty foot would be noticed: the blocks then stand a little above its middle."""
CONTINUED = 0.5
"""The same where words go on over several slides."""
OPTICAL = 0.4
"""Where a diagram stands in the room that is left: a little above the middle."""


def split_foot(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """Tell the blocks at the foot from those above; the last block alone is never the foot of nothing."""
    at = len(blocks)
    while at > 1 and blocks[at - 1].kind in FOOT:
        at -= 1
    return tuple(blocks[:at]), tuple(blocks[at:])


def arrange(blocks: Sequence[Block], width: int, desk: Desk) -> Draft:
    """Draft a slide's blocks in the best form for what they are."""
    main, foot = split_foot(blocks)
    desk = replace(desk, alone=len(main) == 1)
    low = [TABLE[block.kind](block, width, replace(desk, alone=False)) for block in foot]
    gap = points(ABOVE_FOOT // 2 if desk.tight else ABOVE_FOOT)
    foot_height = sum(draft.height for draft in low) + points(10) * max(len(low) - 1, 0)
    top = _main(main, width, replace(desk, room=desk.room - (gap + foot_height if low else 0)))
    least = top.height + (gap + foot_height if low else 0)

    def draw(box: Box) -> tuple[PageItem, ...]:
        room = box.height - (gap + foot_height if low else 0)
        own = min(room, top.reach)
        spare = room - own
        # A little room left is no reason to leave the line where all slides begin; those of a continued slide are
        # levelled together.
        lift = round(spare * OPTICAL) if not desk.continued and (spare > room * NOTICED or _floats(main)) else 0
        items = list(top.draw(Box(box.x, box.y + lift, width, own)))
        y = box.bottom - foot_height
        for draft in low:
            items.extend(draft.draw(Box(box.x, y, width, draft.height)))
            y += draft.height + points(10)
        return tuple(items)

    return Draft(
        least, draw, least - top.height + top.reach, top.broken or any(draft.broken for draft in low), top.form
    )


def levelled(parts: Sequence[Sequence[Block]], drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """Let the parts of a continued slide begin on one line: the highest where it would stand alone, the others there."""
    high = max(draft.reach for draft in drafts)
    floating = all(_floats(split_foot(part)[0]) for part in parts)

    def lowered(draft: Draft) -> Draft:
        def draw(box: Box) -> tuple[PageItem, ...]:
            spare = max(box.height - high, 0)
            lift = round(spare * OPTICAL) if spare > box.height * (0 if floating else CONTINUED) else 0
            return draft.draw(Box(box.x, box.y + lift, box.width, box.height - lift))

        return replace(draft, draw=draw)

    return tuple(map(lowered, drafts))


def _floats(main: Sequence[Block]) -> bool:
    """Words start at the top on every slide; diagrams and cards stand in the middle of their room."""
    return bool(main) and not any(
        block.kind in ("text", "bullets", "numbered", "definition", "columns", "plan") for block in main
    )


def _main(main: Sequence[Block], width: int, desk: Desk) -> Draft:
    if not main:
        return Draft(0, nothing)
    if len(main) == 1:
        return TABLE[main[0].kind](main[0], width, desk)
    aside = _aside(main)
    if aside is None:
        return _stacked(main, width, desk)
    others = [block for block in main if block is not aside]
    share = 0.46 if aside.kind in MEDIA else 0.36
    gap = round(desk.gutter * 1.6)
    right = round((width - gap) * share)
    if isinstance(aside, Image) and desk.room > 0:
        # A high picture takes no more width than its height lets it use.
        right = min(right, max(picture_width(aside, desk), width // 5))
    left = width - gap - right
    pair = (draft_blocks(others, left, desk), TABLE[aside.kind](aside, right, desk))
    first = main[0] is aside
    drafts, widths = ((pair[1], pair[0]), (right, left)) if first else (pair, (left, right))
    beside = _beside(drafts, widths, gap)
    if aside.kind in MEDIA:
        return beside
    stacked = _stacked(main, width, desk)
    return beside if beside.height < stacked.height else stacked


def _beside(drafts: tuple[Draft, Draft], widths: tuple[int, int], gap: int) -> Draft:
    least = max(draft.height for draft in drafts)

    def draw(box: Box) -> tuple[PageItem, ...]:
        items: list[PageItem] = []
        left = box.x
        for draft, width in zip(drafts, widths, strict=True):
            items.extend(draft.draw(Box(left, box.y, width, min(box.height, draft.reach))))
            left += width + gap
        return tuple(items)

    return Draft(least, draw, max(draft.reach for draft in drafts), any(draft.broken for draft in drafts))


def _aside(main: Sequence[Block]) -> Block | None:
    """Find the one block that stands beside the words: a picture, a chart, a quotation."""
    media = [block for block in main if block.kind in MEDIA]
    rest = [block for block in main if block.kind not in MEDIA]
    if len(media) == 1 and rest and all(block.kind in (*WORDS, "figures") for block in rest):
        return media[0]
    quotes = [block for block in main if block.kind == "quote"]
    if not media and len(quotes) == 1 and len(main) == 2 and main[1].kind == "quote" and main[0].kind in WORDS:
        return quotes[0]
    return None


def _stacked(main: Sequence[Block], width: int, desk: Desk) -> Draft:
    drafts = tuple(TABLE[block.kind](block, width, desk) for block in main)
    gap = points(APART)
    gaps = gap * (len(drafts) - 1)
    least = sum(draft.height for draft in drafts) + gaps

    def draw(box: Box) -> tuple[PageItem, ...]:
        heights = shared_heights(drafts, box.height - gaps)
        spare = box.height - gaps - sum(heights)
        air = min(max(spare, 0) // max(len(drafts) - 1, 1), CENTIMETRE)
        items: list[PageItem] = []
        top = box.y
        for draft, height in zip(drafts, heights, strict=True):
            items.extend(draft.draw(Box(box.x, top, width, height)))
            top += height + gap + air
        return tuple(items)

    most = sum(draft.reach for draft in drafts) + gaps + CENTIMETRE * (len(drafts) - 1)
    return Draft(least, draw, most, any(draft.broken for draft in drafts))
