"""Places program text as written, light on dark as screens show it; on a soft area where the theme is ruled or dark."""

from __future__ import annotations

from deroule.layout.desk import CENTIMETRE, INK, MUTED, PAPER, SOFT, Desk, points
from deroule.layout.draft import Draft
from deroule.layout.lettering import paragraph
from deroule.layout.page import Box, PageItem
from deroule.layout.shapes import written
from deroule.model.blocks import Code
from deroule.model.theme import luminance

INSET = round(0.6 * CENTIMETRE)


def draft(block: Code, width: int, desk: Desk) -> Draft:
    """Set each line as a paragraph in the mono face; spaces are kept."""
    # On a dark slide the ink is light: an area of it would outshine all that is said.
    dark = luminance(desk.theme.colours["paper"]) < luminance(desk.theme.colours["ink"])
    ground, ink = (SOFT, INK) if desk.ruled or dark else (INK, PAPER)
    # The mono face is thin: its bold is what the back of a room can read.
    look = desk.look("code", ink, font="mono", language="zxx", bold=True)
    lines = block.text.rstrip("\n").expandtabs(4).splitlines() or [""]
    setting = desk.set([paragraph(line.replace(" ", "\u00a0") or "\u00a0", look) for line in lines], width - 2 * INSET)
    caption = desk.set(desk.say(block.caption, desk.look("label", MUTED)), width)
    gap = points(8) if caption.lines else 0
    inner = setting.height + 2 * INSET

    def draw(box: Box) -> tuple[PageItem, ...]:
        insets = (INSET, INSET, INSET, INSET)
        items: list[PageItem] = [written(Box(box.x, box.y, width, inner), "Code", setting, fill=ground, insets=insets)]
        if caption.lines:
            items.append(written(Box(box.x, box.y + inner + gap, width, caption.height), "Légende", caption))
        return tuple(items)

    return Draft(inner + gap + caption.height, draw, 0, setting.broken)
