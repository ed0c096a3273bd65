"""Benchmarks, printed as a table: medians of several runs, and ratios against a peer run side by side.

Nothing here is a test: times depend on the machine. What counts is the ratio, and that cost grows in step with the work.
"""

from __future__ import annotations

import argparse
import io
import json
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FLAGSHIP = "2018-03-01-entrepreneuriat-de-territoire"
SENTENCE = "La ressource du territoire se révèle quand les acteurs coopèrent, du diagnostic jusqu'au marché test."


def median_seconds(work: Callable[[], object], runs: int) -> float:
    """Time a piece of work; one run is not counted."""
    work()
    times = []
    for _ in range(runs):
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    return statistics.median(times)


def bench_build(runs: int) -> None:
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

        print(f"from nothing   {median_seconds(clean, runs):6.2f}")
        print(f"nothing to do  {median_seconds(again, runs):6.2f}")


def workspace_of(slides: int) -> dict[str, str]:
    """Make a workspace with one event of that many slides, all different."""
    parts = [f"part-{number}" for number in range(max(1, slides // 50))]
    files = {
        "sequences/organisation.yml": "language: fr\norganisations:\n  nous: {name: Nous}\n",
        "sequences/2027-01-14-mesure/event.yml": (
            f"title: Mesure\ndate: 2027-01-14\norganiser: nous\nsequences: [{', '.join(parts)}]\n"
        ),
    }
    each = slides // len(parts)
    for index, part in enumerate(parts):
        lines = [f"kind: concept\ntitle: Partie {index + 1}\nslides:"]
        for number in range(each):
            title = f"Diapositive {index * each + number}"
            lines.append(f"  - title: {title}\n    bullets:")
            lines += [f"      - {SENTENCE} ({number}.{point})" for point in range(4)]
            lines.append(f"    notes: {SENTENCE} ({number})")
        files[f"sequences/2027-01-14-mesure/{part}.yml"] = "\n".join(lines) + "\n"
    return files


def bench_deck(counts: list[int], runs: int) -> None:
    """Fit, place, draw and save, beside pandoc's pptx writer and bare python-pptx on the same text."""
    from deroule.layout import place
    from deroule.source import load
    from deroule.source.themes import load_themes
    from deroule.workspace import MemoryWorkspace

    print("\n## a deck, milliseconds a slide (title, four bullets, notes)")
    print(f"{'slides':>7} {'deroule':>9} {'pandoc':>9} {'ratio':>6} {'python-pptx':>12}  peak memory MiB")
    for count in counts:
        workspace = MemoryWorkspace(workspace_of(count))
        dossier = load(workspace).value
        event = dossier.events[0]
        themes = load_themes(workspace, dossier.organisation, event).value

        def ours(event=event, themes=themes) -> None:
            from deroule.outputs.deck.writing import deck_bytes

            pages = place(event, themes).value
            deck_bytes(pages, themes, event)

        repeats = max(1, runs if count <= 500 else 1)
        mine = median_seconds(ours, repeats) / count * 1000
        theirs = pandoc_seconds(event, repeats) / count * 1000 if count <= 1000 else float("nan")
        bare = python_pptx_seconds(event, 1) / count * 1000 if count <= 1000 else float("nan")
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{count:>7} {mine:>9.2f} {theirs:>9.2f} {mine / theirs:>6.2f} {bare:>12.2f}  {peak:.0f}", flush=True)


def markdown_of(event) -> str:
    """The same text as Markdown, for the peer."""
    lines = []
    for slide in event.slides:
        lines.append(f"## {slide.title.plain}\n")
        for block in slide.blocks:
            lines += [f"- {item.text.plain}" for item in block.items]
        if slide.notes:
            lines.append(f"\n::: notes\n{slide.notes.plain}\n:::\n")
    return "\n".join(lines)


def pandoc_seconds(event, runs: int) -> float:
    """Time pandoc's pptx writer on the same text."""
    import pypandoc

    pandoc = pypandoc.get_pandoc_path()
    text = markdown_of(event).encode()
    with tempfile.TemporaryDirectory() as folder:
        command = [pandoc, "-f", "markdown", "-t", "pptx", "--slide-level=2", "-o", str(Path(folder) / "peer.pptx")]
        return median_seconds(lambda: subprocess.run(command, input=text, check=True, capture_output=True), runs)


def python_pptx_seconds(event, runs: int) -> float:
    """Time bare python-pptx, which neither measures nor places."""
    from pptx import Presentation

    def work() -> None:
        deck = Presentation()
        for slide in event.slides:
            page = deck.slides.add_slide(deck.slide_layouts[1])
            page.shapes.title.text = slide.title.plain
            page.placeholders[1].text = "\n".join(item.text.plain for block in slide.blocks for item in block.items)
            page.notes_slide.notes_text_frame.text = slide.notes.plain
        deck.save(io.BytesIO())

    return median_seconds(work, runs)


def main() -> None:
    """Run what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", nargs="*", default=["build", "deck"])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--slides", type=int, nargs="*", default=[50, 500])
    arguments = parser.parse_args()
    print(json.dumps({"python": sys.version.split()[0]}))
    if "build" in arguments.what:
        bench_build(arguments.runs)
    if "deck" in arguments.what:
        bench_deck(arguments.slides, arguments.runs)


if __name__ == "__main__":
    main()
