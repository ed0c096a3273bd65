"""The reference pages say what the model and the codes say."""

from __future__ import annotations

from pathlib import Path

from deroule.build.codes import all_codes
from deroule.build.reference import PAGES, blocks_page, code_section
from deroule.model.blocks import BLOCKS


def test_the_page_of_blocks_is_current(repository: Path) -> None:
    page = blocks_page()
    assert (repository / PAGES[0]).read_text("utf-8") == page
    assert all(f"### `{kind}`" in page for kind in BLOCKS)


def test_the_page_of_codes_is_current(repository: Path) -> None:
    page = (repository / PAGES[1]).read_text("utf-8")
    assert not [code.id for code in all_codes() if code_section(code) not in page]
