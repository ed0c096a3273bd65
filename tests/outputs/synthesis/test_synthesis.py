"""The synthesis of the flagship: one tree, four formats, each held against its own standard."""

from __future__ import annotations

import io
import json
import re
import subprocess
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from lxml import etree
from tests.office import to_pdf
from tests.outputs.pdf_rules import faults_of, structure

from deroule.model.recording import After, PollAnswer, PollResult, Question, Recording
from deroule.outputs.document import Album
from deroule.outputs.document.reference_docx import reference_docx
from deroule.outputs.document.reference_odt import reference_odt
from deroule.outputs.document.writing import write_paper
from deroule.outputs.synthesis import FORMATS
from deroule.outputs.synthesis.making import synthesis
from deroule.source.themes import load_themes
from deroule.workspace import DiskWorkspace, MemoryWorkspace

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


def test_in_word_no_row_splits_and_short_lists_stay_whole(written):
    with zipfile.ZipFile(written["docx"]) as package:
        root = etree.fromstring(package.read("word/document.xml"))
        bullets = package.read("word/numbering.xml").decode()
    assert len(list(root.iter(f"{W}cantSplit"))) == len(list(root.iter(f"{W}tr")))
    lines = [line for line in root.find(f"{W}body") if line.find(f"{W}pPr/{W}numPr") is not None]
    pairs = [(line, line.getnext()) for line in lines if line.getnext() in lines]
    assert len(pairs) > 40
    kept = [line.find(f"{W}pPr/{W}keepNext") is not None for line, _ in pairs]
    assert kept.count(False) <= 12, "lists of seven entries and more may break"
    assert "\u2022" not in bullets


def test_in_word_no_table_drags_what_follows_it_to_the_next_page(written):
    with zipfile.ZipFile(written["docx"]) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    last_rows = [table.findall(f"{W}tr")[-1] for table in root.iter(f"{W}tbl")]
    kept = [line.find(f"{W}pPr/{W}keepNext") for row in last_rows for line in row.iter(f"{W}p")]
    assert len(kept) > 40
    assert all(one is not None and one.get(f"{W}val") == "0" for one in kept)


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
    assert faults_of(written["pdf"]) == []
    with pikepdf.open(written["pdf"]) as pdf:
        assert str(pdf.Root.Lang).startswith("fr")
        kinds = {str(element.get("/S", "")) for element in structure(pdf.Root.StructTreeRoot)}
    assert {"/H1", "/H2", "/H3", "/Table", "/TH", "/L", "/Figure", "/Link"} <= kinds


DAMAGE: dict[str, Callable[[pikepdf.Pdf], object]] = {
    "no language": lambda pdf: pdf.Root.__delitem__("/Lang"),
    "not marked": lambda pdf: pdf.Root.__delitem__("/MarkInfo"),
    "the window shows": lambda pdf: pdf.Root.__delitem__("/ViewerPreferences"),
    "page 1: the tab key": lambda pdf: pdf.pages[0].obj.__delitem__("/Tabs"),
    "page 1: outside": lambda pdf: pdf.pages[0].obj.__delitem__("/StructParents"),
    "a figure without": lambda pdf: _first(pdf, "/Figure").__delitem__("/Alt"),
    "a table without": lambda pdf: [one.__setitem__("/S", pikepdf.Name("/TD")) for one in _all(pdf, "/TH")],
    "a header cell that": lambda pdf: _first(pdf, "/TH").__delitem__("/A"),
    "a heading jumps to /H5": lambda pdf: _first(pdf, "/H2").__setitem__("/S", pikepdf.Name("/H5")),
    "a link of the structure": lambda pdf: _first(pdf, "/Link").__setitem__("/K", pikepdf.Array()),
    "an empty /P": lambda pdf: _first(pdf, "/P").__delitem__("/K"),
    "page 1: a link outside": lambda pdf: pdf.pages[0].obj.Annots[0].__delitem__("/StructParent"),
    "page 1: a link that says nothing": lambda pdf: pdf.pages[0].obj.Annots[0].__delitem__("/Contents"),
}


@pytest.mark.parametrize("told", DAMAGE)
def test_the_look_at_the_structure_sees_what_is_missing(written, told, tmp_path):
    with pikepdf.open(written["pdf"]) as pdf:
        DAMAGE[told](pdf)
        pdf.save(tmp_path / "damaged.pdf")
    assert [fault for fault in faults_of(tmp_path / "damaged.pdf") if fault.startswith(told)]


def _all(pdf, kind):
    return [element for element in structure(pdf.Root.StructTreeRoot) if str(element.get("/S", "")) == kind]


def _first(pdf, kind):
    return _all(pdf, kind)[0]


def test_the_epub_says_what_a_reader_who_does_not_see_can_expect(written):
    with zipfile.ZipFile(written["epub"]) as package:
        names = package.namelist()
        described = package.read("EPUB/content.opf").decode()
        pages = [etree.fromstring(package.read(name)) for name in names if name.startswith("EPUB/text/")]
    for wanted in ("accessMode", "accessModeSufficient", "accessibilityFeature", "accessibilityHazard"):
        assert f'property="schema:{wanted}"' in described
    assert "chaque image a un texte de remplacement" in described
    assert "<dc:language>fr-FR</dc:language>" in described
    xhtml = "{http://www.w3.org/1999/xhtml}"
    assert all(page.get("lang", "").startswith("fr") for page in pages)
    pictures = [image for page in pages for image in page.iter(f"{xhtml}img")]
    assert pictures
    assert all(image.get("alt", "").strip() for image in pictures)
    tables = [table for page in pages for table in page.iter(f"{xhtml}table")]
    assert len(tables) > 10
    assert all(table.find(f".//{xhtml}th") is not None for table in tables)
    ids = {element.get("id") for page in pages for element in page.iter() if isinstance(element.tag, str)}
    links = [link.get("href", "") for page in pages for link in page.iter(f"{xhtml}a")]
    assert [link for link in links if "#" in link and link.partition("#")[2] not in ids] == []
    assert all("".join(link.itertext()).strip() for page in pages for link in page.iter(f"{xhtml}a"))


@pytest.mark.parametrize("form", ["docx", "odt"])
def test_the_owner_s_reference_document_gives_its_look(paper, form, tmp_path):
    make = reference_docx if form == "docx" else reference_odt
    own = make(paper.theme, "En-tête du propriétaire", "Pied du propriétaire", "fr")
    workspace = MemoryWorkspace({f"templates/documents/reference.{form}": own})
    assert write_paper(paper, form, tmp_path / f"own.{form}", workspace) == ()
    with zipfile.ZipFile(tmp_path / f"own.{form}") as package:
        parts = [package.read(name).decode("utf-8", "replace") for name in package.namelist() if name.endswith(".xml")]
    assert any("En-tête du propriétaire" in part for part in parts)


@pytest.mark.java
def test_the_epub_passes_epubcheck(written, needs):
    needs("java", "epubcheck")
    import shutil

    # A run of seconds is over before code that is made faster while it runs is worth its making: half the time.
    quick = "-XX:TieredStopAtLevel=1"
    ran = subprocess.run(
        ["java", quick, "-jar", shutil.which("epubcheck"), str(written["epub"])],
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


def test_votes_and_questions_of_the_room_are_told(dossier, flagship, workspace):
    session = Recording(
        "zoom",
        polls=(
            PollResult("Ressources ?", (PollAnswer("A", 31), PollAnswer("B", 6)), 37, "ressources"),
            PollResult("Une autre ?", (PollAnswer("Oui", 1), PollAnswer("Non", 3)), 4),
        ),
        questions=(Question("Et le budget ?", ("Il est voté.",)), Question("Et après ?")),
    )
    themes = load_themes(workspace, dossier.organisation, flagship).value
    event = replace(flagship, after=After(session))
    told = json.dumps(synthesis(event, Album(workspace, {}), themes[None], {}).blocks, ensure_ascii=False)
    words = " ".join(re.findall(r'"c": "([^"]*)"', told))
    assert "D’accord 31 84\u00a0%" in words, "letters of the tool stand for the options in their order"
    assert "Une autre" in words and "Non\u00a0: 75\u00a0%" in words
    assert "Il est voté." in words and "Sans réponse pendant la séance." in words
