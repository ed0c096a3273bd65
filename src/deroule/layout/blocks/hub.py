"""Places a centre and its poles: poles in two columns around a disc, linked to it; too much text, in cards under it."""

from __future__ import annotations

from itertools import pairwise
from math import hypot

from deroule.layout.blocks.pillars import part_cards
from deroule.layout.desk import CENTIMETRE, PAPER, Desk, points
from deroule.layout.draft import Draft, stack
from deroule.layout.endings import mended
from deroule.layout.lettering import Setting, paragraph
from deroule.layout.page import Box, Colour, Connector, GroupBox, PageItem, Stroke
from deroule.layout.shapes import CARD_INSET, WITHIN_DISC, card_rows, disc, listed, written
from deroule.layout.words import HUB_ALT
from deroule.model.blocks import Hub

INSET = round(0.4 * CENTIMETRE)
GAP = round(0.45 * CENTIMETRE)
SIDE = 11 * CENTIMETRE
"""The height up to which poles of one height are worth their room."""
HIGHEST = round(12.5 * CENTIMETRE)
NEAR, FAR = round(0.9 * CENTIMETRE), round(2.2 * CENTIMETRE)
"""The most that poles of a column stand apart, with and without a pole under the centre."""
LARGER = (round(3.0 * CENTIMETRE), round(3.3 * CENTIMETRE))
"""What the disc may grow to for its name."""
RING = round(0.28 * CENTIMETRE)
STEM = round(0.9 * CENTIMETRE)
"""Length of the link to a pole under the centre."""


def draft(block: Hub, width: int, desk: Desk) -> Draft:
    """Choose the wheel while its poles' texts fit, cards under the centre otherwise."""
    if width > 20 * CENTIMETRE:
        for under in (True, False) if len(block.poles) % 2 else (False,):
            for radius in _radii(block, desk):
                wheel = _wheel(block, width, desk, radius, under=under)
                if wheel and not wheel.broken and wheel.height < min(desk.room or HIGHEST, HIGHEST):
                    return wheel
    return _cards(block, width, desk)


def _alt(block: Hub, desk: Desk) -> str:
    names = [pole.title.plain for pole in block.poles]
    return HUB_ALT.in_language(desk.language, centre=block.centre.plain, parts=listed(names))


def _radii(block: Hub, desk: Desk) -> list[int]:
    """Give the sizes that the disc may have, the one to try first first: larger where its name has a sign alone on a
    line, if that helps."""
    usual = round((3.0 if desk.step < 2 else 2.6) * CENTIMETRE)
    better = (
        radius for radius in (usual, *LARGER) if not _lone_sign(_centre(block, round(2 * radius * WITHIN_DISC), desk))
    )
    return list(dict.fromkeys((next(better, usual), usual)))


def _wheel(block: Hub, width: int, desk: Desk, radius: int, *, under: bool) -> Draft | None:
    """Set poles in pairs, left and right; an odd one under the centre, so that both sides weigh the same.

    Nothing when side columns would reach down beside the pole `under` the centre.
    """
    count = len(block.poles)
    between = 2 * radius + round(3.2 * CENTIMETRE)
    side = (width - between) // 2
    cards = part_cards(block.poles, desk)
    odd = count - 1 if under else -1
    paired = count - 1 if under else count
    settings = [desk.set((*card.head, *card.body), side - 2 * INSET) for card in cards]
    left, right = list(range(0, paired, 2)), list(range(1, paired, 2))
    most = NEAR if under else FAR
    heights = _heights(settings, (left, right), under=under)
    columns = [_column(heights, own, GAP) for own in (left, right)]
    if under and max(_column(heights, own, most) for own in (left, right)) // 2 > radius + STEM - GAP:
        return None
    inner = round(2 * radius * WITHIN_DISC)
    centre = _centre(block, inner, desk)
    foot = STEM + heights[odd] if under else 0
    least = max(*columns, 2 * radius + foot)

    def draw(box: Box) -> tuple[PageItem, ...]:
        middle = (box.x + width // 2, box.y + (box.height - foot) // 2)
        links: list[PageItem] = []
        boxes: dict[int, PageItem] = {}
        if under:
            outer = Box(middle[0] - side // 2, middle[1] + radius + STEM, side, heights[odd])
            boxes[odd] = pole(outer, odd)
            links.append(_link(middle, radius, (middle[0], outer.y), block.poles[odd].title.plain, desk))
        span = min(max(_column(heights, own, most) for own in (left, right)), box.height)
        for own, x, edge in ((left, box.x, box.x + side), (right, box.x + width - side, box.x + width - side)):
            # Both columns reach equally far up and down, however many poles they have.
            gap = max((span - _column(heights, own, 0)) // (len(own) - 1), GAP) if len(own) > 1 else 0
            high = _column(heights, own, gap)
            top = max(min(middle[1] - high // 2, box.bottom - high), box.y)
            for at in own:
                outer = Box(x, top, side, heights[at])
                boxes[at] = pole(outer, at)
                links.append(_link(middle, radius, (edge, top + heights[at] // 2), block.poles[at].title.plain, desk))
                top += heights[at] + gap
        ring = disc(middle, radius + RING, "Halo", fill=Colour(desk.accent.slot, 0.75), decorative=True)
        form = {"paragraphs": mended(centre).paragraphs, "fill": desk.accent, "anchor": "middle"}
        core = disc(middle, radius, block.centre.plain, **form)
        return (GroupBox(box, "Schéma", (*links, ring, core, *(boxes[at] for at in range(count))), _alt(block, desk)),)

    def pole(outer: Box, at: int) -> PageItem:
        insets = (INSET, INSET, INSET, INSET)
        name = block.poles[at].title.plain
        return written(outer, name, settings[at], fill=desk.wash, insets=insets, anchor="middle")

    fits_disc = centre.height <= inner
    return Draft(
        least, draw, max(least, 12 * CENTIMETRE), any(s.broken for s in settings) or centre.broken or not fits_disc
    )


def _centre(block: Hub, inner: int, desk: Desk) -> Setting:
    """Set the centre's name; smaller rather than with a sign alone on a line, as in "Matières / & / Couleurs"."""
    look = desk.heading("item", PAPER, align="centre")
    sizes = [size for size in desk.theme.sizes["item"].steps if size <= desk.size("item")]
    settings = [desk.set([paragraph(block.centre, look.but(size=size))], inner) for size in sizes]
    whole = [one for one in settings if not one.broken and one.height <= inner and not _lone_sign(one)]
    return whole[0] if whole else settings[0]


def _lone_sign(setting: Setting) -> bool:
    (said,) = setting.paragraphs
    return any(len(said.text[a:b].strip()) == 1 for a, b in pairwise((0, *said.breaks, len(said.text))))


def _heights(settings: list[Setting], columns: tuple[list[int], list[int]], *, under: bool) -> list[int]:
    """Give the poles' heights: all equal where that stays within reach, each its own otherwise."""
    own = [setting.height + 2 * INSET for setting in settings]
    highest = max(own)
    longest = max(len(column) for column in columns)
    if longest * (highest + GAP) > (SIDE if not under else SIDE // 2):
        return own
    return [highest] * len(own)


def _column(heights: list[int], own: list[int], gap: int) -> int:
    """Give the height of a column of poles."""
    return sum(heights[at] for at in own) + gap * (len(own) - 1)


def _link(middle: tuple[int, int], radius: int, end: tuple[int, int], name: str, desk: Desk) -> Connector:
    length = hypot(end[0] - middle[0], end[1] - middle[1])
    x = middle[0] + round((end[0] - middle[0]) * radius / length)
    y = middle[1] + round((end[1] - middle[1]) * radius / length)
    return Connector(x, y, end[0], end[1], f"Lien : {name}", Stroke(desk.accent, 25_400))


def _cards(block: Hub, width: int, desk: Desk) -> Draft:
    centre = desk.set([paragraph(block.centre, desk.heading("item", PAPER, align="centre"))], width - 2 * CARD_INSET)
    height = centre.height + CARD_INSET
    count = len(block.poles)
    columns = 1 if width < 12 * CENTIMETRE else (2 if count in (2, 4) else min(count, 3))

    def band(box: Box) -> tuple[PageItem, ...]:
        insets = (CARD_INSET, CARD_INSET // 2, CARD_INSET, CARD_INSET // 2)
        return (written(box, block.centre.plain, centre, fill=desk.accent, anchor="middle", insets=insets),)

    cards = card_rows(desk, part_cards(block.poles, desk), width, columns)
    if count > 2 * columns and width > 24 * CENTIMETRE:
        # Two rows of four rather than three rows, the last of one or two.
        two = card_rows(desk, part_cards(block.poles, desk), width, -(-count // 2))
        cards = cards if two.broken else two
    whole = stack((Draft(height, band, 0, centre.broken), cards), points(12))

    def draw(box: Box) -> tuple[PageItem, ...]:
        return (GroupBox(box, "Schéma", whole.draw(box), _alt(block, desk)),)

    return Draft(whole.height, draw, whole.most, whole.broken)
