"""The player's own words in French and English, and numbers as each language writes them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import cast


@dataclass(frozen=True, slots=True)
class PlayerWords:
    """Words in the language of an event: French for `fr…`, English for all else."""

    language: str

    @property
    def code(self) -> str:
        """The two letters under which words are kept."""
        return "fr" if self.language.lower().startswith("fr") else "en"

    def __call__(self, name: str, **values: str) -> str:
        """Look up a phrase and fill its places. Raises KeyError for one that the table lacks."""
        phrase = _words()[name][self.code].replace("'", "’")
        if self.code == "fr":
            phrase = phrase.replace(" :", "\u00a0:").replace(" ;", "\u202f;")
        return phrase.format_map(values) if values else phrase

    def size(self, size: int) -> str:
        """Write the size of a file: `2,4 Mo`, `2.4 MB`."""
        unit, small = ("Mo", "Ko") if self.code == "fr" else ("MB", "KB")
        if size < 1_000_000:
            return f"{max(1, round(size / 1000))}\u00a0{small}"
        return self.decimal(f"{size / 1_000_000:.1f}") + f"\u00a0{unit}"

    def decimal(self, number: str) -> str:
        """Write a number with the language's decimal sign."""
        return number.replace(".", ",") if self.code == "fr" else number


def language_label(language: str) -> str:
    """Give a language's own name, as a menu of captions shows it."""
    names = _words().get(language.split("-")[0].lower())
    return names["fr"] if names else language


@cache
def _words() -> dict[str, dict[str, str]]:
    text = (resources.files("deroule.outputs.player") / "words.json").read_text(encoding="utf-8")
    return cast("dict[str, dict[str, str]]", json.loads(text))
