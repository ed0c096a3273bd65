"""Pictures that stand in the workspace and are shown nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from deroule.checks.surroundings import Surroundings
from deroule.checks.walk import placed_in
from deroule.diagnostics import Code, Diagnostic, Severity, Words
from deroule.model.brand import Brand
from deroule.model.dossier import Dossier
from deroule.model.people import Speaker
from deroule.span import Span

CODE = Code(
    "CHK108",
    "unused-picture",
    Severity.WARNING,
    Words("cette image n'est montrée nulle part", "this picture is shown nowhere"),
    Words(
        "Un fichier du dossier `images/` n'est nommé par aucune diapositive, aucune identité visuelle, aucune page. Il "
        "alourdit l'espace de travail, ou son nom est mal écrit là où il devait servir.",
        "A file of an `images/` folder is named by no slide, no brand, no page. It weighs on the workspace, "
        "or its name "
        "is misspelt where it was meant to serve.",
    ),
    Words("retirez le fichier, ou montrez-le", "remove the file, or show it"),
)
_PICTURES = (".svg", ".png", ".jpg", ".jpeg", ".webp", ".gif")


def check(dossier: Dossier, surroundings: Surroundings) -> Iterator[Diagnostic]:
    """Compare the pictures below sequences/ with what is shown."""
    shown = {path for event in dossier.events for path in event.media}
    named = _named(dossier)
    bodies = [page.body + str(page.facts) for page in dossier.pages]
    for path in surroundings.files("sequences"):
        if not path.lower().endswith(_PICTURES) or "/images/" not in path or path in shown:
            continue
        if any(path.endswith(f"/{name}") for name in named) or any(path in body for body in bodies):
            continue
        yield CODE.at(Span(path))


def _named(dossier: Dossier) -> set[str]:
    """Give the files that brands and speakers name, each relative to its own file."""
    found: set[str] = set()
    for top in (dossier.organisation, *(event.written for event in dossier.events)):
        for placed in placed_in(top):
            if isinstance(placed, Brand):
                found |= {name for name in (placed.logo, placed.cover) if name}
            elif isinstance(placed, Speaker) and placed.portrait:
                found.add(placed.portrait)
    return {name.removeprefix("./") for name in found}
