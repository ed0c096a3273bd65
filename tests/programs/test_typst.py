"""Typst: what it remembers of documents that do not come again is let go of when it is told so."""

from __future__ import annotations

import subprocess
import sys

import pytest

from deroule.programs.typst import MEMORY, compile_forms

_MANY = """
from pathlib import Path
from deroule.programs.typst import compile_forms
def held():
    return int(Path("/proc/self/statm").read_text().split()[1])

for turn in range(14):
    words = {"said": [f"{turn} {line} and so on" for line in range(400)]}
    compile_forms('#for line in json("data.json").said [#line #parbreak()]', words, forms=("plain-pdf",), fonts=(), ageing=AGEING)
    if turn == 1:
        before = held()
print(held() - before)
"""


def _growth(ageing: int) -> int:
    program = _MANY.replace("AGEING", str(ageing))
    return int(subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout)


def test_memory_grows_far_less_when_each_document_ages_what_came_before():
    assert _growth(ageing=MEMORY) < _growth(ageing=0) / 2


@pytest.mark.parametrize("forms", [("svg",), ("plain-pdf",), ("svg", "plain-pdf")])
def test_ageing_changes_nothing_of_what_is_made(forms):
    made = [compile_forms("= Déroulé", {}, forms=forms, fonts=(), ageing=ageing) for ageing in (0, MEMORY)]
    assert made[0] == made[1]
