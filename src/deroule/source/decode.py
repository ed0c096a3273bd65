"""Canonical nodes to the model: Pydantic validates, and every fault is told at its place in the product's own words."""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import ValidationError

from deroule.diagnostics import Diagnostic, Words
from deroule.model.placed import Placed
from deroule.source.codes import MISSING_FIELD, UNKNOWN_KEY, UNSAFE_LINK, WRONG_SHAPE, WRONG_VALUE
from deroule.source.nearest import nearest
from deroule.source.nodes import Items, Mapping, Scalar
from deroule.source.richtext import Reader
from deroule.source.shorthand import Expander
from deroule.span import Span

M = TypeVar("M", bound=Placed)

_EXPECTED = {
    "duration expected": Words("une durée est attendue : 90 min, 1 h 30, 45 s", "a duration is expected: 90 min, 1 h 30, 45 s"),
    "time expected": Words("une heure est attendue : 10:30", "an hour is expected: 10:30"),
    "moment expected": Words("un moment est attendu : 1:02:03, 2:03.5, 95", "a moment is expected: 1:02:03, 2:03.5, 95"),
    "date expected": Words("une date est attendue : 2018-03-01", "a date is expected: 2018-03-01"),
    "yes or no": Words("oui ou non est attendu", "yes or no is expected"),
    "id expected": Words(
        "un identifiant est attendu : petites lettres, chiffres, traits d'union",
        "an id is expected: small letters, digits, hyphens",
    ),
    "colour expected": Words("une couleur est attendue : #1D4F91", "a colour is expected: #1D4F91"),
    "text expected": Words("un texte est attendu", "a text is expected"),
}  # fmt: skip
_SHAPES = {
    "tuple_type": Words("une liste (`- …`)", "a list (`- …`)"),
    "list_type": Words("une liste (`- …`)", "a list (`- …`)"),
    "dict_type": Words("des clés (`nom: …`)", "keys (`name: …`)"),
    "model_type": Words("des clés (`nom: …`)", "keys (`name: …`)"),
    "model_attributes_type": Words("des clés (`nom: …`)", "keys (`name: …`)"),
}


def decode(node: Mapping, model: type[M], language: str) -> tuple[M | None, list[Diagnostic]]:
    """Decode a file's top mapping. Gives the model, or nothing when a fault leaves none, and all faults."""
    expander = Expander()
    canonical = expander.expand(node, model)
    found = list(expander.found)
    reader = Reader(language)
    try:
        value = model.model_validate(canonical, context=reader)
    except ValidationError as faults:
        found += _faults(faults, canonical)
        return None, found
    found += [UNSAFE_LINK.at(_find_text(canonical, address) or node.span, address=address) for address in reader.unsafe]
    set_places(value, canonical)
    return value, found


def set_places(value: Any, node: Any) -> None:
    """Give every mapping of the model the place of its node."""
    if isinstance(value, Placed):
        if isinstance(node, Mapping):
            spans = {}
            for name, field in type(value).model_fields.items():
                key = field.alias or name
                if key in node:
                    child = node[key]
                    spans[name] = getattr(child, "span", None) or node.keys_at.get(key, node.span)
                    set_places(getattr(value, name), child)
            value.place_at(node.span, spans)
    elif isinstance(value, tuple) and isinstance(node, list):
        for item, child in zip(value, node, strict=False):
            set_places(item, child)
    elif isinstance(value, dict) and isinstance(node, Mapping):
        for key, item in value.items():
            set_places(item, node.get(key))


def _faults(faults: ValidationError, top: Mapping) -> list[Diagnostic]:
    found = []
    for fault in faults.errors(include_url=False, include_context=True):
        found.append(_fault(fault, top))
    return list(dict.fromkeys(found))


def _fault(fault: Any, top: Mapping) -> Diagnostic:
    node, span, last = locate(top, fault["loc"])
    kind = fault["type"]
    if kind == "missing":
        key = str(fault["loc"][-1])
        return MISSING_FIELD.at(span, key=key)
    if kind == "extra_forbidden":
        return UNKNOWN_KEY.at(span, key=last, known="")
    if kind in _SHAPES:
        return _shape(span, _SHAPES[kind])
    if kind in ("too_short", "too_long"):
        return _shape(span, _count(fault))
    if kind == "union_tag_not_found" or kind == "union_tag_invalid":
        return _shape(span, Words("un bloc connu", "a known block"))
    written = str(node)[:60] if isinstance(node, Scalar) else last
    return _wrong(span, written, fault, node)


def _wrong(span: Span, written: str, fault: Any, node: Any) -> Diagnostic:
    if isinstance(node, Mapping | Items) and "text expected" in str(fault.get("msg", "")):
        return _shape(
            span, Words("un texte, entre guillemets s'il contient « : »", "a text, in quotes if it contains “: ”")
        )
    expected = _expected(fault)
    hint = None
    if fault["type"] == "literal_error":
        words = [word.strip("' ") for word in str(fault["ctx"]["expected"]).replace(" or ", ", ").split(", ")]
        near = nearest(written, words)
        if near:
            hint = Words(f"vouliez-vous écrire « {near} » ?", f"did you mean “{near}”?")
    return WRONG_VALUE.at(span, written=written, expected=expected, hint=hint)


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
        return Words(f"{'au moins' if above else 'au plus'} {bound}", f"{'at least' if above else 'at most'} {bound}")
    return Words("un texte est attendu", "a text is expected")


def _count(fault: Any) -> Words:
    context = fault.get("ctx") or {}
    if fault["type"] == "too_short":
        return Words(f"au moins {context.get('min_length')} entrées", f"at least {context.get('min_length')} entries")
    return Words(f"au plus {context.get('max_length')} entrées", f"at most {context.get('max_length')} entries")


def _shape(span: Span, expected: Words) -> Diagnostic:
    return WRONG_SHAPE.at(span, expected=expected)


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


def _find_text(node: Any, text: str) -> Span | None:
    if isinstance(node, Scalar):
        return node.span if text in node else None
    children = node.values() if isinstance(node, Mapping) else node if isinstance(node, list) else ()
    for child in children:
        found = _find_text(child, text)
        if found:
            return found
    return None
