"""Makes the Word reference document of the house: styles, A4 page, header and footer, from pandoc's bare one."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from lxml import etree

from deroule.model.theme import Theme
from deroule.outputs.document.accents import accent_styles
from deroule.outputs.document.archive import read_parts, write_parts
from deroule.outputs.document.form_styles import W, form_styles
from deroule.outputs.document.look import STYLES, Style, colour, family, style_id
from deroule.programs.pandoc import default_reference

R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_MARGINS = 'w:top="1474" w:right="1304" w:bottom="1361" w:left="1304" w:header="680" w:footer="624" w:gutter="0"'
_TEXT_WIDTH = 11906 - 2 * 1304
"""Twips between the margins of an A4 page."""


def reference_docx(theme: Theme, header: str, footer: str, language: str, accents: tuple[str, ...] = ()) -> bytes:
    """Make the reference document; `header` and `footer` are the running texts at the left, `accents` the colours of
    the sequences."""
    parts = read_parts(default_reference("docx"))
    parts["word/styles.xml"] = _styles(parts["word/styles.xml"], theme, language, accents)
    parts["word/header1.xml"] = _running("hdr", "Header", header, page_number=False)
    parts["word/footer1.xml"] = _running("ftr", "Footer", footer, page_number=True)
    relations = parts["word/_rels/document.xml.rels"].decode()
    for name in ("header", "footer"):
        relation = f'<Relationship Type="{_RELATION}{name}" Id="rId{name}" Target="{name}1.xml"/></Relationships>'
        relations = relations.replace("</Relationships>", relation)
    parts["word/_rels/document.xml.rels"] = relations.encode()
    types = parts["[Content_Types].xml"].decode()
    for name in ("header", "footer"):
        entry = f'<Override PartName="/word/{name}1.xml" ContentType="{_CONTENT}{name}+xml"/></Types>'
        types = types.replace("</Types>", entry)
    parts["[Content_Types].xml"] = types.encode()
    parts["word/document.xml"] = _page(parts["word/document.xml"])
    return write_parts(parts)


def _styles(content: bytes, theme: Theme, language: str, accents: tuple[str, ...]) -> bytes:
    root = etree.fromstring(content)
    made = {style_id(style.word): style for style in (*STYLES, *accent_styles(accents))}
    for found in root.findall(f"{{{W}}}style"):
        if found.get(f"{{{W}}}styleId") in {*made, "Table"}:
            root.remove(found)
    for identifier, style in made.items():
        root.append(etree.fromstring(_style(identifier, style, theme)))
    root.append(etree.fromstring(_table_style(theme)))
    main = "#" + colour(theme, "accent1")
    for number, accent in enumerate((main, *accents)):
        root.extend(form_styles(number, accent, "#" + colour(theme, "line")))
    fonts = root.find(f"{{{W}}}docDefaults//{{{W}}}rFonts")
    if fonts is not None:
        fonts.attrib.clear()
        for name in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(f"{{{W}}}{name}", theme.fonts["body"].family)
    for size in root.iterfind(f"{{{W}}}docDefaults//{{{W}}}sz"):
        size.set(f"{{{W}}}val", "21")
    for tongue in root.iterfind(f"{{{W}}}docDefaults//{{{W}}}lang"):
        tongue.set(f"{{{W}}}val", "fr-FR" if language.startswith("fr") else language)
    for link in root.iterfind(f"{{{W}}}style"):
        if link.get(f"{{{W}}}styleId") == "Hyperlink":
            for mark in link.iter(f"{{{W}}}color"):
                mark.attrib.clear()
                mark.set(f"{{{W}}}val", colour(theme, "accent1"))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _style(identifier: str, style: Style, theme: Theme) -> str:
    default = ' w:default="1"' if identifier == "Normal" else ""
    base = f'<w:basedOn w:val="{style_id(style.base)}"/>' if style.base else ""
    level = int(style.word[-1]) - 1 if style.word.startswith("heading ") else None
    keep = "<w:keepNext/><w:keepLines/>" if style.keep else ""
    bar = (
        f'<w:pBdr><w:left w:val="single" w:sz="24" w:space="8" w:color="{colour(theme, style.accent)}"/></w:pBdr>'
        if style.bar
        else ""
    )
    fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{colour(theme, style.fill)}"/>' if style.fill else ""
    line = 'w:line="264" w:lineRule="auto"'
    space = f'<w:spacing w:before="{round(style.before * 20)}" w:after="{round(style.after * 20)}" {line}/>'
    tabs = (
        f'<w:tabs><w:tab w:val="right" w:pos="{_TEXT_WIDTH}"/></w:tabs>' if style.word in ("header", "footer") else ""
    )
    indent = f'<w:ind w:left="{round(style.left * 20)}"/>' if style.left else ""
    outline = f'<w:outlineLvl w:val="{level}"/>' if level is not None else ""
    face = quoteattr(family(theme, style))
    marks = ("<w:b/>" if style.bold else "") + ("<w:i/>" if style.italic else "")
    size = round(style.size * 2)
    following = '<w:next w:val="BodyText"/>' if style.heading or style.keep else ""
    return (
        f'<w:style xmlns:w="{W}" w:type="paragraph"{default} w:styleId="{identifier}">'
        f"<w:name w:val={quoteattr(style.word)}/>{base}{following}<w:qFormat/>"
        f"<w:pPr>{keep}{bar}{fill}{tabs}{space}{indent}{outline}</w:pPr>"
        f"<w:rPr><w:rFonts w:ascii={face} w:hAnsi={face} w:eastAsia={face} w:cs={face}/>{marks}"
        f'<w:color w:val="{colour(theme, style.colour)}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr></w:style>'
    )


def _table_style(theme: Theme) -> str:
    rule = f'w:val="single" w:sz="4" w:space="0" w:color="{colour(theme, "line")}"'
    return (
        f'<w:style xmlns:w="{W}" w:type="table" w:default="1" w:styleId="Table"><w:name w:val="Table"/><w:qFormat/>'
        f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblBorders><w:top {rule}/><w:bottom {rule}/><w:insideH {rule}/>'
        '</w:tblBorders><w:tblCellMar><w:top w:w="60" w:type="dxa"/><w:left w:w="100" w:type="dxa"/>'
        '<w:bottom w:w="60" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="{colour(theme, "soft")}"/></w:tcPr></w:tblStylePr>'
        '<w:tblStylePr w:type="firstCol"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>'
    )


def _running(root: str, style: str, text: str, *, page_number: bool) -> bytes:
    def number(name: str) -> str:
        return f'<w:fldSimple w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'

    right = (
        "<w:r><w:tab/></w:r>" + number("PAGE") + '<w:r><w:t xml:space="preserve"> / </w:t></w:r>' + number("NUMPAGES")
        if page_number
        else ""
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:{root} xmlns:w="{W}" xmlns:r="{R}"><w:p><w:pPr>'
        f'<w:pStyle w:val="{style}"/></w:pPr><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>{right}'
        f"</w:p></w:{root}>"
    ).encode()


def _page(content: bytes) -> bytes:
    root = etree.fromstring(content)
    body = root.find(f"{{{W}}}body")
    if body is None:
        return content
    for old in body.findall(f"{{{W}}}sectPr"):
        body.remove(old)
    body.append(
        etree.fromstring(
            f'<w:sectPr xmlns:w="{W}" xmlns:r="{R}"><w:headerReference w:type="default" r:id="rIdheader"/>'
            '<w:footerReference w:type="default" r:id="rIdfooter"/><w:pgSz w:w="11906" w:h="16838"/>'
            f"<w:pgMar {_MARGINS}/></w:sectPr>"
        )
    )
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
