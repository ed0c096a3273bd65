"""The table of outputs: to add one, write its folder and its line here."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:  # the engines' libraries are slow to import, and a build with nothing to do needs none of them
    from deroule.outputs.request import Maker, Planner

OUTPUTS: dict[str, str] = {
    "deck": "deroule.outputs.deck",
    "pictures": "deroule.outputs.pictures",
    "synthesis": "deroule.outputs.synthesis",
    "documents": "deroule.outputs.documents",
    "rehearsal": "deroule.outputs.rehearsal",
    "replay": "deroule.outputs.replay",
    "lms": "deroule.outputs.lms",
    "site": "deroule.outputs.site",
}
"""Output name to module, in the order of the summary."""
ON_DEMAND = frozenset({"rehearsal"})
"""Outputs made only when they are asked for, whose engines (numpy, av) other builds do without."""
PLACED = frozenset({"deck", "pictures", "synthesis", "rehearsal"})
"""Outputs that show an event's slides, which all processes place together beforehand."""


def planner(output: str) -> Planner:
    """Import what plans an output. Raises KeyError for an unknown name."""
    return cast("Planner", importlib.import_module(OUTPUTS[output]))


def maker(output: str) -> Maker:
    """Import what makes an output's artefacts, with its engines. Raises KeyError for an unknown name."""
    return cast("Maker", importlib.import_module(f"{OUTPUTS[output]}.making"))
