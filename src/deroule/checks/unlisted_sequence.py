"""A sequence file that the event does not list: nothing of it will be shown."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from deroule.checks.surroundings import Surroundings
from deroule.diagnostics import Code, Diagnostic, Note, Severity, Words
from deroule.model.dossier import Dossier
from deroule.span import Span

CODE = Code(
    "CHK105",
    "unlisted-sequence",
    Severity.WARNING,
    Words(
        "« {name} » n'est pas dans la liste `sequences:` de l'événement", "“{name}” is not in the event's `sequences:`"
    ),
    Words(
        "Un fichier de séquence est dans le dossier de l'événement sans être annoncé dans `event.yml` : rien "
        "de ce qu'il "
        "contient ne sera montré.",
        "A sequence file stands in the event's folder but `event.yml` does not list it: nothing of it will be shown.",
    ),
    Words("ajoutez-le à `sequences:`, ou retirez le fichier", "add it to `sequences:`, or remove the file"),
)
_LIST = Words("la liste est ici", "the list is here")


def check(dossier: Dossier, surroundings: Surroundings) -> Iterator[Diagnostic]:
    """Compare the YAML files beside each event.yml with its list."""
    for event in dossier.events:
        listed = {posixpath.normpath(f"{event.folder}/{name}.yml") for name in event.written.sequences}
        listed.add(f"{event.folder}/event.yml")
        for path in surroundings.files(event.folder, ending=".yml"):
            if posixpath.dirname(path) == event.folder and path not in listed:
                note = Note(_LIST, event.written.span_of("sequences"))
                yield CODE.at(Span(path), notes=[note], name=posixpath.basename(path)[:-4])
