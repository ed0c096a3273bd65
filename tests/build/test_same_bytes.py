"""Two clean builds of the same sources are the same bytes, in all outputs: another folder, language, zone, hash seed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from deroule.cli import main

KINDS = {
    ".pptx",
    ".docx",
    ".odt",
    ".epub",
    ".pdf",
    ".zip",
    ".ics",
    ".html",
    ".txt",
    ".svg",
    ".png",
    ".json",
    ".js",
    ".css",
}


@pytest.mark.slow
def test_two_clean_builds_are_equal(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "à côté, seconde"
    assert main(["init", str(first)]) == 0
    shutil.copytree(first, second)
    built = [
        files_of(first, {"PYTHONHASHSEED": "1", "TZ": "UTC", "DEROULE_LANGUAGE": "fr"}),
        files_of(second, {"PYTHONHASHSEED": "2", "TZ": "Pacific/Auckland", "DEROULE_LANGUAGE": "en"}),
    ]
    assert built[0].keys() == built[1].keys()
    assert [path for path in built[0] if built[0][path] != built[1][path]] == []
    assert {Path(path).suffix for path in built[0]} >= KINDS


def files_of(workspace: Path, variables: dict[str, str]) -> dict[str, bytes]:
    environment = {**os.environ, **variables}
    command = [sys.executable, "-m", "deroule", "build", "--quiet"]
    subprocess.run(command, cwd=workspace, env=environment, check=True, capture_output=True)
    build = workspace / "build"
    files = (path for path in build.rglob("*") if path.is_file() and ".deroule" not in path.parts)
    return {path.relative_to(build).as_posix(): path.read_bytes() for path in files}
