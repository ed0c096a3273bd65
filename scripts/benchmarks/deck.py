"""What a deck costs a slide, beside pandoc and python-pptx on the same text."""

from __future__ import annotations

import argparse
import io
import resource
import subprocess
import tempfile
from pathlib import Path

from benchmarks.timing import median_seconds

SENTENCE = "La ressource du territoire se révèle quand les acteurs coopèrent, du diagnostic jusqu'au marché test."


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


def run(arguments: argparse.Namespace) -> None:
    """Fit, place, draw and save, beside pandoc's pptx writer and bare python-pptx on the same text."""
    from deroule.layout import place
    from deroule.source import load
    from deroule.source.themes import load_themes
    from deroule.workspace import MemoryWorkspace

    print("\n## a deck, milliseconds a slide (title, four bullets, notes)")
    print(f"{'slides':>7} {'deroule':>9} {'pandoc':>9} {'ratio':>6} {'python-pptx':>12}  peak memory MiB")
    for count in arguments.slides:
        workspace = MemoryWorkspace(workspace_of(count))
        dossier = load(workspace).value
        event = dossier.events[0]
        themes = load_themes(workspace, dossier.organisation, event).value

        def ours(event=event, themes=themes) -> None:
            from deroule.outputs.deck.writing import deck_bytes

            pages = place(event, themes).value
            deck_bytes(pages, themes, event)

        repeats = max(1, arguments.runs if count <= 500 else 1)
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
