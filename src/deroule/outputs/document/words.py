"""The documents' own words, dates and lengths of time, in the event's language; from a data file, not from code."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from functools import cache
from importlib import resources

from deroule.model.calendar import in_full


@cache
def _table() -> dict[str, dict[str, str]]:
    text = resources.files("deroule.outputs.document").joinpath("words.json").read_text(encoding="utf-8")
    table: dict[str, dict[str, str]] = json.loads(text)
    return table


@dataclass(frozen=True, slots=True)
class Wording:
    """Words in one language: French for `fr…`, English for all else."""

    language: str

    @property
    def code(self) -> str:
        """The two letters under which words are kept."""
        return "fr" if self.language.lower().startswith("fr") else "en"

    def word(self, name: str, **values: str) -> str:
        """Look up a word or a phrase. Raises KeyError for a name that the table lacks."""
        phrase = _table()[name][self.code].replace("'", "’")
        if self.code == "fr":
            phrase = phrase.replace(" :", "\u00a0:").replace(" ;", "\u202f;")
            phrase = phrase.replace("« ", "«\u00a0").replace(" »", "\u00a0»")
        return phrase.format_map(values) if values else phrase

    def day(self, day: dt.date, *, weekday: bool = False) -> str:
        """Write a day: `1er mars 2018`, `1 March 2018`."""
        return in_full(day, self.code, weekday=weekday)

    def hour(self, moment: dt.datetime | dt.time) -> str:
        """Write an hour: `10 h 30`, `10:30`."""
        if self.code == "fr":
            return f"{moment.hour}\u00a0h" + (f"\u00a0{moment.minute:02}" if moment.minute else "")
        return f"{moment.hour}:{moment.minute:02}"

    def length(self, duration: dt.timedelta) -> str:
        """Write a length of time: `1 h 30` (`1 h 30 min` in English), `25 min`, `12 s`."""
        seconds = round(duration.total_seconds())
        if 0 < seconds < 60:
            return f"{seconds}\u00a0s"
        hours, rest = divmod(max(round(seconds / 60), 1), 60)
        if hours and self.code == "fr":
            return f"{hours}\u00a0h" + (f"\u00a0{rest:02}" if rest else "")
        if hours:
            return f"{hours}\u00a0h" + (f"\u00a0{rest}\u00a0min" if rest else "")
        return f"{rest}\u00a0min"

    @property
    def colon(self) -> str:
        """The colon and its spaces: French keeps one before it."""
        return "\u00a0: " if self.code == "fr" else ": "
