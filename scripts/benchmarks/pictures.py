"""What the pictures of the flagship's slides cost: SVG and PNG of 1280 pixels, by the processor's clock and by the wall's."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

from benchmarks.timing import FLAGSHIP, ROOT

TIMES = {"png": (1, 5, 10, 40), "png svg": (1, 10)}


def run(arguments: argparse.Namespace) -> None:
    """Draw the flagship's slides once and many times over; each in a process of its own, cold, then again."""
    print("\n## slide pictures, milliseconds a slide by the wall's clock (and by the processor's)")
    print(f"{'slides':>7} {'forms':>8} {'cold':>14} {'again':>14}  peak MiB")
    for forms, repeated in TIMES.items():
        for times in repeated:
            command = [sys.executable, "-m", "benchmarks.pictures", str(times), forms]
            done = subprocess.run(command, check=True, capture_output=True, cwd=ROOT / "scripts")
            told = json.loads(done.stdout)
            cold, again = (f"{clock:.1f} ({processor:.1f})" for clock, processor in told["times"])
            print(f"{told['slides']:>7} {forms:>8} {cold:>14} {again:>14}  {told['peak']:.0f}", flush=True)


def drawn(times: int, forms: tuple[str, ...]) -> dict[str, Any]:
    """Draw every slide of the flagship `times` over, under names of their own, twice."""
    import resource

    from deroule.layout import place
    from deroule.outputs.pictures.draw import draw_pages
    from deroule.source import load
    from deroule.source.themes import load_themes
    from deroule.workspace import DiskWorkspace

    workspace = DiskWorkspace(ROOT)
    dossier = load(workspace).value
    event = dossier.event(FLAGSHIP)
    themes = load_themes(workspace, dossier.organisation, event).value
    once = place(event, themes).value
    pages = tuple(replace(page, id=f"{page.id}-{time_}") for time_ in range(times) for page in once)
    measured = []
    for _ in range(2):
        with tempfile.TemporaryDirectory() as folder:
            clock, processor = time.perf_counter(), time.process_time()
            draw_pages(pages, themes, workspace, Path(folder), forms=forms)
            taken = (time.perf_counter() - clock, time.process_time() - processor)
        measured.append([seconds / len(pages) * 1000 for seconds in taken])
    return {
        "slides": len(pages), "times": measured, "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }  # fmt: skip


if __name__ == "__main__":
    print(json.dumps(drawn(int(sys.argv[1]), tuple(sys.argv[2].split()))))
