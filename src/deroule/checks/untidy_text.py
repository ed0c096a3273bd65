"""Leftovers of typing that the tool does not mend by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deroule.checks.surroundings import Surroundings
from deroule.checks.walk import slides_of, texts_in
from deroule.diagnostics import Code, Diagnostic, Severity, Words
from deroule.model.dossier import Dossier

CODE = Code(
    "CHK116",
    "untidy-text",
    Severity.WARNING,
    Words("« {excerpt} » : {what}", "“{excerpt}”: {what}"),
    Words(
        "Deux espaces de suite, une espace avant une virgule ou un point, un signe doublé, un guillemet qui "
        "ne se ferme "
        "pas : l'outil ne sait pas ce que vous vouliez écrire, et tout le monde le verra à l'écran.",
        "Two spaces in a row, a space before a comma or a full stop, a doubled sign, a quotation mark that is not "
        "closed: the tool cannot know what you meant, and everybody will see it on the screen.",
    ),
    Words("corrigez le texte", "mend the text"),
)
_FAULTS = (
    (re.compile(r"\S {2,}\S"), "␠␠"),
    (re.compile(r"\w [,.](?=\s|$)"), "␠, ␠."),
    (re.compile(r",,|;;|::|(?<!\.)\.\.(?!\.)"), ",, .."),
)


def check(dossier: Dossier, surroundings: Surroundings) -> Iterator[Diagnostic]:
    """Look through titles, blocks and notes."""
    for _, slide in slides_of(dossier):
        texts = [(slide.title, slide.span), *((text, slide.span) for text in slide.notes.paragraphs)]
        texts += [pair for block in slide.blocks for pair in texts_in(block)]
        for text, span in texts:
            told = "".join(" " if run.text == "\n" else run.text for run in text.runs if not run.code)
            for pattern, what in _FAULTS:
                found = pattern.search(told)
                if found:
                    yield CODE.at(span, excerpt=told[max(0, found.start() - 12) : found.end() + 12], what=what)
            if told.count("«") != told.count("»"):
                yield CODE.at(span, excerpt=told[:40], what="« »")
