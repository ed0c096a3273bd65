"""What it costs to check every link, anchor and request of a built site of 2,000 pages."""

from __future__ import annotations

import argparse
import shutil
import tempfile
import time
from pathlib import Path

from benchmarks.timing import ROOT, median_seconds

PAGES = 2_000


def run(arguments: argparse.Namespace) -> None:
    """Check copies of the built dossier, without its downloads, side by side until there are enough pages."""
    from deroule.outputs.site.links import check_links

    print(f"\n## links of {PAGES} built pages, seconds")
    site = ROOT / "build" / "site"
    if not (site / "index.html").is_file():
        print("no build/site: run scripts/build first")
        return
    with tempfile.TemporaryDirectory() as name:
        folder, left = Path(name), shutil.ignore_patterns("search", "*.map", "telechargements", "slides")
        count = len(list(site.rglob("*.html")))
        for copy in range(-(-PAGES // count)):
            shutil.copytree(site, folder / str(copy), ignore=left)
        seconds = median_seconds(lambda: check_links(folder), min(arguments.runs, 3))
        started = time.process_time()
        check_links(folder)
        megabytes = sum(path.stat().st_size for path in folder.rglob("*.html")) / 1e6
        print(
            f"elapsed {seconds:.1f}, of one processor {time.process_time() - started:.1f}; {megabytes:.0f} MB of HTML"
        )
