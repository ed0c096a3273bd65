"""Slides and their notes: a page of placed boxes becomes a slide part."""

from __future__ import annotations

from deroule.layout.page import SlidePage, TextShape
from deroule.outputs.deck.draw.items import draw_item
from deroule.outputs.deck.draw.sheet import Sheet
from deroule.outputs.deck.look.look import Placeholder
from deroule.outputs.deck.package import Package, Part
from deroule.outputs.deck.xml import HEAD, NAMES, language_tag, text

SLIDE_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.slide+xml"
NOTES_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.notesSlide+xml"
_TREE = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
PLAIN = ("cover", "divider", "closing")
"""Pages that show neither footer nor number."""


def bodies_of(page: SlidePage) -> int:
    """Count the places of body text that a page fills."""
    return sum(isinstance(item, TextShape) and item.placeholder == "body" for item in page.items)


def draw_slide(page: SlidePage, sheet: Sheet) -> None:
    """Write the slide's part."""
    shapes = "".join(draw_item(item, sheet) for item in page.items)
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


def _foot(page: SlidePage, sheet: Sheet) -> str:
    """Fill the layout's footer and number, in its own look."""
    made = ""
    footer = sheet.layout.first("ftr")
    if footer and page.footer:
        made += _filled(sheet, footer, f'<a:r><a:rPr lang="{sheet.language}"/><a:t>{text(page.footer)}</a:t></a:r>')
    number = sheet.layout.first("sldNum")
    if number:
        field = (
            '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum">'
            f'<a:rPr lang="{sheet.language}"/><a:t>{page.number}</a:t></a:fld>'
        )
        made += _filled(sheet, number, field)
    return made


def _filled(sheet: Sheet, holder: Placeholder, inside: str) -> str:
    number = sheet.next_id()
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{holder.type} {number}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr>{holder.xml}</p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p>{inside}</a:p></p:txBody></p:sp>"
    )


def draw_notes(page: SlidePage, slide: Part, package: Package, master: Part) -> None:
    """Write the presenter's notes of a slide."""
    part = package.new("/ppt/notesSlides/notesSlide#.xml", NOTES_TYPE)
    part.relate("notesMaster", master)
    part.relate("slide", slide)
    slide.relate("notesSlide", part)
    tag = language_tag(page.notes_language)
    paragraphs = "".join(f'<a:p><a:r><a:rPr lang="{tag}"/><a:t>{text(one)}</a:t></a:r></a:p>' for one in page.notes)
    part.content = (
        f"{HEAD}<p:notes {NAMES}><p:cSld><p:spTree>{_TREE}"
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>'
        '<p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>'
        '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>'
        f'<p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>{paragraphs}</p:txBody></p:sp>'
        "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
    ).encode()
