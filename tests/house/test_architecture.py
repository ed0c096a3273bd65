"""ARCHITECTURE.md is made from the modules themselves, and is current."""

from __future__ import annotations

import runpy


def test_the_list_of_modules_is_current(repository) -> None:
    made = runpy.run_path(str(repository / "scripts" / "architecture.py"), run_name="made")["architecture"]()
    assert (repository / "ARCHITECTURE.md").read_text(encoding="utf-8") == made, "run scripts/architecture.py"
