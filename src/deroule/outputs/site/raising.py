"""Sets the letters of `1er` above the line, as French does, wherever a page shows it as running text."""

from __future__ import annotations

import re

_WRITTEN = "1er"
_PIECE = re.compile(
    r"<(?P<as_typed>code|kbd|option|pre|samp|script|style|svg|textarea)\b.*?</(?P=as_typed)>|<[^>]*>"
    r"|(?<![\w/.@-])1er(?![\w/@-])",
    re.DOTALL,
)
"""What is shown as typed, with its content; any other tag; or what is looked for."""


def raise_letters(page: str) -> str:
    """Raise the letters in the texts of a page that the cleaning wrote: never in a tag, in code, in an address."""
    if _WRITTEN not in page:
        return page
    return _PIECE.sub(lambda found: "1<sup>er</sup>" if found[0] == _WRITTEN else found[0], page)
