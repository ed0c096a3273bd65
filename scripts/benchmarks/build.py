"""The flagship's build from nothing, and with nothing to do."""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.timing import ROOT, cpu_seconds, median_seconds


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

        # The processor's seconds are what the work costs; on two quiet cores the clock shows a little over half of them.
        print(f"{'':13}  {'clock':>6} {'processor':>10}   aim")
        for name, work, aim in (("from nothing", clean, 8.0), ("nothing to do", again, 0.5)):
            clock, processor = median_seconds(work, arguments.runs), cpu_seconds(work, arguments.runs)
            print(f"{name:13}  {clock:6.2f} {processor:10.2f}   {aim} s on 2 quiet cores")
