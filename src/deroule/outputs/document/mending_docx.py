"""Mends what pandoc leaves undone in Word: empty contents, rows that split, the document's name over its title."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from deroule.outputs.document.archive import rewritten
from deroule.outputs.document.form_styles import W

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_SHORT_LIST = 6
_PLAIN = ("FirstParagraph", "BodyText")
_CLEAR = "160"
"""Twentieths of a point."""
_BULLETS = ("–", "·", "–")


def mended_docx(package: bytes, depth: int, label: str) -> bytes:
    """Fill the contents before anybody updates them, keep rows whole, give lists the house's dashes and say over the
    title what the document is."""

    def mend(content: bytes) -> bytes:
        root = etree.fromstring(content)
        _fill_contents(root, depth)
        _keep_rows(root)
        _keep_lists(root)
        _let_tables_end(root)
        _stand_clear_of_tables(root)
        _say_label(root, label)
        return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)

    return rewritten(package, {"word/document.xml": mend, "word/numbering.xml": _dashes})


def _fill_contents(root: etree._Element, depth: int) -> None:
    holder = next(
        (block.find(_w("sdtContent")) for block in root.iter(_w("sdt")) if block.find(f".//{_w('docPartGallery')}") is not None),
        None,
    )  # fmt: skip
    entries = [_entry(level, mark, text) for level, mark, text in _headings(root, depth)]
    if holder is None or not entries:
        return
    title = [part for part in holder if part.find(f".//{_w('fldChar')}") is None]
    for offset, run in enumerate([_field("begin"), _instruction(depth), _field("separate")], start=1):
        entries[0].insert(offset, run)
    entries[-1].append(_field("end"))
    holder[:] = [*title, *entries]


def _headings(root: etree._Element, depth: int) -> Iterator[tuple[int, str, str]]:
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


def _entry(level: int, mark: str, text: str) -> etree._Element:
    entry = etree.Element(_w("p"))
    properties = etree.SubElement(entry, _w("pPr"))
    etree.SubElement(properties, _w("pStyle")).set(_w("val"), f"TOC{level}")
    link = etree.SubElement(entry, _w("hyperlink")) if mark else entry
    if mark:
        link.set(_w("anchor"), mark)
        link.set(_w("history"), "1")
    shown = etree.SubElement(etree.SubElement(link, _w("r")), _w("t"))
    shown.text = text
    shown.set(_SPACE, "preserve")
    return entry


def _field(kind: str) -> etree._Element:
    run = etree.Element(_w("r"))
    etree.SubElement(run, _w("fldChar")).set(_w("fldCharType"), kind)
    return run


def _instruction(depth: int) -> etree._Element:
    # \\n leaves page numbers out: nobody knows them before Word has laid the pages out, and a field that is due for an
    # update makes Word ask a question each time that the document is opened.
    run = etree.Element(_w("r"))
    words = etree.SubElement(run, _w("instrText"))
    words.text = f' TOC \\o "1-{depth}" \\h \\n \\z \\u '
    words.set(_SPACE, "preserve")
    return run


def _keep_rows(root: etree._Element) -> None:
    for row in root.iter(_w("tr")):
        properties = row.find(_w("trPr"))
        if properties is None:
            properties = etree.Element(_w("trPr"))
            row.insert(0, properties)
        etree.SubElement(properties, _w("cantSplit"))


def _keep_lists(root: etree._Element) -> None:
    """Keep short lists on one page: each entry with the next, the last one free."""
    for entries in _lists(root):
        for entry in entries[:-1] if len(entries) <= _SHORT_LIST else ():
            properties = entry.find(_w("pPr"))
            if properties is not None and properties.find(_w("keepNext")) is None:
                place = 0 if properties.find(_w("pStyle")) is None else 1
                properties.insert(place, etree.Element(_w("keepNext")))


def _let_tables_end(root: etree._Element) -> None:
    """Keep no last row with what follows its table: one table would drag the next along, page after page."""
    for table in root.iter(_w("tbl")):
        for line in table.findall(_w("tr"))[-1].iter(_w("p")):
            properties = line.find(_w("pPr"))
            if properties is None:
                properties = etree.Element(_w("pPr"))
                line.insert(0, properties)
            kept = properties.find(_w("keepNext"))
            if kept is None:
                kept = etree.Element(_w("keepNext"))
                properties.insert(0 if properties.find(_w("pStyle")) is None else 1, kept)
            kept.set(_w("val"), "0")


def _stand_clear_of_tables(root: etree._Element) -> None:
    """Leave room between a table, which has no space of its own after it, and the plain text that follows."""
    for table in root.iter(_w("tbl")):
        line = table.getnext()
        style = None if line is None else line.find(f"{_w('pPr')}/{_w('pStyle')}")
        if style is not None and style.get(_w("val")) in _PLAIN:
            style.addnext(etree.Element(_w("spacing"), {_w("before"): _CLEAR}))


def _lists(root: etree._Element) -> Iterator[list[etree._Element]]:
    entries: list[etree._Element] = []
    for line in root.iter(_w("p")):
        if line.find(f"{_w('pPr')}/{_w('numPr')}") is None:
            continue
        if entries and entries[-1].getnext() is not line:
            yield entries
            entries = []
        entries.append(line)
    if entries:
        yield entries


def _say_label(root: etree._Element, label: str) -> None:
    for line in root.iter(_w("p")):
        style = line.find(f"{_w('pPr')}/{_w('pStyle')}")
        if style is not None and style.get(_w("val")) == "Title":
            said = etree.Element(_w("p"))
            etree.SubElement(etree.SubElement(said, _w("pPr")), _w("pStyle")).set(_w("val"), "Label")
            etree.SubElement(etree.SubElement(said, _w("r")), _w("t")).text = label
            line.addprevious(said)
            return


def _dashes(content: bytes) -> bytes:
    root = etree.fromstring(content)
    for level in root.iter(_w("lvl")):
        kind, sign = level.find(_w("numFmt")), level.find(_w("lvlText"))
        if kind is None or sign is None or kind.get(_w("val")) != "bullet" or not sign.get(_w("val"), "").strip():
            continue
        sign.set(_w("val"), _BULLETS[int(level.get(_w("ilvl"), "0")) % len(_BULLETS)])
        for fonts in level.iterfind(f"{_w('rPr')}/{_w('rFonts')}"):
            # Symbol fonts draw something else at a dash's place.
            level.find(_w("rPr")).remove(fonts)  # type: ignore[union-attr]
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _w(name: str) -> str:
    return f"{{{W}}}{name}"
