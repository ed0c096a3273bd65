"""Canonical nodes to the model: Pydantic validates, and every fault is told at its place in the product's own words."""

from __future__ import annotations

import datetime as dt
import re
import zoneinfo
from collections.abc import Container, Iterable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from deroule.diagnostics import Diagnostic, Words
from deroule.model.placed import Placed
from deroule.slug import slug
from deroule.source.codes import MISSING_FIELD, UNKNOWN_KEY, WRONG_SHAPE, WRONG_VALUE
from deroule.source.nearest import nearest
from deroule.source.nodes import Items, Mapping, Scalar
from deroule.source.pruning import without
from deroule.source.richtext import Reader
from deroule.source.shorthand import Expander
from deroule.span import Span

M = TypeVar("M", bound=Placed)

ID_EXPECTED = Words(
    "un identifiant est attendu : petites lettres, chiffres, traits d'union",
    "an id is expected: small letters, digits, hyphens",
)
_EXPECTED = {
    "duration expected": Words("une durée est attendue : 90 min, 1 h 30, 45 s", "a duration is expected: 90 min, 1 h 30, 45 s"),
    "time expected": Words("une heure est attendue : 10:30", "an hour is expected: 10:30"),
    "moment expected": Words("un moment est attendu : 1:02:03, 2:03.5, 95", "a moment is expected: 1:02:03, 2:03.5, 95"),
    "no such day": Words("ce jour n'existe pas dans le calendrier", "there is no such day in the calendar"),
    "date expected": Words("une date est attendue : 2018-03-01", "a date is expected: 2018-03-01"),
    "yes or no": Words("oui ou non est attendu", "yes or no is expected"),
    "id expected": ID_EXPECTED,
    "colour expected": Words("une couleur est attendue : #1D4F91", "a colour is expected: #1D4F91"),
    "language expected": Words(
        "une langue est attendue : fr, en, pt-br", "a language is expected: fr, en, pt-br"
    ),
    "time zone expected": Words(
        "un fuseau horaire est attendu : Europe/Paris", "a time zone is expected: Europe/Paris"
    ),
    "web address expected": Words(
        "une adresse du Web est attendue : https://exemple.fr/film",
        "an address of the web is expected: https://example.org/film",
    ),
    "number expected": Words("un nombre est attendu : 3,5 ou 12 000", "a number is expected: 3.5 or 12 000"),
    "text expected": Words("un texte est attendu", "a text is expected"),
}  # fmt: skip
_MONTHS = {
    name[:4]: number
    for names in (
        "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
        "january february march april may june july august september october november december",
    )
    for number, name in enumerate(names.split(), 1)
}
_QUOTE = Words(
    "si c'est du texte, mettez-le entre guillemets : \"…\"", "if it is text, put it in quotation marks: \"…\""
)  # fmt: skip
_ROUNDS = 8
"""Leaving out an entry can leave its list too short, then its block without a list: eight levels are more than enough."""
_LEFT_OUT = 2
"""How deep entries are left out that cannot be read: those of the top, and those of its lists and mappings."""
_LIST = (
    Words("une liste", "a list"),
    Words("écrivez chaque entrée sur sa ligne, après un tiret", "write each entry on a line of its own, after a dash"),
)
_KEYS = (
    Words("des clés et leurs valeurs (`nom: …`)", "keys and their values (`name: …`)"),
    Words("`deroule explain SRC008` montre les trois formes", "`deroule explain SRC008` shows the three shapes"),
)
_SHAPES = {
    "tuple_type": _LIST, "list_type": _LIST, "dict_type": _KEYS, "model_type": _KEYS, "model_attributes_type": _KEYS,
}  # fmt: skip
_A_SLIDE = Words("une diapositive : `title:` et des blocs", "a slide: `title:` and blocks")
_A_BLOCK = Words(
    "un bloc, nommé par sa clé : `bullets:`, `quote:`…", "a block, named by its key: `bullets:`, `quote:`…"
)
_MORE = Words("complétez, ou retirez la clé", "add some, or remove the key")
_FEWER = Words("retirez-en, ou répartissez-les", "remove some, or spread them")


@dataclass(frozen=True, slots=True)
class Decoded(Generic[M]):
    """A file's model, or nothing when a fault leaves none; `whole` unless something wrong was left out of it."""

    value: M | None
    found: list[Diagnostic]
    whole: bool


def decode(node: Mapping, model: type[M], language: str, *, whole: bool = True) -> Decoded[M]:
    """Decode a file's top mapping. What is wrong is told and left out, so that the rest is still looked at.

    Unless the file was read `whole`, what its top or a key of its top lacks may well be written: it is not told.
    """
    expander = Expander()
    canonical = expander.expand(node, model)
    found = list(expander.found)
    reader = Reader(language)
    value, faults = _validated(canonical, model, reader)
    sound = whole and faults is None
    if faults is not None:
        found += _faults(faults, canonical, expander.meant, 0 if whole else _LEFT_OUT)
    for _ in range(_ROUNDS):
        if faults is None:
            break
        canonical = _pruned(canonical, faults)
        if canonical is None:
            return Decoded(None, found, False)
        value, faults = _validated(canonical, model, reader)
    if value is None:
        return Decoded(None, found, False)
    found += reader.found
    set_places(value, canonical)
    return Decoded(value, found, sound)


def _validated(canonical: Mapping, model: type[M], reader: Reader) -> tuple[M | None, ValidationError | None]:
    try:
        return model.model_validate(canonical, context=reader), None
    except ValidationError as faults:
        return None, faults


def _pruned(canonical: Mapping, faults: ValidationError) -> Mapping | None:
    """Leave out what each fault is about; what only lacks something because of that goes in the next round."""
    told = [(fault["type"] == "missing", fault["loc"]) for fault in faults.errors(include_url=False)]
    wholes = [loc[:-1] for missing, loc in told if missing]
    return without(canonical, [loc for missing, loc in told if not missing], wholes=wholes)


def set_places(value: Any, node: Any) -> None:
    """Give every mapping of the model the place of its node."""
    if isinstance(value, Placed):
        if isinstance(node, Mapping):
            spans: dict[str, Span] = {}
            for name, field in type(value).model_fields.items():
                key = field.alias or name
                if key in node:
                    child = node[key]
                    spans[name] = getattr(child, "span", None) or node.keys_at.get(key, node.span)
                    spans |= {f"{name}/{at}": one.span for at, one in _inside(child) if isinstance(one, Scalar)}
                    set_places(getattr(value, name), child)
            value.place_at(node.span, spans)
    elif isinstance(value, tuple) and isinstance(node, list):
        for item, child in zip(value, node, strict=False):
            set_places(item, child)
    elif isinstance(value, dict) and isinstance(node, Mapping):
        for key, item in value.items():
            set_places(item, node.get(key))


def _inside(node: Any) -> Iterable[tuple[int | str, Any]]:
    """Give the entries of a list or of a mapping, each by its place or key."""
    if isinstance(node, Mapping):
        return node.items()
    return enumerate(node) if isinstance(node, Items) else ()


def _faults(
    faults: ValidationError, top: Mapping, meant: Container[tuple[Span, str]], left_out: int
) -> list[Diagnostic]:
    """Tell the faults, but not what is missing down to the depth that entries were `left_out` at."""
    found = []
    for fault in faults.errors(include_url=False, include_context=True):
        if fault["type"] in ("missing", "too_short") and len(fault["loc"]) <= left_out:
            continue
        node, span, _ = locate(top, fault["loc"])
        if fault["type"] == "too_short" and isinstance(node, Items) and len(node) >= fault["ctx"]["min_length"]:
            continue  # Pydantic counts the entries that are sound: each of the others is told by itself
        if fault["type"] == "missing" and ((span, str(fault["loc"][-1])) in meant or (span, "") in meant):
            continue  # told already, with the key that was written in its stead
        found.append(_fault(fault, top))
    return list(dict.fromkeys(found))


def _fault(fault: Any, top: Mapping) -> Diagnostic:
    node, span, last = locate(top, fault["loc"])
    kind = fault["type"]
    if fault["loc"][-1:] == ("[key]",):
        place = _key_place(top, fault["loc"], span)
        return WRONG_VALUE.at(place, written=last, expected=_expected(fault), hint=_hint(last, fault))
    if kind == "missing":
        key = str(fault["loc"][-1])
        return MISSING_FIELD.at(span, key=key)
    if kind == "extra_forbidden":
        return UNKNOWN_KEY.at(span, key=last, known="")
    if kind in _SHAPES:
        return _shape(span, *_SHAPES[kind])
    if kind in ("too_short", "too_long"):
        return _shape(span, _count(fault), _MORE if kind == "too_short" else _FEWER)
    if kind == "union_tag_not_found" or kind == "union_tag_invalid":
        return _shape(span, _A_BLOCK if "blocks" in fault["loc"] else _A_SLIDE)
    written = str(node)[:60] if isinstance(node, Scalar) else last
    return _wrong(span, written, fault, node)


def _wrong(span: Span, written: str, fault: Any, node: Any) -> Diagnostic:
    if isinstance(node, Mapping | Items) and "text expected" in str(fault.get("msg", "")):
        return _shape(span, Words("un texte", "a text"), _QUOTE)
    return WRONG_VALUE.at(span, written=written, expected=_expected(fault), hint=_hint(written, fault))


def _hint(written: str, fault: Any) -> Words | None:
    """Give what was most likely meant, as it is to be written."""
    said = str(fault.get("msg", ""))
    if "date expected" in said:
        return date_hint(written)
    if ("id expected" in said or "colour expected" in said) and "," in written:
        listed = ", ".join(
            f'"{one}"' if one.startswith("#") else one for one in re.split(r"\s*,\s*", written.strip(" ,"))
        )
        return Words(f"pour en donner plusieurs : [{listed}]", f"to give several: [{listed}]")
    if "id expected" in said and (name := slug(written)):
        return Words(f"écrivez {name}", f"write {name}")
    near = None
    if "time zone" in said:
        zones = zoneinfo.available_timezones()
        city = next((one for one in sorted(zones) if one.rsplit("/", 1)[-1].lower() == written.lower()), None)
        near = city or nearest(written, zones)
    elif fault["type"] == "literal_error":
        near = nearest(written, [one.strip("' ") for one in fault["ctx"]["expected"].replace(" or ", ", ").split(", ")])
    return Words(f"vouliez-vous écrire « {near} » ?", f"did you mean “{near}”?") if near else None


def date_hint(written: str) -> Words | None:
    """Give the date that was written in the French or the English way, as it is to be written."""
    match = re.fullmatch(r"(\d{1,2})(?:er|st|nd|rd|th)?[/. -]+(\d{1,2}|[^\W\d]+)[/. -]+(\d{4})", written.strip())
    month = match and (int(match[2]) if match[2].isdigit() else _MONTHS.get(slug(match[2])[:4]))
    if match is None or not month:
        return None
    try:
        day = dt.date(int(match[3]), month, int(match[1]))
    except ValueError:
        return Words("cette date n'existe pas dans le calendrier", "this date is not in the calendar")
    return Words(f"écrivez {day}", f"write {day}")


def _expected(fault: Any) -> Words:
    message = str(fault.get("msg", ""))
    for start, words in _EXPECTED.items():
        if start in message:
            return words
    context = fault.get("ctx") or {}
    kind = fault["type"]
    if kind == "literal_error":
        listed = str(context["expected"]).replace("'", "")
        return Words(
            "l'un de ces mots est attendu : " + listed.replace(" or ", " ou "),
            "one of these words is expected: " + listed,
        )
    if kind.startswith("int"):
        return Words("un nombre entier est attendu", "a whole number is expected")
    if kind.startswith("float"):
        return Words("un nombre est attendu : 3.5", "a number is expected: 3.5")
    if kind.startswith(("greater", "less")):
        bound = next(iter(context.values()), "")
        above = kind.startswith("greater")
        strictly = "equal" not in kind
        fr = ("plus de" if strictly else "au moins") if above else ("moins de" if strictly else "au plus")
        en = ("more than" if strictly else "at least") if above else ("less than" if strictly else "at most")
        number = f"{float(bound):g}"
        return Words(f"il faut {fr} {number}", f"{en} {number} is needed")
    return Words("un texte est attendu", "a text is expected")


def _count(fault: Any) -> Words:
    context = fault.get("ctx") or {}
    least = fault["type"] == "too_short"
    number = int(context.get("min_length" if least else "max_length", 0))
    fr, en = (
        ("une entrée" if number == 1 else f"{number} entrées"),
        ("one entry" if number == 1 else f"{number} entries"),
    )
    return Words(f"{'au moins' if least else 'au plus'} {fr}", f"{'at least' if least else 'at most'} {en}")


def _shape(span: Span, expected: Words, hint: Words | None = None) -> Diagnostic:
    return WRONG_SHAPE.at(span, expected=expected, hint=hint)


def _key_place(top: Mapping, loc: tuple[Any, ...], span: Span) -> Span:
    """Find where a key of the author's own stands, such as a speaker's id."""
    around, _, _ = locate(top, loc[:-2])
    return around.keys_at.get(str(loc[-2]), span) if isinstance(around, Mapping) else span


def locate(top: Mapping, loc: tuple[Any, ...]) -> tuple[Any, Span, str]:
    """Walk a Pydantic location down the nodes; steps that name a union's branch are passed over."""
    node: Any = top
    span = top.span
    last = ""
    for step in loc:
        if isinstance(node, Mapping) and step in node:
            span = getattr(node[step], "span", None) or node.keys_at.get(str(step), span)
            node, last = node[step], str(step)
        elif isinstance(node, Items) and isinstance(step, int) and step < len(node):
            node = node[step]
            span = getattr(node, "span", span)
        elif isinstance(node, Mapping) and str(step) in node.keys_at:
            span, last = node.keys_at[str(step)], str(step)
    return node, span, last
