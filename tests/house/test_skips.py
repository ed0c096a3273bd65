"""Nothing is left out in silence: a test that lacks something of the machine says so, and fails where CI runs it."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parents[1]


@pytest.mark.parametrize("path", sorted(TESTS.rglob("*.py")), ids=lambda path: str(path.relative_to(TESTS)))
def test_a_skip_stands_beside_its_failure_in_ci(path: Path) -> None:
    """Packages are locked, so they are imported plainly; only programs may be missing, on a developer's machine."""
    if path == Path(__file__):
        return
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute):
            assert node.attr not in ("importorskip", "skipif", "xfail"), f"{path.name}:{node.lineno}: {node.attr}"
        if isinstance(node, ast.FunctionDef) and "pytest.skip" in (code := ast.unparse(node)):
            assert "IN_CI" in code and "pytest.fail" in code, f"{path.name}:{node.lineno}: {node.name}"
