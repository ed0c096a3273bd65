"""The order of names as readers look for them: as in a dictionary, numbers by their size; every room sorts the same way."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_NUMBER = re.compile(r"\d+")
_DIGITS = 20
"""Numbers are written out to so many digits, so that 2 stands before 10."""


@cache
def alphabetical(text: str) -> tuple[str, str, str]:
    """Give what a name is sorted by: capitals, accents and signs aside first; then with its accents; then as it is."""
    letters = unicodedata.normalize("NFKD", text.casefold().replace("œ", "oe").replace("æ", "ae"))
    plain = "".join(sign if sign.isalnum() else " " for sign in letters if not unicodedata.combining(sign))
    return _NUMBER.sub(lambda found: found[0].zfill(_DIGITS), " ".join(plain.split())), letters, text
