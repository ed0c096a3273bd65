"""Mends what pandoc leaves undone in OpenDocument: contents, alternative texts, the look of tables, style names."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from deroule.outputs.document.archive import rewritten
from deroule.outputs.document.reference_odt import FO, STYLE, SVG, TEXT

_DRAW = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
_XLINK = "http://www.w3.org/1999/xlink"
_FORMS = {"Card_20_Title": "cards", "Figure_20_Value": "cards", "Card_20_Date": "timeline", "Card_20_Reverse": "steps"}
"""The form of a table by the style of the first words in it; a table of dated figures begins with a date."""


@dataclass(frozen=True, slots=True)
class TableLook:
    """Colours of tables, as `#RRGGBB`: rules, the ground of plain heads; by accent number, colour and pale ground."""

    rule: str
    ground: str
    accents: tuple[tuple[str, str], ...]


def mended_odt(package: bytes, alternatives: list[str], depth: int, label: str, look: TableLook) -> bytes:
    """Fill the contents, give pictures their alternative texts, tables their look, and say over the title what the
    document is. `alternatives` stand in the order of the pictures."""

    def mend(content: bytes) -> bytes:
        root = etree.fromstring(content)
        _describe(root, alternatives)
        for contents in root.iter(f"{{{TEXT}}}table-of-content"):
            _fill_contents(contents, root, depth)
        _style_names(root)
        _plain_tables(root, look)
        for table in root.iter(f"{{{_TABLE}}}table"):
            _look_of_form(root, table, look)
        _keep_tables(root)
        for level in root.iter(f"{{{TEXT}}}list-level-style-bullet"):
            level.set(f"{{{TEXT}}}bullet-char", "–")
        _say_label(root, label)
        return etree.tostring(root, xml_declaration=True, encoding="UTF-8")

    return rewritten(package, {"content.xml": mend})


def _describe(root: etree._Element, alternatives: list[str]) -> None:
    for place, picture in enumerate(list(root.iter(f"{{{_DRAW}}}image"))):
        frame = picture.getparent()
        if frame is None or place >= len(alternatives) or frame.find(f"{{{SVG}}}desc") is not None:
            continue
        etree.SubElement(frame, f"{{{SVG}}}desc").text = alternatives[place]


def _fill_contents(contents: etree._Element, root: etree._Element, depth: int) -> None:
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
    body.extend(_entry(*found) for found in _headings(root, depth))


def _headings(root: etree._Element, depth: int) -> Iterator[tuple[int, str, str]]:
    for line in root.iter(f"{{{TEXT}}}h"):
        level = int(line.get(f"{{{TEXT}}}outline-level", "1"))
        if level > depth:
            continue
        mark = line.find(f"{{{TEXT}}}bookmark-start")
        yield level, mark.get(f"{{{TEXT}}}name", "") if mark is not None else "", "".join(map(str, line.itertext()))


def _entry(level: int, mark: str, text: str) -> etree._Element:
    entry = etree.Element(f"{{{TEXT}}}p")
    entry.set(f"{{{TEXT}}}style-name", f"Contents_20_{level}")
    holder = etree.SubElement(entry, f"{{{TEXT}}}a") if mark else entry
    holder.text = text
    if mark:
        holder.set(f"{{{_XLINK}}}type", "simple")
        holder.set(f"{{{_XLINK}}}href", f"#{mark}")
        for name in ("style-name", "visited-style-name"):
            holder.set(f"{{{TEXT}}}{name}", "Index_20_Link")
        etree.SubElement(entry, f"{{{TEXT}}}tab")
        page = etree.SubElement(entry, f"{{{TEXT}}}bookmark-ref")
        page.set(f"{{{TEXT}}}reference-format", "page")
        page.set(f"{{{TEXT}}}ref-name", mark)
    return entry


def _style_names(root: etree._Element) -> None:
    # pandoc writes a custom style's name as typed; OpenDocument's internal names hold no spaces.
    for name in (f"{{{TEXT}}}style-name", f"{{{STYLE}}}parent-style-name"):
        for part in root.iter():
            if isinstance(part.tag, str) and " " in part.get(name, ""):
                part.set(name, part.get(name, "").replace(" ", "_20_"))


def _plain_tables(root: etree._Element, look: TableLook) -> None:
    for style in root.iter(f"{{{STYLE}}}style"):
        if style.get(f"{{{STYLE}}}family") == "table-cell":
            head = "Header" in style.get(f"{{{STYLE}}}name", "")
            for cell in style.iterfind(f"{{{STYLE}}}table-cell-properties"):
                _set(cell, border="none", **{"border-bottom": f"0.5pt solid {look.rule}", "padding": "0.1cm"})
                if head:
                    _set(cell, **{"background-color": look.ground})


def _look_of_form(root: etree._Element, table: etree._Element, look: TableLook) -> None:
    form, number = _form(table)
    if not form:
        return
    accent, pale = look.accents[number if number < len(look.accents) else 0]
    rows = list(table.iter(f"{{{_TABLE}}}table-row"))
    for place, row in enumerate(rows):
        cells = row.findall(f"{{{_TABLE}}}table-cell")
        for side, cell in enumerate(cells):
            paint = _paint(form, accent, pale, look.rule, head=place == 0, first=side == 0, rows=len(rows))
            cell.set(f"{{{_TABLE}}}style-name", _cell_style(root, paint))


def _form(table: etree._Element) -> tuple[str, int]:
    """Tell a table's form and the number of its accent from the styles of the words in its head."""
    for line in table.iter(f"{{{TEXT}}}p"):
        name, _, number = line.get(f"{{{TEXT}}}style-name", "").rpartition("_20_")
        full = line.get(f"{{{TEXT}}}style-name", "")
        base, accent = (name, int(number)) if number.isdigit() else (full, 0)
        base = base.removesuffix("_20_Small")
        form = _FORMS.get(base, "")
        values = [
            part for part in table.iter(f"{{{TEXT}}}p") if "Figure_20_Value" in part.get(f"{{{TEXT}}}style-name", "")
        ]
        return ("cards" if values else form), accent
    return "", 0


def _paint(form: str, accent: str, pale: str, rule: str, *, head: bool, first: bool, rows: int) -> dict[str, str]:
    gap = {"border-right": "5pt solid #ffffff"}
    if form == "cards":
        top = {"border-top": f"1.5pt solid {accent}"} if head else {}
        return {"border": "none", **top, **gap, "background-color": pale, "padding": "0.18cm"}
    if form == "timeline":
        line = {"border-bottom": f"1.5pt solid {accent}"} if head else {}
        return {"border": "none", **line, "padding": "0.1cm"}
    if head:
        return {"border": "none", **(gap if rows == 2 else {}), "background-color": accent, "padding": "0.18cm"}
    if rows == 2:
        return {"border": "none", **gap, "background-color": pale, "padding": "0.18cm"}
    ground = {"background-color": pale} if first else {}
    return {"border": "none", "border-bottom": f"0.5pt solid {rule}", **ground, "padding": "0.14cm"}


def _cell_style(root: etree._Element, paint: dict[str, str]) -> str:
    holder = root.find(f"{{{_OFFICE}}}automatic-styles")
    name = "Form-" + "-".join(value.replace("#", "").replace(" ", "").replace(".", "_") for value in paint.values())
    if holder is not None and holder.find(f"*[@{{{STYLE}}}name='{name}']") is None:
        style = etree.SubElement(holder, f"{{{STYLE}}}style")
        style.set(f"{{{STYLE}}}name", name)
        style.set(f"{{{STYLE}}}family", "table-cell")
        _set(etree.SubElement(style, f"{{{STYLE}}}table-cell-properties"), **paint)
    return name


def _keep_tables(root: etree._Element) -> None:
    """Keep rows whole, and short tables on one page."""
    holder = root.find(f"{{{_OFFICE}}}automatic-styles")
    if holder is None:
        return
    row = etree.SubElement(holder, f"{{{STYLE}}}style")
    row.set(f"{{{STYLE}}}name", "WholeRow")
    row.set(f"{{{STYLE}}}family", "table-row")
    _set(etree.SubElement(row, f"{{{STYLE}}}table-row-properties"), **{"keep-together": "always"})
    lengths = {}
    for table in root.iter(f"{{{_TABLE}}}table"):
        rows = list(table.iter(f"{{{_TABLE}}}table-row"))
        lengths[table.get(f"{{{_TABLE}}}style-name")] = len(rows)
        for one in rows:
            one.set(f"{{{_TABLE}}}style-name", "WholeRow")
    for style in holder.iterfind(f"{{{STYLE}}}style"):
        if lengths.get(style.get(f"{{{STYLE}}}name"), 99) <= 8:
            for look in style.iterfind(f"{{{STYLE}}}table-properties"):
                look.set(f"{{{STYLE}}}may-break-between-rows", "false")
                _set(look, **{"margin-top": "0.15cm", "margin-bottom": "0.3cm"})


def _say_label(root: etree._Element, label: str) -> None:
    for line in root.iter(f"{{{TEXT}}}p"):
        if line.get(f"{{{TEXT}}}style-name") == "Title":
            said = deepcopy(line)
            for part in list(said):
                said.remove(part)
            said.set(f"{{{TEXT}}}style-name", "Label")
            said.text, said.tail = label, line.tail
            line.addprevious(said)
            return


def _set(element: etree._Element, **values: str) -> None:
    for name, value in values.items():
        element.set(f"{{{FO}}}{name}", value)
