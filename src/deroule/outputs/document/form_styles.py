"""Word's styles of the forms that are tables, in the accent of each sequence."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from deroule.outputs.document.accents import tint

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def form_styles(number: int, accent: str, rule: str) -> Iterator[etree._Element]:
    """Make the table styles of one accent, and the character style of its headings; number 0 is the house's own."""
    main, pale, line = (value.lstrip("#").upper() for value in (accent, tint(accent), rule))
    end = f" {number}" if number else ""
    gap = '<w:insideV w:val="single" w:sz="36" w:space="0" w:color="FFFFFF"/>'
    rows = f'<w:bottom w:val="single" w:sz="4" w:space="0" w:color="{line}"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="{line}"/>'
    over = f'<w:tcBorders><w:top w:val="single" w:sz="12" w:space="0" w:color="{main}"/></w:tcBorders>'
    under = f'<w:tcBorders><w:bottom w:val="single" w:sz="12" w:space="0" w:color="{main}"/></w:tcBorders>'
    yield _table(f"Cards{end}", gap, _fill(pale), _part("firstRow", over + _fill(pale)))
    yield _table(f"Steps{end}", gap, _fill(pale), _part("firstRow", _fill(main)))
    yield _table(f"Timeline{end}", "", "", _part("firstRow", under))
    yield _table(f"Rows{end}", rows, "", _part("firstRow", _fill(main)) + _part("firstCol", _fill(pale)))
    if number:
        yield etree.fromstring(
            f'<w:style xmlns:w="{W}" w:type="character" w:customStyle="1" w:styleId="Accent{number}">'
            f'<w:name w:val="Accent {number}"/><w:qFormat/><w:rPr><w:color w:val="{main}"/></w:rPr></w:style>'
        )


def _table(name: str, borders: str, cell: str, parts: str) -> etree._Element:
    identifier = name.replace(" ", "")
    edges = f"<w:tblBorders>{borders}</w:tblBorders>" if borders else ""
    inside = f"<w:tcPr>{cell}</w:tcPr>" if cell else ""
    return etree.fromstring(
        f'<w:style xmlns:w="{W}" w:type="table" w:customStyle="1" w:styleId="{identifier}"><w:name w:val="{name}"/>'
        f'<w:qFormat/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{edges}<w:tblCellMar><w:top w:w="80" w:type="dxa"/>'
        '<w:left w:w="120" w:type="dxa"/><w:bottom w:w="60" w:type="dxa"/><w:right w:w="120" w:type="dxa"/></w:tblCellMar>'
        f"</w:tblPr>{inside}{parts}</w:style>"
    )


def _part(name: str, cell: str) -> str:
    return f'<w:tblStylePr w:type="{name}"><w:tcPr>{cell}</w:tcPr></w:tblStylePr>'


def _fill(colour: str) -> str:
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{colour}"/>'
