"""Places a centre and its poles: poles in two columns around a disc, linked to it; too much text, in cards under it."""

from __future__ import annotations

from math import hypot

from deroule.layout.blocks.pillars import part_cards
from deroule.layout.desk import CENTIMETRE, PAPER, Desk, points
from deroule.layout.draft import Draft, stack
from deroule.layout.lettering import paragraph
from deroule.layout.page import Box, Connector, GroupBox, PageItem, Stroke, TextShape
from deroule.layout.shapes import CARD_INSET, WITHIN_DISC, card_rows, disc, listed, written
from deroule.layout.words import HUB_ALT
from deroule.model.blocks import Hub

INSET = round(0.4 * CENTIMETRE)
GAP = round(0.45 * CENTIMETRE)


def draft(block: Hub, width: int, desk: Desk) -> Draft:
    """Choose the wheel while its poles' texts fit, cards under the centre otherwise."""
    if width > 20 * CENTIMETRE:
        wheel = _wheel(block, width, desk)
        if not wheel.broken and wheel.height < 12.5 * CENTIMETRE:
            return wheel
    return _cards(block, width, desk)


def _alt(block: Hub, desk: Desk) -> str:
    names = [pole.title.plain for pole in block.poles]
    return HUB_ALT.in_language(desk.language, centre=block.centre.plain, parts=listed(names))


def _wheel(block: Hub, width: int, desk: Desk) -> Draft:
    count = len(block.poles)
    radius = round((3.0 if desk.step < 2 else 2.6) * CENTIMETRE)
    between = 2 * radius + round(3.2 * CENTIMETRE)
    side = (width - between) // 2
    cards = part_cards(block.poles, desk)
    settings = [desk.set((*card.head, *card.body), side - 2 * INSET) for card in cards]
    heights = [setting.height + 2 * INSET for setting in settings]
    # In reading order: down the right side, then down the left one, as a clock goes.
    left, right = list(range(0, count, 2)), list(range(1, count, 2))
    columns = [sum(heights[at] for at in own) + GAP * (len(own) - 1) for own in (left, right)]
    inner = round(2 * radius * WITHIN_DISC)
    centre = desk.set([paragraph(block.centre, desk.heading("item", PAPER, align="centre"))], inner)
    least = max(*columns, 2 * radius)

    def draw(box: Box) -> tuple[PageItem, ...]:
        middle = (box.x + width // 2, box.y + box.height // 2)
        links: list[PageItem] = []
        boxes: dict[int, PageItem] = {}
        for own, x, edge in ((left, box.x, box.x + side), (right, box.x + width - side, box.x + width - side)):
            spare = max(box.height - sum(heights[at] for at in own), 0)
            gap = min(spare // max(len(own), 1), round(2.2 * CENTIMETRE)) if len(own) > 1 else 0
            gap = max(gap, GAP) if len(own) > 1 else 0
            top = middle[1] - (sum(heights[at] for at in own) + gap * (len(own) - 1)) // 2
            for at in own:
                outer = Box(x, top, side, heights[at])
                boxes[at] = TextShape(
                    outer, block.poles[at].title.plain, settings[at].paragraphs, fill=desk.wash,
                    insets=(INSET, INSET, INSET, INSET), anchor="middle",
                )  # fmt: skip
                links.append(_link(middle, radius, (edge, top + heights[at] // 2), block.poles[at].title.plain, desk))
                top += heights[at] + gap
        core = disc(middle, radius, block.centre.plain, paragraphs=centre.paragraphs, fill=desk.accent, anchor="middle",)  # fmt: skip
        return (GroupBox(box, "Schéma", (*links, core, *(boxes[at] for at in range(count))), _alt(block, desk)),)

    fits_disc = centre.height <= inner
    return Draft(
        least, draw, max(least, 12 * CENTIMETRE), any(s.broken for s in settings) or centre.broken or not fits_disc
    )


def _link(middle: tuple[int, int], radius: int, end: tuple[int, int], name: str, desk: Desk) -> Connector:
    length = hypot(end[0] - middle[0], end[1] - middle[1])
    x = middle[0] + round((end[0] - middle[0]) * radius / length)
    y = middle[1] + round((end[1] - middle[1]) * radius / length)
    return Connector(x, y, end[0], end[1], f"Lien : {name}", Stroke(desk.accent, 19_050))


def _cards(block: Hub, width: int, desk: Desk) -> Draft:
    centre = desk.set([paragraph(block.centre, desk.heading("item", PAPER, align="centre"))], width - 2 * CARD_INSET)
    height = centre.height + CARD_INSET
    count = len(block.poles)
    columns = 1 if width < 12 * CENTIMETRE else (2 if count in (2, 4) else min(count, 3))

    def band(box: Box) -> tuple[PageItem, ...]:
        insets = (CARD_INSET, CARD_INSET // 2, CARD_INSET, CARD_INSET // 2)
        return (written(box, block.centre.plain, centre, fill=desk.accent, anchor="middle", insets=insets),)

    cards = card_rows(desk, part_cards(block.poles, desk), width, columns)
    whole = stack((Draft(height, band, 0, centre.broken), cards), points(12))

    def draw(box: Box) -> tuple[PageItem, ...]:
        return (GroupBox(box, "Schéma", whole.draw(box), _alt(block, desk)),)

    return Draft(whole.height, draw, whole.most, whole.broken)
