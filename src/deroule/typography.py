"""The typography of a language, put right once, on text as the author typed it; doing it twice changes nothing.

French: rules of the Lexique des règles typographiques en usage à l'Imprimerie nationale. A no-break space (U+00A0)
before the colon and inside guillemets, a narrow one (U+202F) before `;`, `!`, `?` and between thousands. What no line
end may part is glued.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from deroule.gluing import GLUE, NBSP, Rule, glued, mended

NARROW = "\u202f"

_ADDRESS = re.compile(
    r"(?:https?://|www\.|mailto:)\S+|[^\s@]{1,64}@\S+|\b[\w-]{1,80}\.(?:ya?ml|pptx?|docx?|odt|pdf|md|html?|csv|svg|png|jpe?g|zip|json|ics|vtt|srt)\b"
)
_MAY_ADDRESS = re.compile(r"@|\.\w|:/|mailto:")
"""Most texts hold no address, and looking for one is dear."""
BESIDE = 12
"""Characters beside a text that may decide what belongs to it: the longest month, with its space."""
AN_ADDRESS = "x"
"""What stands for an address beside a text: letters, to which nothing is glued."""
_SPACES = f"[ {NBSP}{NARROW}]"


def _rule(signs: str, pattern: str, instead: str) -> Rule:
    return frozenset(signs), re.compile(pattern), instead


_FRENCH = (
    _rule("«", rf"«{_SPACES}*(?=\S)", f"«{NBSP}"),
    _rule("»", rf"(?<=\S){_SPACES}*»", f"{NBSP}»"),
    _rule(";!?", rf"{_SPACES}+([;!?]+)(?=\s|$|[)\]»{NBSP}])", rf"{NARROW}\1"),
    _rule(";!?", rf"(?<=\w)([;!?])(?=\s|$|{NBSP}»)", rf"{NARROW}\1"),
    _rule(":", rf"{_SPACES}+:(?=\s|$)", f"{NBSP}:"),
    _rule(":", r"(?<=[^\W\d_]):(?=\s|$)", f"{NBSP}:"),
    # Thousands: one to three digits, then three by three; not a year with a number after it.
    _rule("0123456789", rf"(?<=\d)(?<!\d{{4}})[ {NBSP}](?=\d{{3}}(?!\d))", NARROW),
    _rule("%€$£°", rf"(?<=\d){_SPACES}(?=[%€$£]|°C)", NBSP),
    _rule("°", rf"\b([nN])°{_SPACES}*(?=\d)", rf"\1°{NBSP}"),
    *GLUE["fr"],
)
_ENGLISH = (
    _rule("'", r"(?<=\w)'(?=\w)", "’"),
    _rule("'", r"(?<=s)'(?=\s)", "’"),
    *GLUE["en"],
)


def typeset(text: str, language: str, before: str = "", after: str = "") -> str:
    """Put the typography of `text` right. `before` and `after` stand beside it, across the borders of its run."""
    code = language[:2].lower()
    if code not in _MENDING:
        return text
    if not _MAY_ADDRESS.search(text):
        return _mended(text, code, before, after)
    made, at = "", 0
    for address in _ADDRESS.finditer(text):
        made += _mended(text[at : address.start()], code, before, address[0][:BESIDE]) + address[0]
        before, at = AN_ADDRESS, address.end()
    return made + _mended(text[at:], code, before, after)


def _mended(text: str, code: str, before: str, after: str) -> str:
    text = _MENDING[code](text, before)
    return glued(text, code, before, after) if text and (before or after) else text


def _french(text: str, before: str) -> str:
    text = mended(_quotes(text, before, f"«{NBSP}", f"{NBSP}»").replace("...", "…"), _FRENCH)
    if "'" not in text:
        return text
    # Last: the spaces put in above decide what stands at the end of a word.
    text = re.sub(r"(?<=\w)'(?=\w)", "’", text)
    return text if text.startswith("'") else re.sub(r"(?<=\w)'(?=$|\s)", "’", text)


def _english(text: str, before: str) -> str:
    return mended(_quotes(text, before, "“", "”"), _ENGLISH).replace("...", "…")


_MENDING: dict[str, Callable[[str, str], str]] = {"fr": _french, "en": _english}


def _quotes(text: str, before: str, opening: str, closing: str) -> str:
    """Turn straight double quotes into the language's: opening after a space, a bracket or nothing."""
    if '"' not in text:
        return text
    made: list[str] = []
    for position, letter in enumerate(text):
        if letter != '"':
            made.append(letter)
            continue
        previous = text[position - 1] if position else before[-1:]
        opens = not previous or previous.isspace() or previous in "([{—–-/" + NBSP
        made.append(opening if opens else closing)
    return "".join(made)


ORDINAL = re.compile(r"\b(\d+|[IVX]+|[IVXLC]{2,})(er|ers|re|res|e|es|ᵉ|d|de)\b(?!\w)")
"""`1er`, `3e`, `XXe`: the letters after the number are set as superiors in French."""
