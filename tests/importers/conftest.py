"""Exports to read: samples of the documented shapes, held in memory or laid out on disk."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Mapping
from pathlib import Path
from types import ModuleType

import pytest

from deroule.importers.export import Export
from deroule.importers.part import Part
from deroule.importers.recognise import read_all


@pytest.fixture(scope="session")
def samples() -> ModuleType:
    spec = importlib.util.spec_from_file_location("samples", Path(__file__).parent / "samples.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def read() -> Callable[..., Part]:
    """Read files held in memory as one export."""

    def read_files(files: Mapping[str, str | bytes]) -> Part:
        held = {name: one.encode() if isinstance(one, str) else one for name, one in files.items()}
        return read_all(Export(tuple(sorted(held)), lambda name: held[name], Path(), []))

    return read_files
