"""ARCHITECTURE.md is made from the modules' first sentences, and is what they say now."""

from __future__ import annotations

import importlib.util
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_the_list_of_rooms_is_current() -> None:
    spec = importlib.util.spec_from_file_location("architecture", ROOT / "scripts" / "architecture.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    told = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    assert told == module.architecture(), "run scripts/architecture.py"
