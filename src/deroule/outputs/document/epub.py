"""Writes a document as EPUB 3 by pandoc, with what a reader who does not see needs to know before opening it."""

from __future__ import annotations

import uuid
from pathlib import Path
from typing import Any

from deroule.diagnostics import Diagnostic
from deroule.outputs.document import tree
from deroule.outputs.document.accents import accents_of, tint
from deroule.outputs.document.archive import rewritten
from deroule.outputs.document.cards import narrow
from deroule.outputs.document.paper import Paper
from deroule.outputs.document.words import Wording
from deroule.programs.pandoc import write_document

_STYLE = """body { line-height: 1.5; } h1, h2, h3 { line-height: 1.2; break-after: avoid; }
table { border-collapse: collapse; width: 100%%; margin: .8em 0 1.2em; } td p, th p { margin: .1em 0 .3em; }
th, td { border-bottom: 1px solid %(line)s; padding: .35em .5em; text-align: left; vertical-align: top; }
th { background: %(soft)s; } td ul { margin: .2em 0; padding-left: 1.1em; } tr { break-inside: avoid; }
img { max-width: 100%%; } figure { margin: 1em 0; } dt { font-weight: bold; } ul { list-style-type: "–\\00a0"; }
figcaption, caption, .source-line, .lead { color: %(muted)s; font-size: .9em; }
.minor-heading p, .card-title p, .card-date p, .card-reverse p { font-weight: bold; margin-bottom: .2em; }
.figure-value p { font-size: 1.6em; font-weight: bold; line-height: 1.1; } .callout { font-weight: bold; }
.callout, .question, .key-points, .tools { padding: .3em 1em; margin: 1em 0; } .tools { background: %(soft)s; }
blockquote { margin-left: 0; padding-left: 1em; } .list-lead p, .lead p { break-after: avoid; }
"""
_ACCENTED = """%(in)sh1, %(in)s.minor-heading p, %(in)s.card-title p, %(in)s.card-date p, %(in)s.figure-value p { color: %(accent)s; }
%(in)s.callout, %(in)s.question, %(in)sblockquote, %(in)s.tools { border-left: 4px solid %(accent)s; }
%(in)s.callout, %(in)s.question, %(in)s.key-points, %(in)s.cards th, %(in)s.figures th, %(in)s.timeline th, %(in)s.flows th,
%(in)s.case th, %(in)s.hub tbody th, %(in)s.lanes tbody th { background: %(pale)s; }
%(in)s.steps th, %(in)s.hub thead th, %(in)s.lanes thead th { background: %(accent)s; color: #fff; }
"""


def _style(paper: Paper) -> str:
    colours = {name: f"#{value.lstrip('#')}" for name, value in paper.theme.colours.items()}
    rules = [_STYLE % colours, _accented("", colours["accent1"])]
    return "".join(rules + [_accented(f'[data-accent="{accent}"] ', accent) for accent in accents_of(paper.blocks)])


def _accented(inside: str, accent: str) -> str:
    return _ACCENTED % {"in": inside, "accent": accent, "pale": tint(accent)}


def write_epub(paper: Paper, metadata: dict[str, Any], target: Path) -> tuple[Diagnostic, ...]:
    """Write the paper as EPUB 3, its forms turned for a narrow page."""
    front = paper.front
    metadata = metadata | {
        "identifier": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'deroule:{paper.id}')}", "publisher": front.author,
        "rights": paper.licence, "date": front.day.isoformat() if front.day else "", "accessModes": ["textual", "visual"], "accessModesSufficient": ["textual"],
        "accessibilityFeatures": ["alternativeText", "readingOrder", "structuralNavigation", "tableOfContents"],
        "accessibilityHazards": ["none"],
        "accessibilitySummary": Wording(front.language).word("accessibility-summary"),
    }  # fmt: skip
    found = write_document(
        front.title, tree.document(narrow(paper.blocks), metadata), "epub3", target,
        files={**paper.pictures, "style.css": _style(paper).encode()},
        arguments=["--toc", "--toc-depth=2", "--css=style.css", "--split-level=1", "--standalone"], day=front.day,
    )  # fmt: skip
    if target.exists():
        target.write_bytes(rewritten(target.read_bytes(), {}))
    return found
