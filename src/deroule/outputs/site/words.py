"""The words of the site's pages, in French and English; dates and lengths of time as in the documents."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources

from deroule.outputs.document import words as documents


@cache
def _table() -> dict[str, dict[str, str]]:
    text = resources.files("deroule.outputs.site").joinpath("words.json").read_text(encoding="utf-8")
    table: dict[str, dict[str, str]] = json.loads(text)
    return table


@cache
def _phrase(name: str, code: str) -> str | None:
    """Give a phrase with the signs of its language; nothing when the site has none of that name."""
    if name not in _table():
        return None
    phrase = _table()[name][code].replace("'", "’")
    return phrase.replace(" :", "\u00a0:").replace(" ;", "\u202f;") if code == "fr" else phrase


@dataclass(frozen=True, slots=True)
class Wording(documents.Wording):
    """The site's words in one language, above those that documents share."""

    def word(self, name: str, **values: str) -> str:
        """Look up a word or a phrase. Raises KeyError for a name that neither table has."""
        phrase = _phrase(name, self.code)
        if phrase is None:
            return documents.Wording.word(self, name, **values)
        return phrase.format_map(values) if values else phrase

    def size(self, count: int) -> str:
        """Write how large a file is, from its bytes: `1,2 Mo`, `1.2 MB`."""
        french = self.code == "fr"
        if count < 1_000_000:
            return f"{max(1, round(count / 1000))}\u00a0{'ko' if french else 'kB'}"
        number = f"{count / 1_000_000:.1f}"
        return f"{number.replace('.', ',')}\u00a0Mo" if french else f"{number}\u00a0MB"
