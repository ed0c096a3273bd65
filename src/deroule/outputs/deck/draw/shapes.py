"""Shapes, connectors and pictures."""

from __future__ import annotations

from deroule.layout.page import Box, Connector, Picture, Stroke, TextShape
from deroule.outputs.deck.draw.sheet import Sheet
from deroule.outputs.deck.draw.text import body
from deroule.outputs.deck.look.look import Placeholder
from deroule.outputs.deck.xml import attribute

DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
_ANCHOR = {"top": "t", "middle": "ctr", "bottom": "b"}
_ADJUSTED = ("chevron", "homePlate", "rightArrow")


def name_of(sheet: Sheet, name: str, *, alt: str = "", decorative: bool = False, link: str = "") -> str:
    """Write the name, the alternative text and the click of a shape."""
    described = f' descr="{attribute(alt)}"' if alt and not decorative else ""
    inside = link + (DECORATIVE if decorative else "")
    number = sheet.next_id()
    label = attribute(name) or f"Forme {number}"
    return (
        f'<p:cNvPr id="{number}" name="{label}"{described}>{inside}</p:cNvPr>'
        if inside
        else (f'<p:cNvPr id="{number}" name="{label}"{described}/>')
    )


def frame(box: Box, *, flip: str = "", tag: str = "a") -> str:
    """Write where a shape stands."""
    return f'<{tag}:xfrm{flip}><a:off x="{box.x}" y="{box.y}"/><a:ext cx="{max(0, box.width)}" cy="{max(0, box.height)}"/></{tag}:xfrm>'


def stroke_xml(stroke: Stroke | None, sheet: Sheet, *, tag: str = "a:ln", tail: str = "") -> str:
    """Write the look of a line."""
    if stroke is None:
        return f"<{tag}><a:noFill/></{tag}>"
    dash = '<a:prstDash val="dash"/>' if stroke.dash else ""
    return f'<{tag} w="{stroke.width}">{sheet.palette.fill(stroke.colour)}{dash}{tail}</{tag}>'


def draw_text_shape(shape: TextShape, sheet: Sheet) -> str:
    """Draw a shape with its text, in its placeholder where the layout offers one."""
    holder = _holder(shape, sheet)
    fill = sheet.palette.fill(shape.fill) if shape.fill else "<a:noFill/>"
    geometry = f'<a:prstGeom prst="{shape.geometry}">{_adjust(shape)}</a:prstGeom>'
    left, top, right, bottom = shape.insets
    plain = not shape.fill and not shape.stroke and shape.geometry == "rect"
    kind = (
        '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        if holder
        else '<p:cNvSpPr txBox="1"/>'
        if plain
        else "<p:cNvSpPr/>"
    )
    link = sheet.link(shape.link) if shape.link else ""
    # a shape without words, such as an area to click on, is described by its name
    alt = "" if shape.paragraphs or shape.decorative else shape.name.removesuffix(" (fond)")
    return (
        f"<p:sp><p:nvSpPr>{name_of(sheet, shape.name, alt=alt, decorative=shape.decorative, link=link)}{kind}"
        f"<p:nvPr>{holder.xml if holder else ''}</p:nvPr></p:nvSpPr><p:spPr>{frame(shape.box)}{geometry}{fill}"
        f'{stroke_xml(shape.stroke, sheet)}</p:spPr><p:txBody><a:bodyPr wrap="square" lIns="{left}" tIns="{top}" '
        f'rIns="{right}" bIns="{bottom}" anchor="{_ANCHOR[shape.anchor]}"><a:noAutofit/></a:bodyPr>{sheet.look.text_style}'
        f"{body(shape.paragraphs, sheet)}</p:txBody></p:sp>"
    )


def _holder(shape: TextShape, sheet: Sheet) -> Placeholder | None:
    if shape.placeholder == "title":
        return sheet.layout.first("title", "ctrTitle")
    if shape.placeholder == "subtitle":
        return sheet.layout.first("subTitle", "body")
    if shape.placeholder == "body":
        return sheet.layout.first("obj", "body")
    return None


def _adjust(shape: TextShape) -> str:
    if shape.geometry == "roundRect":
        return f'<a:avLst><a:gd name="adj" fmla="val {round(shape.radius * 100_000)}"/></a:avLst>'
    if shape.geometry in _ADJUSTED and shape.adjust is not None:
        # The depth is a share of the height here, of the shorter side in OOXML.
        side = max(min(shape.box.width, shape.box.height), 1)
        share = round(shape.adjust * shape.box.height / side * 100_000)
        if shape.geometry == "rightArrow":
            return f'<a:avLst><a:gd name="adj1" fmla="val 50000"/><a:gd name="adj2" fmla="val {share}"/></a:avLst>'
        return f'<a:avLst><a:gd name="adj" fmla="val {share}"/></a:avLst>'
    return "<a:avLst/>"


def draw_connector(line: Connector, sheet: Sheet) -> str:
    """Draw a straight line."""
    box = Box(min(line.x1, line.x2), min(line.y1, line.y2), abs(line.x2 - line.x1), abs(line.y2 - line.y1))
    flip = (' flipH="1"' if line.x2 < line.x1 else "") + (' flipV="1"' if line.y2 < line.y1 else "")
    head = '<a:tailEnd type="triangle" w="med" len="med"/>' if line.arrow else ""
    return (
        f"<p:cxnSp><p:nvCxnSpPr>{name_of(sheet, line.name, decorative=True)}<p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr><p:spPr>"
        f'{frame(box, flip=flip)}<a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
        f"{stroke_xml(line.stroke, sheet, tail=head)}</p:spPr></p:cxnSp>"
    )


def draw_picture(picture: Picture, sheet: Sheet) -> str:
    """Draw a picture; one that cannot be read has been told already and leaves its place empty."""
    found = sheet.picture(picture.path)
    if found is None:
        return ""
    raster, vector = found
    crop = ""
    if any(picture.crop):
        left, top, right, bottom = (round(share * 100_000) for share in picture.crop)
        crop = f'<a:srcRect l="{left}" t="{top}" r="{right}" b="{bottom}"/>'
    svg = ""
    if vector is not None:
        svg = (
            '<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip '
            f'xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="{sheet.part.relate("image", vector)}"/>'
            "</a:ext></a:extLst>"
        )
    named = name_of(sheet, picture.name, alt=picture.alt, decorative=picture.decorative or not picture.alt)
    return (
        f'<p:pic><p:nvPicPr>{named}<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr><p:blipFill>'
        f'<a:blip r:embed="{sheet.part.relate("image", raster)}">{svg}</a:blip>{crop}<a:stretch><a:fillRect/></a:stretch></p:blipFill>'
        f'<p:spPr>{frame(picture.box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
    )
