"""The table of page items and what draws them; groups, which hold items in turn."""

from __future__ import annotations

from deroule.layout.page import ChartBox, Connector, GroupBox, PageItem, Picture, TableBox, TextShape
from deroule.outputs.deck.draw.charts import draw_chart
from deroule.outputs.deck.draw.shapes import draw_connector, draw_picture, draw_text_shape, name_of
from deroule.outputs.deck.draw.sheet import Sheet
from deroule.outputs.deck.draw.tables import draw_table


def draw_item(item: PageItem, sheet: Sheet) -> str:
    """Draw one item as DrawingML."""
    match item:
        case TextShape():
            return draw_text_shape(item, sheet)
        case Connector():
            return draw_connector(item, sheet)
        case Picture():
            return draw_picture(item, sheet)
        case TableBox():
            return draw_table(item, sheet)
        case ChartBox():
            return draw_chart(item, sheet)
        case GroupBox():
            return _draw_group(item, sheet)


def _draw_group(group: GroupBox, sheet: Sheet) -> str:
    """Draw shapes that belong together; the group tells their alternative text."""
    named = name_of(sheet, group.name, alt=group.alt, decorative=not group.alt)
    inside = "".join(draw_item(item, sheet) for item in group.items)
    box = group.box
    inner = f'<a:chOff x="{box.x}" y="{box.y}"/><a:chExt cx="{box.width}" cy="{box.height}"/>'
    placed = f'<a:xfrm><a:off x="{box.x}" y="{box.y}"/><a:ext cx="{box.width}" cy="{box.height}"/>{inner}</a:xfrm>'
    return f"<p:grpSp><p:nvGrpSpPr>{named}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr>{placed}</p:grpSpPr>{inside}</p:grpSp>"
