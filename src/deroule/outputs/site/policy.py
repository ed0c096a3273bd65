"""The content security policy of a page: the site's own files, and the theme's inline scripts by their hashes."""

from __future__ import annotations

import base64
import hashlib
import posixpath
import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from functools import lru_cache

SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<text>.*?)</script>", re.DOTALL)
Known = Callable[[str, str], bool]
"""Whether a script may stay, by its attributes as written and its text."""
_SOURCE = re.compile(r"""\bsrc=["']?([^"'\s>]+)""")
_PLACE = re.compile(r'new URL\("[./]*",(?:location|document\.baseURI)\)|"(?:base|search)": ?"(?!//)[^":]*"')
"""What differs in the theme's scripts from page to page: the way up to the site's root."""
_META = '<meta http-equiv="Content-Security-Policy" content="{}">'


@dataclass(frozen=True, slots=True)
class Trust:
    """The scripts that pages may hold: those of a page that nobody but the theme and the product wrote."""

    inline: frozenset[str]
    files: frozenset[str]
    seen: dict[tuple[str, str], bool] = field(default_factory=dict, repr=False, compare=False)
    """What was judged already: pages hold the same few scripts."""

    def __call__(self, attributes: str, text: str) -> bool:
        """Say whether a script is known, wherever in the site its page lies."""
        key = (attributes, text)
        if key not in self.seen:
            self.seen[key] = self._judge(attributes, text)
        return self.seen[key]

    def _judge(self, attributes: str, text: str) -> bool:
        source = _SOURCE.search(attributes)
        if source:
            return not text.strip() and _from_root(source[1]) in self.files
        return _without_place(attributes, text) in self.inline


def trust_of(reference: str, own: Iterable[str], written: Iterable[str] = ()) -> Trust:
    """Learn the theme's scripts from `reference`, a page without anything of the owner's; `own` files and those `written`
    into pages are ours."""
    inline, files = set(written), set(own)
    for found in SCRIPT.finditer(reference):
        source = _SOURCE.search(found["attributes"])
        if source:
            files.add(_from_root(source[1]))
        else:
            inline.add(_without_place(found["attributes"], found["text"]))
    return Trust(frozenset(inline), frozenset(files))


def with_policy(page: str, trust: Trust, outside: Collection[str] = ()) -> str:
    """Put the policy at the top of the page's head. `outside`: origins that its video may come from."""
    hashes = sorted(
        {
            _hash(found["text"])
            for found in SCRIPT.finditer(page)
            if found["text"] and "src=" not in found["attributes"] and trust(found["attributes"], found["text"])
        }
    )
    elsewhere = " ".join(sorted(outside))
    frames = elsewhere or "'none'"
    base = "'self' file:" if "<base " in page.partition("</head>")[0] else "'none'"  # the page of what is not found
    policy = (
        f"default-src 'self' file:; script-src 'self' file: {' '.join(hashes)}; "
        "style-src 'self' file: 'unsafe-inline'; img-src 'self' file: data:; "
        f"media-src 'self' file: data: blob: {elsewhere}; frame-src {frames}; "
        f"object-src 'none'; base-uri {base}; form-action 'none'"
    )
    before, charset, after = page.partition('<meta charset="utf-8">')
    if not charset:
        before, charset, after = page.partition("<head>")
    return before + charset + _META.format(policy) + after


def _from_root(address: str) -> str:
    return posixpath.normpath(address).lstrip("./")


def _without_place(attributes: str, text: str) -> str:
    return attributes.strip() + _PLACE.sub("", text)


@lru_cache(1_000)
def _hash(script: str) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() + "'"
