"""Every PDF that the build makes is accessible by an independent look at its structure."""

from __future__ import annotations

from pathlib import Path

from tests.outputs.pdf_rules import faults_of


def test_every_pdf_of_the_build_keeps_the_rules(built: Path) -> None:
    files = sorted(built.rglob("*.pdf"))
    kinds = (
        "slides",
        "handout",
        "handout-three",
        "synthese",
        "synthesis",
        "programme",
        "attendance",
        "evaluation",
        "certificate",
    )
    assert [kind for kind in kinds if not any(file.stem.endswith(kind) for file in files)] == []
    assert {file.name: faults for file in files if (faults := faults_of(file))} == {}
