"""YAML guesses nothing: every scalar arrives as it was written, and the field's type decides."""

from __future__ import annotations

import datetime as dt

import pytest

from deroule.source import load
from deroule.source.yaml_file import read_nodes
from deroule.workspace import MemoryWorkspace


@pytest.mark.parametrize("written", ["10:30", "no", "012", "3.10", "1er", "12 000", "2018-03-01", "0x1F", "yes", "1e3"])
def test_a_scalar_stays_as_written(written: str) -> None:
    node, found, _ = read_nodes(f"value: {written}\n".encode(), "a.yml")
    assert node is not None
    assert not found
    assert node["value"] == written


def test_the_fields_type_decides() -> None:
    files = {
        "sequences/organisation.yml": "organisations: {a: {name: A}}\n",
        "sequences/e/event.yml": "title: T\norganiser: a\ndate: 2018-03-01\nstarts: 10:30\nsequences: [s]\n",
        "sequences/e/s.yml": (
            "kind: concept\ntitle: S\nduration: 1 h 30\nslides:\n  - title: Chiffres\n    figures:\n"
            "      - {value: 12 000, label: questions}\n      - {value: 3.10, label: euros}\n"
            "      - {value: 012, label: code}\n      - {value: 1er, label: rang}\n      - {value: no, label: mot}\n"
        ),
    }
    outcome = load(MemoryWorkspace(files))
    assert not outcome.diagnostics
    event = outcome.value.event("e")
    assert event.written.starts == dt.time(10, 30)
    assert event.sequences[0].duration == dt.timedelta(minutes=90)
    slide = next(slide for slide in event.slides if slide.id == "chiffres")
    assert [figure.value for figure in slide.blocks[0].items] == ["12 000", "3.10", "012", "1er", "no"]
