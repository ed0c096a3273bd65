"""Small rooms: no module that one person cannot hold in mind."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2] / "src" / "deroule"


def test_no_module_is_longer_than_600_lines() -> None:
    long = {
        path.name: count
        for path in PACKAGE.rglob("*.py")
        if (count := len(path.read_text(encoding="utf-8").splitlines())) > 600
    }
    assert not long


def test_nothing_is_named_for_what_it_is_not() -> None:
    vague = {"utils", "helpers", "common", "core", "manager", "misc"}
    assert not [path for path in PACKAGE.rglob("*") if path.stem in vague]


def test_no_host_of_a_registry_and_no_path_of_a_machine_is_named() -> None:
    words = ["registry." + "npmjs", "pypi." + "org", "deb." + "debian", "/wo" + "rk/", "." + "library"]
    root = PACKAGE.parents[1]
    kinds = {".py", ".md", ".toml", ".json", ".yml", ".lock", ".txt", ".sh", ""}
    inside = [root / name for name in ("src", "tests", "scripts", "docs", "sequences", "content")]
    files = [path for folder in inside for path in folder.rglob("*") if path.is_file() and path.suffix in kinds]
    files += [path for path in root.iterdir() if path.is_file() and path.suffix in kinds]
    for path in files:
        if (
            "node_modules" in path.parts
            or path.suffix == ".log"
            or "__pycache__" in path.parts
            or path.name.startswith("AAA")
            or path.name == ".git"  # in a worktree it is a file that names a place
        ):
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        assert not [word for word in words if word in text], path
