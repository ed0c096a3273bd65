"""What layout can find wrong: text that cannot be placed whole at a readable size."""

from __future__ import annotations

from deroule.diagnostics import Code, Severity, Words

OVERFLOW = Code(
    "LAY001",
    "slide-overflow",
    Severity.ERROR,
    Words(
        "« {title} » : le bloc {kind} ne tient pas sur la diapositive à une taille lisible",
        '"{title}": the block {kind} does not fit on the slide at a readable size',
    ),
    Words(
        "Le texte est mesuré avant d’être placé. Trop long, il est réduit jusqu’au seuil lisible, puis continué sur "
        "une diapositive suivante ; `split: never` l’interdit, et une chose d’un seul tenant (une question, le centre "
        "d’un schéma) ne se coupe pas. Raccourcir le texte, retirer `split: never` ou répartir en deux diapositives.",
        "Text is measured before it is placed. Too long, it is set smaller down to the readable floor, then continued "
        "on a next slide; `split: never` forbids that, and a thing in one piece (a question, the centre of a diagram) "
        "is never cut. Shorten the text, remove `split: never` or make two slides.",
    ),
    Words(
        "raccourcir le texte, en faire deux diapositives, ou retirer `split: never` s'il y est",
        "shorten the text, make two slides, or remove `split: never` if it is there",
    ),
)
TITLE_OVERFLOW = Code(
    "LAY002",
    "title-overflow",
    Severity.ERROR,
    Words("le titre « {title} » dépasse trois lignes", 'the title "{title}" takes more than three lines'),
    Words(
        "Un titre affirme une chose, en une ligne ou deux. Au-delà de trois lignes, il ne se lit plus.",
        "A title asserts one thing, in one line or two. Beyond three lines it is not read.",
    ),
    Words("raccourcir le titre", "shorten the title"),
)
FRAME_OVERFLOW = Code(
    "LAY003",
    "frame-overflow",
    Severity.ERROR,
    Words(
        "« {title} » : les textes de cette page (titre, sous-titre, noms) ne tiennent pas ensemble",
        '"{title}": the texts of this page (title, subtitle, names) do not fit together',
    ),
    Words(
        "La couverture, les intercalaires, la page d’un invité et la clôture sont d’un seul tenant : leurs textes sont "
        "réduits jusqu’au seuil lisible, jamais continués sur une diapositive suivante ni posés l’un sur l’autre.",
        "Cover, dividers, a guest's page and the closing are in one piece: their texts are set smaller down to the "
        "readable floor, never continued on a next slide nor set one upon the other.",
    ),
    Words(
        "raccourcir le titre, le sous-titre ou le résumé de la séquence",
        "shorten title, subtitle or the sequence's summary",
    ),
)
CODES = (OVERFLOW, TITLE_OVERFLOW, FRAME_OVERFLOW)
