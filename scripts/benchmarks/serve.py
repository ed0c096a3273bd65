"""The live preview: from the saving of a file to the screen, in a real browser, beside the processor time that it takes.

A copy of this repository's workspace is written in; the whole build that follows behind each change is left to run, as it
does for a writer. The processor's seconds are those of the preview alone.
"""

from __future__ import annotations

import argparse
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.timing import ROOT

FLAGSHIP = "2018-03-01-entrepreneuriat-de-territoire"
SEQUENCE = f"sequences/{FLAGSHIP}/decryptage.yml"
PAGE = "content/outils/voyage-detude.md"
THEME = "themes/maison/theme.yml"
_SAYS = "said => document.querySelector('article')?.innerText.includes(said)"
_SHOWS = """said => { const one = document.querySelector('article .d-pictures img');
    return one && one.src !== said && one.complete && one.naturalWidth; }"""


def run(arguments: argparse.Namespace) -> None:
    """Print median and worst of several edits: of a slide (words, then its picture), of a page, of a theme."""
    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium")
    if chromium is None:
        print("\n## serve: no Chromium on this machine")
        return
    print("\n## serve: seconds from saving to the screen, and of one processor; median (worst)")
    with (
        tempfile.TemporaryDirectory() as name,
        served(Path(name) / "workspace") as (root, address, process),
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page()
        for what, measure in (("slide", slides), ("page", pages), ("theme", themes)):
            page.goto(
                f"{address}{'outils/voyage-detude' if what == 'page' else f'evenements/{FLAGSHIP}/decryptage'}.html"
            )
            page.wait_for_selector("#deroule-live")
            page.wait_for_timeout(2_000)
            before = processor(process)
            seconds = list(measure(root, page, max(arguments.runs, 3)))
            cost = (processor(process) - before) / len(seconds)
            print(f"{what:>6} {statistics.median(seconds):6.2f} ({max(seconds):.2f}) {cost:6.2f}")
        browser.close()


def slides(root: Path, page: object, edits: int) -> Iterator[float]:
    """Change the words of a slide's title; wait for them in the page."""
    for edit in range(edits):
        yield timed(
            root / SEQUENCE, r"(title: Un mouvement)[^\n]*", rf"\1 numéro {edit}", page, _SAYS, f"numéro {edit}"
        )


def pages(root: Path, page: object, edits: int) -> Iterator[float]:
    """Add a line to a page of the owner's; wait for it."""
    for edit in range(edits):
        yield timed(root / PAGE, r"\Z", f"\nLigne numéro {edit}.\n", page, _SAYS, f"Ligne numéro {edit}.")


def themes(root: Path, page: object, edits: int) -> Iterator[float]:
    """Change a colour of the theme; wait until a picture drawn with it stands in the page."""
    for edit in range(edits):
        shown = page.evaluate("document.querySelector('article .d-pictures img').src")
        yield timed(root / THEME, r'accent2: "[^"]*"', f'accent2: "{0x204060 + edit * 9:06X}"', page, _SHOWS, shown)


def timed(path: Path, old: str, new: str, page: object, until: str, said: str) -> float:
    """Save a change; give the seconds until the page fulfils `until`, then let the preview come to rest."""
    text = re.sub(old, new, path.read_text("utf-8"), count=1)
    started = time.perf_counter()
    path.write_text(text, "utf-8")
    page.wait_for_function(until, arg=said, timeout=60_000)
    seconds = time.perf_counter() - started
    page.wait_for_timeout(1_500)
    return seconds


@contextmanager
def served(root: Path) -> Iterator[tuple[Path, str, int]]:
    """Serve a copy of the workspace, already built; give its folder, its address and the process."""
    shutil.copytree(ROOT / "sequences", root / "sequences")
    shutil.copytree(ROOT / "content", root / "content")
    shutil.copy(ROOT / "mkdocs.yml", root)
    theme = (ROOT / "src/deroule/themes/default/theme.yml").read_text("utf-8")
    (root / THEME).parent.mkdir(parents=True)
    (root / THEME).write_text(theme, "utf-8")
    organisation = root / "sequences/organisation.yml"
    organisation.write_text(re.sub(r"(?m)^theme: .*", "theme: maison", organisation.read_text("utf-8")), "utf-8")
    command = [sys.executable, "-m", "deroule"]
    subprocess.run([*command, "build", "--only", "pictures,site", "--quiet"], cwd=root, check=True)
    process = subprocess.Popen(
        [*command, "serve", FLAGSHIP, "--port", "8400"], cwd=root, stdout=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout is not None
        yield root, re.findall(r"http://\S+", process.stdout.readline())[0], process.pid
    finally:
        process.send_signal(signal.SIGINT)
        process.wait()


def processor(process: int) -> float:
    """Give the seconds of processor that a process has had, where the system tells (Linux)."""
    try:
        facts = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return float("nan")
    return (int(facts[11]) + int(facts[12])) / 100
