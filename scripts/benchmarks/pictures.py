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

from benchmarks.timing import FLAGSHIP, ROOT, cpu_seconds


def run(arguments: argparse.Namespace) -> None:
    """Draw the flagship's slides once and ten times over; each in a process of its own."""
    print("\n## slide pictures, milliseconds a slide (PNG and SVG together, then each alone)")
    print(f"{'slides':>7} {'both':>8} {'PNG':>8} {'SVG':>8} {'wall, both':>11}  peak MiB")
    for times in (1, 10):
        done = subprocess.run(
            [sys.executable, "-m", "benchmarks.pictures", str(times)],
            check=True,
            capture_output=True,
            cwd=ROOT / "scripts",
        )
        told = json.loads(done.stdout)
        print(
            f"{told['slides']:>7} {told['both']:>8.1f} {told['png']:>8.1f} {told['svg']:>8.1f} {told['wall']:>11.1f}"
            f"  {told['peak']:.0f}",
            flush=True,
        )


def drawn(times: int) -> dict[str, float]:
    """Draw every slide of the flagship `times` over, under names of their own."""
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
    told = {"slides": float(len(pages))}
    with tempfile.TemporaryDirectory() as folder:
        for name, forms in (("both", ("svg", "png")), ("png", ("png",)), ("svg", ("svg",))):
            started = time.perf_counter()
            taken = cpu_seconds(lambda forms=forms: draw_pages(pages, themes, workspace, Path(folder), forms=forms), 0)  # type: ignore[misc]
            told[name] = taken / len(pages) * 1000
            told.setdefault("wall", (time.perf_counter() - started) / len(pages) * 1000)
    return told | {"peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}


if __name__ == "__main__":
    print(json.dumps(drawn(int(sys.argv[1]))))
