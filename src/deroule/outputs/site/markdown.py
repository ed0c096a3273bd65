"""Text as Markdown that shows it as it is: nothing that an author typed in a title or a name becomes markup."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache

from deroule.outputs.site.cleaning import shield

_as_json = json.JSONEncoder(ensure_ascii=False).encode
_SIGNS = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~^:&\"'$=@])")


def literal(value: object) -> str:
    """Write a text on one line of Markdown so that it shows as written."""
    text = " ".join(str(value).split())
    return _SIGNS.sub(lambda match: f"&#{ord(match[1])};", text)


def front_matter(facts: Mapping[str, object]) -> str:
    """Write a front matter; JSON is YAML, and quotes everything. The engine writes these texts without escaping."""
    lines = [
        f"{name}: {_listed(value) if isinstance(value, tuple) else _told(value)}"
        for name, value in facts.items()
        if value
    ]
    return "---\n" + "\n".join(lines) + "\n---\n\n"


def _told(value: object) -> str:
    return _as_json(shield(" ".join(str(value).split())))


@cache
def _listed(values: tuple[str, ...]) -> str:
    return f"[{', '.join(map(_told, values))}]"
