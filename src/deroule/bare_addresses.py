"""Addresses of the web that stand in a text as they are, which every editor and reader makes a link of.

The rule is that of GitHub Flavored Markdown, "Autolinks (extension)": an address begins at a word's beginning, and
signs that end a sentence around it are none of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_SIGNS = r"[^\s<>|`\"«»“”]"
_FOUND = re.compile(
    r"`+[^`]*`+"  # code
    r"|<a\b[^>]*>.*?</a\s*>|<[^>]*>"  # a link in HTML, any tag, `<address>`
    r"|!?\[(?:[^\[\]]|\[[^\]]*\])*\](?:\([^)\s]*(?:\s[^)]*)?\)|\[[^\]]*\])"  # a link, a picture
    r"|^[ ]{0,3}\[[^\]]+\]:.*$"  # what a link's name leads to
    rf"|(?<![\w/.@:=\"'&#-])(?P<address>(?:https?://|www\.){_SIGNS}+)",
    re.IGNORECASE | re.MULTILINE,
)
_AFTER = re.compile(r"(?:[?!.,:;*_~'’\]]|&[a-z]+;)+$", re.IGNORECASE)
"""Ends the sentence, not the address."""


@dataclass(frozen=True, slots=True)
class BareAddress:
    """An address in a text, from `start` to before `end`, and where it leads."""

    start: int
    end: int
    text: str
    target: str


def bare_addresses(text: str) -> Iterator[BareAddress]:
    """Give the addresses of a text of Markdown that are no link yet, in their order; none that stands in code."""
    if "://" not in text and "www." not in text.lower():
        return  # few texts hold an address, and to look at all that may stand around one is dear
    for found in _FOUND.finditer(text):
        written = _cut(found["address"] or "")
        host = written.removeprefix("www.").rpartition("//")[2]
        if re.match(r"[\w-]+\.\w|localhost\b", host):
            leads = written if "://" in written else f"https://{written}"
            yield BareAddress(found.start("address"), found.start("address") + len(written), written, leads)


def _cut(address: str) -> str:
    """Leave out what ends the sentence, and a bracket that was opened before the address."""
    while address:
        kept = _AFTER.sub("", address)
        if kept.endswith(")") and kept.count(")") > kept.count("("):
            kept = kept[:-1]
        if kept == address:
            break
        address = kept
    return address
