"""The faults of templates."""

from __future__ import annotations

from deroule.diagnostics import Code, Severity, Words

UNREADABLE = Code(
    "TPL001",
    "template-unreadable",
    Severity.ERROR,
    Words("le modèle « {path} » ne peut pas être employé : {reason}", "the template “{path}” cannot be used: {reason}"),
    Words(
        "Un modèle est un fichier PowerPoint `.pptx` ou `.potx`, nommé relativement au fichier où la clé `template` est "
        "écrite. Les diaporamas sont faits avec le thème ordinaire tant qu’il manque ou reste illisible.",
        "A template is a PowerPoint file, `.pptx` or `.potx`, named relative to the file in which the key `template` "
        "stands. Decks are made in the ordinary theme as long as it is missing or cannot be read.",
    ),
    Words(
        "vérifiez le chemin, ou enregistrez de nouveau le fichier en .potx avec PowerPoint ou LibreOffice",
        "check the path, or save the file again as .potx from PowerPoint or LibreOffice",
    ),
)
FONT = Code(
    "TPL002",
    "template-font-guessed",
    Severity.INFO,
    Words(
        "la police « {family} » du modèle n’est pas mesurable ici ; {by} la remplace pour les mesures, "
        "avec {share} % de marge sur chaque ligne",
        "the template’s font “{family}” cannot be measured here; {by} stands in for measuring, "
        "with {share} % of each line kept free",
    ),
    Words(
        "Le texte est mesuré avant d’être placé. Quand la police n’a ici aucune jumelle de même chasse, une police sûre "
        "est mesurée à sa place et une marge est gardée ; le diaporama nomme bien la police du modèle.",
        "Text is measured before it is placed. When a font has no twin of the same widths here, a safe one is measured "
        "in its place and room is kept; the deck itself names the template’s font.",
    ),
)
OTHER_SIZE = Code(
    "TPL003",
    "template-other-size",
    Severity.WARNING,
    Words(
        "le modèle « {path} » de l’invité n’a pas le format du modèle de l’événement ; ce dernier est employé, "
        "dans les couleurs de l’invité",
        "the guest’s template “{path}” has not the size of the event’s; the latter is used, in the guest’s colours",
    ),
    Words(
        "Toutes les diapositives d’un diaporama ont le même format : deux modèles de formats différents ne peuvent pas "
        "s’y côtoyer.",
        "All the slides of a deck have one size: two templates of different sizes cannot stand side by side.",
    ),
    Words("demandez à l’invité son modèle au format {size}", "ask the guest for the template in {size}"),
)

CODES = (UNREADABLE, FONT, OTHER_SIZE)
