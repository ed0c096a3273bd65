"""What no line end may part: a number and its unit, a day and its month, a short form and what it stands before.

A plain space between them becomes a no-break space (U+00A0). Long nouns after numbers are left to the slide's own line
ends: glued to them, a number would leave holes in narrow columns.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

NBSP = "\u00a0"

Rule = tuple[frozenset[str], re.Pattern[str], str | Callable[[re.Match[str]], str]]
"""The signs of which a text must hold one for a rule to change it; the rule; what it puts instead."""

_UNITS = (
    "[kM]?€|Md€|Mds€?|[mcdk]?m[²³]?|[mk]?g|[mchd]?[lL]|ha|[kMGT]?W[hc]?|[kMGT]?(?:Hz|V)|[kKMGT][oB]|tep|min|km/h|m/s"
    "|[%‰£$]|°C?|ppm|dB"
)
_FRENCH_UNITS = f"{_UNITS}|[thjs]|ETP|FCFA|CHF|hab\\.|ans?|mois|jours?|heures?|minutes?|euros?|fois|milli(?:ers|ards?|ons?)|pour cent"
_ENGLISH_UNITS = f"{_UNITS}|lb|oz|mph|bn|[ap]\\.?m\\.?|(?:m|b|tr)illion|per cent|percent"
_FRENCH_MONTHS = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
_ENGLISH_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December"  # a year may begin a line
)
_ALONE = r"(?![\w’'])"
_MARKS = r"\*{0,2}"
"""Marks of bold and italic in pages, whose Markdown is put right as it is written."""
_CAPITAL = "(?=[A-ZÀ-Ý])"


def _rule(signs: str, *either: str) -> Rule:
    """Glue each space that one of the patterns finds: they look at what stands around it, so that it alone is read."""
    return frozenset(signs), re.compile(f" (?:{'|'.join(either)})"), NBSP


def _after(*words: str) -> str:
    """A pattern for what stands after one of some words, in small letters or with a capital, and after no longer word."""
    spellings = dict.fromkeys(one for word in words for one in (word, word[0].upper() + word[1:]))
    return "(?:" + "|".join(rf"(?<={one} )(?<![\w.]{one} )" for one in map(re.escape, spellings)) + ")"


def _counting(units: str, months: str) -> str:
    """A pattern for what stands between a number and what it counts."""
    return rf"(?:(?<=\d )|(?<=\d\* )|(?<=\d\*\* ))(?={_MARKS}(?:{units}|{months}){_ALONE})"


def _wholly(match: re.Match[str]) -> str:
    return match[0].replace(" ", NBSP)


_SIGNED = "(?=\\d)(?<=[+−×±≈] )(?<![^\\s(«][+−×±≈] )"
_INITIAL = r"(?<=[A-ZÉ]\. )(?<![\w.][A-ZÉ]\. )"

GLUE: dict[str, tuple[Rule, ...]] = {
    "fr": (
        _rule(
            "0123456789",
            _counting(_FRENCH_UNITS, _FRENCH_MONTHS),
            rf"(?:(?<=1er )|(?<=1er\*\* ))(?={_MARKS}(?:{_FRENCH_MONTHS}){_ALONE})",
            rf"(?=\d\d(?!\d))(?<=\d[ {NBSP}\u202f]h )",
            rf"(?=\d)(?:{_after('art.', 'chap.', 'fig.', 'vol.', 'tél.', 'al.', 'p.', 'pp.', 't.', 'n°')}|(?<=[LRDA]\. )(?<![\w.][LRDA]\. ))",
            rf"(?=\d){_after('article', 'articles', 'page', 'pages', '§', '§§')}",
        ),
        (frozenset("0"), re.compile(rf"0(?<![\d.,]0)\d(?:[ {NBSP}]\d\d){{4}}(?!\d)"), _wholly),
        _rule("MDP.", rf"{_CAPITAL}(?:{_after('M.', 'MM.', 'Mme', 'Mmes', 'Mlle', 'Mlles', 'Me', 'Mgr', 'Dr', 'Pr', 'art.')}|{_INITIAL})"),
        _rule("IVX", r"(?=siècles?\b)(?<=[IVX]e )"),
        _rule("+−×±≈", _SIGNED),
    ),
    "en": (
        _rule(
            "0123456789",
            _counting(_ENGLISH_UNITS, _ENGLISH_MONTHS),
            rf"(?=\d\d?(?!\d)){_after(*_ENGLISH_MONTHS.split('|'))}",
            rf"(?=\d){_after('no.', 'nos.', 'art.', 'ch.', 'fig.', 'vol.', 'p.', 'pp.', 'page', 'pages', '§', '§§')}",
        ),
        _rule("MDP.", rf"{_CAPITAL}(?:{_after('Mr', 'Mrs', 'Ms', 'Dr', 'Prof', 'Mr.', 'Mrs.', 'Ms.', 'Dr.', 'Prof.')}|{_INITIAL})"),
        _rule("+−×±≈", _SIGNED),
    ),
}  # fmt: skip
"""By language; what one pass glued, no other finds to glue."""


def glued(text: str, language: str, before: str = "", after: str = "") -> str:
    """Glue what belongs together in a text; `before` and `after` stand beside it, across the borders of its run."""
    whole = mended(f"{before}{text}{after}", GLUE[language])
    # Each rule puts one sign in the place of one.
    return whole[len(before) : len(before) + len(text)]


def mended(text: str, rules: Iterable[Rule]) -> str:
    """Apply the rules that have something to look for in a text, one after the other."""
    letters = frozenset(text)
    for signs, pattern, instead in rules:
        if not letters.isdisjoint(signs):
            text = pattern.sub(instead, text)
    return text
