"""Rules of an accessible PDF, looked at by pikepdf in the file's own structure: independent of the compiler that made it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pikepdf

HEADINGS = ("/H1", "/H2", "/H3", "/H4", "/H5", "/H6")


def faults_of(pdf_file: Path | bytes) -> list[str]:
    """Tell every rule that a PDF breaks, in words; nothing when it keeps them all."""
    source = io.BytesIO(pdf_file) if isinstance(pdf_file, bytes) else pdf_file
    with pikepdf.open(source) as pdf:
        return [*_document(pdf), *_pages(pdf), *_elements(pdf), *_links(pdf)]


def _document(pdf: pikepdf.Pdf) -> Iterator[str]:
    if not str(pdf.Root.get("/Lang", "")):
        yield "no language"
    if not bool(pdf.Root.get("/MarkInfo", {}).get("/Marked", False)):
        yield "not marked"
    if not bool(pdf.Root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False)):
        yield "the window shows the file's name instead of the title"
    with pdf.open_metadata() as metadata:
        if metadata.get("pdfuaid:part") != "1":
            yield "does not claim PDF/UA-1"
        if not metadata.get("dc:title"):
            yield "no title"


def _pages(pdf: pikepdf.Pdf) -> Iterator[str]:
    for number, page in enumerate(pdf.pages, start=1):
        if str(page.obj.get("/Tabs", "")) != "/S":
            yield f"page {number}: the tab key does not follow the structure"
        if "/StructParents" not in page.obj:
            yield f"page {number}: outside of the structure"


def _elements(pdf: pikepdf.Pdf) -> Iterator[str]:
    level = 0
    for element in structure(pdf.Root.StructTreeRoot):
        kind = str(element.get("/S", ""))
        if kind == "/Figure" and not str(element.get("/Alt", "")).strip():
            yield "a figure without an alternative text"
        if kind in HEADINGS:
            if HEADINGS.index(kind) + 1 > level + 1:
                yield f"a heading jumps to {kind}"
            level = HEADINGS.index(kind) + 1
        if kind == "/Table":
            yield from _table(element)
        if kind == "/Link" and not list(_references(element)):
            yield "a link of the structure that leads nowhere"
        if kind in ("/P", "/TH", *HEADINGS) and "/K" not in element:
            yield f"an empty {kind}"


def _table(table: pikepdf.Dictionary) -> Iterator[str]:
    cells = [element for element in structure(table) if str(element.get("/S", "")) in ("/TH", "/TD")]
    heads = [cell for cell in cells if str(cell["/S"]) == "/TH"]
    if not heads:
        yield "a table without a header cell"
    for head in heads:
        attributes = head.get("/A", {})
        owned = attributes if isinstance(attributes, pikepdf.Array) else [attributes]
        if not any("/Scope" in one for one in owned):
            yield "a header cell that does not say what it heads"


def _links(pdf: pikepdf.Pdf) -> Iterator[str]:
    for number, page in enumerate(pdf.pages, start=1):
        for note in page.obj.get("/Annots", []):
            if str(note.get("/Subtype", "")) != "/Link":
                continue
            if "/StructParent" not in note:
                yield f"page {number}: a link outside of the structure"
            if "/A" not in note and "/Dest" not in note:
                yield f"page {number}: a link without a target"
            if not str(note.get("/Contents", "")).strip():
                yield f"page {number}: a link that says nothing"


def _references(element: pikepdf.Dictionary) -> Iterator[pikepdf.Dictionary]:
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary):
            if str(kid.get("/Type", "")) == "/OBJR":
                yield kid
            else:
                yield from _references(kid)


def structure(element: pikepdf.Dictionary) -> Iterator[pikepdf.Dictionary]:
    """Go through the elements of a structure, in their order."""
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from structure(kid)
