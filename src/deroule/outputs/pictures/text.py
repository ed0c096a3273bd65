"""Places the lines of a text box: each paragraph at its base lines, broken where the layout broke it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Any

from deroule.layout.page import EMU_PER_POINT, Box, Paragraph, TextRun
from deroule.outputs.pictures.pen import Pen

NO_BREAK_SPACE = "\u00a0"
_SMALL = 0.66
_RAISED, _LOWERED = -0.33, 0.15


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a paragraph: its runs, its height in points, and where it begins its paragraph or goes on."""

    runs: tuple[TextRun, ...]
    height: float


def paragraph_lines(paragraph: Paragraph) -> tuple[Line, ...]:
    """Cut a paragraph's runs at its breaks; an end of line typed by the author is a break too."""
    text = paragraph.text
    typed = {place + 1 for place, sign in enumerate(text) if sign == "\n"} if "\n" in text else ()
    edges = sorted({0, len(text), *(b for b in paragraph.breaks if 0 < b < len(text)), *typed})
    lines = []
    size = max((run.size for run in paragraph.runs), default=0.0)
    for start, end in pairwise(edges):
        while start and start < end and text[start] == " ":
            start += 1
        runs = _cut(paragraph.runs, start, end)
        size = max((run.size for run in runs), default=size)
        lines.append(Line(_trimmed(runs), size * paragraph.line_pitch))
    return tuple(lines) or (Line((), size * paragraph.line_pitch),)


def _cut(runs: tuple[TextRun, ...], start: int, end: int) -> list[TextRun]:
    found, place = [], 0
    for run in runs:
        piece = run.text[max(start - place, 0) : max(end - place, 0)]
        place += len(run.text)
        if piece:
            found.append(_with_text(run, piece))
    return found


def _trimmed(runs: list[TextRun]) -> tuple[TextRun, ...]:
    kept = list(runs)
    while kept:
        text = kept[-1].text.rstrip(" \n\t")
        if text:
            kept[-1] = _with_text(kept[-1], text)
            break
        kept.pop()
    return tuple(_with_text(run, run.text.replace("\n", " ").replace("\t", " ")) for run in kept)


def _with_text(run: TextRun, text: str) -> TextRun:
    if text == run.text:
        return run
    return TextRun(
        text, run.size, run.colour, run.bold, run.italic, run.font, run.superscript, run.subscript, run.language,
        run.link,
    )  # fmt: skip


def place_paragraphs(
    paragraphs: tuple[Paragraph, ...], box: Box, anchor: str, pen: Pen, *, heading: bool = False
) -> Iterator[dict[str, Any]]:
    """Give the drawing of the paragraphs in the inner box, one item a stretch of even line heights."""
    left, width = box.x / EMU_PER_POINT, box.width / EMU_PER_POINT
    broken = [paragraph_lines(paragraph) for paragraph in paragraphs]
    spaces = sum(paragraph.space_before for paragraph in paragraphs[1:])
    spare = box.height / EMU_PER_POINT - spaces - sum(line.height for lines in broken for line in lines)
    top = box.y / EMU_PER_POINT + {"top": 0.0, "middle": spare / 2, "bottom": spare}[anchor]
    for index, (paragraph, lines) in enumerate(zip(paragraphs, broken, strict=True)):
        top += paragraph.space_before if index else 0.0
        inner = left + paragraph.margin / EMU_PER_POINT
        room = width - paragraph.margin / EMU_PER_POINT
        first = next((run for run in paragraph.runs if run.text.strip()), None)
        for height, stretch in groupby(lines, key=lambda line: line.height):
            group = list(stretch)
            drawn = [[_draw_run(run, pen) for run in line.runs] for line in group]
            item: dict[str, Any] = {
                "k": "text", "x": pen.round(inner), "w": pen.round(room), "a": paragraph.align,
                "y": pen.round(top + height * _ascent(group[0], first, pen)),
                "p": pen.round(height), "lines": drawn, "h": heading,
            }  # fmt: skip
            if paragraph.bullet and first is not None and group[0] is lines[0]:
                mark = _draw_run(_with_text(first, paragraph.bullet), pen) | {"u": None}
                if paragraph.bullet_colour:
                    mark["c"] = pen.colour(paragraph.bullet_colour)
                item |= {"b": mark, "i": pen.round(paragraph.indent / EMU_PER_POINT)}
            top += height * len(group)
            if any(drawn):
                yield item


def _ascent(line: Line, first: TextRun | None, pen: Pen) -> float:
    run = max(line.runs, key=lambda run: run.size, default=first)
    return pen.face(run).ascent if run is not None else 0.8


def _draw_run(run: TextRun, pen: Pen) -> dict[str, Any]:
    raised = _RAISED if run.superscript else _LOWERED if run.subscript else 0.0
    return {
        "t": pen.drawable(run), "s": pen.round(run.size * (_SMALL if raised else 1.0)), "c": pen.colour(run.colour),
        "f": pen.font(run), "g": run.language, "u": run.link, "r": pen.round(-raised * run.size),
    }  # fmt: skip
