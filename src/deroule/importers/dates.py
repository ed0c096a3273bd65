"""Dates, hours and durations as meeting tools write them, in the user's language and habits."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

_NUMBERS = re.compile(
    r"(?P<a>\d{1,4})[/.\- ](?P<b>\d{1,2})[/.\- ](?P<c>\d{1,4})[,\sT]+(?:à\s+|um\s+|at\s+)?"
    r"(?P<h>\d{1,2})[:.h](?P<m>\d{2})(?:[:.](?P<s>\d{2}))?\s*(?P<half>[AaPp]\.?\s?[Mm]\.?)?"
)
_WORDS = re.compile(
    r"(?:(?P<month1>[^\W\d_]{3,9})\.?\s+(?P<day1>\d{1,2})|(?P<day2>\d{1,2})\s+(?P<month2>[^\W\d_]{3,9})\.?),?\s+"
    r"(?P<y>\d{4})[,\s]+(?:à\s+|at\s+)?(?P<h>\d{1,2})[:h](?P<m>\d{2})(?:[:](?P<s>\d{2}))?\s*(?P<half>[AaPp][Mm])?"
)
_MONTHS = (
    ("jan",), ("feb", "fev", "fév"), ("mar", "mär"), ("apr", "avr"), ("may", "mai"), ("jun", "juin"),
    ("jul", "juil"), ("aug", "aou", "aoû"), ("sep",), ("oct", "okt"), ("nov",), ("dec", "déc", "dez"),
)  # fmt: skip
_SPOKEN = re.compile(
    r"(?:(\d+)\s*(?:h|hr|hrs|hours?|heures?|std|godz)\.?)?\s*(?:(\d+)\s*(?:m|min|mins|minutes?|minuten?)\.?)?\s*"
    r"(?:(\d+)\s*(?:s|sec|sek|secs|seconds?|secondes?)\.?)?\Z",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"(?:(\d{1,3}):)?(\d{1,2}):(\d{2})\Z")


def moments(texts: Iterable[str]) -> list[dt.datetime | None]:
    """Read the dates of one file together: a day above 12 in one tells the order of day and month in all."""
    held = [text.replace("\u202f", " ").replace("\xa0", " ").replace("\u200e", "").strip() for text in texts]
    day_first = _day_first(held)
    return [_moment(text, day_first) for text in held]


def looks_like_moment(text: str) -> bool:
    """Whether a cell holds a date with an hour."""
    return moments([text])[0] is not None


def minutes_or_duration(text: str) -> float | None:
    """Read a duration: `1h 2m 3s`, `1 h 2 min`, `62` (minutes), `1:02:03`; seconds, or nothing."""
    clean = text.replace("\xa0", " ").replace("\u202f", " ").strip()
    if re.fullmatch(r"\d{1,6}(?:[.,]\d+)?", clean):
        return float(clean.replace(",", ".")) * 60
    clock = _CLOCK.match(clean)
    if clock:
        return int(clock[1] or 0) * 3600 + int(clock[2]) * 60 + int(clock[3])
    spoken = _SPOKEN.match(clean)
    if clean and spoken and any(spoken.groups()):
        hours, minutes, seconds = (int(part or 0) for part in spoken.groups())
        return hours * 3600 + minutes * 60 + seconds
    return None


def _day_first(texts: list[str]) -> bool:
    for text in texts:
        match = _NUMBERS.search(text)
        if match and len(match["a"]) < 3:
            if int(match["a"]) > 12:
                return True
            if int(match["b"]) > 12 or match["half"]:
                return False
    return True


def _moment(text: str, day_first: bool) -> dt.datetime | None:
    match = _NUMBERS.search(text)
    if match:
        a, b, c = int(match["a"]), int(match["b"]), int(match["c"])
        year, month, day = (a, b, c) if len(match["a"]) == 4 else (c, b, a) if day_first else (c, a, b)
        return _made(year + 2000 if year < 100 else year, month, day, match)
    match = _WORDS.search(text)
    if match:
        name = (match["month1"] or match["month2"]).casefold()
        month = next((number for number, starts in enumerate(_MONTHS, 1) if name.startswith(starts)), 0)
        return _made(int(match["y"]), month, int(match["day1"] or match["day2"]), match)
    return None


def _made(year: int, month: int, day: int, match: re.Match[str]) -> dt.datetime | None:
    hour = int(match["h"])
    half = (match["half"] or "").replace(".", "").replace(" ", "").lower()
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    try:
        return dt.datetime(year, month, day, hour, int(match["m"]), int(match["s"] or 0))
    except ValueError:
        return None
