"""Scalars that arrive as written and get their type from the field: durations, times, dates, yes and no, ids."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, WithJsonSchema

ID_PATTERN = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"
_DURATION = re.compile(
    r"^(?:(?P<h>\d+)\s*(?:h|hours?|heures?)\s*)?"
    r"(?:(?P<m>\d+)\s*(?:(?:min|mn|minutes?)\s*|$))?"  # the unit goes without saying at the end alone: 1 h 30
    r"(?:(?P<s>\d+)\s*s(?:ec)?\s*)?$"
)
_TIME = re.compile(r"^(\d{1,2})\s*(?::|h)\s*(\d{2})?$")
_MOMENT = re.compile(r"^(?:(?:(?P<h>\d{1,3}):)?(?P<m>\d{1,2}):)?(?P<s>\d{1,6}(?:[.,]\d{1,6})?)\s*s?$")
_YES = frozenset({"true", "yes", "oui", "on"})
_NO = frozenset({"false", "no", "non", "off"})


def _duration(value: Any) -> dt.timedelta:
    if isinstance(value, dt.timedelta):
        return value
    text = str(value).strip().lower().replace("\u00a0", " ").replace("\u202f", " ")
    match = _DURATION.match(text)
    if not text or match is None or not any(match.groups()):
        raise ValueError("duration expected: 90 min, 1 h 30, 45 s")
    hours, minutes, seconds = (int(part or 0) for part in match.group("h", "m", "s"))
    return dt.timedelta(hours=hours, minutes=minutes, seconds=seconds)


def _time(value: Any) -> dt.time:
    if isinstance(value, dt.time):
        return value
    match = _TIME.match(str(value).strip().lower())
    if match is None or int(match[1]) > 23 or int(match[2] or 0) > 59:
        raise ValueError("time expected: 10:30")
    return dt.time(int(match[1]), int(match[2] or 0))


def _moment(value: Any) -> float:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    match = _MOMENT.match(str(value).strip().lower())
    if match is None or (match["m"] is not None and float(match["s"].replace(",", ".")) >= 60):
        raise ValueError("moment expected: 1:02:03, 2:03.5, 95")
    seconds = float(match["s"].replace(",", "."))
    return int(match["h"] or 0) * 3600 + int(match["m"] or 0) * 60 + seconds


def _shift(value: Any) -> float:
    text = str(value).strip().replace("\u2212", "-")
    return -_moment(text[1:]) if text.startswith("-") else _moment(text.removeprefix("+"))


def _date(value: Any) -> dt.date:
    if isinstance(value, dt.date):
        return value
    try:
        return dt.date.fromisoformat(str(value).strip())
    except ValueError:
        raise ValueError("date expected: 2018-03-01") from None


def _yes_no(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    word = str(value).strip().lower()
    if word in _YES or word in _NO:
        return word in _YES
    raise ValueError("yes or no expected")


def _id(value: str) -> str:
    if not re.match(ID_PATTERN, value):
        raise ValueError("id expected: small letters, digits and hyphens")
    return value


def _written(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError("text expected")
    return str(value)


def _colour(value: str) -> str:
    if not re.match(r"^#[0-9a-fA-F]{6}$", value):
        raise ValueError("colour expected: #1D4F91")
    return value.upper()


Written = Annotated[str, BeforeValidator(_written)]
"""A value kept exactly as it was written: `012`, `1er`, `3.10`."""

Duration = Annotated[dt.timedelta, BeforeValidator(_duration), WithJsonSchema({"type": ["string", "number"]})]
"""A length of time: `90 min`, `1 h 30`, `45 s`; a bare number counts minutes."""

Time = Annotated[dt.time, BeforeValidator(_time), WithJsonSchema({"type": "string"})]
Moment = Annotated[float, BeforeValidator(_moment), WithJsonSchema({"type": ["string", "number"]})]
"""A moment of a recording: `1:02:03`, `2:03.5`; a bare number counts seconds."""

Shift = Annotated[float, BeforeValidator(_shift), WithJsonSchema({"type": ["string", "number"]})]
"""A moment that may be negative: how far one clock is behind another."""

Date = Annotated[dt.date, BeforeValidator(_date), WithJsonSchema({"type": "string", "format": "date"})]
YesNo = Annotated[bool, BeforeValidator(_yes_no), WithJsonSchema({"type": ["boolean", "string"]})]
Id = Annotated[str, AfterValidator(_id), WithJsonSchema({"type": "string", "pattern": ID_PATTERN})]
Colour = Annotated[str, AfterValidator(_colour), WithJsonSchema({"type": "string", "pattern": "^#[0-9a-fA-F]{6}$"})]
