"""The site at 50, 500 and 2,000 pages, by both engines: what ours costs beside the engine's own work.

Each engine is run from nothing, and again after one page of content/ changed; what was kept of the other pages serves then,
as it does in a build. `plain` is mkdocs-material as it comes, on the same Markdown: without our theme's additions, with its
own search and a list of all pages in every page. Each run is a process of its own, cold, with the engine's start in it; the
engines take turns, and each figure is the median of the runs: of the ratios too, since a machine is not equally fast all the
time. Reading is told beside; it serves every output of a build.

Nothing is removed before all is measured. ext4 makes a new file slowly, each time a little more so, for minutes after
thousands were removed, as it passes over their numbers one by one (`recently_deleted` in fs/ext4/ialloc.c of Linux: 1 ms a
file after 12,000, instead of 0.03): a run would pay for the one before it. A disk that is slow to make new files may still
double the stage of a small site: with `TMPDIR` in memory it is the work alone.
"""

from __future__ import annotations

import argparse
import importlib.util
import itertools
import json
import random
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from benchmarks.search import invented
from benchmarks.timing import processor

STAGES = ("read", "stage", "engine", "finish", "index", "links")
OURS = ("stage", "finish", "index", "links")
PLAIN = "plain"
PLAIN_MOST = 500
"""Its cost grows with the square of the pages: above so many it is run when asked for, with `--plain`."""
PLAIN_PATIENCE = 3_600.0
EXTENSIONS = ("admonition", "attr_list", "def_list", "footnotes", "tables", "abbr", "md_in_html", "toc")
PER_EVENT = 6
"""Pages that an event makes: its own, and one a sequence."""

Seconds = dict[str, float]
"""Of the processor, by stage."""


def run(arguments: argparse.Namespace) -> None:
    """Print the seconds of each stage, and what ours are beside the engine's and beside plain mkdocs-material."""
    print(
        "\n## site: processor seconds; stage, and ours in all (stage, finish, index, links), as parts of the engine's;"
    )
    print("all (ours and the engine's) as a part of what plain mkdocs-material takes for the same Markdown")
    whole = "".join(f"{name:>8}" for name in STAGES)
    print(f"{'':>15} {'from nothing':>48}  {'of the engine':>14} {'of':>7}  {'after one page changed':>48}")
    print(f"{'pages':>6} {'engine':>8} {whole}  {'stage':>6} {'ours':>7} {'plain':>7}  {whole} {'MB':>6}")
    engines = ["mkdocs"] + (["zensical"] if importlib.util.find_spec("zensical") else []) + [PLAIN]
    with tempfile.TemporaryDirectory() as name:
        for pages in arguments.pages:
            some = [one for one in engines if one != PLAIN or pages <= PLAIN_MOST or arguments.plain]
            compare(Path(name, str(pages)), pages, some, arguments.runs)
            if PLAIN not in some:
                print(f"{pages:>6} {PLAIN:>8} not run: minutes, as every page lists all pages; --plain runs it")


def compare(folder: Path, pages: int, engines: list[str], runs: int) -> None:
    """Run the engines in turns on one workspace, and print a line for each."""
    root = make_workspace(folder / "workspace", pages)
    taken: dict[str, list[tuple[Seconds, Seconds, float]]] = {engine: [] for engine in engines}
    for number in range(runs):
        for engine, told in taken.items():
            told.append(measure_apart(root, folder / f"{engine}-{number}", engine))
    plain = [first["engine"] for first, _, _ in taken.get(PLAIN, [])]
    for engine, told in taken.items():
        first, again, peaks = zip(*told, strict=True)
        ratios = " " * 23 if engine == PLAIN else beside(first, plain)
        print(f"{pages:>6} {engine:>8} {medians(first)}  {ratios}  {medians(again)} {max(peaks):>6.0f}", flush=True)


def beside(runs: tuple[Seconds, ...], plain: list[float]) -> str:
    """Write what the stage, and all that is ours, take of the engine's time; and what all takes of plain mkdocs's."""
    stage = statistics.median(one["stage"] / one["engine"] for one in runs)
    ours = statistics.median(sum(one[name] for name in OURS) / one["engine"] for one in runs)
    all_of_plain = [
        sum(one[name] for name in (*OURS, "engine")) / other for one, other in zip(runs, plain, strict=False)
    ]
    return f"{stage:>6.1%} {ours:>7.1%} " + (f"{statistics.median(all_of_plain):>7.1%}" if plain else f"{'–':>7}")


def medians(runs: tuple[Seconds, ...]) -> str:
    """Write the median seconds of each stage."""
    return "".join(
        f"{statistics.median(one[name] for one in runs):>8.2f}" if name in runs[0] else f"{'':>8}" for name in STAGES
    )


def measure_apart(root: Path, into: Path, engine: str) -> tuple[Seconds, Seconds, float]:
    """Measure in a process of its own, so that the memory is this build's alone."""
    script = Path(__file__).resolve()
    command = [sys.executable, "-m", "benchmarks.site", str(root), str(into), engine]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, cwd=script.parent.parent)
    if ran.returncode:
        raise SystemExit(ran.stderr.strip()[-300:])
    first, again, peak = json.loads(ran.stdout)
    return first, again, peak


def measure(root: Path, into: Path, engine: str) -> tuple[Seconds, Seconds, float]:
    """Build from nothing, then again after one page changed; give the seconds of both, and the memory at most, in MB."""
    first = stages(root, into, into / "first", engine)
    page = next((root / "content" / "outils").glob("outil-*.md"))
    page.write_text(page.read_text("utf-8") + "\nUne phrase de plus.\n", "utf-8")
    again = stages(root, into, into / "again", engine)
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / 1024
    return first, again, peak


def stages(root: Path, kept: Path, into: Path, engine: str) -> Seconds:
    """Give the seconds of each stage of a build into a new folder, whose shelf lies in `kept`."""
    from deroule.outputs.site.making import ENGINES
    from deroule.outputs.site.owner import read_owner
    from deroule.outputs.site.pages import stage_pages
    from deroule.outputs.site.proof import prove
    from deroule.outputs.site.publish import publish
    from deroule.outputs.site.search import index_site
    from deroule.outputs.site.search.facts import facts_of
    from deroule.outputs.site.settings import write_settings
    from deroule.outputs.site.shelf import open_shelf
    from deroule.outputs.site.stage import Material
    from deroule.programs import mkdocs
    from deroule.source import load
    from deroule.workspace import DiskWorkspace, MemoryWorkspace

    into.mkdir(parents=True)
    known = engine if engine in ENGINES else "mkdocs"
    owner = read_owner(MemoryWorkspace({"mkdocs.yml": f"site_name: D\nengine: {known}\n"}))
    workspace = DiskWorkspace(root)
    moments = [processor()]
    dossier = load(workspace).value
    moments.append(processor())
    stage = stage_pages(Material(dossier, {}, workspace), into / "pages", {})
    config, _ = write_settings(into, owner, stage.language)
    moments.append(processor())
    if engine == PLAIN:
        config.write_text(f"site_name: D\ndocs_dir: pages\ntheme: material\nmarkdown_extensions: {[*EXTENSIONS]}\n")
        moments[-1] = processor()
    with mkdocs.Engine(most_seconds=PLAIN_PATIENCE) if engine == PLAIN else ENGINES[known]() as builder:
        failed = builder.build(config, into / "site")
    if failed:
        raise SystemExit(failed[0].message("en"))
    moments.append(processor())
    if engine != PLAIN:
        with open_shelf(kept / "shelf") as shelf:
            publish(stage, into / "site", {}, shelf)
            moments.append(processor())
            index_site(into / "site", facts_of(dossier), shelf)
            moments.append(processor())
            prove(into / "site", "", dossier, shelf)
        moments.append(processor())
    return dict(zip(STAGES, (after - before for before, after in itertools.pairwise(moments)), strict=False))


def make_workspace(root: Path, pages: int) -> Path:
    """Write a workspace whose site has about so many pages: half of events, half of the owner's own."""
    events = max(1, pages // 2 // PER_EVENT)
    for number in range(events):
        make_event(root / "sequences", number)
    write(root / "sequences" / "organisation.yml", "language: fr\norganisations:\n  nous: {name: Nous}\n")
    write(root / "content" / "index.md", "# Accueil\n\nBienvenue.\n")
    write(root / "content" / "outils" / "index.md", "# Outils\n")
    for number in range(max(1, pages - events * PER_EVENT)):
        say = sayer(number)
        sections = "".join(f"\n## {say(4)}\n\n{say(80)}\n" for _ in range(3))
        front = f"---\ntags: [thème {number % 40}]\nsummary: {say(10)}\n---\n"
        write(root / "content" / "outils" / f"outil-{number}.md", f"{front}# {say(4)}\n\n{say(60)}\n{sections}")
    return root


def make_event(folder: Path, number: int) -> None:
    """Write an event of five sequences of four slides."""
    say, year = sayer(100_000 + number), 2008 + number % 18
    name = f"{year}-{1 + number % 12:02d}-{1 + number % 28:02d}-seance-{number}"
    names = [f"partie-{part}" for part in range(1, PER_EVENT)]
    told = f"title: Séance {number} {say(3)}\ndate: {name[:10]}\nstarts: 10:00\norganiser: nous\ntags: [thème {number % 40}]\n"
    write(folder / name / "event.yml", f"{told}summary: {say(30)}\nsequences: [{', '.join(names)}]\n")
    for part in names:
        slides = "".join(
            f"  - title: {say(3)} {part} {slide}\n    bullets: [{say(6)}, {say(5)}, {say(4)}]\n    notes: {say(50)}\n"
            for slide in range(4)
        )
        told = f"kind: concept\ntitle: {say(3)} {part}\nduration: 10 min\nsummary: {say(25)}\nslides:\n"
        write(folder / name / f"{part}.yml", told + slides)


def sayer(seed: int) -> Callable[[int], str]:
    """Give what says so many invented words."""
    chance = random.Random(seed)
    words = [invented(random.Random(one)) for one in range(400)]
    return lambda count: " ".join(chance.choices(words, k=count))


def write(path: Path, text: str) -> None:
    """Write a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    print(json.dumps(measure(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])))
