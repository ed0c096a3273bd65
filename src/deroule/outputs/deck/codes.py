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

UNSOUND = Code(
    "DCK002",
    "unsound-deck",
    Severity.WARNING,
    Words(
        "le diaporama « {deck} » a un défaut de fabrication : {fault}",
        "the deck “{deck}” has a fault in its making: {fault}",
    ),
    Words(
        "Un défaut de Déroulé, pas de vos fichiers : chaque diaporama est relu avant d'être remis (relations, identifiants, "
        "parties orphelines, sections, liens entre diapositives). Celui-ci est remis quand même ; PowerPoint proposera "
        "peut-être de le réparer.",
        "A fault of Déroulé, not of your files: each deck is read again before it is handed over (relationships, ids, "
        "orphan parts, sections, links between slides). This one is handed over all the same; PowerPoint may offer to "
        "repair it.",
    ),
    Words("signalez-le avec le diaporama", "report it along with the deck"),
)

CODES = (PICTURE, UNSOUND)
