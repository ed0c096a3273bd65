"""How a text is read aloud: signs, units, dates, addresses and abbreviations written as a voice should say them.

A synthetic voice reads what it is given sign by sign: « 5 M€ » becomes "cinq aime euros", « M. » ends a sentence. Captions
keep what the author wrote; the voice alone is given this.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from deroule.model.calendar import MONTHS
from deroule.outputs.rehearsal.sigles import with_numerals, with_sigles

_WORDS = {
    "fr": {"dot": "point", "dash": "tiret", "at": "arobase", "slash": "barre", "to": "à", "and": "et", "per": "par"},
    "en": {"dot": "dot", "dash": "dash", "at": "at", "slash": "slash", "to": "to", "and": "and", "per": "per"},
}
_UNITS = {
    "fr": {
        "Md€": "milliard d'euros", "M€": "million d'euros", "k€": "mille euros", "€": "euro", "%": "pour cent",
        "‰": "pour mille", "km²": "kilomètre carré", "m²": "mètre carré", "m³": "mètre cube", "km": "kilomètre",
        "cm": "centimètre", "mm": "millimètre", "m": "mètre", "ha": "hectare", "kg": "kilogramme", "t": "tonne",
        "kWh": "kilowattheure", "MWh": "mégawattheure", "GWh": "gigawattheure", "TWh": "térawattheure",
        "kW": "kilowatt", "MW": "mégawatt", "GW": "gigawatt", "°C": "degré", "h": "heure", "min": "minute",
        "Mo": "mégaoctet", "Go": "gigaoctet", "ETP": "équivalent temps plein", "hab.": "habitant",
    },
    "en": {
        "bn€": "billion euros", "M€": "million euros", "k€": "thousand euros", "%": "percent", "km²": "square kilometre",
        "m²": "square metre", "m³": "cubic metre", "km": "kilometre", "cm": "centimetre", "mm": "millimetre",
        "ha": "hectare", "kg": "kilogram", "kWh": "kilowatt hour", "MWh": "megawatt hour", "GWh": "gigawatt hour",
        "°C": "degree", "min": "minute", "MB": "megabyte", "GB": "gigabyte",
    },
}  # fmt: skip
_STILL = frozenset({"pour cent", "pour mille", "percent", "mille euros", "thousand euros", "million euros", "billion euros"})  # fmt: skip
"""Never in the plural."""
_ABBREVIATIONS = {
    "fr": (
        (r"\bMM\.(?=\s+[A-ZÀ-Ý])", "messieurs"), (r"\bM\.(?=\s+[A-ZÀ-Ý])", "monsieur"), (r"\bMmes\b", "mesdames"),
        (r"\bMme\b", "madame"), (r"\bMlle\b", "mademoiselle"), (r"\bDr\b\.?(?=\s+[A-ZÀ-Ý])", "docteur"),
        (r"\bPr\b\.?(?=\s+[A-ZÀ-Ý])", "professeur"), (r"\b[Nn](?:°|º|o\.|ᵒ)\s*(?=\d)", "numéro "),
        (r"\bnos\.?\s*(?=\d)", "numéros "), (r"\bp\.\s*(?=\d)", "page "), (r"\bpp\.\s*(?=\d)", "pages "),
        (r"\bart\.\s*(?=[A-Z]?\d)", "article "), (r"\bcf\.?(?=\s)", "voir"), (r"\benv\.(?=\s)", "environ"),
        (r"\bex\.(?=\s)", "exemple"), (r"\bav\.\s+J\.-?\s?C\.", "avant Jésus-Christ"), (r"\bc\.-à-d\.", "c'est-à-dire"),
        (r"\bet/ou\b", "et ou"), (r"\b1re(?!\w)", "première"), (r"\bkm/h\b", "kilomètres à l'heure"),
    ),
    "en": (
        (r"\be\.g\.", "for example"), (r"\bi\.e\.", "that is"), (r"\b[Nn]o\.\s*(?=\d)", "number "),
        (r"\bp\.\s*(?=\d)", "page "), (r"\bpp\.\s*(?=\d)", "pages "), (r"\bvs\.?(?=\s)", "versus"),
        (r"\bapprox\.", "about"), (r"\band/or\b", "and or"), (r"\bkm/h\b", "kilometres an hour"),
    ),
}  # fmt: skip
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_ADDRESS = re.compile(
    r"\b(?:https?://(?:www\.)?|www\.)(?P<host>[\w-]+(?:\.[\w-]+)+)(?P<path>/[\w./?=&%#~-]*)?"
    r"|\b(?P<bare>[a-z][\w-]*(?:\.[a-z][\w-]*)*\.(?:fr|org|com|eu|net))\b(?P<way>/[\w./?=&%#~-]*)?"
)
_LOW = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")
_RAISED = str.maketrans({"ᵉ": "e", "ʳ": "r", "ᵈ": "d", "ˢ": "s", "ᵗ": "t", "ʰ": "h"})


def read_aloud(text: str, language: str, own: Mapping[str, str] | None = None) -> str:
    """Write a text as a voice of a language should say it; `own` gives the author's way of saying some words."""
    code = language.split("-")[0].lower()
    text = _plain(_own(text, own or {}))
    if code in _WORDS:
        for step in (_addresses, _dates, _hours, _chemistry, _abbreviations, _ranges, _units):
            text = step(text, code)
    if code == "fr":
        text = with_sigles(with_numerals(text))
    return re.sub(r" {2,}", " ", text).strip()


def _own(text: str, own: Mapping[str, str]) -> str:
    """Say the author's words the author's way, longest first; capitals count, so that « SCIC » is not « scic »."""
    if not own:
        return text
    said = {word.replace("'", "’"): way for word, way in own.items()}
    words = "|".join(re.escape(word) for word in sorted(said, key=len, reverse=True))
    level = text.replace("'", "’")
    return re.sub(rf"(?<!\w)(?:{words})(?!\w)", lambda match: said[match[0]], level)


def _plain(text: str) -> str:
    """Leave out what no voice says, and put figures together."""
    text = re.sub(r"(?<=\d)[\u00a0\u202f](?=\d{3}(?!\d))", "", text)
    text = text.replace("\u00a0", " ").replace("\u202f", " ").replace("\u2060", "").replace("\n", " ")
    text = re.sub(r"[«»“”\"]", "", text.translate(_RAISED))
    for sign in ("→", "=>", "⇒", "•", "·"):
        text = text.replace(sign, ",")
    return re.sub(r"[\u2600-\u27bf\U0001f300-\U0001faff\ufe0f]", "", text)


def _addresses(text: str, code: str) -> str:
    """Say a web address by its site alone: nobody types what follows from hearing it."""
    words = _WORDS[code]

    def spelt(name: str) -> str:
        return name.replace("-", f" {words['dash']} ").replace("_", " ").replace(".", f" {words['dot']} ")

    text = _MAIL.sub(lambda match: f" {words['at']} ".join(map(spelt, match[0].split("@"))), text)
    return _ADDRESS.sub(lambda match: spelt(match["host"] or match["bare"]), text)


def _dates(text: str, code: str) -> str:
    def said(day: str, month: str, year: str, written: str) -> str:
        if not (1 <= int(month) <= 12 and 1 <= int(day) <= 31):
            return written
        first = "1er" if code == "fr" and int(day) == 1 else str(int(day))
        return f"{first} {MONTHS[code][int(month) - 1]} {year}"

    text = re.sub(r"(?<![\w-])(\d{4})-(\d\d)-(\d\d)(?![\w-])", lambda one: said(one[3], one[2], one[1], one[0]), text)
    return re.sub(r"(?<![\w/])(\d{1,2})/(\d{1,2})/(\d{4})(?![\w/])", lambda one: said(one[1], one[2], one[3], one[0]), text)  # fmt: skip


def _hours(text: str, code: str) -> str:
    if code != "fr":
        return text

    def said(match: re.Match[str]) -> str:
        minutes = int(match[2] or 0)
        return f"{int(match[1])} heure{'s' if int(match[1]) > 1 else ''}" + (f" {minutes}" if minutes else "")

    return re.sub(r"(?<![\w:,])([01]?\d|2[0-3])\s?[h:]\s?([0-5]\d)(?![\w:])", said, text)


def _chemistry(text: str, code: str) -> str:
    """Say a formula letter by letter: CO₂, H₂O."""
    formula = re.compile(r"(?<!\w)(?:[A-Z][a-z]?[₀-₉]*){1,4}(?!\w)")
    spelt: Callable[[re.Match[str]], str] = lambda one: (  # noqa: E731
        " ".join(one[0].translate(_LOW)) if re.search("[₀-₉]", one[0]) else one[0]
    )
    return re.sub(r"\bCO2\b", "C O 2", formula.sub(spelt, text)).translate(_LOW)


def _abbreviations(text: str, code: str) -> str:
    for pattern, said in _ABBREVIATIONS[code]:
        text = re.sub(pattern, said, text)
    return re.sub(r"\s&\s", f" {_WORDS[code]['and']} ", text)


def _ranges(text: str, code: str) -> str:
    """`2016–2017` and `20-30` are said from one to the other; telephone numbers and dates have more parts."""
    return re.sub(r"(?<![\w.,-])(\d{1,4})\s?[–-]\s?(\d{1,4})(?![\w-])", rf"\1 {_WORDS[code]['to']} \2", text)


def _units(text: str, code: str) -> str:
    """Say a unit that follows a number, or a number in words; `per` for the stroke of `€/an`."""
    units = _UNITS[code]
    listed = "|".join(re.escape(unit) for unit in sorted(units, key=len, reverse=True))

    def said(match: re.Match[str]) -> str:
        number, unit = match["number"], units[match["unit"]]
        many = float(number.replace(" ", "").replace(",", ".")) >= 2
        each = f" {_WORDS[code]['per']} " if match["each"] else ""
        return f"{number} {_plural(unit) if many and unit not in _STILL else unit}{each}"

    return re.sub(
        rf"(?P<number>\d+(?: \d{{3}})*(?:[.,]\d+)?)\s?(?P<unit>{listed})(?![\w²³])(?P<each>/(?=\w))?", said, text
    )


def _plural(unit: str) -> str:
    """Put the words of a unit in the plural: `mètres carrés`, `millions d'euros`, `équivalents temps plein`."""
    first, *rest = unit.split(" ")
    if rest and rest[0] in ("carré", "cube"):
        return f"{first}s {rest[0]}s"
    if first in ("square", "cubic", "kilowatt", "megawatt", "gigawatt") and rest:
        return f"{first} {rest[0]}s"
    return " ".join([f"{first}s", *rest])
