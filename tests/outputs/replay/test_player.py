"""The player opened by double click: header in sight, keyboard, search, no outside request, accessible in both grounds."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pytest

from deroule.outputs.replay.pack import Member, write_pack
from deroule.outputs.replay.page import Download, PlayerSlide, player_page
from deroule.workspace import MemoryWorkspace


@pytest.fixture
def opened(tmp_path: Path, flagship, needs) -> Path:
    """The index.html of a pack made from the flagship's own words, without pictures, unpacked."""
    needs("chromium")
    titles = {sequence.id: sequence.title.plain for sequence in flagship.sequences}
    slides = [
        PlayerSlide(one.id, one.number, one.title.plain, titles.get(one.sequence or "", ""), "", "", one.notes)
        for one in flagship.slides
    ]
    page = player_page(flagship, slides, [Download("documents/a.pdf", "Synthèse", "PDF", 2048)], MemoryWorkspace({}))
    write_pack(tmp_path / "pack.zip", [Member("index.html", None, page.encode())], flagship)
    with zipfile.ZipFile(tmp_path / "pack.zip") as archive:
        archive.extractall(tmp_path / "unpacked")
    return tmp_path / "unpacked" / "index.html"


@pytest.mark.browser
def test_the_player_works_from_a_folder(opened: Path, needs_package) -> None:
    sync_api = pytest.importorskip("playwright.sync_api")
    axe = (needs_package("axe-core") / "axe.min.js").read_text(encoding="utf-8")
    with sync_api.sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for ground in ("light", "dark"):
            page = chromium.new_context(color_scheme=ground, bypass_csp=True).new_page()
            asked: list[str] = []
            page.on("request", lambda request, asked=asked: asked.append(request.url))
            page.goto(opened.as_uri(), wait_until="load")
            page.wait_for_function("scrollY === 0 && document.querySelectorAll('article:not([hidden])').length === 1")
            assert "mars 2018" in page.inner_text("header")
            page.keyboard.press("ArrowRight")
            assert page.inner_text("#count").startswith("2 / ")
            page.fill("#search", "ocre")
            assert "résultats" in page.inner_text("#found")
            page.fill("#search", "introuvable-zzz")
            assert page.inner_text("#found") == "aucun résultat"
            page.evaluate(axe)
            assert page.evaluate("axe.run().then(result => result.violations.map(one => one.id))") == []
            assert all(address.startswith("file:") for address in asked)
        chromium.close()
