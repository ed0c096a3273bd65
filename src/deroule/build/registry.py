"""The table of outputs: to add one, write its folder and its line here."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:  # the engines' libraries are slow to import, and a build with nothing to do needs none of them
    from deroule.outputs.request import Output

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


def output_named(name: str) -> Output:
    """Import an output. Raises KeyError for an unknown name."""
    return cast("Output", importlib.import_module(OUTPUTS[name]))
