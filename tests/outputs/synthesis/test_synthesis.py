"""The synthesis of the flagship: one tree, four formats, each held against its own standard."""

from __future__ import annotations

import io
import subprocess
import zipfile
from pathlib import Path

import pikepdf
import pytest
from lxml import etree
from tests.office import to_pdf

from deroule.outputs.document import Album
from deroule.outputs.document.writing import write_paper
from deroule.outputs.synthesis import FORMATS, synthesis
from deroule.source.themes import load_themes
from deroule.workspace import DiskWorkspace

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def workspace(repository):
    return DiskWorkspace(repository)


@pytest.fixture(scope="module")
def paper(dossier, flagship, workspace):
    themes = load_themes(workspace, dossier.organisation, flagship).value
    return synthesis(flagship, Album(workspace, {}), themes[None], {})


@pytest.fixture(scope="module")
def written(paper, workspace, tmp_path_factory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("synthesis")
    for form in FORMATS:
        assert write_paper(paper, form, folder / f"made.{form}", workspace) == ()
    return {form: folder / f"made.{form}" for form in FORMATS}


def test_headings_carry_the_ids_of_sequences_and_slides(paper, flagship):
    ids = {node["c"][1][0] for node in _headers(paper.blocks)}
    assert {sequence.id for sequence in flagship.sequences} <= ids
    assert len(ids & {slide.id for slide in flagship.slides}) > 30


def test_same_source_same_bytes(paper, written, workspace, tmp_path):
    for form, first in written.items():
        again = tmp_path / f"again.{form}"
        write_paper(paper, form, again, workspace)
        assert again.read_bytes() == first.read_bytes(), form


@pytest.mark.parametrize("form", ["docx", "odt"])
def test_the_editable_documents_follow_their_schema(written, form):
    from openxml_audit.cli import main

    arguments = [
        "-m",
        "0",
        *(["--odf-level", "schema-core", "-f", "odf1.3"] if form == "odt" else []),
        str(written[form]),
    ]
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code in (0, None)


def test_the_word_document_has_contents_header_rows_a4_and_its_language(written):
    with zipfile.ZipFile(written["docx"]) as package:
        root = etree.fromstring(package.read("word/document.xml"))
        styles = package.read("word/styles.xml").decode()
        header = package.read("word/header1.xml").decode() if "word/header1.xml" in package.namelist() else ""
        headers = [package.read(name).decode() for name in package.namelist() if name.startswith("word/header")]
    entries = [
        p for p in root.iter(f"{W}p") if (s := p.find(f"{W}pPr/{W}pStyle")) is not None and s.get(f"{W}val") == "TOC1"
    ]
    assert len(entries) >= 8
    assert all(entry.find(f"{W}hyperlink") is not None for entry in entries)
    assert root.find(f".//{W}pgSz").get(f"{W}w") == "11906"
    assert len(list(root.iter(f"{W}tblHeader"))) == len(list(root.iter(f"{W}tbl")))
    assert 'w:val="fr-FR"' in styles
    assert header or headers
    assert all(
        p.get("descr")
        for p in root.iter("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr")
    )


def test_the_open_document_has_contents_and_alternative_texts(written):
    with zipfile.ZipFile(written["odt"]) as package:
        content = etree.fromstring(package.read("content.xml"))
    names = {"t": "urn:oasis:names:tc:opendocument:xmlns:text:1.0", "d": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
             "s": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"}  # fmt: skip
    assert len(content.findall(".//t:index-body/t:p", names)) >= 8
    images = content.findall(".//d:image", names)
    assert images
    assert all(image.getparent().find("s:desc", names) is not None for image in images)


def test_the_pdf_is_pdf_ua_by_an_independent_look_at_its_structure(written):
    with pikepdf.open(written["pdf"]) as pdf:
        assert str(pdf.Root.Lang).startswith("fr")
        assert bool(pdf.Root.MarkInfo.Marked)
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        assert pdf.open_metadata()["pdfuaid:part"] == "1"
        elements = list(_structure(pdf.Root.StructTreeRoot))
        kinds = [str(element.get("/S", "")) for element in elements]
        assert {"/H1", "/H2", "/Table", "/TH", "/L", "/Figure"} <= set(kinds)
        assert all("/Alt" in element for element in elements if str(element.get("/S", "")) == "/Figure")
        for page in pdf.pages:
            assert str(page.obj.get("/Tabs", "")) == "/S"
            assert "/StructParents" in page.obj


@pytest.mark.java
def test_the_epub_passes_epubcheck(written, needs):
    needs("java", "epubcheck")
    import shutil

    ran = subprocess.run(
        ["java", "-jar", shutil.which("epubcheck"), str(written["epub"])],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert "0 errors" in ran.stderr + ran.stdout, ran.stderr + ran.stdout


@pytest.mark.office
@pytest.mark.slow
def test_libreoffice_opens_the_editable_documents(written, tmp_path):
    for form in ("docx", "odt"):
        (rendered,) = to_pdf([written[form]], tmp_path)
        with pikepdf.open(rendered) as pdf:
            assert len(pdf.pages) > 10


def _headers(blocks):
    for node in blocks:
        if node["t"] == "Header":
            yield node
        elif node["t"] == "Div":
            yield from _headers(node["c"][1])


def _structure(element):
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from _structure(kid)


def test_text_of_a_reader_survives_typst_and_pandoc(paper, workspace, tmp_path):
    from dataclasses import replace

    from deroule.outputs.document import tree

    hostile = '#panic("x") <b>*gras*</b> $x^2$ [[a]] {{ b }} \\input{c} & 漢'
    twin = replace(
        paper, blocks=[tree.heading(1, tree.words(hostile), "un"), tree.paragraph(tree.words(hostile))], pictures={}
    )
    for form in FORMATS:
        found = write_paper(twin, form, tmp_path / f"x.{form}", workspace)
        assert [finding.code.name for finding in found] in ([], ["glyph-missing"])
    with zipfile.ZipFile(io.BytesIO((tmp_path / "x.docx").read_bytes())) as package:
        words = "".join(etree.fromstring(package.read("word/document.xml")).itertext())
    assert hostile in words
