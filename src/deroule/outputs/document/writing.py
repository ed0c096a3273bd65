"""Writes one document tree in the format asked for: DOCX, ODT and EPUB by pandoc, PDF by Typst."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from deroule.diagnostics import Diagnostic
from deroule.outputs.document import tree
from deroule.outputs.document.accents import accented, accents_of, tint
from deroule.outputs.document.epub import write_epub
from deroule.outputs.document.look import colour
from deroule.outputs.document.mending_docx import mended_docx
from deroule.outputs.document.mending_odt import TableLook, mended_odt
from deroule.outputs.document.paper import Paper
from deroule.outputs.document.reference_docx import reference_docx
from deroule.outputs.document.reference_odt import reference_odt
from deroule.outputs.document.typeset import typeset_tree
from deroule.programs.pandoc import write_document
from deroule.workspace import Workspace

TEMPLATES = "templates/documents"
"""Where the owner's own reference documents and templates stand."""


def write_paper(paper: Paper, form: str, target: Path, workspace: Workspace) -> tuple[Diagnostic, ...]:
    """Write the paper as `form`: docx, odt, epub or pdf."""
    if form == "pdf":
        made = typeset_tree(paper.blocks, paper.front, paper.theme, paper.pictures)
        if made.value is not None:
            target.write_bytes(made.value)
        return made.diagnostics
    if form == "epub":
        return write_epub(paper, _metadata(paper), target)
    return _write_editable(paper, form, target, workspace)


def _write_editable(paper: Paper, form: str, target: Path, workspace: Workspace) -> tuple[Diagnostic, ...]:
    front = paper.front
    own = f"{TEMPLATES}/reference.{form}"
    accents = accents_of(paper.blocks)
    if workspace.exists(own):
        # An owner's reference document knows the styles of the house by name, not their numbered kin.
        reference, blocks = workspace.read(own), paper.blocks
    else:
        make = reference_docx if form == "docx" else reference_odt
        reference = make(paper.theme, front.running or front.title, front.foot, front.language, accents)
        blocks = accented(paper.blocks, accents)
    arguments = [f"--reference-doc=reference.{form}", "--standalone"]
    metadata = _metadata(paper)
    if front.contents:
        arguments += ["--toc", f"--toc-depth={front.depth}"]
        metadata["toc-title"] = front.contents
    document = tree.document(blocks, metadata)
    files = {**paper.pictures, f"reference.{form}": reference}
    found = write_document(front.title, document, form, target, files=files, arguments=arguments, day=front.day)
    if target.exists():
        package = target.read_bytes()
        if form == "docx":
            target.write_bytes(mended_docx(package, front.depth, front.label))
        else:
            colours = tuple((accent, tint(accent)) for accent in ("#" + colour(paper.theme, "accent1"), *accents))
            look = TableLook("#" + colour(paper.theme, "line"), "#" + colour(paper.theme, "soft"), colours)
            target.write_bytes(mended_odt(package, _alternatives(paper.blocks), front.depth, front.label, look))
    return found


def _metadata(paper: Paper) -> dict[str, Any]:
    front = paper.front
    language = front.language if "-" in front.language else {"fr": "fr-FR", "en": "en-GB"}.get(front.language, "")
    return {
        "title": front.title, "subtitle": front.subtitle, "author": [front.author] if front.author else [],
        "date": tree.raised(front.facts), "lang": language or front.language, "subject": ", ".join(front.keywords),
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
