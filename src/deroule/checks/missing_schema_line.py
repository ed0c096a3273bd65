"""Source files whose first line does not tell editors what may be written in them."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from deroule.checks.surroundings import Surroundings
from deroule.diagnostics import Code, Diagnostic, Severity, Words
from deroule.model.dossier import Dossier
from deroule.span import Span

CODE = Code(
    "CHK120",
    "missing-schema-line",
    Severity.INFO,
    Words("la première ligne ne nomme pas le schéma du fichier", "the first line does not name the file's schema"),
    Words(
        "Avec cette première ligne, un éditeur complète les clés, explique chaque champ et souligne les fautes :\n\n"
        "```yaml\n# yaml-language-server: $schema=../.schema/sequence.json\n```\n\n`deroule check --fix` l'ajoute.",
        "With this first line an editor completes keys, explains each field and underlines faults:\n\n"
        "```yaml\n# yaml-language-server: $schema=../.schema/sequence.json\n```\n\n`deroule check --fix` adds it.",
    ),
    Words("ajoutez « {line} »", "add “{line}”"),
)
_MARK = "# yaml-language-server: $schema="


def check(dossier: Dossier, surroundings: Surroundings) -> Iterator[Diagnostic]:
    """Read the first line of every file that the dossier was made from."""
    for path, schema in sorted(_files(dossier, surroundings)):
        try:
            first = surroundings.read(path)[:400].decode("utf-8-sig", errors="replace").split("\n", 1)[0].strip()
        except (OSError, ValueError):
            continue
        wanted = _MARK + posixpath.relpath(f"sequences/.schema/{schema}.json", posixpath.dirname(path))
        if first != wanted:
            yield CODE.at(Span(path), line=wanted)


def _files(dossier: Dossier, surroundings: Surroundings) -> Iterator[tuple[str, str]]:
    if surroundings.exists("sequences/organisation.yml"):
        yield "sequences/organisation.yml", "organisation"
    for path in surroundings.files("sequences/shared", ending=".yml"):
        yield path, "shared"
    for event in dossier.events:
        yield f"{event.folder}/event.yml", "event"
        for sequence in event.sequences:
            yield sequence.path, "sequence"
