"""Typst and pandoc: found, run, kept inside their folder, their refusals turned into findings."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from deroule.outputs.document import tree
from deroule.programs import mkdocs, typst
from deroule.programs.pandoc import PandocError, read_html, write_document
from deroule.programs.typst import TypstFailedError, compile_typst, share_drawings, svg_as_png, svg_height, typeset_pdf


def test_typst_reads_no_file_of_the_machine():
    for path in ("/etc/hostname", "../../etc/hostname"):
        with pytest.raises(TypstFailedError):
            compile_typst(f'#read("{path}")', {}, form="svg", fonts=())


def test_typst_fetches_no_package():
    with pytest.raises(TypstFailedError):
        compile_typst('#import "@preview/example:0.1.0": add', {}, form="svg", fonts=(), pictures={})


def test_a_refusal_of_typst_is_a_finding():
    outcome = typeset_pdf("essai", "#panic()", {}, fonts=())
    assert outcome.value is None
    assert [finding.code.name for finding in outcome.diagnostics] == ["typst-failed"]
    assert "essai" in outcome.diagnostics[0].message("fr")


def _svg(width: int, height: int) -> bytes:
    size = f'width="{width}" height="{height}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}><rect {size} fill="#203060"/></svg>'.encode()


def test_the_height_of_a_drawing_is_a_share_of_its_width():
    assert svg_height(_svg(300, 200)) == pytest.approx(2 / 3, abs=0.001)
    with pytest.raises(TypstFailedError):
        svg_height(b"<svg")


def test_processes_leave_their_drawings_to_each_other(tmp_path, monkeypatch):
    monkeypatch.setattr(typst, "_shared", None)
    monkeypatch.setattr(typst, "_rasters", {})
    share_drawings(tmp_path / "drawings")
    drawn = svg_as_png(_svg(30, 20))
    (left,) = (tmp_path / "drawings").iterdir()
    assert left.read_bytes() == drawn
    monkeypatch.setattr(typst, "_rasters", {})
    left.write_bytes(b"drawn by another")
    assert svg_as_png(_svg(30, 20)) == b"drawn by another"


def test_without_a_place_to_leave_them_drawings_are_made_all_the_same(tmp_path, monkeypatch):
    monkeypatch.setattr(typst, "_shared", None)
    monkeypatch.setattr(typst, "_rasters", {})
    share_drawings(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    assert svg_as_png(_svg(20, 30)).startswith(b"\x89PNG")


def test_a_refusal_of_pandoc_leaves_the_target_untouched(tmp_path):
    target = tmp_path / "made.docx"
    target.write_bytes(b"good")
    document = tree.document([tree.paragraph(tree.words("un"))], {"title": "Un"})
    found = write_document(
        "essai",
        document,
        "docx",
        target,
        files={"reference.docx": b"broken"},
        arguments=["--reference-doc=reference.docx"],
    )
    assert [finding.code.name for finding in found] == ["pandoc-failed"]
    assert target.read_bytes() == b"good"


def test_a_missing_picture_is_a_remark(tmp_path):
    document = tree.document([tree.picture("nowhere.png", "Rien", [])], {"title": "Un"})
    found = write_document("essai", document, "docx", tmp_path / "made.docx", files={})
    assert [finding.code.name for finding in found] == ["pandoc-warned"]


def test_html_is_read_into_a_tree():
    assert [block["t"] for block in read_html("<h1>Un</h1><p>deux</p>")["blocks"]] == ["Header", "Para"]
    assert issubclass(PandocError, Exception)


def test_a_warning_of_mkdocs_is_a_fault(tmp_path):
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "index.md").write_text("# Un\n\n[là](nowhere.md)\n", encoding="utf-8")
    config = tmp_path / "mkdocs.yml"
    config.write_text("site_name: Un\ndocs_dir: pages\nplugins: []\n", encoding="utf-8")
    with mkdocs.Engine() as engine:
        found = engine.build(config, tmp_path / "site")
    assert [finding.code.name for finding in found] == ["mkdocs-failed"]
    assert "nowhere.md" in found[0].message("fr")


def test_an_engine_that_was_told_nothing_ends_with_its_work():
    with mkdocs.Engine() as engine:
        process = engine._process
    assert process.returncode is not None


def test_mkdocs_alone_makes_the_same_bytes(tmp_path):
    """Our own start of it saves time, and is no hook: whoever has the staged pages can build them without us."""
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "index.md").write_text("# Un\n\n!!! note\n    Voir [plus bas](#deux).\n\n## Deux\n", "utf-8")
    config = tmp_path / "mkdocs.yml"
    config.write_text(
        "site_name: Un\ndocs_dir: pages\ntheme: material\nplugins: []\nmarkdown_extensions: [admonition]\n"
    )
    ours, alone = tmp_path / "ours", tmp_path / "alone"
    with mkdocs.Engine() as engine:
        assert not engine.build(config, ours)
    day = {"SOURCE_DATE_EPOCH": "946684800", "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", str(config), "-d", str(alone)]
    subprocess.run(command, check=True, env={**os.environ, **day})
    for site in (ours, alone):
        (site / "sitemap.xml.gz").unlink()  # carries the moment of compression
    made, expected = (
        {one.relative_to(site): one.read_bytes() for one in site.rglob("*") if one.is_file()} for site in (ours, alone)
    )
    assert made == expected
    assert Path("index.html") in made
