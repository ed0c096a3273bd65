"""The typography of a language, put right once, on text as the author typed it; doing it twice changes nothing.

French: rules of the Lexique des règles typographiques en usage à l'Imprimerie nationale. A no-break space (U+00A0)
before the colon and inside guillemets, a narrow one (U+202F) before `;`, `!`, `?` and between thousands.
"""

from __future__ import annotations

import re
from collections.abc import Callable

NBSP = "\u00a0"
NARROW = "\u202f"

_ADDRESS = re.compile(
    r"(?:https?://|www\.|mailto:)\S+|[^\s@]{1,64}@\S+|\b[\w-]{1,80}\.(?:ya?ml|pptx?|docx?|odt|pdf|md|html?|csv|svg|png|jpe?g|zip|json|ics|vtt|srt)\b"
)
_MAY_ADDRESS = re.compile(r"@|\.\w|:/|mailto:")
"""Most texts hold no address, and looking for one is dear."""
_SPACES = f"[ {NBSP}{NARROW}]"

_Rule = tuple[frozenset[str], re.Pattern[str], str]
"""The signs of which a text must hold one for a rule to change it; the rule; what it puts instead."""


def _rule(signs: str, pattern: str, mended: str) -> _Rule:
    return frozenset(signs), re.compile(pattern), mended


_FRENCH = (
    _rule("«", rf"«{_SPACES}*(?=\S)", f"«{NBSP}"),
    _rule("»", rf"(?<=\S){_SPACES}*»", f"{NBSP}»"),
    _rule(";!?", rf"{_SPACES}+([;!?]+)(?=\s|$|[)\]»{NBSP}])", rf"{NARROW}\1"),
    _rule(";!?", rf"(?<=\w)([;!?])(?=\s|$|{NBSP}»)", rf"{NARROW}\1"),
    _rule(":", rf"{_SPACES}+:(?=\s|$)", f"{NBSP}:"),
    _rule(":", r"(?<=[^\W\d_]):(?=\s|$)", f"{NBSP}:"),
    _rule("0123456789", rf"(?<=\d)[ {NBSP}](?=\d{{3}}(?!\d))", NARROW),
    _rule("%€$£°", rf"(?<=\d){_SPACES}(?=[%€$£]|°C)", NBSP),
    _rule("°", rf"\b([nN])°{_SPACES}*(?=\d)", rf"\1°{NBSP}"),
    _rule(".M", r"\b(M\.|Mme|MM\.|art\.|p\.) (?=[A-Z\d])", rf"\1{NBSP}"),
)
_ENGLISH = (
    _rule("'", r"(?<=\w)'(?=\w)", "’"),
    _rule("'", r"(?<=s)'(?=\s)", "’"),
)


def typeset(text: str, language: str, before: str = "") -> str:
    """Put the typography of `text` right. `before` is the text just before it, across the border of a run."""
    if language.lower().startswith("fr"):
        return _apart_from_addresses(text, before, _french)
    if language.lower().startswith("en"):
        return _apart_from_addresses(text, before, _english)
    return text


def _apart_from_addresses(text: str, before: str, mend: Callable[[str, str], str]) -> str:
    if not _MAY_ADDRESS.search(text):
        return mend(text, before)
    parts: list[str] = []
    at = 0
    for match in _ADDRESS.finditer(text):
        parts.append(mend(text[at : match.start()], (before + "".join(parts))[-1:]))
        parts.append(match[0])
        at = match.end()
    parts.append(mend(text[at:], (before + "".join(parts))[-1:]))
    return "".join(parts)


def _french(text: str, before: str) -> str:
    text = _mended(_quotes(text, before, f"«{NBSP}", f"{NBSP}»").replace("...", "…"), _FRENCH)
    if "'" not in text:
        return text
    # Last: the spaces put in above decide what stands at the end of a word.
    text = re.sub(r"(?<=\w)'(?=\w)", "’", text)
    return text if text.startswith("'") else re.sub(r"(?<=\w)'(?=$|\s)", "’", text)


def _english(text: str, before: str) -> str:
    return _mended(_quotes(text, before, "“", "”"), _ENGLISH).replace("...", "…")


def _mended(text: str, rules: tuple[_Rule, ...]) -> str:
    letters = frozenset(text)
    for signs, pattern, mended in rules:
        if not letters.isdisjoint(signs):
            text = pattern.sub(mended, text)
    return text


def _quotes(text: str, before: str, opening: str, closing: str) -> str:
    """Turn straight double quotes into the language's: opening after a space, a bracket or nothing."""
    if '"' not in text:
        return text
    made: list[str] = []
    for position, letter in enumerate(text):
        if letter != '"':
            made.append(letter)
            continue
        previous = text[position - 1] if position else before
        opens = not previous or previous.isspace() or previous in "([{—–-/" + NBSP
        made.append(opening if opens else closing)
    return "".join(made)


ORDINAL = re.compile(r"\b(\d+|[IVX]+|[IVXLC]{2,})(er|ers|re|res|e|es|ᵉ|d|de)\b(?!\w)")
"""`1er`, `3e`, `XXe`: the letters after the number are set as superiors in French."""
