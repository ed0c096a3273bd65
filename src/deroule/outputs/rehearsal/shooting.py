"""Shooting: every page spoken and filmed once; what did not change since the last time is taken from the shelf."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from deroule.outputs.rehearsal.narration import Narration
from deroule.outputs.rehearsal.speaking import Line, Spoken, speak
from deroule.programs.filming import MAKE, Film, film
from deroule.programs.speech import Voice

_WORKERS = 2
"""The encoders leave the interpreter while they work; each takes one core."""
MANNER = "manner 2"
"""Tells one way of speaking a page from another: raised when pauses or captions are made differently."""


@dataclass(frozen=True, slots=True)
class Take:
    """A page filmed: its film and its captions, in seconds from the start of the page."""

    narration: Narration
    film: Film
    lines: tuple[Line, ...]
    is_new: bool


def shoot(narrations: Sequence[Narration], voice: Voice, shelf: Path) -> tuple[Take, ...]:
    """Film every page, two at a time; drop from the shelf what no page uses any more.

    Raises SpeechError or MediaError.
    """
    shelf.mkdir(parents=True, exist_ok=True)
    work: Callable[[Narration], Take] = lambda one: _take(one, voice, shelf)  # noqa: E731
    with ThreadPoolExecutor(_WORKERS) as workers:
        takes = tuple(workers.map(work, narrations))
    used = {take.film.path.stem for take in takes}
    for left in [path for path in shelf.iterdir() if path.stem not in used]:
        left.unlink(missing_ok=True)
    return takes


def _take(narration: Narration, voice: Voice, shelf: Path) -> Take:
    name = digest_of(narration, voice)
    filmed, told = shelf / f"{name}.mp4", shelf / f"{name}.json"
    if filmed.is_file() and told.is_file():
        known = json.loads(told.read_text(encoding="utf-8"))
        return Take(narration, Film(filmed, known["ticks"]), tuple(Line(*line) for line in known["lines"]), False)
    spoken = speak(narration, voice)
    made = _film(narration, spoken, filmed)
    known = {"ticks": made.ticks, "lines": [[line.start, line.end, line.text] for line in spoken.lines]}
    told.write_text(json.dumps(known, ensure_ascii=False), encoding="utf-8")
    return Take(narration, made, spoken.lines, True)


def _film(narration: Narration, spoken: Spoken, target: Path) -> Film:
    beside = target.with_suffix(".part")
    made = film(narration.picture, spoken.samples, spoken.rate, beside)
    beside.replace(target)
    return Film(target, made.ticks)


def digest_of(narration: Narration, voice: Voice) -> str:
    """Give the name of a take: equal for the same picture, words, voice and encoding."""
    total = hashlib.sha256()
    facts = [MAKE, MANNER, voice.name, narration.language, narration.paragraphs, narration.pronunciations]
    said = json.dumps(facts, ensure_ascii=False)
    total.update(said.encode())
    total.update(narration.picture.read_bytes())
    return total.hexdigest()[:32]
