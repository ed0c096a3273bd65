"""Events and sequences that the documents cannot tell, for want of a summary."""

from __future__ import annotations

from collections.abc import Iterator

from deroule.checks.surroundings import Surroundings
from deroule.diagnostics import Code, Diagnostic, Severity, Words
from deroule.model.dossier import Dossier

CODE = Code(
    "CHK114",
    "missing-summary",
    Severity.WARNING,
    Words("« {title} » n'a pas de résumé", "“{title}” has no summary"),
    Words(
        "La synthèse, le programme et la page du site s'ouvrent par ce résumé, en phrases complètes. Sans lui "
        "ils n'ont "
        "que des titres.",
        "The synthesis, the programme and the site's page open with this summary, in full sentences. Without it they "
        "have nothing but titles.",
    ),
    Words("ajoutez `summary:`, deux ou trois phrases", "add `summary:`, two or three sentences"),
)
_TOLD = frozenset({"concept", "testimony", "prerequisites", "activity"})


def check(dossier: Dossier, surroundings: Surroundings) -> Iterator[Diagnostic]:
    """Find events, and sequences that carry content, without a summary."""
    for event in dossier.events:
        if not event.written.summary:
            yield CODE.at(event.written.span_of("title"), title=event.title.plain)
        for sequence in event.sequences:
            if sequence.written.kind in _TOLD and not sequence.written.summary:
                yield CODE.at(sequence.written.span_of("title"), title=sequence.title.plain)
