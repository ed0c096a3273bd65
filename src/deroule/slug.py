"""Names made from texts, as ids, file names and addresses have them: every room makes them the same way."""

from __future__ import annotations

from slugify import slugify


def slug(text: str, longest: int = 0) -> str:
    """Give a text in small letters without accents, with hyphens between its words; at most `longest` signs, if told.

    The table of letters is named: asked to choose one, the library looks for another package at each call, which takes
    ten times as long, and where that one is installed names would differ.
    """
    return slugify(text, max_length=longest, word_boundary=True, backend="text-unidecode")
