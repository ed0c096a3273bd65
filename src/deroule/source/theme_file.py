"""A theme's file judged: what is missing, misspelt or of the wrong kind in it, each at its line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from deroule.diagnostics import Diagnostic, Words
from deroule.source.codes import MISSING_FIELD, UNKNOWN_KEY, WRONG_SHAPE, WRONG_VALUE
from deroule.source.nearest import nearest
from deroule.source.nodes import Items, Mapping, Scalar
from deroule.source.yaml_file import read_nodes
from deroule.span import Span

_NEEDED = ("name", "width", "height", "colours", "fonts", "sizes", "measures")
_COLOURS = ("ink", "paper", "soft", "muted", "line", "accent1")
_NUMBERS = ("width", "height", "width_margin")
_COLOUR = Words('une couleur est attendue : "1D4F91"', 'a colour is expected: "1D4F91"')
_NUMBER = Words("un nombre est attendu, avec un point : 33.87", "a number is expected, with a point: 33.87")
_LIST = Words("une liste de corps, en points : [32, 30, 28]", "a list of sizes, in points: [32, 30, 28]")
_GROUP = Words("des noms et leurs valeurs", "names and their values")


def judge_theme(content: bytes, path: str, model: Mapping) -> tuple[Mapping | None, list[Diagnostic]]:
    """Give a theme's nodes when they are sound, and what is wrong with them. `model` is a theme that has every name."""
    top, found, whole = read_nodes(content, path)
    if top is None or not whole:
        return None, found
    found += [MISSING_FIELD.at(Span(path), key=name) for name in _NEEDED if top.get(name) is None]
    found += _names(top, (*model, "template", "options", "larger"), model)
    for name in _NUMBERS:
        found += _number(top.get(name))
    for name, judge in (("colours", _colour), ("measures", _number), ("sizes", _sizes), ("larger", _sizes)):
        found += _group(top, name, judge)
    return (None if found else top), found


def is_number(written: object) -> bool:
    """Whether a scalar is a number as programs write them."""
    return isinstance(written, str) and re.fullmatch(r"\d+(?:\.\d+)?", written) is not None


def _names(top: Mapping, known: tuple[str, ...], model: Mapping) -> Iterator[Diagnostic]:
    """Tell misspelt names: those of the file, of its measures and its type sizes, which layouts ask for by name."""
    yield from _unknown(top, known)
    colours = top.get("colours")
    if isinstance(colours, Mapping):
        yield from _unknown(colours, tuple(model["colours"]))
        yield from (MISSING_FIELD.at(top.keys_at["colours"], key=one) for one in _COLOURS if one not in colours)
    for name in ("measures", "sizes", "larger"):
        group, modelled = top.get(name), model.get("sizes" if name == "larger" else name)
        if isinstance(group, Mapping) and isinstance(modelled, Mapping):
            yield from _unknown(group, tuple(modelled))
            if name != "larger":
                missing = [one for one in modelled if one not in group]
                yield from (MISSING_FIELD.at(top.keys_at[name], key=one) for one in missing)


def _unknown(group: Mapping, known: tuple[str, ...]) -> Iterator[Diagnostic]:
    for key in group:
        if key not in known:
            near = nearest(key, known)
            hint = Words(f"vouliez-vous écrire « {near} » ?", f"did you mean “{near}”?") if near else None
            yield UNKNOWN_KEY.at(group.keys_at[key], key=key, near=near or "", known=", ".join(known), hint=hint)


def _group(top: Mapping, name: str, judge: Callable[[Any], Iterator[Diagnostic]]) -> Iterator[Diagnostic]:
    group = top.get(name)
    if isinstance(group, Mapping):
        for value in group.values():
            yield from judge(value)
    elif group is not None:
        yield WRONG_SHAPE.at(group.span, expected=_GROUP)


def _colour(value: Any) -> Iterator[Diagnostic]:
    if isinstance(value, Scalar) and not re.fullmatch(r"#?[0-9A-Fa-f]{6}", value):
        yield WRONG_VALUE.at(value.span, written=value, expected=_COLOUR)


def _number(value: Any) -> Iterator[Diagnostic]:
    if isinstance(value, Scalar) and not is_number(value):
        yield WRONG_VALUE.at(value.span, written=value, expected=_NUMBER)


def _sizes(value: Any) -> Iterator[Diagnostic]:
    if not isinstance(value, Items):
        yield from (WRONG_SHAPE.at(one.span, expected=_LIST) for one in (value,) if one is not None)
        return
    for one in value:
        yield from _number(one)
