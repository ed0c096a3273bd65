"""Captions as they are read: in order, slowly enough, short enough, from the beginning of the recording to its end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from deroule.diagnostics import Code, Diagnostic, Words
from deroule.model.clock import spoken
from deroule.source.after.codes import CAPTIONS_COVERAGE, CAPTIONS_FAST, CAPTIONS_LONG, CAPTIONS_ORDER
from deroule.source.after.cues import ReadCue
from deroule.span import Span

FASTEST = 20.0
"""Characters a second, spaces counted: above it readers lose the picture."""
WIDEST = 42
"""Characters of a line."""
MOST_LINES = 2
LONGEST_SILENCE = 300.0
"""Seconds without a caption that a talk does not have."""
NEAR = 0.005
"""Seconds: two times of captions are the same when they are nearer than this."""


@dataclass(slots=True)
class Found:
    """The captions that break one rule: the first one, and how many."""

    code: Code
    line: int
    count: int = 1
    values: dict[str, Any] = field(default_factory=dict)


def legibility_faults(cues: Sequence[ReadCue], path: str, length: float = 0.0) -> Iterator[Diagnostic]:
    """Tell what makes captions hard to follow: each rule once a file, at its first place, with the count.

    `length` is that of the media, in seconds, 0 when unknown; the cues' times are of the same clock.
    """
    found: dict[str, Found] = {}

    def tell(code: Code, cue: ReadCue, **values: Any) -> None:
        known = found.setdefault(code.id, Found(code, cue.line, 0, values))
        known.count += 1

    for number, cue in enumerate(cues):
        before = cues[number - 1] if number else None
        if before and (cue.start < before.start - NEAR or _hides(before, cue)):
            tell(CAPTIONS_ORDER, cue)
        speed = len(cue.text.replace("\n", " ")) / max(0.001, cue.end - cue.start)
        if speed > FASTEST:
            tell(CAPTIONS_FAST, cue, speed=round(speed), limit=round(FASTEST))
        lines = cue.text.split("\n")
        if len(lines) > MOST_LINES or any(len(line) > WIDEST for line in lines):
            tell(CAPTIONS_LONG, cue, lines=MOST_LINES, width=WIDEST)
    for one in found.values():
        yield one.code.at(Span(path, one.line), count=one.count, **one.values)
    yield from _coverage(cues, path, length)


def _hides(before: ReadCue, cue: ReadCue) -> bool:
    """Two people who speak at once may overlap; one person's captions may not."""
    return cue.start < before.end - NEAR and (not cue.speaker or cue.speaker == before.speaker)


def _coverage(cues: Sequence[ReadCue], path: str, length: float) -> Iterator[Diagnostic]:
    if not cues:
        return
    last = max(cues, key=lambda one: one.end)
    if length and last.end > length + 1:
        what = Words(
            f"le dernier finit à {spoken(last.end)}, l'enregistrement à {spoken(length)}",
            f"the last one ends at {spoken(last.end)}, the recording at {spoken(length)}",
        )
        yield CAPTIONS_COVERAGE.at(Span(path, last.line), what=what)
    reached, line = 0.0, cues[0].line
    for cue in sorted(cues, key=lambda one: one.start):
        if cue.start - reached > LONGEST_SILENCE:
            yield CAPTIONS_COVERAGE.at(Span(path, cue.line), what=_silence(reached, cue.start))
        reached, line = max(reached, cue.end), cue.line
    if length - reached > LONGEST_SILENCE:
        yield CAPTIONS_COVERAGE.at(Span(path, line), what=_silence(reached, length))


def _silence(start: float, end: float) -> Words:
    return Words(f"rien de {spoken(start)} à {spoken(end)}", f"nothing from {spoken(start)} to {spoken(end)}")
