"""The faults of the documents' templates."""

from __future__ import annotations

from deroule.diagnostics import Code, Severity, Words

TEMPLATE_FAILED = Code(
    "DOC001",
    "template-failed",
    Severity.ERROR,
    Words(fr="le modèle « {template} » ne se remplit pas : {why}", en='the template "{template}" does not fill: {why}'),
    Words(
        fr="Un modèle de document de votre espace de travail (`templates/documents/`) contient une faute : un nom qui "
        "n'existe pas, une balise Jinja mal fermée.\n\nCorrigez la ligne indiquée, ou retirez le fichier : le modèle "
        "d'origine reprend alors sa place.",
        en="A document template of your workspace (`templates/documents/`) holds a fault: a name that does not exist, a "
        "Jinja tag left open.\n\nMend the line named, or take the file away: the built-in template then takes its "
        "place again.",
    ),
    hint=Words(fr="corrigez la ligne, ou retirez le fichier", en="mend the line, or take the file away"),
)

CODES = (TEMPLATE_FAILED,)
"""Every code that filling a template may report."""
