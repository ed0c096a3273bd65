"""The table of page items and what draws them."""

from __future__ import annotations

from deroule.layout.page import ChartBox, Connector, GroupBox, PageItem, Picture, TableBox, TextShape
from deroule.outputs.deck.draw.charts import draw_chart
from deroule.outputs.deck.draw.shapes import draw_connector, draw_group, draw_picture, draw_text_shape
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
            return draw_group(item, sheet)
