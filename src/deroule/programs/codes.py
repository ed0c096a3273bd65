"""The faults of outside engines: one code each, with the page that `deroule explain` prints."""

from __future__ import annotations

from deroule.diagnostics import Code, Severity, Words

TYPST_FAILED = Code(
    "PRG001",
    "typst-failed",
    Severity.ERROR,
    Words(
        fr="Typst n'a pas pu composer « {what} » : {why}",
        en='Typst could not typeset "{what}": {why}',
    ),
    Words(
        fr="Typst compose les images des diapositives et les documents PDF. Il s'est arrêté sur le contenu indiqué : "
        "souvent une image que la norme d'accessibilité refuse (sans texte de remplacement) ou un fichier abîmé.\n\n"
        "Le message de Typst suit les deux points. Corrigez l'image ou le texte qu'il nomme, puis relancez.",
        en="Typst typesets the slide pictures and the PDF documents. It stopped at the content named: often a picture "
        "that the accessibility standard refuses (no alternative text) or a damaged file.\n\n"
        "Typst's own message follows the colon. Mend the picture or the text that it names, then run again.",
    ),
    hint=Words(
        fr="corrigez ce que le message nomme ; s'il ne nomme rien de vous, c'est un défaut de Déroulé à signaler",
        en="mend what the message names; if it names nothing of yours, it is a defect of Déroulé to report",
    ),
)

PANDOC_FAILED = Code(
    "PRG002",
    "pandoc-failed",
    Severity.ERROR,
    Words(fr="pandoc n'a pas pu écrire « {what} » : {why}", en='pandoc could not write "{what}": {why}'),
    Words(
        fr="pandoc écrit les documents DOCX, ODT et EPUB. Il s'est arrêté : un document de référence abîmé ou une image "
        "illisible en sont les causes habituelles.\n\nRemettez le document de référence d'origine (retirez le vôtre de "
        "`templates/documents/`), puis relancez.",
        en="pandoc writes the DOCX, ODT and EPUB documents. It stopped: a damaged reference document or an unreadable "
        "picture are the usual causes.\n\nGo back to the built-in reference document (take yours out of "
        "`templates/documents/`), then run again.",
    ),
    hint=Words(
        fr="essayez sans votre document de référence, puis vérifiez les images",
        en="try without your reference document, then check the pictures",
    ),
)

PANDOC_WARNED = Code(
    "PRG003",
    "pandoc-warned",
    Severity.WARNING,
    Words(fr="pandoc signale, pour « {what} » : {why}", en='pandoc remarks on "{what}": {why}'),
    Words(
        fr="Le document est écrit, mais pandoc n'a pas pu y mettre tout ce qui était prévu, une image par exemple. Le "
        "message de pandoc suit les deux points.",
        en="The document is written, but pandoc could not put everything into it, a picture for instance. pandoc's own "
        "message follows the colon.",
    ),
)

PICTURE_UNREADABLE = Code(
    "PRG004",
    "picture-unreadable",
    Severity.WARNING,
    Words(
        fr="l'image « {path} » ne peut pas être dessinée : {why}",
        en='the picture "{path}" cannot be drawn: {why}',
    ),
    Words(
        fr="Un fichier image manque, est abîmé, ou n'est pas dans un des formats lus (SVG, PNG, JPEG, GIF, WebP). Un "
        "cadre vide tient sa place dans les images des diapositives et dans les documents.\n\nRefaites le fichier, ou "
        "exportez-le de nouveau en PNG.",
        en="A picture file is missing, damaged, or in none of the formats that are read (SVG, PNG, JPEG, GIF, WebP). An "
        "empty frame holds its place in slide pictures and documents.\n\nMake the file again, or export it anew as PNG.",
    ),
    hint=Words(fr="exportez l'image de nouveau, en PNG ou en SVG", en="export the picture again, as PNG or SVG"),
)

GLYPH_MISSING = Code(
    "PRG005",
    "glyph-missing",
    Severity.WARNING,
    Words(
        fr="aucune police n'a de dessin pour « {characters} » ; un cadre vide en tient lieu dans « {what} »",
        en='no font has a drawing for "{characters}"; an empty box stands for it in "{what}"',
    ),
    Words(
        fr="Le texte contient un signe (un émoji, une écriture rare) que ni les polices du thème ni celles de la machine "
        "ne savent dessiner. Il est remplacé par un cadre vide dans les images et les PDF ; il reste juste dans la "
        "présentation, le site et les documents à modifier.\n\nRetirez le signe, ou choisissez un thème dont la police "
        "le possède.",
        en="The text holds a sign (an emoji, a rare script) that neither the theme's fonts nor the machine's can draw. "
        "An empty box stands for it in pictures and PDFs; it stays right in the deck, the site and the editable "
        "documents.\n\nTake the sign out, or choose a theme whose font has it.",
    ),
    hint=Words(fr="remplacez ce signe par un mot", en="replace the sign by a word"),
)

MKDOCS_FAILED = Code(
    "PRG010",
    "mkdocs-failed",
    Severity.ERROR,
    Words("mkdocs n'a pas pu construire le site : {why}", "mkdocs could not build the site: {why}"),
    Words(
        "Le site est construit par mkdocs, qui refuse les liens et les ancres qui ne mènent nulle part. Le message nomme "
        "la page et le lien ; corrigez la page de `content/` qu'il désigne.",
        "The site is built by mkdocs, which refuses links and anchors that lead nowhere. The message names the page and "
        "the link; mend the page of `content/` that it points at.",
    ),
    Words("corrigez la page et le lien nommés", "mend the page and the link that are named"),
)

ZENSICAL_FAILED = Code(
    "PRG011",
    "zensical-failed",
    Severity.ERROR,
    Words("Zensical n'a pas pu construire le site : {why}", "Zensical could not build the site: {why}"),
    Words(
        "Le site est construit par Zensical (`engine: zensical` dans mkdocs.yml). Le message dit ce qui l'arrête : il n'est "
        "pas installé, ou un lien ne mène nulle part.",
        "The site is built by Zensical (`engine: zensical` in mkdocs.yml). The message says what stops it: it is not "
        "installed, or a link leads nowhere.",
    ),
    Words(
        "`pip install deroule[zensical]`, corrigez le lien nommé, ou retirez la ligne `engine`",
        "`pip install deroule[zensical]`, mend the link that is named, or remove the line `engine`",
    ),
)

CODES = (TYPST_FAILED, PANDOC_FAILED, PANDOC_WARNED, PICTURE_UNREADABLE, GLYPH_MISSING, MKDOCS_FAILED, ZENSICAL_FAILED)
"""Every code that the typesetting engines may report."""
