"""The contrast of every text against what is really behind it, as WCAG 2.2 asks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from deroule.layout.page import Box, Colour, GroupBox, PageItem, Paragraph, Picture, SlidePage, TableBox, TextShape
from deroule.model.theme import Theme, contrast, tinted

ENOUGH = 4.5
ENOUGH_LARGE = 3.0
LARGE, LARGE_BOLD = 24.0, 18.66


@dataclass(frozen=True, slots=True)
class Faint:
    """A text that is hard to read: where it stands, its contrast and what it should have."""

    name: str
    text: str
    ratio: float
    wanted: float


def resolved(colour: Colour, theme: Theme) -> str:
    """Give a colour of a page as `RRGGBB` in a theme."""
    return tinted(theme.colours[colour.slot], theme.colours["paper"], colour.tint)


def faint_texts(page: SlidePage, theme: Theme) -> tuple[Faint, ...]:
    """Find the texts of a page whose contrast is too low; ornaments that repeat what is said are left out.

    Of a template it knows one ground a kind of page, the one behind the title: what else its master draws is judged on the
    deck itself, by the audit.
    """
    stage = theme.stages.get(page.layout)
    ground = stage.ground if stage else resolved(page.background, theme)
    grounds: list[tuple[Box, str]] = [(Box(0, 0, theme.width, theme.height), ground)]
    found: list[Faint] = []
    for item in _flat(page.items):
        if isinstance(item, Picture):
            # What a picture holds is unknown: text upon one needs an area of its own, so a middle grey is the judge.
            grounds.append((item.box, "7F7F7F"))
        elif isinstance(item, TableBox):
            for cell in item.cells:
                ground = resolved(cell.fill or page.background, theme)
                found.extend(_judged(f"{item.name} {cell.row}.{cell.column}", cell.paragraphs, ground, theme))
        elif isinstance(item, TextShape):
            if item.fill is not None:
                grounds.append((item.box, resolved(item.fill, theme)))
            if item.paragraphs and not item.decorative:
                found.extend(_judged(item.name, item.paragraphs, _behind(item.box, grounds), theme))
    return tuple(found)


def _flat(items: tuple[PageItem, ...]) -> Iterator[PageItem]:
    for item in items:
        if isinstance(item, GroupBox):
            yield from _flat(item.items)
        else:
            yield item


def _behind(box: Box, grounds: list[tuple[Box, str]]) -> str:
    """Give the last ground drawn under the middle of a box."""
    x, y = box.x + box.width // 2, box.y + min(box.height // 2, 200_000)
    under = (colour for area, colour in reversed(grounds) if area.x <= x <= area.right and area.y <= y <= area.bottom)
    return next(under, grounds[0][1])


def _judged(name: str, paragraphs: tuple[Paragraph, ...], ground: str, theme: Theme) -> Iterator[Faint]:
    for paragraph in paragraphs:
        for run in paragraph.runs:
            if not run.text.strip():
                continue
            large = run.size >= LARGE or (run.bold and run.size >= LARGE_BOLD)
            ratio = contrast(resolved(run.colour, theme), ground)
            wanted = ENOUGH_LARGE if large else ENOUGH
            if ratio < wanted:
                yield Faint(name, run.text, round(ratio, 2), wanted)
