"""Days as people write them: the months' and weekdays' names, and a date in full."""

from __future__ import annotations

import datetime as dt

MONTHS = {
    "fr": (
        "janvier", "février", "mars", "avril", "mai", "juin",
        "juillet", "août", "septembre", "octobre", "novembre", "décembre",
    ),
    "en": (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
}  # fmt: skip
WEEKDAYS = {
    "fr": ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}


def in_full(day: dt.date, language: str, *, weekday: bool = False) -> str:
    """Write a day: `1er mars 2018`, `jeudi 1er mars 2018`, `1 March 2018`; the number never parts from its month."""
    code = "fr" if language.lower().startswith("fr") else "en"
    number = "1er" if day.day == 1 and code == "fr" else str(day.day)
    name = f"{WEEKDAYS[code][day.weekday()]} " if weekday else ""
    return f"{name}{number}\u00a0{MONTHS[code][day.month - 1]} {day.year}"
