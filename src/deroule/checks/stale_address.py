"""Addresses that nobody has looked at for a long time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from deroule.checks.surroundings import Surroundings
from deroule.checks.walk import blocks_in, placed_in, slides_of
from deroule.diagnostics import Code, Diagnostic, Severity, Words
from deroule.model.dossier import Dossier
from deroule.model.placed import Placed

MAX_AGE = dt.timedelta(days=730)
"""Two years: about a quarter of the links of a page are dead by then."""

CODE = Code(
    "CHK111",
    "stale-address",
    Severity.INFO,
    Words("vérifié le {day} : il y a plus de deux ans", "checked on {day}: more than two years ago"),
    Words(
        "Les adresses et les contacts changent. Celui-ci n'a pas été vérifié depuis plus de deux ans : ouvrez-le, "
        "corrigez-le au besoin, et mettez la date du jour à `checked:`.",
        "Addresses and contacts change. Nobody has looked at this one for more than two years: open it, mend it if "
        "needed, and write the day under `checked:`.",
    ),
    Words("ouvrez l'adresse, puis mettez `checked:` à jour", "open the address, then update `checked:`"),
)


def check(dossier: Dossier, surroundings: Surroundings) -> Iterator[Diagnostic]:
    """Compare every `checked` date with the day."""
    today = surroundings.today()
    for placed in _checked(dossier):
        day = getattr(placed, "checked", None)
        if day and today - day > MAX_AGE:
            yield CODE.at(placed.span_of("checked"), day=day.isoformat())


def _checked(dossier: Dossier) -> Iterator[Placed]:
    yield from placed_in(dossier.organisation)
    for event in dossier.events:
        yield from placed_in(event.written.resources)
    for _, slide in slides_of(dossier):
        for block in blocks_in(slide):
            yield from (one for one in placed_in(block) if "checked" in type(one).model_fields)
