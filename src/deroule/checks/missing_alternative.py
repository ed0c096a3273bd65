"""Pictures and films that say nothing to someone who does not see them."""

from __future__ import annotations

from collections.abc import Iterator

from deroule.checks.surroundings import Surroundings
from deroule.checks.walk import blocks_in, slides_of
from deroule.diagnostics import Code, Diagnostic, Severity, Words
from deroule.model.blocks import Image, Video
from deroule.model.dossier import Dossier

CODE = Code(
    "CHK101",
    "missing-alternative",
    Severity.WARNING,
    Words("« {file} » n'a pas de texte de remplacement", "“{file}” has no alternative text"),
    Words(
        "Une image sans texte de remplacement n'existe pas pour qui ne la voit pas : lecteur d'écran, synthèse lue à "
        "voix haute, image qui ne charge pas. Dites en une phrase ce qu'elle montre :\n\n"
        "```yaml\nimage:\n  file: images/carte.svg\n  alt: Carte du massif des ocres, du Luberon à Roussillon\n```\n\n"
        "Si elle n'apprend rien que le texte ne dise déjà, écrivez `decorative: oui`.",
        "A picture without alternative text does not exist for those who do not see it: screen readers, a synthesis "
        "read aloud, a picture that does not load. Tell in one sentence what it shows:\n\n"
        "```yaml\nimage:\n  file: images/map.svg\n  alt: Map of the ochre massif\n```\n\n"
        "If it says nothing that the text does not, write `decorative: yes`.",
    ),
    Words("ajoutez `alt:`, ou `decorative: oui`", "add `alt:`, or `decorative: yes`"),
)


def check(dossier: Dossier, surroundings: Surroundings) -> Iterator[Diagnostic]:
    """Find images without `alt` that are not decorative, and films that are not described."""
    for _, slide in slides_of(dossier):
        for block in blocks_in(slide):
            if isinstance(block, Image) and not block.alt and not block.decorative:
                yield CODE.at(block.span_of("file"), file=block.file)
            if isinstance(block, Video) and not block.alt and not block.title:
                yield CODE.at(block.span, file=block.file or block.address or "–")
