"""Mends what pandoc leaves undone: contents without entries, table grids, alternative texts lost in OpenDocument."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from deroule.outputs.document.archive import rewritten
from deroule.outputs.document.reference_docx import W
from deroule.outputs.document.reference_odt import FO, STYLE, SVG, TEXT

_DRAW = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
_XLINK = "http://www.w3.org/1999/xlink"


def mended_docx(package: bytes, depth: int) -> bytes:
    """Fill the table of contents of a Word document, so that it is there before anybody updates it."""
    return rewritten(package, {"word/document.xml": lambda content: _filled_docx(content, depth)})


def mended_odt(package: bytes, alternatives: list[str], depth: int, *, rule: str, ground: str) -> bytes:
    """Fill the contents of an OpenDocument text, give its pictures their alternative texts, its tables their look.

    `alternatives` stand in the order of the pictures; `rule` and `ground` are colours as `RRGGBB`.
    """
    return rewritten(
        package, {"content.xml": lambda content: _mended_content(content, alternatives, depth, rule, ground)}
    )


def _filled_docx(content: bytes, depth: int) -> bytes:
    root = etree.fromstring(content)
    holder = next(
        (block.find(_w("sdtContent")) for block in root.iter(_w("sdt")) if block.find(f".//{_w('docPartGallery')}") is not None),
        None,
    )  # fmt: skip
    if holder is None:
        return content
    title = [part for part in holder if part.find(f".//{_w('fldChar')}") is None]
    entries = [_docx_entry(level, mark, text) for level, mark, text in _docx_headings(root, depth)]
    begin, end = _field("begin"), _field("end")
    if not entries:
        return content
    properties = entries[0].find(_w("pPr"))
    after = 1 if properties is not None else 0
    for offset, run in enumerate([begin, _instruction(depth), _field("separate")]):
        entries[0].insert(after + offset, run)
    entries[-1].append(end)
    holder[:] = [*title, *entries]
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _docx_headings(root: etree._Element, depth: int) -> Iterator[tuple[int, str, str]]:
    for line in root.iter(_w("p")):
        style = line.find(f"{_w('pPr')}/{_w('pStyle')}")
        name = style.get(_w("val"), "") if style is not None else ""
        if not (name.startswith("Heading") and name[7:].isdigit() and int(name[7:]) <= depth):
            continue
        marks = line.findall(_w("bookmarkStart"))
        before = line.getprevious()
        while before is not None and before.tag == _w("bookmarkStart"):
            marks.append(before)
            before = before.getprevious()
        text = "".join(part.text or "" for part in line.iter(_w("t")))
        yield int(name[7:]), marks[0].get(_w("name"), "") if marks else "", text


def _docx_entry(level: int, mark: str, text: str) -> etree._Element:
    entry = etree.Element(_w("p"))
    properties = etree.SubElement(entry, _w("pPr"))
    etree.SubElement(properties, _w("pStyle")).set(_w("val"), f"TOC{level}")
    link = etree.SubElement(entry, _w("hyperlink")) if mark else entry
    if mark:
        link.set(_w("anchor"), mark)
        link.set(_w("history"), "1")
    shown = etree.SubElement(etree.SubElement(link, _w("r")), _w("t"))
    shown.text = text
    shown.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return entry


def _field(kind: str) -> etree._Element:
    run = etree.Element(_w("r"))
    etree.SubElement(run, _w("fldChar")).set(_w("fldCharType"), kind)
    return run


def _instruction(depth: int) -> etree._Element:
    # \n leaves page numbers out: nobody knows them before Word has laid the pages out.
    run = etree.Element(_w("r"))
    words = etree.SubElement(run, _w("instrText"))
    words.text = f' TOC \\o "1-{depth}" \\h \\n \\z \\u '
    words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return run


def _w(name: str) -> str:
    return f"{{{W}}}{name}"


def _mended_content(content: bytes, alternatives: list[str], depth: int, rule: str, ground: str) -> bytes:
    root = etree.fromstring(content)
    images = list(root.iter(f"{{{_DRAW}}}image"))
    for place, picture in enumerate(images):
        frame = picture.getparent()
        if frame is None or place >= len(alternatives) or frame.find(f"{{{SVG}}}desc") is not None:
            continue
        described = etree.SubElement(frame, f"{{{SVG}}}desc")
        described.text = alternatives[place]
    for contents in root.iter(f"{{{TEXT}}}table-of-content"):
        _fill_odt(contents, root, depth)
    _table_look(root, rule, ground)
    _style_names(root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _fill_odt(contents: etree._Element, root: etree._Element, depth: int) -> None:
    # pandoc writes the recipe of the contents alone; the schema wants the body too, and readers show nothing else.
    for old in contents.findall(f"{{{TEXT}}}index-body"):
        contents.remove(old)
    contents.set(f"{{{TEXT}}}name", "Contents")
    title = contents.find(f".//{{{TEXT}}}index-title-template")
    body = etree.SubElement(contents, f"{{{TEXT}}}index-body")
    if title is not None:
        holder = etree.SubElement(body, f"{{{TEXT}}}index-title")
        holder.set(f"{{{TEXT}}}name", "Contents-title")
        line = etree.SubElement(holder, f"{{{TEXT}}}p")
        line.set(f"{{{TEXT}}}style-name", "Contents_20_Heading")
        line.text = title.text
    body.extend(_odt_entry(*found) for found in _odt_headings(root, depth))


def _table_look(root: etree._Element, rule: str, ground: str) -> None:
    for style in root.iter(f"{{{STYLE}}}style"):
        if style.get(f"{{{STYLE}}}family") != "table-cell":
            continue
        for look in style.iterfind(f"{{{STYLE}}}table-cell-properties"):
            look.set(f"{{{FO}}}border", "none")
            look.set(f"{{{FO}}}border-bottom", f"0.5pt solid #{rule}")
            look.set(f"{{{FO}}}padding", "0.1cm")
            if "Header" in style.get(f"{{{STYLE}}}name", ""):
                look.set(f"{{{FO}}}background-color", f"#{ground}")


def _odt_headings(root: etree._Element, depth: int) -> Iterator[tuple[int, str, str]]:
    for line in root.iter(f"{{{TEXT}}}h"):
        level = int(line.get(f"{{{TEXT}}}outline-level", "1"))
        if level > depth:
            continue
        mark = line.find(f"{{{TEXT}}}bookmark-start")
        yield level, mark.get(f"{{{TEXT}}}name", "") if mark is not None else "", "".join(map(str, line.itertext()))


def _odt_entry(level: int, mark: str, text: str) -> etree._Element:
    entry = etree.Element(f"{{{TEXT}}}p")
    entry.set(f"{{{TEXT}}}style-name", f"Contents_20_{level}")
    holder = etree.SubElement(entry, f"{{{TEXT}}}a") if mark else entry
    if mark:
        holder.set(f"{{{_XLINK}}}type", "simple")
        holder.set(f"{{{_XLINK}}}href", f"#{mark}")
    holder.text = text
    return entry


def _style_names(root: etree._Element) -> None:
    # pandoc writes a custom style's name as typed; OpenDocument's internal names hold no spaces.
    for name in (f"{{{TEXT}}}style-name", f"{{{STYLE}}}parent-style-name"):
        for part in root.iter():
            if isinstance(part.tag, str) and " " in part.get(name, ""):
                part.set(name, part.get(name, "").replace(" ", "_20_"))
