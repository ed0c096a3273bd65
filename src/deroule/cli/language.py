"""The language in which the command speaks: asked for, else the machine's, else French."""

from __future__ import annotations

import os


def spoken_language() -> str:
    """Give `fr` or `en`, from DEROULE_LANGUAGE or the locale's variables; French where they say neither."""
    for name in ("DEROULE_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "").lower()
        if value.startswith(("fr", "en")):
            return value[:2]
    return "fr"


def asked_language(typed: list[str]) -> str | None:
    """Give the language that the words typed ask for: it is needed before they can be read."""
    for word, value in zip(typed, [*typed[1:], ""], strict=False):
        name, equals, given = word.partition("=")
        asked = given if equals else value
        if name == "--language" and asked in ("fr", "en"):
            return asked
    return None
