"""Chapters in the forms that players, podcasts, video sites and search engines take; their order is checked first."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from deroule.model.clock import spoken, whole
from deroule.model.recording import Chapter, Cue
from deroule.model.webvtt import write_webvtt

SHORTEST = 10.0
"""Seconds: video sites ignore the whole list when one chapter is shorter."""
FEWEST = 3
"""Video sites show no chapters when there are fewer."""
LONGEST_TITLE = 100
"""Characters that Esup-Pod admits."""


class ChapterOrderError(ValueError):
    """Chapters that no form can hold: one ends before it begins, overlaps its neighbour, or leaves its parent."""


def check_order(chapters: Sequence[Chapter]) -> None:
    """Raise ChapterOrderError unless chapters follow one another on each level and lie within their parent.

    Players and ffmpeg take a faulty list in silence or blame something else.
    """
    open_ones: list[Chapter] = []
    reached = 0.0
    for chapter in chapters:
        told = f"{chapter.title!r} at {spoken(chapter.start)}"
        if not 0 <= chapter.start < chapter.end:
            raise ChapterOrderError(f"{told} ends at {spoken(chapter.end)}")
        if chapter.start < reached:
            raise ChapterOrderError(f"{told} begins before the chapter before it")
        while open_ones and open_ones[-1].level >= chapter.level:
            before = open_ones.pop()
            if chapter.start < before.end:
                raise ChapterOrderError(f"{told} begins before {before.title!r} ends")
        while open_ones and chapter.start >= open_ones[-1].end:
            open_ones.pop()
        if open_ones and chapter.end > open_ones[-1].end:
            raise ChapterOrderError(f"{told} ends after {open_ones[-1].title!r}, which holds it")
        open_ones.append(chapter)
        reached = chapter.start


def flat(chapters: Sequence[Chapter], depth: int = 1) -> tuple[Chapter, ...]:
    """Give chapters one after the other, for forms without levels: those down to `depth`, none inside another.

    A section that begins with its sequence bears both titles. Raises ChapterOrderError.
    """
    check_order(chapters)
    made: list[Chapter] = []
    for chapter in (one for one in chapters if one.level <= depth):
        before = made[-1] if made else None
        if before and before.start == chapter.start:
            title = f"{before.title} – {chapter.title}"
            made[-1] = Chapter(before.start, chapter.end, title, before.id, before.level)
            continue
        if before and before.end > chapter.start:
            made[-1] = Chapter(before.start, chapter.start, before.title, before.id, before.level)
        made.append(chapter)
    return tuple(made)


def as_webvtt(chapters: Sequence[Chapter]) -> str:
    """Write a WebVTT chapters track; levels are told by one cue lying within another. Raises ChapterOrderError."""
    check_order(chapters)
    return write_webvtt(Cue(one.start, one.end, one.title, id=one.id) for one in _by_start(chapters))


def as_ffmetadata(chapters: Sequence[Chapter], *, title: str = "", depth: int = 1) -> str:
    """Write ffmpeg's metadata file, which puts chapters into an MP4 without encoding it again."""
    lines = [";FFMETADATA1"]
    if title:
        lines.append(f"title={_ffmpeg(title)}")
    for one in flat(chapters, depth):
        start, end = round(one.start * 1000), round(one.end * 1000)
        lines += ["", "[CHAPTER]", "TIMEBASE=1/1000", f"START={start}", f"END={end}", f"title={_ffmpeg(one.title)}"]
    return "\n".join(lines) + "\n"


def as_podcast_json(chapters: Sequence[Chapter], *, title: str = "", depth: int = 1) -> str:
    """Write a Podcasting 2.0 chapters file (application/json+chapters)."""
    listed = [
        {"startTime": round(one.start, 3), "endTime": round(one.end, 3), "title": one.title}
        for one in flat(chapters, depth)
    ]
    document = {"version": "1.2.0", **({"title": title} if title else {}), "chapters": listed}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def as_youtube(chapters: Sequence[Chapter], *, depth: int = 1) -> str:
    """Write the lines that a video's description takes; nothing when the site would show none of them.

    The first line is at 0:00; a chapter that is too short is left to the one before it (the first: to the next).
    """
    kept = _long_enough(flat(chapters, depth))
    if len(kept) < FEWEST:
        return ""
    lines = [f"{spoken(start)} {_one_line(title)}" for start, title in kept]
    return "\n".join(lines) + "\n"


def as_peertube(chapters: Sequence[Chapter], *, depth: int = 1) -> str:
    """Write the lines that PeerTube's description and Esup-Pod's import take: `HH:MM:SS title`, 100 characters."""
    lines = []
    for number, one in enumerate(flat(chapters, depth)):
        title = _one_line(one.title)
        short = title if len(title) <= LONGEST_TITLE else title[: LONGEST_TITLE - 1].rstrip() + "…"
        lines.append(f"{whole(one.start if number else 0.0)} {short}")
    return "".join(f"{line}\n" for line in lines)


def as_clips(chapters: Sequence[Chapter], address: str, *, depth: int = 1) -> list[dict[str, Any]]:
    """Give schema.org Clip objects for `hasPart` of a VideoObject shown at `address`."""
    joined = "&" if "?" in address else "?"
    return [
        {
            "@type": "Clip",
            "name": one.title,
            "startOffset": int(one.start),
            "endOffset": max(int(one.end), int(one.start) + 1),
            "url": f"{address}{joined}t={int(one.start)}",
        }
        for one in flat(chapters, depth)
    ]


def _by_start(chapters: Sequence[Chapter]) -> list[Chapter]:
    return sorted(chapters, key=lambda one: (one.start, one.level))


def _long_enough(chapters: Sequence[Chapter]) -> list[tuple[int, str]]:
    """Give start (whole seconds) and title of the chapters that last ten seconds; what is shorter is left out."""
    kept: list[tuple[int, str]] = []
    for number, one in enumerate(chapters):
        start = int(one.start) if kept else 0
        following = chapters[number + 1].start if number + 1 < len(chapters) else one.end
        if int(following) - start >= SHORTEST:
            kept.append((start, one.title))
    return kept


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _ffmpeg(text: str) -> str:
    made = text.replace("\\", "\\\\")
    for sign in "=;#":
        made = made.replace(sign, f"\\{sign}")
    return _one_line(made)
