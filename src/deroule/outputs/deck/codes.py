"""The faults of decks."""

from __future__ import annotations

from deroule.diagnostics import Code, Severity, Words

PICTURE = Code(
    "DCK001",
    "deck-picture",
    Severity.WARNING,
    Words(
        "l'image « {path} » ne peut pas entrer dans le diaporama : {reason}",
        "the picture “{path}” cannot go into the deck: {reason}",
    ),
    Words(
        "Le diaporama est fait sans cette image. Enregistrez-la de nouveau en SVG, PNG ou JPEG.",
        "The deck is made without this picture. Save it again as SVG, PNG or JPEG.",
    ),
    Words("enregistrez-la de nouveau en SVG, PNG ou JPEG", "save it again as SVG, PNG or JPEG"),
)

CODES = (PICTURE,)
