"""What a deck costs a slide, beside pandoc and python-pptx on the same text.

Of ten slides, eight have a title, four bullets and notes, one a table of five rows, one a picture of its own.
"""

from __future__ import annotations

import argparse
import io
import json
import statistics
import struct
import subprocess
import sys
import tempfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.timing import ROOT, cpu_seconds

SENTENCE = "La ressource du territoire se révèle quand les acteurs coopèrent, du diagnostic jusqu'au marché test."
EVENT = "sequences/2027-01-14-mesure"
MOST_PYTHON_PPTX = 1_000
"""Slides from which python-pptx alone takes minutes."""
FEW = 500
"""Slides up to which a measure is short, so that it is taken several times."""
SMALL_TIMES = 3


def picture(number: int) -> bytes:
    """Make a small PNG that no other number has."""
    rows = b"".join(b"\0" + struct.pack(">I", number * 64 + row)[1:] * 96 for row in range(64))

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    head = struct.pack(">IIBBBBB", 96, 64, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def slide(number: int) -> Iterator[str]:
    """Write one slide of the source."""
    yield f"  - title: Diapositive {number}"
    if number % 10 == 4:
        yield "    table:\n      columns: [Année, Emplois, Lieu]\n      rows:"
        yield from (f'        - ["{2000 + row}", "{number + row}", "Atelier {number}.{row}"]' for row in range(5))
    elif number % 10 == 8:
        yield f"    image: {{file: images/{number}.png, alt: Atelier {number}}}"
    else:
        yield "    bullets:"
        yield from (f"      - {SENTENCE} ({number}.{point})" for point in range(4))
    yield f"    notes: {SENTENCE} ({number})"


def workspace_of(slides: int) -> dict[str, str | bytes]:
    """Make a workspace with one event of that many slides, all different."""
    parts = [f"part-{number}" for number in range(max(1, slides // 50))]
    files: dict[str, str | bytes] = {
        "sequences/organisation.yml": "language: fr\norganisations:\n  nous: {name: Nous}\n",
        f"{EVENT}/event.yml": f"title: Mesure\ndate: 2027-01-14\norganiser: nous\nsequences: [{', '.join(parts)}]\n",
    }
    each = slides // len(parts)
    for index, part in enumerate(parts):
        lines = [f"kind: concept\ntitle: Partie {index + 1}\nslides:"]
        for number in range(index * each, (index + 1) * each):
            lines += slide(number)
            if number % 10 == 8:
                files[f"{EVENT}/images/{number}.png"] = picture(number)
        files[f"{EVENT}/{part}.yml"] = "\n".join(lines) + "\n"
    return files


def run(arguments: argparse.Namespace) -> None:
    """Fit, place, draw and save, beside pandoc's pptx writer and bare python-pptx; each time in a new process, cold."""
    print("\n## a deck, milliseconds of processor a slide, nothing kept from a run before")
    print("of ten slides: eight with bullets, one with a table, one with a picture of its own; all with notes")
    print(
        f"{'slides':>7} {'place':>7} {'draw':>7} {'deroule':>8} {'flat':>6} {'pandoc':>8} {'ratio':>6} "
        f"{'python-pptx':>12}  peak MiB"
    )
    mine = _in_turns(arguments.slides, max(arguments.runs, 1))
    for count, rounds in mine.items():
        one = _medians(rounds)
        flat = statistics.median(
            here["total"] / first["total"] for here, first in zip(rounds, mine[arguments.slides[0]], strict=True)
        )
        theirs = _measured("pandoc", count, arguments.runs if count <= FEW else 1)["total"]
        bare = _measured("bare", count, 1)["total"] if count <= MOST_PYTHON_PPTX else float("nan")
        print(
            f"{count:>7} {one['place']:>7.2f} {one['draw']:>7.2f} {one['total']:>8.2f} {flat:>6.2f} {theirs:>8.2f} "
            f"{one['total'] / theirs:>6.2f} {bare:>12.2f}  {one['peak']:.0f}",
            flush=True,
        )


def _in_turns(sizes: list[int], rounds: int) -> dict[int, list[dict[str, float]]]:
    """Measure ours at every size, round by round: a machine's own speed drifts, and what is told is whether a slide
    costs the same in a small deck as in a large one."""
    taken: dict[int, list[dict[str, float]]] = {count: [] for count in sizes}
    for _ in range(rounds):
        for count, told in taken.items():
            told.append(_measured("ours", count, SMALL_TIMES if count <= FEW else 1))
    return taken


def _measured(what: str, count: int, times: int) -> dict[str, float]:
    """Take one of the measures below in processes of its own, so that memory and caches are nobody else's."""
    command = [sys.executable, "-m", "benchmarks.deck", what, str(count)]
    done = [
        json.loads(subprocess.run(command, check=True, capture_output=True, cwd=ROOT / "scripts").stdout)
        for _ in range(times)
    ]
    return _medians(done)


def _medians(done: list[dict[str, float]]) -> dict[str, float]:
    return {name: statistics.median(one[name] for one in done) for name in done[0]}


def ours(count: int) -> dict[str, float]:
    """Time placing (which fits) and writing (which draws and saves), and the process's peak of memory."""
    import resource

    from deroule.layout import place
    from deroule.outputs.deck.writing import facts_of, write_deck
    from deroule.source import load
    from deroule.source.themes import load_themes
    from deroule.workspace import MemoryWorkspace

    workspace = MemoryWorkspace(workspace_of(count))
    dossier = load(workspace).value
    event = dossier.events[0]
    themes = load_themes(workspace, dossier.organisation, event).value
    pages: list[Any] = []
    placed = cpu_seconds(lambda: pages.extend(place(event, themes).value), 0) / count * 1000
    drawn = cpu_seconds(lambda: write_deck(pages, themes, facts_of(event), workspace), 0) / count * 1000
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"place": placed, "draw": drawn, "total": placed + drawn, "peak": peak}


def markdown_of(count: int, folder: Path) -> str:
    """The same text as Markdown, for the peer, with the pictures beside."""
    lines = []
    for number in range(count):
        lines.append(f"## Diapositive {number}\n")
        if number % 10 == 4:
            lines.append("| Année | Emplois | Lieu |\n|---|---|---|")
            lines += [f"| {2000 + row} | {number + row} | Atelier {number}.{row} |" for row in range(5)]
        elif number % 10 == 8:
            (folder / f"{number}.png").write_bytes(picture(number))
            lines.append(f"![Atelier {number}]({folder}/{number}.png)")
        else:
            lines += [f"- {SENTENCE} ({number}.{point})" for point in range(4)]
        lines.append(f"\n::: notes\n{SENTENCE} ({number})\n:::\n")
    return "\n".join(lines)


def pandoc(count: int) -> dict[str, float]:
    """Time pandoc's pptx writer on the same text."""
    import pypandoc

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        text = markdown_of(count, folder).encode()
        command = [pypandoc.get_pandoc_path(), "-f", "markdown", "-t", "pptx", "--slide-level=2"]
        command += ["-o", str(folder / "peer.pptx")]

        def work() -> None:
            subprocess.run(command, input=text, check=True, capture_output=True)

        taken = cpu_seconds(work, 0)
    return {"total": taken / count * 1000}


def bare(count: int) -> dict[str, float]:
    """Time bare python-pptx, which neither measures nor places."""
    from pptx import Presentation
    from pptx.util import Inches

    def work() -> None:
        deck = Presentation()
        for number in range(count):
            body = number % 10 not in (4, 8)
            page = deck.slides.add_slide(deck.slide_layouts[1 if body else 5])
            page.shapes.title.text = f"Diapositive {number}"
            if body:
                page.placeholders[1].text = "\n".join(f"{SENTENCE} ({number}.{point})" for point in range(4))
            elif number % 10 == 4:
                table = page.shapes.add_table(6, 3, Inches(1), Inches(2), Inches(8), Inches(3)).table
                for row in range(6):
                    for column in range(3):
                        table.cell(row, column).text = f"{number}.{row}.{column}"
            else:
                page.shapes.add_picture(io.BytesIO(picture(number)), Inches(1), Inches(2))
            page.notes_slide.notes_text_frame.text = SENTENCE
        deck.save(io.BytesIO())

    return {"total": cpu_seconds(work, 0) / count * 1000}


if __name__ == "__main__":
    measure = {"ours": ours, "pandoc": pandoc, "bare": bare}[sys.argv[1]]
    print(json.dumps(measure(int(sys.argv[2]))))
