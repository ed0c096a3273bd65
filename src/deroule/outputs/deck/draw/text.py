"""Paragraphs and runs, with explicit sizes, languages and hanging bullets."""

from __future__ import annotations

import re

from deroule.layout.page import Paragraph, TextRun
from deroule.outputs.deck.draw.sheet import Sheet
from deroule.outputs.deck.xml import attribute, language_tag, text

_ALIGN = {"left": "l", "centre": "ctr", "right": "r"}
_NUMBERED = (
    (re.compile(r"^(\d+)\.$"), "arabicPeriod"),
    (re.compile(r"^(\d+)\)$"), "arabicParenR"),
    (re.compile(r"^([a-z])\.$"), "alphaLcPeriod"),
    (re.compile(r"^([a-z])\)$"), "alphaLcParenR"),
    (re.compile(r"^([IVXLC]+)\.$"), "romanUcPeriod"),
)
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def body(paragraphs: tuple[Paragraph, ...], sheet: Sheet) -> str:
    """Write the paragraphs of a shape; a shape without text has one empty paragraph."""
    if not paragraphs:
        return f'<a:p><a:endParaRPr lang="{sheet.language}"/></a:p>'
    return "".join(_paragraph(one, sheet, first=number == 0) for number, one in enumerate(paragraphs))


def _paragraph(paragraph: Paragraph, sheet: Sheet, *, first: bool) -> str:
    runs = "".join(_run(run, sheet) for run in paragraph.runs)
    space = 0 if first else paragraph.space_before
    pitch = round(paragraph.line_pitch / 1.2 * 100_000)
    level = f' lvl="{paragraph.level}"' if paragraph.level else ""
    direction = ' rtl="1"' if paragraph.right_to_left else ""
    properties = (
        f'<a:pPr marL="{paragraph.margin}" indent="{-paragraph.indent}" algn="{_ALIGN[paragraph.align]}"{level}{direction}>'
        f'<a:lnSpc><a:spcPct val="{pitch}"/></a:lnSpc><a:spcBef><a:spcPts val="{round(space * 100)}"/></a:spcBef>'
        f'<a:spcAft><a:spcPts val="0"/></a:spcAft>{_bullet(paragraph, sheet)}</a:pPr>'
    )
    last = paragraph.runs[-1] if paragraph.runs else None
    size = f' sz="{round(last.size * 100)}"' if last else ""
    tag = language_tag(last.language) if last else sheet.language
    return f'<a:p>{properties}{runs}<a:endParaRPr lang="{tag}"{size}/></a:p>'


def _bullet(paragraph: Paragraph, sheet: Sheet) -> str:
    mark = paragraph.bullet
    if not mark:
        return "<a:buNone/>"
    colour = f"<a:buClr>{sheet.palette.reference(paragraph.bullet_colour)}</a:buClr>" if paragraph.bullet_colour else ""
    for pattern, kind in _NUMBERED:
        match = pattern.match(mark)
        if match:
            start = _number(match[1])
            at = f' startAt="{start}"' if start > 1 else ""
            return f'{colour}<a:buFont typeface="+mj-lt"/><a:buAutoNum type="{kind}"{at}/>'
    return f'{colour}<a:buFontTx/><a:buChar char="{attribute(mark)}"/>'


def _number(written: str) -> int:
    if written.isdigit():
        return int(written)
    if written.islower():
        return ord(written) - ord("a") + 1
    values = [_ROMAN[letter] for letter in written]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))


def _run(run: TextRun, sheet: Sheet) -> str:
    properties = _properties(run, sheet)
    pieces = []
    for number, piece in enumerate(re.split(r"[\n\v]", run.text)):
        if number:
            pieces.append(f"<a:br>{properties}</a:br>")
        if piece:
            pieces.append(f"<a:r>{properties}<a:t>{text(piece)}</a:t></a:r>")
    return "".join(pieces)


def _properties(run: TextRun, sheet: Sheet) -> str:
    flags = (' b="1"' if run.bold else ' b="0"') + (' i="1"' if run.italic else "")
    if run.superscript:
        flags += ' baseline="30000"'
    elif run.subscript:
        # Where fonts have it; Office's own quarter would make the line higher in LibreOffice.
        flags += ' baseline="-15000"'
    # a link is told by its underline, not by its colour alone
    flags += ' u="sng"' if run.link and sheet.link(run.link) else ""
    face = {"heading": "+mj-lt", "body": "+mn-lt"}.get(run.font) or sheet.look.theme.fonts["mono"].family
    font = f'<a:latin typeface="{attribute(face)}"/>'
    if run.font == "mono":
        font += f'<a:cs typeface="{attribute(face)}"/>'
    link = sheet.link(run.link) if run.link else ""
    fill = sheet.palette.fill(run.colour)
    return f'<a:rPr lang="{language_tag(run.language)}" sz="{round(run.size * 100)}"{flags} dirty="0">{fill}{font}{link}</a:rPr>'
