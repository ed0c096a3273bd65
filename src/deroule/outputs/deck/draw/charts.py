"""Native charts with their data in an embedded workbook."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.chart.xlsx import CategoryWorkbookWriter

from deroule.layout.charts.scale import MINUS, decimals_of
from deroule.layout.page import EMU_PER_POINT, Box, ChartBox, ChartNumber, Colour, Side
from deroule.outputs.deck.draw.shapes import frame, name_of
from deroule.outputs.deck.draw.sheet import Sheet
from deroule.outputs.deck.xml import CHART, DRAWING, HEAD, RELATIONSHIPS, attribute, language_tag, text

_MARK = 2.0
"""The room of a legend's mark and of the spaces around it, in sizes of the type."""
CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def draw_chart(chart: ChartBox, sheet: Sheet) -> str:
    """Draw a chart: its part, its workbook, and the frame that shows it."""
    part = sheet.package.new("/ppt/charts/chart#.xml", CHART_TYPE)
    book = sheet.package.new("/ppt/embeddings/Workbook#.xlsx", SHEET_TYPE, _workbook(chart))
    part.content = _chart_xml(chart, sheet, part.relate("package", book)).encode()
    reference = sheet.part.relate("chart", part)
    return (
        f"<p:graphicFrame><p:nvGraphicFramePr>{name_of(sheet, chart.name, alt=chart.alt)}<p:cNvGraphicFramePr/><p:nvPr/>"
        f'</p:nvGraphicFramePr>{frame(chart.box, tag="p")}<a:graphic><a:graphicData uri="{CHART}">'
        f'<c:chart xmlns:c="{CHART}" r:id="{reference}"/></a:graphicData></a:graphic></p:graphicFrame>'
    )


def _workbook(chart: ChartBox) -> bytes:
    data: Any = _new_data()
    data.categories = chart.categories
    for series in chart.series:
        data.add_series(series.name, series.values)
    writer: Any = CategoryWorkbookWriter
    blob = writer(data).xlsx_blob
    return bytes(blob) if not isinstance(blob, io.BytesIO) else blob.getvalue()


def _new_data() -> Any:
    make: Any = CategoryChartData  # python-pptx is untyped
    return make()


def _chart_xml(chart: ChartBox, sheet: Sheet, workbook: str) -> str:
    plot = {"bar": _bars, "line": _lines, "pie": _slices}[chart.type](chart, sheet)
    legend = ""
    if chart.has_legend:
        side = "r" if chart.type == "pie" else "b"
        legend = f'<c:legend><c:legendPos val="{side}"/>{_legend_place(chart)}<c:overlay val="0"/></c:legend>'
    return (
        f'{HEAD}<c:chartSpace xmlns:c="{CHART}" xmlns:a="{DRAWING}" xmlns:r="{RELATIONSHIPS}"><c:date1904 val="0"/>'
        f'<c:lang val="{language_tag(chart.language)}"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea>{_place(chart)}{plot}</c:plotArea>{legend}'
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>'
        f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{round(chart.text_size * 100)}"><a:solidFill>'
        '<a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/></a:defRPr></a:pPr>'
        f'<a:endParaRPr lang="{language_tag(chart.language)}"/></a:p></c:txPr>'
        f'<c:externalData r:id="{workbook}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def _place(chart: ChartBox) -> str:
    """Write where the plot stands: programs would else each find a place of their own."""
    return f'<c:layout><c:manualLayout><c:layoutTarget val="inner"/>{_within(chart, chart.plan.plot)}</c:manualLayout></c:layout>'


def _legend_place(chart: ChartBox) -> str:
    """Write what room the legend has: a program gives it as much as its names take, over the chart itself."""
    boxes, mark = [words.box for words in chart.plan.legend], round(chart.text_size * EMU_PER_POINT * _MARK)
    top, bottom = min(box.y for box in boxes), max(box.bottom for box in boxes)
    left, right = min(box.x for box in boxes) - mark, max(box.right for box in boxes)
    if chart.type != "pie":  # what a row takes more than was planned is shared between both of its sides
        more = mark * max(sum(box.y == one.y for box in boxes) for one in boxes) // 2
        left, right = max(left - more, chart.box.x), min(right + more, chart.box.right)
    room = Box(left, top, right - left, bottom - top)
    return f"<c:layout><c:manualLayout>{_within(chart, room)}</c:manualLayout></c:layout>"


def _within(chart: ChartBox, place: Box) -> str:
    """Write a place as shares of the chart."""
    box = chart.box
    shares = {
        "x": (place.x - box.x) / box.width, "y": (place.y - box.y) / box.height,
        "w": place.width / box.width, "h": place.height / box.height,
    }  # fmt: skip
    told = "".join(f'<c:{name} val="{share:.5f}"/>' for name, share in shares.items())
    return f'<c:xMode val="edge"/><c:yMode val="edge"/>{told}'


def column_name(place: int) -> str:
    """Name a column of a worksheet, counted from 0: A… Z, then AA, AB…"""
    before, own = divmod(place, 26)
    return (column_name(before - 1) if before else "") + chr(ord("A") + own)


def _series(chart: ChartBox, sheet: Sheet, inside: Callable[[int], str], after: str = "") -> str:
    made = []
    last = len(chart.categories) + 1
    for number, series in enumerate(chart.series):
        column = column_name(number + 1)
        categories = "".join(
            f'<c:pt idx="{index}"><c:v>{text(name)}</c:v></c:pt>' for index, name in enumerate(chart.categories)
        )
        values = "".join(
            f'<c:pt idx="{index}"><c:v>{value!r}</c:v></c:pt>'
            for index, value in enumerate(series.values)
            if value is not None
        )
        made.append(
            f'<c:ser><c:idx val="{number}"/><c:order val="{number}"/><c:tx><c:strRef><c:f>Sheet1!${column}$1</c:f><c:strCache>'
            f'<c:ptCount val="1"/><c:pt idx="0"><c:v>{text(series.name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>'
            f"{_look(chart, sheet, number)}{inside(number)}"
            f'<c:cat><c:strRef><c:f>Sheet1!$A$2:$A${last}</c:f><c:strCache><c:ptCount val="{len(chart.categories)}"/>{categories}'
            f"</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:f>Sheet1!${column}$2:${column}${last}</c:f><c:numCache>"
            f'<c:formatCode>General</c:formatCode><c:ptCount val="{len(series.values)}"/>{values}</c:numCache></c:numRef></c:val>{after}</c:ser>'
        )
    return "".join(made)


def _look(chart: ChartBox, sheet: Sheet, number: int) -> str:
    if chart.type == "pie":
        return ""
    fill = sheet.palette.fill(chart.colours[number % len(chart.colours)])
    if chart.type == "line":
        return f'<c:spPr><a:ln w="38100" cap="rnd">{fill}<a:round/></a:ln></c:spPr>'
    return f"<c:spPr>{fill}</c:spPr>"


def _marker(chart: ChartBox, sheet: Sheet, number: int) -> str:
    if not chart.has_dots:
        return '<c:marker><c:symbol val="none"/></c:marker>'
    fill = sheet.palette.fill(chart.colours[number % len(chart.colours)])
    return (
        f'<c:marker><c:symbol val="circle"/><c:size val="8"/><c:spPr>{fill}<a:ln><a:noFill/></a:ln></c:spPr></c:marker>'
    )


def _format(chart: ChartBox, decimals: int) -> str:
    """Write how numbers are shown: grouped, with so many decimals, a true minus, the unit behind."""
    shown = "#,##0" + ("." + "0" * decimals if decimals else "")
    unit = f'"\u00a0{attribute(chart.unit)}"' if chart.unit else ""
    code = f"{shown}{unit};{MINUS}{shown}{unit}".replace('"', "&quot;")
    return f'<c:numFmt formatCode="{code}" sourceLinked="0"/>'


def _labels(chart: ChartBox, number: int) -> str:
    """Write the numbers of a series, each on the side that was planned for it."""
    numbers = {told.place: told for told in chart.plan.numbers if told.series == number}
    if not numbers:
        return f"<c:dLbls>{_shown(chart, value=False)}</c:dLbls>"
    if chart.type == "bar":
        return f"<c:dLbls>{_label(chart, 'outEnd')}</c:dLbls>"
    usual, more = ("outEnd", '<c:showLeaderLines val="1"/>') if chart.type == "pie" else ("t", "")
    told = []
    for place, value in enumerate(chart.series[number].values[: len(chart.categories)]):
        own = numbers.get(place)
        side = usual if own is None or chart.type == "pie" else _SIDES[own.side]
        if own is None and value is not None:  # there is no room for it, or another line tells the same number there
            told.append(f'<c:dLbl><c:idx val="{place}"/><c:delete val="1"/></c:dLbl>')
        elif own is not None and (own.aside or own.down or side != usual):
            told.append(f'<c:dLbl><c:idx val="{place}"/>{_moved(chart, own)}{_label(chart, side)}</c:dLbl>')
    return f"<c:dLbls>{''.join(told)}{_label(chart, usual)}{more}</c:dLbls>"


def _moved(chart: ChartBox, number: ChartNumber) -> str:
    """Write how far a number is moved from the place that its side gives it, as shares of the chart."""
    if not (number.aside or number.down):
        return ""
    shares = f'<c:x val="{number.aside / chart.box.width:.5f}"/><c:y val="{number.down / chart.box.height:.5f}"/>'
    return f"<c:layout><c:manualLayout>{shares}</c:manualLayout></c:layout>"


def _label(chart: ChartBox, place: str) -> str:
    return (
        f"{_format(chart, chart.decimals)}<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{_bold(chart)}"
        f'<c:dLblPos val="{place}"/>{_shown(chart)}'
    )


def _shown(chart: ChartBox, *, value: bool = True) -> str:
    """Write what a label tells: the number; the names of few shares with it, a line apart."""
    return (
        f'<c:showLegendKey val="0"/><c:showVal val="{int(value)}"/><c:showCatName val="{int(chart.names_beside)}"/>'
        '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>'
        f"{'<c:separator>&#10;</c:separator>' if chart.names_beside else ''}"
    )


def _bold(chart: ChartBox) -> str:
    return (
        f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{round(chart.text_size * 100)}" b="1"/></a:pPr>'
        f'<a:endParaRPr lang="{language_tag(chart.language)}"/></a:p></c:txPr>'
    )


_SIDES: dict[Side, str] = {"above": "t", "below": "b", "left": "l", "right": "r"}
_STRAIGHT = '<c:smooth val="0"/>'
_INK_LINE = '<c:spPr><a:ln w="12700"><a:solidFill><a:schemeClr val="tx2"/></a:solidFill></a:ln></c:spPr>'
_NO_LINE = "<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>"
_LEVEL, _FREE = '<a:bodyPr rot="0" vert="horz"/>', "<a:bodyPr/>"
"""Names are broken into lines, never turned: nobody reads a slide with a bent neck. Where not all are told they are left
free: LibreOffice shows each one, on each other, when it must not turn them."""


def _axes(chart: ChartBox, sheet: Sheet) -> str:
    """Write both axes: the names, in the order written, and the values, told in steps where no numbers are."""
    plan = chart.plan
    order, names_at, values_at = ("maxMin", "l", "b") if plan.lying else ("minMax", "b", "l")
    skip = f'<c:tickLblSkip val="{plan.every}"/><c:tickMarkSkip val="{plan.every}"/>' if plan.every > 1 else ""
    grid, steps = "", ""
    if plan.step:
        rule = sheet.palette.fill(Colour("line"))
        grid = f'<c:majorGridlines><c:spPr><a:ln w="9525">{rule}</a:ln></c:spPr></c:majorGridlines>'
        steps = f'<c:majorUnit val="{plan.step:.10g}"/>'
    muted = f"<a:solidFill>{sheet.palette.reference(Colour('muted'))}</a:solidFill>"
    return (
        f'<c:catAx><c:axId val="1001"/><c:scaling><c:orientation val="{order}"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="{names_at}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="low"/>{_INK_LINE}{_plain(chart, _LEVEL if plan.every == 1 else _FREE)}<c:crossAx val="1002"/>'
        f'<c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="{40 if plan.every == 1 else 100}"/>'
        f'{skip}<c:noMultiLvlLbl val="0"/></c:catAx>'
        '<c:valAx><c:axId val="1002"/><c:scaling><c:orientation val="minMax"/>'
        f'<c:max val="{plan.high:.10g}"/><c:min val="{plan.low:.10g}"/></c:scaling>'
        f'<c:delete val="{int(not plan.step)}"/><c:axPos val="{values_at}"/>{grid}'
        f'{_format(chart, decimals_of(plan.step) if plan.step else 0)}<c:majorTickMark val="none"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="low"/>{_NO_LINE}{_plain(chart, _LEVEL, muted)}<c:crossAx val="1001"/>'
        f'<c:crosses val="autoZero"/><c:crossBetween val="between"/>{steps}</c:valAx>'
    )


def _plain(chart: ChartBox, body: str, fill: str = "") -> str:
    return (
        f'<c:txPr>{body}<a:lstStyle/><a:p><a:pPr><a:defRPr sz="{round(chart.text_size * 100)}">{fill}</a:defRPr></a:pPr>'
        f'<a:endParaRPr lang="{language_tag(chart.language)}"/></a:p></c:txPr>'
    )


def _bars(chart: ChartBox, sheet: Sheet) -> str:
    gap = round((1 - chart.bar_share) / chart.bar_share * max(len(chart.series), 1) * 100)

    def inside(number: int) -> str:
        return '<c:invertIfNegative val="0"/>' + _labels(chart, number)

    return (
        f'<c:barChart><c:barDir val="{"bar" if chart.plan.lying else "col"}"/><c:grouping val="clustered"/>'
        f'<c:varyColors val="0"/>{_series(chart, sheet, inside)}<c:gapWidth val="{min(gap, 500)}"/>'
        f'<c:axId val="1001"/><c:axId val="1002"/></c:barChart>{_axes(chart, sheet)}'
    )


def _lines(chart: ChartBox, sheet: Sheet) -> str:
    def inside(number: int) -> str:
        return _marker(chart, sheet, number) + _labels(chart, number)

    return (
        '<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>'
        f'{_series(chart, sheet, inside, _STRAIGHT)}<c:marker val="1"/><c:axId val="1001"/><c:axId val="1002"/>'
        f"</c:lineChart>{_axes(chart, sheet)}"
    )


def _slices(chart: ChartBox, sheet: Sheet) -> str:
    points = "".join(
        f'<c:dPt><c:idx val="{index}"/><c:bubble3D val="0"/><c:spPr>{sheet.palette.fill(chart.colours[index % len(chart.colours)])}'
        '<a:ln w="25400"><a:solidFill><a:schemeClr val="bg1"/></a:solidFill></a:ln></c:spPr></c:dPt>'
        for index in range(len(chart.categories))
    )
    return (
        f'<c:pieChart><c:varyColors val="1"/>{_series(chart, sheet, lambda number: points + _labels(chart, number))}'
        '<c:firstSliceAng val="0"/></c:pieChart>'
    )
