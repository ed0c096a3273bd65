"""SubRip (.srt) and YouTube's SubViewer (.sbv): no standard behind them, so times are the marks to hold on to."""

from __future__ import annotations

import html
import re

from deroule.diagnostics import Words
from deroule.source.after.cues import CaptionFault, Captions, ReadCue
from deroule.source.after.webvtt import BACKWARDS, BAD_TIMES, NO_TEXT, readable_end, seconds

_SRT_TIMES = re.compile(r"\s*(?P<start>\d+:\d+:\d+[.,:]\d+)\s*-->\s*(?P<end>\d+:\d+:\d+[.,:]\d+)(?P<rest>.*)\Z")
_SBV_TIMES = re.compile(r"\s*(?P<start>\d+:\d\d:\d\d\.\d{1,3})\s*,\s*(?P<end>\d+:\d\d:\d\d\.\d{1,3})\s*\Z")
_TAG = re.compile(r"</?(?:b|i|u|s|font|c|v)\b[^<>]*>|\{\\[^{}]*\}|\{/?[biu]\}", re.IGNORECASE)
_ARROW = re.compile(r"\d\s*-+>\s*\d")
BEFORE = Words("ce texte vient avant les premiers temps", "this text comes before the first times")


def read_srt(text: str) -> Captions:
    """Read SubRip: numbers may be missing, times may have points, an empty line may be missing. Never raises."""
    return _read(text, "srt", _SRT_TIMES)


def read_sbv(text: str) -> Captions:
    """Read SubViewer as YouTube exports it: `0:00:01.000,0:00:03.500`, `[br]` for a new line. Never raises."""
    return _read(text.replace("[br]", "\n"), "sbv", _SBV_TIMES)


def _read(text: str, form: str, times: re.Pattern[str]) -> Captions:
    lines = re.split(r"\r\n|[\n\r]", text.removeprefix("\ufeff"))
    cues: list[ReadCue] = []
    faults: list[CaptionFault] = []
    opened: tuple[int, float, float] | None = None
    words: list[tuple[int, str]] = []
    for index, line in enumerate([*lines, None]):
        match = times.match(line) if line is not None else None
        start, end = (seconds(match["start"]), seconds(match["end"])) if match else (None, None)
        if line is not None and (match is None or start is None or end is None):
            if match or _ARROW.search(line):
                faults.append(CaptionFault(index + 1, BAD_TIMES, lost=True))
            elif line.strip():
                words.append((index, line.strip()))
            continue
        if form == "srt" and line is not None and words and words[-1][1].isdigit() and words[-1][0] == index - 1:
            words.pop()  # the number of the cue that begins here
        _close(opened, words, cues, faults)
        words = []
        opened = (index + 1, start, end) if start is not None and end is not None else None
    return Captions(tuple(cues), tuple(faults), form)


def _close(
    opened: tuple[int, float, float] | None,
    words: list[tuple[int, str]],
    cues: list[ReadCue],
    faults: list[CaptionFault],
) -> None:
    """Make the cue whose text has just ended."""
    if opened is None:
        if words and not words[0][1].isdigit():
            faults.append(CaptionFault(words[0][0] + 1, BEFORE, lost=True))
        return
    line, start, end = opened
    plain = "\n".join(one for _, text in words if (one := html.unescape(_TAG.sub("", text)).strip()))
    if not plain:
        faults.append(CaptionFault(line, NO_TEXT))
        return
    mended = end <= start
    if mended:
        faults.append(CaptionFault(line, BACKWARDS))
        end = readable_end(start, plain)
    cues.append(ReadCue(start, end, plain, line=line, mended=mended))
