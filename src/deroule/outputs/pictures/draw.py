"""Draws slide pages as SVG and PNG files and as PDF, in batches so that memory stays flat."""

from __future__ import annotations

import datetime as dt
import json
import math
import os
import threading
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from deroule.diagnostics import Diagnostic, Outcome
from deroule.layout.page import Colour, GroupBox, PageItem, SlidePage, TableBox, TextRun, TextShape
from deroule.model.theme import Theme
from deroule.outputs.document.words import Wording
from deroule.outputs.pictures.drawing import draw_page
from deroule.outputs.pictures.fonts import font_folders, theme_of
from deroule.outputs.pictures.pen import FontTable, Pen
from deroule.outputs.pictures.photographs import Photographs
from deroule.programs.codes import GLYPH_MISSING, TYPST_FAILED
from deroule.programs.pdfium import UndrawableError, draw_pdf
from deroule.programs.typst import MEMORY, Form, TypstFailedError, compile_forms, typeset_pdf
from deroule.workspace import Workspace

WIDTH_IN_PIXELS = 1280
_BATCH = 32
"""Pages a call at most: few enough that memory stays flat, enough that their fonts are not read over and over."""
_BEGINNING = 8
"""Pages of the first call: soon typeset, so that PDFium, which serves one at a time, draws while others typeset theirs."""
_MADE_AS: Mapping[str, Form] = {"svg": "svg", "png": "plain-pdf"}
"""Typst typesets; what it would draw in 27 ms a page PDFium draws in 7."""
_WRITING = threading.Lock()
"""Held while a batch's data is written, which Python does one at a time: two at once would both be late."""
_MOST_WORKERS = 8
"""Typst draws outside Python's lock: pages are drawn on as many cores as there are, within reason."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a PDF says of itself."""

    title: str
    author: str = ""
    description: str = ""
    language: str = "fr"
    day: dt.date | None = None


@dataclass(frozen=True, slots=True)
class _Order:
    """What is asked of those who draw batches."""

    themes: Mapping[str | None, Theme]
    workspace: Workspace
    into: Path
    forms: Sequence[str]
    width: int
    ageing: int
    """How much older Typst's memory grows with a batch: when each hand has drawn one more, what Typst made of the last
    ones is forgotten. Ten would be kept else, eight megabytes each."""


def draw_pages(
    pages: Sequence[SlidePage],
    themes: Mapping[str | None, Theme],
    workspace: Workspace,
    into: Path,
    *,
    forms: Sequence[str] = ("svg", "png"),
    width: int = WIDTH_IN_PIXELS,
) -> tuple[Diagnostic, ...]:
    """Write `<page.id>.svg` and `<page.id>.png` for each page, and `pages.json`, into the folder `into`.

    A page that Typst refuses is left out and reported; the others are drawn.
    """
    into.mkdir(parents=True, exist_ok=True)
    hands = min(os.cpu_count() or 2, _MOST_WORKERS)
    batches = share_out(pages, hands)
    ageing = math.ceil(MEMORY / hands) if len(batches) > hands + 1 else 0
    order = _Order(themes, workspace, into, forms, width, ageing)
    with ThreadPoolExecutor(max_workers=hands) as workers:
        found = list(workers.map(lambda batch: _draw_batch(batch, order), batches))
    with (into / "pages.json").open("w", encoding="utf-8") as told:
        json.dump([page_facts(page) for page in pages], told, ensure_ascii=False, indent=1)
        told.write("\n")
    return tuple(dict.fromkeys(finding for batch in found for finding in batch))


def share_out(pages: Sequence[SlidePage], hands: int) -> list[Sequence[SlidePage]]:
    """Share pages out in batches of one size, as many for each hand: none is left with a last one that others wait for.

    Where there are many, a smaller one goes before: hands that begin together would wait for each other's drawing.
    """
    first = _BEGINNING if len(pages) > hands * _BEGINNING else 0
    rounds = math.ceil((len(pages) - first) / (hands * _BATCH))
    size = math.ceil((len(pages) - first) / (hands * max(rounds, 1)))
    starts = range(first, len(pages), max(size, 1))
    return [*([pages[:first]] if first else []), *(pages[start : start + size] for start in starts)]


def draw_slides_pdf(
    pages: Sequence[SlidePage], themes: Mapping[str | None, Theme], workspace: Workspace, sheet: Sheet
) -> Outcome[bytes | None]:
    """Draw the pages as one tagged PDF, a slide a page."""
    data, photographs, findings = _data(pages, themes, workspace, sheet)
    return _pdf("pages.typ", data, photographs, findings, sheet, themes)


def draw_handout(
    pages: Sequence[SlidePage],
    themes: Mapping[str | None, Theme],
    workspace: Workspace,
    sheet: Sheet,
    *,
    per_page: int = 1,
) -> Outcome[bytes | None]:
    """Draw an A4 handout: a slide above its notes, or several slides a page beside ruled lines."""
    data, photographs, findings = _data(pages, themes, workspace, sheet)
    theme = themes[None]
    fonts = FontTable()
    pen = Pen(theme, fonts)
    plain = TextRun("", 10, Colour("ink"))
    data["body"] = len(data["fonts"]) + pen.font(plain)
    data["bold"] = len(data["fonts"]) + pen.font(TextRun("", 10, Colour("ink"), bold=True))
    data["fonts"] += fonts.data()
    data |= {name: pen.colour_of(name) for name in ("ink", "muted", "line")} | {"per-page": per_page}
    for drawn, page in zip(data["pages"], pages, strict=True):
        said = page.notes if page.part == 1 else ()
        drawn["notes"] = [pen.drawable(TextRun(note, 10, Colour("ink"))) for note in said]
        drawn["notes-lang"] = page.notes_language
    return _pdf("handout.typ", data, photographs, findings, sheet, themes)


def page_facts(page: SlidePage) -> dict[str, Any]:
    """Give what `pages.json` says of a page, for whoever shows the pictures."""
    return {
        "id": page.id, "slide_id": page.slide_id, "number": page.number, "title": page.title,
        "sequence": page.sequence, "section": page.section, "text": "\n".join(page_text(page.items)),
        "svg": f"{page.id}.svg", "png": f"{page.id}.png", "part": page.part, "parts": page.parts,
    }  # fmt: skip


def page_text(items: Sequence[PageItem]) -> Iterator[str]:
    """Give the paragraphs of a page in reading order."""
    for item in items:
        if isinstance(item, TextShape):
            yield from (paragraph.text for paragraph in item.paragraphs if paragraph.text.strip())
        elif isinstance(item, TableBox):
            yield from (words.text for cell in item.cells for words in cell.paragraphs if words.text.strip())
        elif isinstance(item, GroupBox):
            yield from page_text(item.items)


def _draw_batch(pages: Sequence[SlidePage], order: _Order) -> list[Diagnostic]:
    with _WRITING:
        data, photographs, findings = _data(pages, order.themes, order.workspace, Sheet("slides"))
    asked = [_MADE_AS[form] for form in order.forms]
    folders = font_folders(order.themes.values())
    try:
        made = compile_forms(
            _template("pages.typ"), data, forms=asked, fonts=folders, pictures=photographs.files, ageing=order.ageing
        )
        for form, contents in made.items():
            ending, drawn = ("svg", iter(contents)) if form == "svg" else ("png", draw_pdf(contents[0], order.width))
            for page, content in zip(pages, drawn, strict=True):
                (order.into / f"{page.id}.{ending}").write_bytes(content)
    except (TypstFailedError, UndrawableError) as refusal:
        if len(pages) == 1:
            return [*findings, TYPST_FAILED.at(None, what=pages[0].id, why=refusal)]
        # one page at a time, so that a single bad one does not take the others with it
        return [finding for page in pages for finding in _draw_batch([page], order)]
    return findings


def _data(
    pages: Sequence[SlidePage], themes: Mapping[str | None, Theme], workspace: Workspace, sheet: Sheet
) -> tuple[dict[str, Any], Photographs, list[Diagnostic]]:
    fonts, photographs = FontTable(), Photographs(workspace)
    pens: dict[str, Pen] = {}
    findings, drawn = [], []
    for page in pages:
        theme = theme_of(themes, page.brand)
        look = theme.name + (page.brand or "")
        pen = pens.get(look) or pens.setdefault(look, Pen(theme, fonts))
        drawn.append(draw_page(page, pen, photographs))
        if pen.missing:
            findings.append(GLYPH_MISSING.at(None, what=page.id, characters=" ".join(sorted(pen.missing))))
            pen.missing.clear()
    places: dict[str, int] = {}
    for index, page in enumerate(pages):
        places.setdefault(page.slide_id, index + 1)
    data = {
        "width": drawn[0]["w"] if drawn else 960, "height": drawn[0]["h"] if drawn else 540, "pages": drawn,
        "fonts": fonts.data(), "places": places, "title": sheet.title, "author": sheet.author,
        "description": sheet.description, "lang": sheet.language, "day": Wording(sheet.language).day(sheet.day) if sheet.day else "",
    }  # fmt: skip
    return data, photographs, findings + photographs.diagnostics


def _pdf(
    template: str,
    data: dict[str, Any],
    photographs: Photographs,
    findings: list[Diagnostic],
    sheet: Sheet,
    themes: Mapping[str | None, Theme],
) -> Outcome[bytes | None]:
    made = typeset_pdf(
        sheet.title, _template(template), data,
        fonts=font_folders(themes.values()), pictures=photographs.files, day=sheet.day,
    )  # fmt: skip
    return Outcome(made.value, (*findings, *made.diagnostics))


@cache
def _template(name: str) -> str:
    folder = resources.files("deroule.outputs.pictures")
    return folder.joinpath("slides.typ").read_text(encoding="utf-8") + folder.joinpath(name).read_text(encoding="utf-8")
