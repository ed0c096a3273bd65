"""What makes a placed page sound, as sentences: nothing outside, no text higher than its box, all readable."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deroule.layout.breaking import break_lines
from deroule.layout.contrast import faint_texts
from deroule.layout.lettering import set_text
from deroule.layout.page import EMU_PER_POINT, GroupBox, PageItem, SlidePage, TableBox, TextShape
from deroule.layout.steady import KERNING
from deroule.model.theme import Theme

ROUNDING = 2_000


def flat(items: Sequence[PageItem]) -> Iterator[PageItem]:
    for item in items:
        if isinstance(item, GroupBox):
            yield from flat(item.items)
        else:
            yield item


def faults_of(page: SlidePage, theme: Theme) -> list[str]:
    faults = []
    shapes = [item for item in flat(page.items) if hasattr(item, "box")]
    for item in shapes:
        box = item.box
        if min(box.x, box.y) < -ROUNDING or box.right > theme.width + ROUNDING or box.bottom > theme.height + ROUNDING:
            faults.append(f"{page.id}: {item.name} leaves the page: {box}")
        if min(box.width, box.height) < 0:
            faults.append(f"{page.id}: {item.name} has no size: {box}")
        if isinstance(item, TextShape) and item.paragraphs and not item.decorative:
            faults.extend(_text_faults(page, item, theme))
        if isinstance(item, TableBox):
            faults.extend(_table_faults(page, item, theme))
    texts = [item for item in shapes if isinstance(item, TextShape) and item.paragraphs and not item.decorative]
    faults.extend(_overlaps(page, texts))
    faults.extend(f"{page.id}: {faint}" for faint in faint_texts(page, theme))
    return faults


def _text_faults(page: SlidePage, shape: TextShape, theme: Theme) -> Iterator[str]:
    left, top, right, bottom = shape.insets
    setting = set_text(theme, shape.paragraphs, shape.box.width - left - right)
    room = shape.box.height - top - bottom
    if shape.geometry == "rect" and setting.height > room + ROUNDING:
        yield f"{page.id}: {shape.name} is {setting.height} high in {room}"
    for asked, found in zip(shape.paragraphs, setting.paragraphs, strict=True):
        # Never more lines than there is room for, nor fewer than the letters need without any margin.
        wide = (setting.room - asked.margin) * KERNING / EMU_PER_POINT
        fewest = len(break_lines(theme, asked.runs, wide, least=True)[0])
        if shape.geometry == "rect" and not fewest <= len(asked.breaks) <= len(found.breaks):
            yield f"{page.id}: {shape.name} was broken for another width: {asked.text[:40]!r}"


def _table_faults(page: SlidePage, table: TableBox, theme: Theme) -> Iterator[str]:
    if sum(table.widths) != table.box.width or sum(table.heights) != table.box.height:
        yield f"{page.id}: table does not add up"
    left, top, right, bottom = table.cell_insets
    for cell in table.cells:
        width = sum(table.widths[cell.column : cell.column + cell.columns]) - left - right
        room = sum(table.heights[cell.row : cell.row + cell.rows]) - top - bottom
        if set_text(theme, cell.paragraphs, width).height > room + ROUNDING:
            yield f"{page.id}: cell {cell.row}.{cell.column} overflows"


def _overlaps(page: SlidePage, shapes: list[TextShape]) -> Iterator[str]:
    """Texts over texts, unless one is a card that holds the other."""
    for at, one in enumerate(shapes):
        for other in shapes[at + 1 :]:
            a, b = one.box, other.box
            wide = min(a.right, b.right) - max(a.x, b.x)
            high = min(a.bottom, b.bottom) - max(a.y, b.y)
            if wide > ROUNDING and high > ROUNDING and one.fill is None and other.fill is None:
                yield f"{page.id}: {one.name} and {other.name} overlap"
