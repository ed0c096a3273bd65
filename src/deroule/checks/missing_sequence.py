"""An event without a sequence that its kind cannot do without."""

from __future__ import annotations

from collections.abc import Iterator

from deroule.checks.surroundings import Surroundings
from deroule.diagnostics import Code, Diagnostic, Severity, Words
from deroule.model.dossier import Dossier

CODE = Code(
    "CHK107",
    "missing-sequence",
    Severity.WARNING,
    Words("il manque une séquence du genre {kinds}", "there is no sequence of kind {kinds}"),
    Words(
        "Une webconférence s'ouvre par une introduction (`introduction`), porte au moins un contenu (`concept`, "
        "`testimony` ou `prerequisites`) et se ferme par les suites à donner (`going-further`). Une formation demande "
        "en plus au moins une activité (`activity`) : on n'apprend qu'en faisant.",
        "A web conference opens with an introduction (`introduction`), carries some content (`concept`, `testimony` or "
        "`prerequisites`) and closes with what comes next (`going-further`). A training also needs an activity "
        "(`activity`): people learn by doing.",
    ),
    Words(
        "ajoutez un fichier avec `kind:`, et son nom dans `sequences:`",
        "add a file with `kind:`, and its name under `sequences:`",
    ),
)
_CONTENT = ("concept", "testimony", "prerequisites")
_NEEDED: dict[str, tuple[tuple[str, ...], ...]] = {
    "webconference": (("introduction",), _CONTENT, ("going-further",)),
    "training": (("introduction",), _CONTENT, ("activity",), ("going-further",)),
}


def check(dossier: Dossier, surroundings: Surroundings) -> Iterator[Diagnostic]:
    """Find the kinds that are needed and not there."""
    for event in dossier.events:
        if len(event.sequences) < len(event.written.sequences):
            continue  # a sequence that could not be read may be the one
        there = {sequence.written.kind for sequence in event.sequences}
        for kinds in _NEEDED[event.written.kind]:
            if not there & set(kinds):
                yield CODE.at(event.written.span_of("sequences"), kinds=" / ".join(kinds))
