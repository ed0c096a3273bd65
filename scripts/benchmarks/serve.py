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
_REST = 1_500
"""Milliseconds in which the preview comes to rest."""
_PICTURE = """said => { const one = document.querySelector('#deroule-live')?.shadowRoot.querySelector('li.changed img');
    return one && one.src !== said && one.complete && one.naturalWidth ? one.src : null; }"""
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
            shown = "  then its picture ".join(
                f"{statistics.median(step):6.2f} ({max(step):.2f})" for step in zip(*seconds, strict=True)
            )
            print(f"{what:>6} {shown} {cost:6.2f}")
        browser.close()


def slides(root: Path, page: object, edits: int) -> Iterator[tuple[float, ...]]:
    """Change the words of a slide's title; wait for them in the page, and for its picture beside the page."""
    shown = ""
    for edit in range(edits):
        save(root / SEQUENCE, r"(title: Un mouvement)[^\n]*", rf"\1 numéro {edit}")
        started = time.perf_counter()
        words = until(page, _SAYS, f"numéro {edit}")[0] - started
        drawn, shown = until(page, _PICTURE, shown)
        yield words, drawn - started
        page.wait_for_timeout(_REST)


def pages(root: Path, page: object, edits: int) -> Iterator[tuple[float, ...]]:
    """Add a line to a page of the owner's; wait for it."""
    for edit in range(edits):
        save(root / PAGE, r"\Z", f"\nLigne numéro {edit}.\n")
        started = time.perf_counter()
        yield (until(page, _SAYS, f"Ligne numéro {edit}.")[0] - started,)
        page.wait_for_timeout(_REST)


def themes(root: Path, page: object, edits: int) -> Iterator[tuple[float, ...]]:
    """Change a colour of the theme; wait until a picture drawn with it stands in the page."""
    for edit in range(edits):
        shown = page.evaluate("document.querySelector('article .d-pictures img').src")
        save(root / THEME, r'accent2: "[^"]*"', f'accent2: "{0x204060 + edit * 9:06X}"')
        started = time.perf_counter()
        yield (until(page, _SHOWS, shown)[0] - started,)
        page.wait_for_timeout(_REST)


def save(path: Path, old: str, new: str) -> None:
    """Save a file with one change."""
    path.write_text(re.sub(old, new, path.read_text("utf-8"), count=1), "utf-8")


def until(page: object, condition: str, said: str) -> tuple[float, str]:
    """Wait until the page fulfils the condition; give the moment, and what the condition gave."""
    answer = page.wait_for_function(condition, arg=said, timeout=60_000)
    return time.perf_counter(), answer.json_value()


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
