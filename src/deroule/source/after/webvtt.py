"""WebVTT read as the W3C's parser does, with a fault told wherever that parser would drop something in silence.

Own code rather than a library: no library tells the line of what it drops, and the files that meeting tools write
(hours of one figure, commas, no header) have to be understood and told, not refused.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from deroule.diagnostics import Words
from deroule.source.after.cue_text import read_cue_text
from deroule.source.after.cues import CaptionFault, Captions, ReadCue

ARROW = "-->"
_TIME = re.compile(r"(?:(?P<h>\d+):)?(?P<m>\d+):(?P<s>\d+)[.,:](?P<f>\d+)")
_STRICT = re.compile(r"(?:\d+:)?[0-5]\d:[0-5]\d\.\d{3}\Z")
_TIMES = re.compile(r"[ \t\f]*(?P<start>[\d:.,]+)[ \t\f]*-->[ \t\f]*(?P<end>[\d:.,]+)(?P<rest>.*)")
READING_SPEED = 15.0
"""Characters a second: how long a caption without a good end is shown."""
_SETTING = {
    "vertical": re.compile(r"(?:rl|lr)\Z"),
    "line": re.compile(r"-?\d+(?:\.\d+)?%?(?:,(?:start|center|end))?\Z"),
    "position": re.compile(r"\d+(?:\.\d+)?%(?:,(?:line-left|center|line-right))?\Z"),
    "size": re.compile(r"\d+(?:\.\d+)?%\Z"),
    "align": re.compile(r"(?:start|center|end|left|right)\Z"),
    "region": re.compile(r"\S+\Z"),
}
NO_HEADER = Words("la première ligne n'est pas « WEBVTT »", "the first line is not “WEBVTT”")
BAD_TIMES = Words("ces temps ne se lisent pas : 00:01:02.500 --> 00:01:04.000", "these times cannot be read: 00:01:02.500 --> 00:01:04.000")  # fmt: skip
LOOSE_TIMES = Words("ces temps sont mal écrits, ils ont été compris", "these times are badly written; they were understood")  # fmt: skip
BACKWARDS = Words("la fin n'est pas après le début", "the end is not after the start")
NO_TIMES = Words("ce bloc n'a pas de temps", "this block has no times")
NO_TEXT = Words("ce sous-titre est vide", "this caption is empty")
NO_BLANK = Words("il manque une ligne vide avant ces temps", "an empty line is missing before these times")
BAD_SETTING = Words("ce réglage n'existe pas en WebVTT", "WebVTT knows no such setting")
NUL = Words("des octets nuls ont été remplacés", "null bytes were replaced")


@dataclass(slots=True)
class _Reading:
    lines: list[str]
    cues: list[ReadCue] = field(default_factory=list)
    faults: list[CaptionFault] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    settings: bool = True

    def fault(self, index: int, what: Words, *, lost: bool = False) -> None:
        self.faults.append(CaptionFault(index + 1, what, lost))


def read_webvtt(text: str) -> Captions:
    """Read a WebVTT file. Never raises: what breaks a rule is understood where that is safe, and told."""
    reading = _Reading(re.split(r"\r\n|[\n\r]", text.removeprefix("\ufeff").replace("\0", "\ufffd")))
    if "\0" in text:
        reading.fault(text[: text.index("\0")].count("\n"), NUL)
    at = _header(reading)
    while at < len(reading.lines):
        at = _block(reading, at)
    return Captions(tuple(reading.cues), tuple(reading.faults), "webvtt", tuple(reading.notes))


def _header(reading: _Reading) -> int:
    """Read signature and header; give the index of the first line after them."""
    first = reading.lines[0]
    if not re.match(r"WEBVTT(?:[ \t]|\Z)", first):
        reading.fault(0, NO_HEADER)
        return 0
    at = 1
    while at < len(reading.lines) and reading.lines[at] and ARROW not in reading.lines[at]:
        at += 1  # a header's own lines: X-TIMESTAMP-MAP, Kind, Language
    return at


def _block(reading: _Reading, at: int) -> int:
    """Read the block that begins at a line; give the index of the first line after it."""
    lines = reading.lines
    if not lines[at]:
        return at + 1
    end = at
    arrow = -1
    while end < len(lines) and lines[end]:
        if ARROW in lines[end]:
            if arrow >= 0 or end - at > 1:
                break  # times of the next cue: the empty line before them is missing
            arrow = end
        end += 1
    if arrow >= 0:
        _cue(reading, at, arrow, end)
    else:
        _not_a_cue(reading, at, end)
    if end < len(lines) and lines[end]:
        reading.fault(end, NO_BLANK)
    return end


def _not_a_cue(reading: _Reading, at: int, end: int) -> None:
    first = reading.lines[at]
    kind = re.match(r"(NOTE|STYLE|REGION)(?:[ \t]|\Z)", first)
    if kind and kind[1] == "NOTE":
        reading.notes.append("\n".join([first[5:], *reading.lines[at + 1 : end]]).strip())
    elif not kind:
        reading.fault(at, NO_TIMES, lost=True)


def _cue(reading: _Reading, at: int, arrow: int, end: int) -> None:
    timing = read_timing(reading.lines[arrow])
    if timing is None:
        reading.fault(arrow, BAD_TIMES, lost=True)
        return
    start, stop, rest, exact = timing
    if not exact:
        reading.fault(arrow, LOOSE_TIMES)
    settings = _settings(reading, arrow, rest)
    spoken = read_cue_text("\n".join(reading.lines[arrow + 1 : end]))
    if not spoken:
        reading.fault(arrow, NO_TEXT)
        return
    if stop <= start:
        reading.fault(arrow, BACKWARDS)
        stop, exact = readable_end(start, "".join(one.text for one in spoken)), False
    name = reading.lines[at] if at < arrow else ""
    for part_start, part_end, one in shared_out(start, stop, [(one.voice, one.text) for one in spoken]):
        reading.cues.append(ReadCue(part_start, part_end, one[1], one[0], name, arrow + 1, not exact, settings))


def shared_out(start: float, end: float, spoken: list[tuple[str, str]]) -> list[tuple[float, float, tuple[str, str]]]:
    """Share a cue's time among its voices, by the length of what each one says."""
    total = sum(len(text) for _, text in spoken)
    made, reached = [], 0
    for voice, text in spoken:
        begin = start + (end - start) * reached / total
        reached += len(text)
        stop = end if reached == total else round(start + (end - start) * reached / total, 3)
        made.append((round(begin, 3) if begin != start else start, stop, (voice, text)))
    return made


def read_timing(line: str) -> tuple[float, float, str, bool] | None:
    """Read `start --> end settings`: seconds, seconds, the rest, and whether it is as the W3C wants it."""
    match = _TIMES.match(line)
    if match is None:
        return None
    start, end = seconds(match["start"]), seconds(match["end"])
    if start is None or end is None:
        return None
    # What touches the end's last figure is read as a setting (6.3), and told as one that does not exist.
    exact = bool(_STRICT.match(match["start"]) and _STRICT.match(match["end"]))
    return start, end, match["rest"].strip(), exact


def readable_end(start: float, text: str) -> float:
    """Give the end of a caption whose own end is of no use."""
    return round(start + max(1.0, len(text) / READING_SPEED), 3)


def seconds(written: str) -> float | None:
    """Read a time of captions, strict or loose; nothing when minutes or seconds go past 59."""
    match = _TIME.fullmatch(written)
    if match is None:
        return None
    minutes, left = int(match["m"]), int(match["s"])
    if left > 59 or (match["h"] is not None and minutes > 59) or len(match["h"] or "") > 6:
        return None
    whole = int(match["h"] or 0) * 3600 + minutes * 60 + left
    return whole + float(f"0.{match['f'][:9]}")


def _settings(reading: _Reading, index: int, rest: str) -> str:
    kept = []
    for one in rest.split():
        name, mark, value = one.partition(":")
        if mark and name in _SETTING and _SETTING[name].match(value):
            kept.append(one)
        else:
            reading.fault(index, BAD_SETTING)
    return " ".join(kept)
