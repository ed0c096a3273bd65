"""Whether a pack is true to itself: what replay.json names is there, and captions and chapters lie within the film."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator, Mapping
from typing import Any

import webvtt

from deroule.diagnostics import Words
from deroule.model.chapters import ChapterOrderError, check_order
from deroule.model.clock import spoken
from deroule.model.recording import Chapter
from deroule.programs.media import MediaError, look_into_stream

SLACK = 1.5
"""Seconds that captions, chapters and film may differ in length: containers round, and a last caption lingers."""
_LARGEST = 64 * 1024**2


def incoherences(archive: zipfile.ZipFile, inside: Mapping[str, zipfile.ZipInfo], base: str) -> Iterator[Words]:
    """Find what a pack says of itself and does not hold. `base` is the folder of its payload."""
    facts = _facts(archive, inside, f"{base}replay.json")
    if isinstance(facts, Words):
        yield facts
        return
    try:
        named = [*_files(facts)]
        chapters = [
            Chapter(one["start"], one["end"], one["title"], one["id"], one["level"]) for one in facts["chapters"]
        ]
        tracks = [one["file"] for one in facts["captions"]]
        films = [one["file"] for one in facts["media"] if one["role"] not in ("address", "screen")]
        duration = float(facts["duration"])
    except (KeyError, TypeError, ValueError, AttributeError) as fault:
        yield Words(f"replay.json ne se lit pas ({fault!r})", f"replay.json cannot be read ({fault!r})")
        return
    for name in ("index.html", *named):
        if f"{base}{name}" not in inside:
            yield Words(
                f"« {name} » est nommé par replay.json et absent", f"“{name}” is named by replay.json and absent"
            )
    yield from _outside(chapters, duration)
    for name in tracks:
        if f"{base}{name}" in inside:
            yield from _captions(archive, f"{base}{name}", duration)
    for name in films:
        if f"{base}{name}" in inside:
            yield from _film(archive, f"{base}{name}", duration)


def _facts(archive: zipfile.ZipFile, inside: Mapping[str, zipfile.ZipInfo], name: str) -> dict[str, Any] | Words:
    if name not in inside:
        return Words("replay.json est absent", "replay.json is absent")
    if inside[name].file_size > _LARGEST:
        return Words("replay.json est démesuré", "replay.json is far too large")
    try:
        facts = json.loads(archive.read(name))
    except (ValueError, RecursionError) as fault:
        return Words(f"replay.json ne se lit pas ({fault})", f"replay.json cannot be read ({fault})")
    return facts if isinstance(facts, dict) else Words("replay.json ne se lit pas", "replay.json cannot be read")


def _files(facts: dict[str, Any]) -> Iterator[str]:
    yield from (one["file"] for one in facts["media"] if one["role"] != "address")
    yield from (one["file"] for one in (*facts["captions"], *facts["downloads"]))
    yield from (f"slides/{one['picture']}" for one in facts["slides"] if one["picture"])


def _outside(chapters: list[Chapter], duration: float) -> Iterator[Words]:
    try:
        check_order(chapters)
    except ChapterOrderError as fault:
        yield Words(f"les chapitres ne se suivent pas ({fault})", f"chapters do not follow one another ({fault})")
    for one in chapters:
        if duration and one.end > duration + SLACK:
            yield Words(f"le chapitre « {one.title} » finit à {spoken(one.end)}, après le film ({spoken(duration)})",
                        f"the chapter “{one.title}” ends at {spoken(one.end)}, after the film ({spoken(duration)})")  # fmt: skip


def _captions(archive: zipfile.ZipFile, name: str, duration: float) -> Iterator[Words]:
    try:
        captions = webvtt.from_string(archive.read(name).decode("utf-8")).captions
    except Exception as fault:  # the reader raises what it likes on a hostile file
        yield Words(f"« {name} » : sous-titres illisibles ({fault})", f"“{name}”: captions cannot be read ({fault})")
        return
    reached = 0.0
    for caption in captions:
        start, end = caption.start_in_seconds, caption.end_in_seconds
        if start < reached or end < start:
            yield Words(
                f"« {name} » : sous-titre hors d'ordre à {caption.start}", f"“{name}”: out of order at {caption.start}"
            )
            return
        if duration and start > duration + SLACK:
            yield Words(f"« {name} » : sous-titre à {caption.start}, après la fin du film",
                        f"“{name}”: a caption at {caption.start}, after the film's end")  # fmt: skip
            return
        reached = start


def _film(archive: zipfile.ZipFile, name: str, duration: float) -> Iterator[Words]:
    """Hold the film's own length against the one that is told."""
    try:
        with archive.open(name) as member:
            seconds = look_into_stream(member, name).duration
    except (MediaError, OSError, ValueError) as fault:
        yield Words(f"« {name} » ne se lit pas comme un film ({fault})", f"“{name}” cannot be read as a film ({fault})")
        return
    if duration and seconds and abs(seconds - duration) > SLACK:
        yield Words(f"le film dure {spoken(seconds)}, replay.json annonce {spoken(duration)}",
                    f"the film lasts {spoken(seconds)}, replay.json says {spoken(duration)}")  # fmt: skip
