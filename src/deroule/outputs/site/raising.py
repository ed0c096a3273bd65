"""Sets the letters of `1er` above the line, as French does, wherever a page shows it as running text."""

from __future__ import annotations

import re
from bisect import bisect

_WRITTEN = "1er"
_WORD = re.compile(r"(?<![\w/.@-])1er(?![\w/@-])")
_AS_TYPED = re.compile(r"<(?P<tag>code|kbd|option|pre|samp|script|style|svg|textarea)\b.*?</(?P=tag)>", re.DOTALL)
"""What is shown as typed, with its content."""


def raise_letters(page: str) -> str:
    """Raise the letters in the texts of a page that the cleaning wrote: never in a tag, in code, in an address."""
    if _WRITTEN not in page:
        return page
    borders = [border for found in _AS_TYPED.finditer(page) for border in found.span()]

    def raised(found: re.Match[str]) -> str:
        at = found.start()
        is_as_typed = bisect(borders, at) % 2 == 1
        is_in_tag = page.rfind("<", 0, at) > page.rfind(">", 0, at)
        return found[0] if is_as_typed or is_in_tag else "1<sup>er</sup>"

    return _WORD.sub(raised, page)
