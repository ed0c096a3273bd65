"""Writes one document tree in the format asked for: DOCX, ODT and EPUB by pandoc, PDF by Typst."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from deroule.diagnostics import Diagnostic
from deroule.model.theme import Theme
from deroule.outputs.document import tree
from deroule.outputs.document.archive import rewritten
from deroule.outputs.document.look import colour
from deroule.outputs.document.mending import mended_docx, mended_odt
from deroule.outputs.document.reference_docx import reference_docx
from deroule.outputs.document.reference_odt import reference_odt
from deroule.outputs.document.typeset import Front, typeset_tree
from deroule.programs.pandoc import write_document
from deroule.workspace import Workspace

TEMPLATES = "templates/documents"
"""Where the owner's own reference documents and templates stand."""
_EPUB_STYLE = """body { line-height: 1.5; } h1 { color: %(accent1)s; } h1, h2, h3 { line-height: 1.2; }
table { border-collapse: collapse; width: 100%%; } th, td { border-bottom: 1px solid %(line)s; padding: .35em .5em;
text-align: left; vertical-align: top; } th { background: %(soft)s; } img { max-width: 100%%; }
figcaption, caption, .source-line, .lead { color: %(muted)s; font-size: .9em; } .minor-heading p { font-weight: bold;
color: %(accent1)s; margin-bottom: .2em; } .callout, .question { border-left: 4px solid %(accent1)s; padding: .2em 1em;
background: %(soft)s; } .callout { font-weight: bold; } blockquote { border-left: 3px solid %(accent1)s;
margin-left: 0; padding-left: 1em; }
"""


@dataclass(frozen=True, slots=True)
class Paper:
    """A document ready to be written: its tree, what stands around it, its look, its pictures."""

    id: str
    blocks: list[dict[str, Any]]
    front: Front
    theme: Theme
    pictures: dict[str, bytes] = field(default_factory=dict)
    licence: str = ""


def write_paper(paper: Paper, form: str, target: Path, workspace: Workspace) -> tuple[Diagnostic, ...]:
    """Write the paper as `form`: docx, odt, epub or pdf."""
    if form == "pdf":
        made = typeset_tree(paper.blocks, paper.front, paper.theme, paper.pictures)
        if made.value is not None:
            target.write_bytes(made.value)
        return made.diagnostics
    if form == "epub":
        return _write_epub(paper, target)
    return _write_editable(paper, form, target, workspace)


def _write_editable(paper: Paper, form: str, target: Path, workspace: Workspace) -> tuple[Diagnostic, ...]:
    front = paper.front
    own = f"{TEMPLATES}/reference.{form}"
    if workspace.exists(own):
        reference = workspace.read(own)
    else:
        make = reference_docx if form == "docx" else reference_odt
        reference = make(paper.theme, front.running or front.title, front.foot, front.language)
    arguments = [f"--reference-doc=reference.{form}", "--standalone"]
    metadata = _metadata(paper)
    if front.contents:
        arguments += ["--toc", f"--toc-depth={front.depth}"]
        metadata["toc-title"] = front.contents
    document = tree.document(paper.blocks, metadata)
    files = {**paper.pictures, f"reference.{form}": reference}
    found = write_document(front.title, document, form, target, files=files, arguments=arguments, day=front.day)
    if target.exists():
        package = target.read_bytes()
        if form == "docx":
            target.write_bytes(mended_docx(package, front.depth))
        else:
            look = {"rule": colour(paper.theme, "line"), "ground": colour(paper.theme, "soft")}
            target.write_bytes(mended_odt(package, _alternatives(paper.blocks), front.depth, **look))
    return found


def _write_epub(paper: Paper, target: Path) -> tuple[Diagnostic, ...]:
    front = paper.front
    colours = {name: f"#{value.lstrip('#')}" for name, value in paper.theme.colours.items()}
    metadata = _metadata(paper) | {
        "identifier": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'deroule:{paper.id}')}", "publisher": front.author,
        "rights": paper.licence, "date": front.day.isoformat() if front.day else "", "accessModes": ["textual", "visual"], "accessModesSufficient": ["textual"],
        "accessibilityFeatures": ["alternativeText", "readingOrder", "structuralNavigation", "tableOfContents"],
        "accessibilityHazards": ["none"],
        "accessibilitySummary": "Headings, lists and tables are marked up; every picture has a text alternative.",
    }  # fmt: skip
    found = write_document(
        front.title, tree.document(paper.blocks, metadata), "epub3", target,
        files={**paper.pictures, "style.css": (_EPUB_STYLE % colours).encode()},
        arguments=["--toc", "--toc-depth=2", "--css=style.css", "--split-level=1", "--standalone"], day=front.day,
    )  # fmt: skip
    if target.exists():
        target.write_bytes(rewritten(target.read_bytes(), {}))
    return found


def _metadata(paper: Paper) -> dict[str, Any]:
    front = paper.front
    language = front.language if "-" in front.language else {"fr": "fr-FR", "en": "en-GB"}.get(front.language, "")
    return {
        "title": front.title, "subtitle": front.subtitle, "author": [front.author] if front.author else [],
        "date": front.facts, "lang": language or front.language, "subject": ", ".join(front.keywords),
        "keywords": list(front.keywords), "description": front.description,
    }  # fmt: skip


def _alternatives(node: Any) -> list[str]:
    if isinstance(node, dict):
        if node.get("t") == "Image":
            return ["".join(part.get("c", " ") if part["t"] == "Str" else " " for part in node["c"][1])]
        return _alternatives(node.get("c"))
    if isinstance(node, list):
        return [text for part in node for text in _alternatives(part)]
    return []
