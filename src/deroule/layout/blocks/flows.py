"""Places what comes in and what goes out: arrows into a centre, arrows out of it, and what stays inside."""

from __future__ import annotations

from deroule.layout.blocks.pillars import part_cards
from deroule.layout.desk import CENTIMETRE, PAPER, SOFT, Desk
from deroule.layout.draft import Draft
from deroule.layout.lettering import Setting, paragraph
from deroule.layout.page import Box, Colour, GroupBox, PageItem, TextShape
from deroule.layout.shapes import listed, written
from deroule.layout.words import FLOWS_ALT, INCOMING, KEPT, NOTHING, OUTGOING
from deroule.model.blocks import Flows, Part

INSET = round(0.4 * CENTIMETRE)
GAP = round(0.35 * CENTIMETRE)
ARROW = round(2.2 * CENTIMETRE)
ONE_SIDE = 0.64
"""Share of the width for flows of one side beside a centre that keeps nothing."""
MOST_SPARE = round(1.6 * CENTIMETRE)
"""The most that a flow's area grows beyond its text."""


def draft(block: Flows, width: int, desk: Desk) -> Draft:
    """Set three columns: in, the centre with what it keeps, out; a side without flows leaves its room."""
    sides = [side for side in (block.incoming, block.outgoing) if side]
    side_width = (width - ARROW * len(sides)) // (len(sides) + 1)
    if len(sides) == 1 and not block.kept:
        # The name alone needs less room than what comes in or goes out.
        side_width = round((width - ARROW) * ONE_SIDE)
    centre_width = width - (side_width + ARROW) * len(sides)
    head = desk.set([paragraph(block.centre, desk.heading("item", PAPER, align="centre"))], centre_width - 2 * INSET)
    kept = _settings(block.kept, centre_width - 4 * INSET, desk)
    label = desk.set(
        desk.say(KEPT.in_language(desk.language), desk.look("detail", PAPER, bold=True, align="centre"))
        if kept
        else (),
        centre_width - 2 * INSET,
    )
    kept_height = sum(s.height + 2 * INSET + GAP for s in kept)
    centre_least = head.height + 3 * INSET + label.height + kept_height + INSET
    columns = {
        name: (parts, _settings(parts, side_width - 2 * INSET, desk))
        for name, parts in (("in", block.incoming), ("out", block.outgoing))
        if parts
    }
    titles = {
        name: desk.set(
            [paragraph(words.in_language(desk.language), desk.look("detail", desk.accent, bold=True))], side_width
        )
        for name, words in (("in", INCOMING), ("out", OUTGOING))
    }
    top = titles["in"].height + GAP
    least = max([centre_least, *(top + _height(settings) for _, settings in columns.values())])

    def draw(box: Box) -> tuple[PageItem, ...]:
        items: list[PageItem] = []
        x = box.x
        if "in" in columns:
            items += _side(columns["in"], titles["in"], Box(x, box.y, side_width, box.height), desk, outward=False)
            x += side_width + ARROW
        core = Box(x, box.y, centre_width, box.height)
        items += _core(core)
        if "out" in columns:
            x += centre_width + ARROW
            items += _side(columns["out"], titles["out"], Box(x, box.y, side_width, box.height), desk, outward=True)
        return (GroupBox(box, "Flux", tuple(items), _alt(block, desk)),)

    def _core(core: Box) -> list[PageItem]:
        pad = 2 * INSET
        if not kept:
            return [
                written(
                    core, block.centre.plain, head, fill=desk.accent, anchor="middle", insets=(INSET, pad, INSET, INSET)
                )
            ]
        y = core.bottom - INSET - kept_height - label.height
        free = core.bottom - y + INSET // 2
        insets = (INSET, INSET, INSET, free)
        items: list[PageItem] = [
            written(core, block.centre.plain, head, fill=desk.accent, insets=insets, anchor="middle")
        ]
        items.append(written(Box(core.x + INSET, y - INSET // 2, core.width - 2 * INSET, label.height), "Label", label))
        y += label.height
        for part, setting in zip(block.kept, kept, strict=True):
            own = Box(core.x + INSET, y, core.width - 2 * INSET, setting.height + 2 * INSET)
            items.append(
                written(
                    own, part.title.plain, setting, fill=PAPER, insets=(INSET, INSET, INSET, INSET), anchor="middle"
                )
            )
            y += own.height + GAP
        return items

    settings = [head, *kept, *(s for _, own in columns.values() for s in own)]
    return Draft(least, draw, max(least, min(round(least * 1.4), 11 * CENTIMETRE)), any(s.broken for s in settings))


def _settings(parts: tuple[Part, ...], width: int, desk: Desk) -> list[Setting]:
    return [desk.set((*card.head, *card.body), width) for card in part_cards(parts, desk)]


def _height(settings: list[Setting]) -> int:
    return sum(setting.height + 2 * INSET for setting in settings) + GAP * (len(settings) - 1)


def _side(
    column: tuple[tuple[Part, ...], list[Setting]], title: Setting, box: Box, desk: Desk, *, outward: bool
) -> list[PageItem]:
    parts, settings = column
    free = max(box.height - title.height - GAP - _height(settings), 0)
    spare = min(free // len(settings), MOST_SPARE)
    head = box.y + (free - spare * len(settings)) // 2
    top = head + title.height + GAP
    items: list[PageItem] = [written(Box(box.x, head, box.width, title.height), title.paragraphs[0].text, title)]
    for part, setting in zip(parts, settings, strict=True):
        own = Box(box.x, top, box.width, setting.height + 2 * INSET + spare)
        items.append(
            written(
                own,
                part.title.plain,
                setting,
                fill=SOFT,
                insets=(INSET, INSET, INSET, INSET),
                anchor="middle",
            )
        )
        middle = top + own.height // 2
        start = box.x - ARROW if outward else box.right
        margin = ARROW // 7
        arrow = Box(start + margin, middle - ARROW // 4, ARROW - 2 * margin, ARROW // 2)
        items.append(
            TextShape(
                arrow,
                f"Flux : {part.title.plain}",
                geometry="rightArrow",
                fill=_pale(desk),
                adjust=0.55,
                decorative=True,
            )
        )
        top += own.height + GAP
    return items


def _alt(block: Flows, desk: Desk) -> str:
    def told(parts: tuple[Part, ...]) -> str:
        return listed([part.title.plain for part in parts]) or NOTHING.in_language(desk.language)

    return FLOWS_ALT.in_language(
        desk.language, centre=block.centre.plain, incoming=told(block.incoming), outgoing=told(block.outgoing),
        kept=told(block.kept),
    )  # fmt: skip


def _pale(desk: Desk) -> Colour:
    return Colour(desk.accent.slot, 0.35)
