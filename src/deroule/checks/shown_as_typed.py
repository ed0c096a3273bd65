"""Marks of other tools in a content page: this site's pages do not know them, and would show them as they are typed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deroule.checks.page_markup import found_in_text
from deroule.checks.surroundings import Surroundings
from deroule.diagnostics import Code, Diagnostic, Severity, Words
from deroule.model.dossier import Dossier

CODE = Code(
    "CHK126",
    "shown-as-typed",
    Severity.WARNING,
    Words(
        "« {what} » restera tel quel : les pages ne connaissent pas cette écriture",
        "“{what}” will be shown as typed: pages do not know this mark",
    ),
    Words(
        "Le Markdown d'un autre outil peut avoir des signes que le site n'a pas : onglets (`=== \"Titre\"`), blocs `:::`, "
        "alertes `> [!NOTE]`, liens `[[page]]`, icônes `:material-home:`, variables `{{ nom }}`, inclusions `--8<--`. Le lecteur "
        "les verrait au milieu du texte. Ce qu'une page peut contenir est dit dans le guide du dossier ; entre accents graves, "
        "un signe est montré tel quel à dessein.",
        'The Markdown of another tool may have marks that this site has not: tabs (`=== "Title"`), `:::` blocks, `> [!NOTE]` '
        "alerts, `[[page]]` links, `:material-home:` icons, `{{ name }}` variables, `--8<--` snippets. Readers would see them in "
        "the middle of the text. The guide to the dossier says what a page may hold; between backticks a mark is shown as typed "
        "on purpose.",
    ),
    Words("écrivez-le en Markdown ordinaire", "write it in plain Markdown"),
)
_BOX = Words(
    'écrivez un encadré : `!!! note "Titre"`, puis le texte décalé de quatre espaces',
    'write a box: `!!! note "Title"`, then the text four spaces further in',
)
_MARKS = (
    (
        r"^[ \t]*===[+!]?[ \t]+[\"«].*$",
        Words(
            'écrivez pour chaque onglet un titre (`## Titre`) ou un encadré qui se déplie (`??? note "Titre"`)',
            'write for each tab a heading (`## Title`) or a box that unfolds (`??? note "Title"`)',
        ),
    ),
    (r"^[ \t]*:::+[ \t]*\{?[\w.-].*$", _BOX),
    (r"^[ \t]*>[ \t]*\[!\w+\]", _BOX),
    (r"^[ \t]*-+8<-+.*$", Words("copiez ici le texte à inclure", "copy the text to be included here")),
    (
        r"(?<![\\!\[])\[\[[^\[\]\n]+\]\](?![(\[])",
        Words("écrivez le lien avec son texte : `[texte](page.md)`", "write the link with its text: `[text](page.md)`"),
    ),
    (
        r"(?<![\w:]):(?:material|fontawesome|octicons|simple)-[\w-]+\u00a0?:(?![\w:])",
        Words("écrivez le mot, ou montrez une image", "write the word, or show a picture"),
    ),
    (r"\{\{[^{}\n]+\}\}", Words("écrivez la valeur elle-même", "write the value itself")),
)
"""How a mark is written, and what to write instead."""


def check(dossier: Dossier, surroundings: Surroundings) -> Iterator[Diagnostic]:
    """Look for marks of other tools in the text of each page, its code left aside."""
    for page in dossier.pages:
        for pattern, instead in _MARKS:
            for found, span in found_in_text(page, re.compile(pattern, re.MULTILINE)):
                yield CODE.at(span, what=found.strip(), hint=instead)
