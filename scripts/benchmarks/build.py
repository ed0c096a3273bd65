"""The flagship's build from nothing, and with nothing to do."""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.timing import ROOT, median_seconds


def run(arguments: argparse.Namespace) -> None:
    """The flagship alone, as a whole process: from nothing, and with nothing to do."""
    print("## deroule build (flagship, whole process, seconds)")
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        for name in ("sequences", "content"):
            shutil.copytree(ROOT / name, place / name, ignore=shutil.ignore_patterns("2026-*"))
        shutil.copy(ROOT / "mkdocs.yml", place)
        command = [sys.executable, "-m", "deroule", "build", "--quiet"]

        def clean() -> None:
            shutil.rmtree(place / "build", ignore_errors=True)
            subprocess.run(command, cwd=place, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

        def again() -> None:
            subprocess.run(command, cwd=place, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

        print(f"from nothing   {median_seconds(clean, arguments.runs):6.2f}")
        print(f"nothing to do  {median_seconds(again, arguments.runs):6.2f}")
