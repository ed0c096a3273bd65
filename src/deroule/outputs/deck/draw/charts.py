"""Native charts with their data in an embedded workbook."""

from __future__ import annotations

import io
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.chart.xlsx import CategoryWorkbookWriter

from deroule.layout.page import ChartBox
from deroule.outputs.deck.draw.shapes import frame, name_of
from deroule.outputs.deck.draw.sheet import Sheet
from deroule.outputs.deck.xml import CHART, DRAWING, HEAD, RELATIONSHIPS, attribute, language_tag, text

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
    if (chart.type == "pie" or len(chart.series) > 1) and not chart.names_beside:
        legend = f'<c:legend><c:legendPos val="{"r" if chart.type == "pie" else "b"}"/><c:overlay val="0"/></c:legend>'
    title = '<c:autoTitleDeleted val="1"/>'
    if chart.title:
        title = (
            f'<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{round(chart.text_size * 100)}" b="1"/></a:pPr>'
            f'<a:r><a:rPr lang="{language_tag(chart.language)}" sz="{round(chart.text_size * 100)}" b="1"/><a:t>{text(chart.title)}</a:t></a:r></a:p>'
            '</c:rich></c:tx><c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/>'
        )
    return (
        f'{HEAD}<c:chartSpace xmlns:c="{CHART}" xmlns:a="{DRAWING}" xmlns:r="{RELATIONSHIPS}"><c:date1904 val="0"/>'
        f'<c:lang val="{language_tag(chart.language)}"/><c:roundedCorners val="0"/><c:chart>{title}<c:plotArea><c:layout/>{plot}</c:plotArea>{legend}'
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>'
        f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{round(chart.text_size * 100)}"><a:solidFill>'
        '<a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/></a:defRPr></a:pPr>'
        f'<a:endParaRPr lang="{language_tag(chart.language)}"/></a:p></c:txPr>'
        f'<c:externalData r:id="{workbook}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def column_name(place: int) -> str:
    """Name a column of a worksheet, counted from 0: A… Z, then AA, AB…"""
    before, own = divmod(place, 26)
    return (column_name(before - 1) if before else "") + chr(ord("A") + own)


def _series(chart: ChartBox, sheet: Sheet, inside: str = "", after: str = "") -> str:
    made = []
    last = len(chart.categories) + 1
    for number, series in enumerate(chart.series):
        column = column_name(number + 1)
        colour = chart.colours[number % len(chart.colours)]
        fill = sheet.palette.fill(colour)
        look = (
            f'<c:spPr><a:ln w="38100" cap="rnd">{fill}<a:round/></a:ln></c:spPr>'
            if chart.type == "line"
            else f"<c:spPr>{fill}</c:spPr>"
        )
        if chart.type == "pie":
            look = ""
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
            f'<c:ptCount val="1"/><c:pt idx="0"><c:v>{text(series.name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>{look}{inside}'
            f'<c:cat><c:strRef><c:f>Sheet1!$A$2:$A${last}</c:f><c:strCache><c:ptCount val="{len(chart.categories)}"/>{categories}'
            f"</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:f>Sheet1!${column}$2:${column}${last}</c:f><c:numCache>"
            f'<c:formatCode>General</c:formatCode><c:ptCount val="{len(series.values)}"/>{values}</c:numCache></c:numRef></c:val>{after}</c:ser>'
        )
    return "".join(made)


def _labels(chart: ChartBox, place: str) -> str:
    """Write the numbers at their `place`: outEnd, t, r; the names of few shares with them, a line apart."""
    code = f'#,##0.##" {attribute(chart.unit)}"' if chart.unit else "#,##0.##"
    code = code.replace('"', "&quot;")
    code = (
        "#,##0" + code.removeprefix("#,##0.##")
        if all(float(v or 0).is_integer() for s in chart.series for v in s.values)
        else code
    )
    return (
        f'<c:dLbls><c:numFmt formatCode="{code}" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>'
        f'{_bold(chart)}<c:dLblPos val="{place}"/>'
        f'<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="{int(chart.names_beside)}"/>'
        '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>'
        f"{'<c:separator>&#10;</c:separator>' if chart.names_beside else ''}</c:dLbls>"
    )


def _bold(chart: ChartBox) -> str:
    return (
        f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{round(chart.text_size * 100)}" b="1"/></a:pPr>'
        f'<a:endParaRPr lang="{language_tag(chart.language)}"/></a:p></c:txPr>'
    )


_STRAIGHT = '<c:smooth val="0"/>'
_AXES = (
    '<c:catAx><c:axId val="1001"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/>'
    '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
    '<c:tickLblPos val="low"/><c:spPr><a:ln w="12700"><a:solidFill><a:schemeClr val="tx2"/></a:solidFill></a:ln></c:spPr>'
    '<c:crossAx val="1002"/><c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>'
    '<c:noMultiLvlLbl val="0"/></c:catAx><c:valAx><c:axId val="1002"/><c:scaling><c:orientation val="minMax"/></c:scaling>'
    '<c:delete val="1"/><c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
    '<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="1001"/><c:crosses val="autoZero"/>'
    '<c:crossBetween val="between"/></c:valAx>'
)


def _bars(chart: ChartBox, sheet: Sheet) -> str:
    inside = '<c:invertIfNegative val="0"/>' + _labels(chart, "outEnd")
    gap = round((1 - chart.bar_share) / chart.bar_share * max(len(chart.series), 1) * 100)
    return (
        '<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
        f'{_series(chart, sheet, inside)}<c:gapWidth val="{min(gap, 500)}"/><c:axId val="1001"/><c:axId val="1002"/></c:barChart>{_AXES}'
    )


def _lines(chart: ChartBox, sheet: Sheet) -> str:
    inside = '<c:marker><c:symbol val="circle"/><c:size val="8"/></c:marker>' + _labels(chart, "t")
    return (
        '<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>'
        f'{_series(chart, sheet, inside, _STRAIGHT)}<c:marker val="1"/><c:axId val="1001"/><c:axId val="1002"/>'
        f"</c:lineChart>{_AXES}"
    )


def _slices(chart: ChartBox, sheet: Sheet) -> str:
    points = "".join(
        f'<c:dPt><c:idx val="{index}"/><c:bubble3D val="0"/><c:spPr>{sheet.palette.fill(chart.colours[index % len(chart.colours)])}'
        '<a:ln w="25400"><a:solidFill><a:schemeClr val="bg1"/></a:solidFill></a:ln></c:spPr></c:dPt>'
        for index in range(len(chart.categories))
    )
    return f'<c:pieChart><c:varyColors val="1"/>{_series(chart, sheet, points + _labels(chart, "outEnd"))}<c:firstSliceAng val="0"/></c:pieChart>'
