"""The import table of the house: which room may lean on which."""

from __future__ import annotations

import ast
import functools
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "src" / "deroule"

MAY_IMPORT = {
    "span": set(),
    "diagnostics": {"span"},
    "workspace": {"span", "diagnostics"},
    "model": {"span"},
    "source": {"span", "alphabet", "slug", "typography", "model", "diagnostics", "workspace"},
    "checks": {"span", "bare_addresses", "model", "diagnostics"},
    "layout": {"span", "collecting", "model", "diagnostics"},
    "programs": {"span", "workspace", "diagnostics"},
    "outputs": {
        "span",
        "alphabet",
        "bare_addresses",
        "collecting",
        "slug",
        "typography",
        "layout",
        "model",
        "programs",
        "workspace",
        "diagnostics",
    },
    "importers": {"span", "model", "source", "workspace", "diagnostics"},
    "build": {
        "span",
        "collecting",
        "diagnostics",
        "workspace",
        "model",
        "source",
        "checks",
        "layout",
        "programs",
        "outputs",
        "importers",
    },
    "serve": {
        "span",
        "diagnostics",
        "workspace",
        "model",
        "source",
        "checks",
        "layout",
        "programs",
        "outputs",
        "build",
    },
    "cli": {"span", "slug", "build", "serve", "workspace", "diagnostics"},
}
SHARED_BY_OUTPUTS = {"artefact", "request", "document", "player"}
ENTRANCES = {
    # A command is thin: it may call the one function that does its work, in the room where that work belongs.
    "cli": {"source", "checks", "outputs", "importers"},
}
ONLY_UNDER = {
    "pptx": ("outputs/deck", "importers"),
    "typst": ("programs", "outputs/pictures"),
    "pypandoc": ("programs",),
    "pypdfium2_raw": ("programs",),
    "isal": ("programs",),
}


def modules() -> list[Path]:
    return sorted(path for path in PACKAGE.rglob("*.py") if path.parent != PACKAGE)


@functools.cache
def imported(path: Path) -> frozenset[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            found.add(node.module)
            if node.module in ("deroule", "deroule.outputs"):
                found |= {f"{node.module}.{name.name}" for name in node.names}
        elif isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
    return frozenset(found)


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_room_imports_only_what_the_table_allows(path: Path) -> None:
    room = path.relative_to(PACKAGE).parts[0]
    allowed = MAY_IMPORT[room] | ENTRANCES.get(room, set()) | {room}
    for module in imported(path):
        parts = module.split(".")
        if parts[0] == "deroule" and len(parts) > 1 and parts[1] != "__version__":
            assert parts[1] in allowed, f"{room} may not import {module}"


@pytest.mark.parametrize(
    "path", sorted((PACKAGE / "outputs").rglob("*.py")), ids=lambda path: str(path.relative_to(PACKAGE))
)
def test_outputs_do_not_know_each_other(path: Path) -> None:
    parts = path.relative_to(PACKAGE / "outputs").parts
    own = parts[0].removesuffix(".py")
    for module in imported(path):
        named = module.split(".")
        if named[:2] == ["deroule", "outputs"] and len(named) > 2:
            assert named[2] in SHARED_BY_OUTPUTS | {own}, f"{own} may not import {module}"


@pytest.mark.parametrize("library", sorted(ONLY_UNDER))
def test_an_engine_is_imported_in_its_room_alone(library: str) -> None:
    for path in modules():
        where = path.relative_to(PACKAGE).as_posix()
        if any(module.split(".")[0] == library for module in imported(path)):
            assert where.startswith(ONLY_UNDER[library]), f"{where} imports {library}"
