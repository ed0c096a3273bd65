"""Typesets a document tree as an accessible A4 PDF, in the event's colours and fonts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from deroule.diagnostics import Outcome
from deroule.layout.font_face import fallback_faces, read_face
from deroule.layout.font_file import font_file
from deroule.model.theme import Theme
from deroule.outputs.document.accents import accents_of
from deroule.outputs.document.heights import short_marked
from deroule.programs.codes import GLYPH_MISSING
from deroule.programs.typst import typeset_pdf

_MONO = "DejaVu Sans Mono"
"""Comes inside Typst."""
_SQUARE = "\u25a1"


@dataclass(frozen=True, slots=True)
class Front:
    """What stands around the text: title, running lines, cover."""

    title: str
    label: str
    """What the document is: Synthèse, Programme."""
    language: str
    subtitle: str = ""
    facts: str = ""
    author: str = ""
    description: str = ""
    running: str = ""
    foot: str = ""
    keywords: tuple[str, ...] = ()
    contents: str = ""
    """The word over the table of contents; without it there is none."""
    depth: int = 2
    """How many levels of headings the contents show."""
    cover: bool = True
    day: dt.date | None = None


def typeset_tree(
    blocks: list[dict[str, Any]],
    front: Front,
    theme: Theme,
    pictures: Mapping[str, bytes],
) -> Outcome[bytes | None]:
    """Make the PDF of a document tree; signs that no font draws become squares and a finding."""
    folders, fonts, drawable = _fonts(theme)
    missing: set[str] = set()
    drawn = [_drawable(block, drawable, missing) for block in short_marked(blocks)]
    data = {
        "blocks": drawn, "ids": sorted(_identifiers(blocks)), "title": front.title, "label": front.label,
        "lang": front.language[:2], "subtitle": front.subtitle, "facts": front.facts, "author": front.author,
        "description": front.description, "running": front.running or front.title, "foot": front.foot,
        "keywords": list(front.keywords), "contents": front.contents, "depth": front.depth, "cover": front.cover, "fonts": fonts,
        "accents": list(accents_of(blocks)),
        "colours": {name: f"#{value.lstrip('#')}" for name, value in theme.colours.items()},
    }  # fmt: skip
    made = typeset_pdf(front.title, _template(), data, fonts=folders, pictures=pictures, day=front.day)
    found = (GLYPH_MISSING.at(None, what=front.title, characters=" ".join(sorted(missing))),) if missing else ()
    return Outcome(made.value, (*found, *made.diagnostics))


def _identifiers(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if node.get("t") == "Header" and node["c"][1][0]:
            yield node["c"][1][0]
        elif node.get("t") == "Span" and node["c"][0][0]:
            yield node["c"][0][0]
        yield from _identifiers(node.get("c"))
    elif isinstance(node, list):
        for part in node:
            yield from _identifiers(part)


def _drawable(node: Any, signs: frozenset[int], missing: set[str]) -> Any:
    if isinstance(node, str):
        if node.isascii():
            return node
        lost = {sign for sign in set(node) if ord(sign) not in signs and not sign.isspace()}
        if not lost:
            return node
        missing |= lost
        return "".join(_SQUARE if sign in lost else sign for sign in node)
    if isinstance(node, list):
        return [_drawable(part, signs, missing) for part in node]
    if isinstance(node, dict):
        return {key: _drawable(part, signs, missing) for key, part in node.items()}
    return node


def _fonts(theme: Theme) -> tuple[tuple[Path, ...], dict[str, Any], frozenset[int]]:
    families: dict[str, list[str]] = {}
    folders: set[Path] = set()
    signs: frozenset[int] = frozenset()
    for name in ("body", "heading"):
        role = theme.fonts.get(name) or theme.fonts["body"]
        own = [path for style in ("regular", "bold", "italic") if (path := font_file(role.files.get(style, "")))]
        faces = (*map(read_face, own[:1]), *fallback_faces())
        families[name] = list(dict.fromkeys(face.family for face in faces))
        folders |= {path.parent for path in (*own, *(face.path for face in faces))}
        signs |= frozenset().union(*(face.signs for face in faces))
    bold = font_file(theme.fonts["body"].files.get("bold", ""))
    return tuple(sorted(folders)), {
        **families, "mono": [_MONO, *families["body"]], "bold-weight": read_face(bold).weight if bold else 700,
    }, signs  # fmt: skip


@cache
def _template() -> str:
    folder = resources.files("deroule.outputs.document")
    names = ("inline", "forms", "tree", "sheet")
    return "\n".join(folder.joinpath(f"{name}.typ").read_text(encoding="utf-8") for name in names)
