"""Gives each term of a list of definitions an anchor, so that a result or a tooltip can lead to it."""

from __future__ import annotations

import re

from deroule.slug import slug

_TERM = re.compile(r"<dt>(?P<term>.*?)</dt>", re.DOTALL)
_MARKUP = re.compile(r"<[^>]*>")


def anchor_terms(page: str) -> str:
    """Add an id to the page's terms that have none. Ids begin with `mot-`, so that they meet no heading's."""
    taken: dict[str, int] = {}

    def anchored(found: re.Match[str]) -> str:
        name = "mot-" + slug(_MARKUP.sub("", found["term"]))
        taken[name] = taken.get(name, 0) + 1
        number = f"-{taken[name]}" if taken[name] > 1 else ""
        return f'<dt id="{name}{number}">{found["term"]}</dt>'

    return _TERM.sub(anchored, page)
