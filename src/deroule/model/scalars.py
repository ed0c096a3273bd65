"""Scalars that arrive as written and get their type from the field: durations, times, dates, yes and no, ids."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, ValidationInfo, WithJsonSchema

ID_PATTERN = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"
_DURATION = re.compile(
    r"^(?:(?P<h>\d{1,4})\s*(?:h|hours?|heures?)\s*)?"
    r"(?:(?P<m>\d{1,5})\s*(?:(?:min|mn|minutes?)\s*|$))?"  # the unit goes without saying at the end alone: 1 h 30
    r"(?:(?P<s>\d{1,6})\s*s(?:ec)?\s*)?$"
)
_TIME = re.compile(r"^(\d{1,2})\s*(?::|h)\s*(\d{2})?$")
_MOMENT = re.compile(r"^(?:(?:(?P<h>\d{1,3}):)?(?P<m>\d{1,2}):)?(?P<s>\d{1,6}(?:[.,]\d{1,6})?)\s*s?$")
_DATE = re.compile(r"^\d{4}-\d{2}-\d{2}$")
_NUMBER = re.compile(r"^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d{1,2})?$", re.IGNORECASE)
_SPACES = re.compile(r"(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))")
_LARGEST = 1e15
"""More than any count of a training, and few enough digits to be drawn exactly."""
_LANGUAGE = re.compile(r"^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$", re.IGNORECASE)
_WEB = re.compile(r"^https?://\S+$", re.IGNORECASE)
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
    text = str(value).strip()
    if not _DATE.match(text):
        raise ValueError("date expected: 2018-03-01")
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise ValueError("no such day") from None


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


def read_number(written: str) -> float:
    """Read a number as people write it: 12 000, 3,5, 3.5, -2. Raises ValueError, for infinity too."""
    text = _SPACES.sub("", written.strip().replace("\u2212", "-")).replace(",", ".")
    if not _NUMBER.match(text) or abs(float(text)) > _LARGEST:
        raise ValueError("number expected: 3.5")
    return float(text)


def _number(value: Any) -> float:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    if not isinstance(value, str):
        raise ValueError("number expected: 3.5")
    return read_number(value)


def _language(value: Any) -> str:
    if not isinstance(value, str) or not _LANGUAGE.match(value):
        raise ValueError("language expected: fr, en")
    first, hyphen, rest = str(value).partition("-")
    return first.lower() + hyphen + rest


def _timezone(value: Any) -> str:
    import zoneinfo

    try:
        return zoneinfo.ZoneInfo(str(value)).key
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        raise ValueError("time zone expected: Europe/Paris") from None


def _address(value: Any, info: ValidationInfo) -> str:
    if not isinstance(value, str):
        raise ValueError("text expected")
    if info.context is not None:
        info.context.judge_address(value)
    return str(value)


def _web_address(value: Any) -> str:
    if not isinstance(value, str) or not _WEB.match(value):
        raise ValueError("web address expected: https://…")
    return str(value)


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

Number = Annotated[float, BeforeValidator(_number)]
"""A number as people write it: `12 000`, `3,5`, `3.5`; neither infinite nor absurdly large."""

Language = Annotated[
    str,
    BeforeValidator(_language),
    WithJsonSchema({"type": "string", "pattern": "^[a-zA-Z]{2,3}(?:-[a-zA-Z0-9]{2,8})*$"}),
]
"""A language by its tag: `fr`, `en`, `pt-br`."""

TimeZone = Annotated[str, BeforeValidator(_timezone), WithJsonSchema({"type": "string"})]
"""A time zone by its name: `Europe/Paris`."""

Address = Annotated[str, BeforeValidator(_address), WithJsonSchema({"type": "string"})]
"""Where something is found: an address of the web, of mail, of a telephone, or a page of the dossier."""

WebAddress = Annotated[
    str,
    BeforeValidator(_web_address),
    WithJsonSchema({"type": "string", "pattern": r"^[Hh][Tt][Tt][Pp][Ss]?://\S+$"}),
]
"""An address of the web and nothing else: where a film is shown."""

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
