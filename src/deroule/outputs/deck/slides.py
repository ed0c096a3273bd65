"""Slides: a page of placed boxes becomes a slide part."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from deroule.layout.page import Colour, PageItem, SlidePage, Slot, TextShape
from deroule.outputs.deck.draw.items import draw_item
from deroule.outputs.deck.draw.sheet import AGENDA, Sheet
from deroule.outputs.deck.look.look import Placeholder
from deroule.outputs.deck.xml import HEAD, NAMES, text

SLIDE_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.slide+xml"
_TREE = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
PLAIN = ("cover", "divider", "picture", "closing")
"""Pages that show neither footer nor number: over a picture nobody could read them."""


_FACE = '<a:latin typeface="+mn-lt"/>'
"""Told outright: LibreOffice shows an inherited footer in its own serif."""


def bodies_of(page: SlidePage) -> int:
    """Count the places of body text that a page fills."""
    return sum(isinstance(item, TextShape) and item.placeholder == "body" for item in page.items)


def draw_slide(page: SlidePage, sheet: Sheet) -> None:
    """Write the slide's part."""
    items = _leading_back(page) if page.layout == "divider" else page.items
    shapes = "".join(draw_item(item, sheet) for item in items)
    foot = "" if page.layout in PLAIN else _foot(page, sheet)
    background = ""
    if page.background.slot != "paper" or page.background.tint:
        fill = sheet.palette.fill(page.background)
        background = f"<p:bg><p:bgPr>{fill}<a:effectLst/></p:bgPr></p:bg>"
    sheet.part.content = (
        f"{HEAD}<p:sld {NAMES}><p:cSld>{background}<p:spTree>{_TREE}{shapes}{foot}</p:spTree></p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>"
    ).encode()
    sheet.part.relate("slideLayout", sheet.layout.part)


def _leading_back(page: SlidePage) -> tuple[PageItem, ...]:
    """Let the line over a divider's title lead back to the programme that led there."""
    for at, item in enumerate(page.items):
        if isinstance(item, TextShape) and item.paragraphs and not (item.placeholder or item.decorative or item.link):
            return (*page.items[:at], replace(item, link=f"#{AGENDA}"), *page.items[at + 1 :])
    return page.items


def _foot(page: SlidePage, sheet: Sheet) -> str:
    """Fill the layout's footer and number, in its own look."""
    made = ""
    footer = sheet.layout.first("ftr")
    if footer and page.footer:
        made += _filled(
            sheet,
            footer,
            f'<a:r><a:rPr lang="{sheet.language}"{_size(page, sheet)}>{_ink(page, sheet, footer)}{_FACE}</a:rPr><a:t>{text(page.footer)}</a:t></a:r>',
        )
    number = sheet.layout.first("sldNum")
    if number:
        field = (
            '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum">'
            f'<a:rPr lang="{sheet.language}">{_ink(page, sheet, number)}{_FACE}</a:rPr><a:t>{page.number}</a:t></a:fld>'
        )
        made += _filled(sheet, number, field)
    return made


def _size(page: SlidePage, sheet: Sheet) -> str:
    """Write the footer's size only where the template's own is not worn."""
    stage = sheet.look.theme.stages.get(page.layout)
    return f' sz="{round(stage.footer_size * sheet.look.scale * 100)}"' if stage and stage.footer_resized else ""


def _ink(page: SlidePage, sheet: Sheet, holder: Placeholder) -> str:
    """Write a colour only where what a template gives to footer or number is not read on what it draws there."""
    stage = sheet.look.theme.stages.get(page.layout)
    if stage is None or holder.type not in stage.foot_recoloured:
        return ""
    colour = stage.footer_colour if holder.type == "ftr" else stage.number_colour
    return sheet.palette.fill(Colour(cast(Slot, colour)))


def _filled(sheet: Sheet, holder: Placeholder, inside: str) -> str:
    number = sheet.next_id()
    back = sheet.link(f"#{AGENDA}") if holder.type == "ftr" else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{holder.type} {number}">{back}</p:cNvPr><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr>{holder.xml}</p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p>{inside}</a:p></p:txBody></p:sp>"
    )
