"""An event whose sequences do not fit in its slot."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from deroule.checks.surroundings import Surroundings
from deroule.diagnostics import Code, Diagnostic, Note, Severity, Words
from deroule.model.dossier import Dossier
from deroule.model.selection import select

CODE = Code(
    "CHK102",
    "over-time",
    Severity.WARNING,
    Words(
        "les séquences durent {sum} min pour un créneau de {slot} min",
        "the sequences take {sum} min of a {slot} min slot",
    ),
    Words(
        "La somme des durées des séquences dépasse le créneau de l'événement : la dernière sera coupée, et c'est "
        "souvent celle des questions. Raccourcissez une séquence, ou écrivez une variante courte avec `variants:`.",
        "The sequences take longer than the event's slot: the last one will be cut, and it is often the one for "
        "questions. Shorten a sequence, or write a short variant under `variants:`.",
    ),
    Words("raccourcissez une séquence, ou allongez `duration:`", "shorten a sequence, or lengthen `duration:`"),
)
_VARIANT = Words("dans la variante « {variant} »", "in the variant “{variant}”")


def minutes(length: dt.timedelta) -> str:
    """Write a length in minutes, without a useless decimal."""
    return f"{length.total_seconds() / 60:.1f}".removesuffix(".0")


def check(dossier: Dossier, surroundings: Surroundings) -> Iterator[Diagnostic]:
    """Sum the sequences against the slot, for the whole event and for each of its variants."""
    for event in dossier.events:
        written = event.written
        total = sum((one.duration for one in event.sequences), dt.timedelta())
        if written.duration and total > written.duration:
            yield CODE.at(written.span_of("duration"), sum=minutes(total), slot=minutes(written.duration))
        for name, variant in event.variants.items():
            slot = variant.duration or written.duration
            taken = sum((one.duration for one in select(event, variant=name).sequences), dt.timedelta())
            if slot and taken > slot and (variant.duration or taken < total):
                span = variant.span_of("duration")
                note = Note(_VARIANT, span, (("variant", name),))
                yield CODE.at(span, notes=[note], sum=minutes(taken), slot=minutes(slot))
