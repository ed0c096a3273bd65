"""How French says what is written in capitals: sigles letter by letter or as words, Roman numerals as numbers."""

from __future__ import annotations

import re

_SAID = {
    "ADEME": "adème", "EPCI": "E P C I", "ESS": "E S S", "ONU": "onu", "ZAC": "zac",
    "ZAD": "zad", "ZUP": "zup", "PAC": "pac", "SIVOM": "sivome", "SIVU": "sivu", "SCOT": "skotte", "MOOC": "mouque",
    "ANCT": "A N C T", "INSEE": "inssé", "LEADER": "lideur", "RSE": "R S E", "RGAA": "R G deux A", "OK": "O K",
}  # fmt: skip
"""Sigles that the rules below would say otherwise than people do."""
_SIGLE = re.compile(r"(?<![\w’'-])(?:(?P<elided>[dlDL][’'])?)(?P<sigle>[A-ZÉ]{2,7})(?P<plural>s?)(?![\w’']|-\w)")
_ROMAN = re.compile(r"(?<![\w’'-])(?P<roman>[IVX]{1,6})(?P<ordinal>er|re|e|è|ème)?(?![\w’']|-\w)")
_ORDINAL = re.compile(r"(?<![\w,.])(?P<number>\d{1,2})(?:ème|e|è|nd|nde)(?!\w)")
_VOWELS = "AEIOUYÉ"
_UNITS = [
    "zéro",
    "un",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
    "dix-sept",
    "dix-huit",
    "dix-neuf",
]
_TENS = {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante", 80: "quatre-vingt"}


def with_sigles(text: str) -> str:
    """Write sigles as French says them; a text that is all in capitals holds words, not sigles."""
    if text.isupper() and " " in text.strip():
        return text

    def said(match: re.Match[str]) -> str:
        sigle = match["sigle"]
        return (match["elided"] or "") + (_SAID.get(sigle) or _read(sigle))

    return _SIGLE.sub(said, text)


def with_numerals(text: str) -> str:
    """Write Roman numerals and ordinals as words: `XIXe`, `partie II`, `2e`."""
    return _ORDINAL.sub(lambda match: ordinal(int(match["number"])), _ROMAN.sub(_roman_said, text))


def ordinal(number: int) -> str:
    """Give the ordinal of a number below 100, from the second on: `deuxième`, `vingt et unième`."""
    word = cardinal(number)
    if word.endswith("cinq"):
        return f"{word}uième"
    if word.endswith("neuf"):
        return f"{word[:-1]}vième"
    return word.removesuffix("e") + "ième"


def cardinal(number: int) -> str:
    """Give the words of a number below 100."""
    if number < 20:
        return _UNITS[number]
    tens = number // 10 * 10
    if tens in (70, 90):
        tens -= 10
    rest = number - tens
    joined = " et " if rest in (1, 11) and tens < 80 else "-"
    return _TENS[tens] + (joined + _UNITS[rest] if rest else "")


def _roman_said(match: re.Match[str]) -> str:
    value = _value(match["roman"])
    # A single letter is a numeral only where it counts: `Ier`, `Ve`; « V » alone may be anything.
    if value is None or (len(match["roman"]) == 1 and not match["ordinal"]):
        return match[0]
    if match["ordinal"] is None:
        return str(value)
    return {"er": "premier", "re": "première"}.get(match["ordinal"], "premier") if value == 1 else ordinal(value)


def _value(roman: str) -> int | None:
    if not re.fullmatch(r"X{0,3}(?:IX|IV|V?I{0,3})", roman):
        return None
    worth = {"I": 1, "V": 5, "X": 10}
    signs = [worth[sign] for sign in roman]
    return sum(-one if one < after else one for one, after in zip(signs, [*signs[1:], 0], strict=True))


def _read(sigle: str) -> str:
    """Say a sigle as a word where French can, else letter by letter."""
    return _as_word(sigle) if len(sigle) > 3 and _can_be_said(sigle) else " ".join(sigle)


def _can_be_said(sigle: str) -> bool:
    groups = re.findall(rf"[^{_VOWELS}]+", sigle)
    if len("".join(groups)) in (0, len(sigle)):
        return False
    first = groups[0] if sigle.startswith(groups[0]) else ""
    last = groups[-1] if sigle.endswith(groups[-1]) else ""
    begins = len(first) < 2 or (len(first) == 2 and (first[1] in "LR" or first[0] == "S"))
    ends = len(last) < 2 or last[0] == last[1] or last[0] in "LRNS"
    return begins and ends and all(len(group) < 3 for group in groups)


def _as_word(sigle: str) -> str:
    """Write a sigle so that its vowels are heard: in FEDER and DREAL no E is mute, in ADEME the last one is."""
    word = sigle.lower()
    word = re.sub(r"e(?=[^aeiouyé]e\Z)", "è", word)
    word = re.sub(r"e(?=[^aeiouyé][aeiouyé]|[aiouyé])", "é", word)
    return re.sub(r"er\Z", "ère", word)
