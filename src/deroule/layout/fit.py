"""The policy of fit: the theme's size, smaller in its steps down to the floor, then a next slide, then refusal."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from deroule.diagnostics import Diagnostic
from deroule.layout.arrange import arrange, levelled, split_foot
from deroule.layout.cutting import cut, is_barely_begun, shares
from deroule.layout.desk import Desk
from deroule.layout.draft import Draft
from deroule.layout.faults import OVERFLOW
from deroule.layout.longest import longest_place
from deroule.layout.page import Box
from deroule.model.blocks import Block, Columns, Compare, Group

SPARSE = 0.72
"""Share of the room under which a slide says so little that its type may grow beyond the theme's wish."""
VERY_SPARSE = 0.62
"""Share under which the largest type is worth a try; above it, only the next larger."""
FULL = 0.86
"""Share of the room that grown type may take."""
LISTS = ("bullets", "numbered", "definition", "steps", "timeline", "table", "plan")
"""What may be shared out so that its end stands over the foot."""
MOST_PARTS = 200
"""Beyond this many continued slides something is wrong with the text, not with the slide."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """A slide's blocks at the size found, one draft a page, and what could not be placed."""

    drafts: tuple[Draft, ...]
    findings: tuple[Diagnostic, ...] = ()


def fit(blocks: Sequence[Block], room: Box, desk: Desk) -> Fitted:
    """Fit blocks into a room; on several pages when one is not enough and the slide may be continued."""
    desk = replace(desk, room=room.height)
    one = _at_best(blocks, room, desk)
    if one is not None:
        return Fitted((one,))
    if desk.slide.split == "never":
        return Fitted((), (_refused(blocks, room, desk),))
    desk = replace(desk, continued=True)
    parts = _parts(tuple(blocks), room, desk)
    if parts is None:
        return Fitted((), (_refused(blocks, room, desk),))
    parts = _evenly(parts, tuple(blocks), room, desk)
    # A conclusion left for a slide of its own is what that slide says: as large as one.
    last = _at_best(parts[-1], room, replace(desk, continued=False)) if _is_foot(parts[-1], tuple(blocks)) else None
    alike = parts[:-1] if last else parts
    drafts = levelled(alike, _alike(alike, room, desk))
    return Fitted((*drafts, last) if last else drafts)


def _alike(parts: Sequence[tuple[Block, ...]], room: Box, desk: Desk) -> tuple[Draft, ...]:
    """Draft the parts of a continued slide in one size and one form."""

    def drafted(desk: Desk) -> tuple[Draft, ...]:
        step = _common_step(parts, room, desk)
        return tuple(arrange(part, room.width, desk.smaller(step)) for part in parts)

    drafts = drafted(desk)
    if len({draft.form for draft in drafts}) == 1:
        return drafts
    listed = drafted(replace(desk, listed=True))
    return listed if all(draft.height <= room.height for draft in listed) else drafts


def _larger_steps(desk: Desk) -> int:
    return max(len(sizes.larger) for sizes in desk.theme.sizes.values())


def _steps(desk: Desk) -> int:
    """Steps that change what is shown: as many as the longest scale of a role has."""
    return max(
        len(sizes.steps) for role, sizes in desk.theme.sizes.items() if role not in ("title", "cover", "divider")
    )


def _at_best(blocks: Sequence[Block], room: Box, desk: Desk) -> Draft | None:
    """Give the draft at the largest size that fits, a whole word above a larger size; before a foot would stand alone on
    a next slide, with less air."""
    fallback: Draft | None = None
    for step in range(_steps(desk)):
        draft = arrange(blocks, room.width, desk.smaller(step))
        if draft.height <= room.height:
            if not draft.broken:
                return draft if step else _grown(blocks, room, desk, draft) or draft
            fallback = draft
        elif not draft.broken and step == _steps(desk) - 1 and desk.slide.split != "never":
            fallback = None  # whole words on a next slide rather than broken ones on this
    if fallback is None and split_foot(blocks)[1]:
        tight = arrange(blocks, room.width, replace(desk.smaller(_steps(desk) - 1), tight=True))
        fallback = tight if tight.height <= room.height and not tight.broken else None
    return fallback


def _grown(blocks: Sequence[Block], room: Box, desk: Desk, usual: Draft) -> Draft | None:
    """Give a slide that says little in larger type, as long as its words keep air around them."""
    if usual.height >= room.height * SPARSE:
        return None
    most = _larger_steps(desk) if usual.height < room.height * VERY_SPARSE else 1
    for step in range(-most, 0):
        draft = arrange(blocks, room.width, desk.smaller(step))
        if draft.height <= room.height * FULL and not draft.broken:
            return draft
    return None


def _fits(blocks: Sequence[Block], room: Box, desk: Desk) -> bool:
    return arrange(blocks, room.width, desk.smaller(_steps(desk) - 1)).height <= room.height


def _common_step(parts: Sequence[tuple[Block, ...]], room: Box, desk: Desk) -> int:
    """Give the largest size at which every part fits: continued slides look alike."""
    for step in range(_steps(desk)):
        drafts = [arrange(part, room.width, desk.smaller(step)) for part in parts]
        if all(draft.height <= room.height and not draft.broken for draft in drafts):
            return step
    return _steps(desk) - 1


def _parts(blocks: tuple[Block, ...], room: Box, desk: Desk) -> list[tuple[Block, ...]] | None:
    """Share blocks out among pages: whole blocks first, then cut ones; the foot stays on the last page."""
    main, foot = split_foot(blocks)
    parts: list[tuple[Block, ...]] = []
    while True:
        if _fits((*main, *foot), room, desk):
            parts.append((*main, *foot))
            return parts
        taken = _take(main, room, desk)
        if taken is None or len(parts) > MOST_PARTS:
            return None
        head, main = taken
        parts.append(head)
        if not main:
            if not foot or not _fits(foot, room, desk):
                return parts if not foot else None
            parts.append(foot)
            return parts


def _evenly(
    parts: list[tuple[Block, ...]], blocks: tuple[Block, ...], room: Box, desk: Desk
) -> list[tuple[Block, ...]]:
    """Share a list out evenly among its slides, rather than leave one entry for the last; as it was when that does
    not fit."""
    main, foot = split_foot(blocks)
    if len(main) != 1:
        return parts
    left_over = _is_foot(parts[-1], blocks)
    # The end of a list stands better over a conclusion than the conclusion alone; a diagram stays whole.
    counts = [len(parts)] if not left_over or main[0].kind in LISTS else []
    counts += [len(parts) - 1] if left_over else []
    for count in counts:
        shared = _shares(main[0], count)
        if shared is None:
            continue
        even: list[tuple[Block, ...]] = [(one,) for one in shared]
        even[-1:] = [even[-1], foot] if count < len(parts) else [(*even[-1], *foot)]
        if all(_fits(part, room, desk) for part in even):
            return even
    return parts


def _is_foot(part: tuple[Block, ...], blocks: tuple[Block, ...]) -> bool:
    """Whether a part is the foot of the slide, left alone."""
    foot = split_foot(blocks)[1]
    return bool(foot) and part == foot


def _shares(block: Block, count: int) -> tuple[Block, ...] | None:
    """Share a list out, or the list of each group; nothing when it is not one."""
    if not isinstance(block, Columns | Compare):
        return shares(block, count)
    field, groups = _groups(block)
    lists = [shares(group.blocks[0], count) if len(group.blocks) == 1 else None for group in groups]
    if any(own is None for own in lists):
        return None
    return tuple(
        block.model_copy(
            update={
                field: tuple(
                    group.model_copy(update={"blocks": (own[number],)})
                    for group, own in zip(groups, lists, strict=True)
                    if own
                )
            }
        )
        for number in range(count)
    )


def _take(main: tuple[Block, ...], room: Box, desk: Desk) -> tuple[tuple[Block, ...], tuple[Block, ...]] | None:
    """Take what fits on one page from the front."""
    count = 0
    while count < len(main) and _fits(main[: count + 1], room, desk):
        count += 1
    if count == len(main):
        # All of it fits, yet not with the foot: keep the last block for the foot's page.
        return (main[:-1], main[-1:]) if len(main) > 1 else (main, ())
    pieces = _cut(main[count], lambda piece: _fits((*main[:count], piece), room, desk))
    if pieces and not (count and _is_crumb(pieces[0], main[count])):
        return (*main[:count], pieces[0]), (pieces[1], *main[count + 1 :])
    return (main[:count], main[count:]) if count else None


def _is_crumb(piece: Block, whole: Block) -> bool:
    """Whether a piece is a lone entry of a list, or a line of one: better begun on the next page."""
    if is_barely_begun(piece, whole):
        return True
    items, all_items = getattr(piece, "items", None), getattr(whole, "items", None)
    return items is not None and all_items is not None and len(items) == 1 and len(all_items) > 2


def _cut(block: Block, fits: Callable[[Any], bool]) -> tuple[Block, Block] | None:
    if isinstance(block, Columns | Compare):
        return _cut_groups(block, fits)
    return cut(block, fits)


def _groups(block: Columns | Compare) -> tuple[str, tuple[Group, ...]]:
    return ("groups", block.groups) if isinstance(block, Columns) else ("sides", block.sides)


def _cut_groups(block: Columns | Compare, fits: Callable[[Any], bool]) -> tuple[Block, Block] | None:
    """Cut every group where it overflows, so that sides stay side by side and headings are repeated."""
    field, groups = _groups(block)
    heads: list[Group] = []
    rests: list[Group] = []
    for at, group in enumerate(groups):
        empty = [other.model_copy(update={"blocks": ()}) for other in groups]

        def alone(blocks: tuple[Block, ...], at: int = at, empty: list[Group] = empty) -> bool:
            tried = [*empty[:at], empty[at].model_copy(update={"blocks": blocks}), *empty[at + 1 :]]
            return bool(fits(block.model_copy(update={field: tuple(tried)})))

        pieces = _cut_column(group.blocks, alone)
        if pieces is None:
            return None
        heads.append(group.model_copy(update={"blocks": pieces[0]}))
        rests.append(group.model_copy(update={"blocks": pieces[1]}))
    if not any(group.blocks for group in rests) or not any(group.blocks for group in heads):
        return None
    return block.model_copy(update={field: tuple(heads)}), block.model_copy(update={field: tuple(rests)})


def _cut_column(
    blocks: tuple[Block, ...], fits: Callable[[Any], bool]
) -> tuple[tuple[Block, ...], tuple[Block, ...]] | None:
    if not blocks or fits(blocks):
        return blocks, ()
    count = 0
    while fits(blocks[: count + 1]):
        count += 1
    pieces = _cut(blocks[count], lambda piece: fits((*blocks[:count], piece)))
    if pieces:
        return (*blocks[:count], pieces[0]), (pieces[1], *blocks[count + 1 :])
    return (blocks[:count], blocks[count:]) if count else None


def _refused(blocks: Sequence[Block], room: Box, desk: Desk) -> Diagnostic:
    """Report the block that does not fit, the highest one, at the line of its longest entry."""
    small = desk.smaller(_steps(desk) - 1)
    worst = max(blocks, key=lambda block: arrange((block,), room.width, small).height)
    return OVERFLOW.at(longest_place(worst) or desk.slide.span, title=desk.slide.title.plain, kind=worst.kind)
