"""Slides that show nothing."""

from __future__ import annotations

from collections.abc import Iterator

from deroule.checks.surroundings import Surroundings
from deroule.checks.walk import slides_of
from deroule.diagnostics import Code, Diagnostic, Severity, Words
from deroule.model.dossier import Dossier

CODE = Code(
    "CHK121",
    "empty-slide",
    Severity.WARNING,
    Words("cette diapositive ne montre rien", "this slide shows nothing"),
    Words(
        "La diapositive n'a pas de bloc : les participants verraient une page blanche sous un titre. Pour annoncer une "
        "partie, écrivez `section:` ; pour montrer quelque chose, ajoutez un bloc (`text`, `bullets`, `image`…).",
        "The slide has no block: participants would see a blank page under a title. To announce a part, write "
        "`section:`; to show something, add a block (`text`, `bullets`, `image`…).",
    ),
    Words("ajoutez un bloc, ou écrivez `section:`", "add a block, or write `section:`"),
)


def check(dossier: Dossier, surroundings: Surroundings) -> Iterator[Diagnostic]:
    """Find slides without a block."""
    for _, slide in slides_of(dossier):
        if not slide.blocks:
            yield CODE.at(slide.span)
