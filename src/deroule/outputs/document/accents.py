"""The accent of each sequence in editable documents: the same styles, numbered, in the sequence's own colour."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from deroule.outputs.document import tree
from deroule.outputs.document.look import STYLES, TABLES, Style

Node = tree.Node
_ROLE = "accent1"


def accents_of(blocks: list[Node]) -> tuple[str, ...]:
    """Give the accents that headings of a tree carry, each once, in their order."""
    return tuple(dict.fromkeys(_carried(blocks)))


def _carried(node: Any) -> Iterator[str]:
    if isinstance(node, list):
        for part in node:
            yield from _carried(part)
    elif isinstance(node, dict) and node.get("t") == "Header":
        if colour := _accent(node):
            yield colour
    elif isinstance(node, dict) and node.get("t") == "Div":
        yield from _carried(node["c"][1])


def _accent(heading: Node) -> str:
    return dict(heading["c"][1][2]).get("data-accent", "") if heading["c"][0] == 1 else ""


def accented(blocks: list[Node], accents: tuple[str, ...]) -> list[Node]:
    """Give what follows a sequence's heading the styles of its accent: `Callout` becomes `Callout 2`."""
    number = 0
    made: list[Node] = []
    for node in blocks:
        if node["t"] == "Header" and node["c"][0] == 1:
            colour = _accent(node)
            number = accents.index(colour) + 1 if colour in accents else 0
        elif node["t"] == "Div" and not dict(node["c"][0][2]).get("custom-style"):
            # A sequence in another language, or blocks that stand together.
            inside = accented(node["c"][1], accents) if _holds_heading(node) else _numbered(node["c"][1], number)
            made.append({"t": "Div", "c": [node["c"][0], inside]})
            continue
        made.append(_numbered(node, number) if number else node)
    return made


def _holds_heading(node: Node) -> bool:
    return any(part["t"] == "Header" and part["c"][0] == 1 for part in node["c"][1])


def _numbered(node: Any, number: int) -> Any:
    if isinstance(node, list):
        return [_numbered(part, number) for part in node]
    if not isinstance(node, dict) or not number:
        return node
    kind: str = node["t"]
    content: Any = node.get("c")
    if kind == "Header" and content[0] == 1:
        words = {"t": "Span", "c": [tree.attributes(custom_style=f"Accent {number}"), content[2]]}
        return {"t": kind, "c": [content[0], content[1], [words]]}
    if kind == "BlockQuote":
        return tree.division(_numbered(content, number), f"Block Text {number}")
    if kind in ("Div", "Table"):
        return {"t": kind, "c": [_renamed(content[0], number), *_numbered(content[1:], number)]}
    return {key: _numbered(part, number) for key, part in node.items()}


def _renamed(attributes: Any, number: int) -> Any:
    identifier, classes, pairs = attributes
    return [identifier, classes, [[key, _numbered_style(value, number) if key == "custom-style" else value]
            for key, value in pairs]]  # fmt: skip


def _numbered_style(name: str, number: int) -> str:
    if name in TABLES:
        # pandoc writes a table's style as its id, which holds no space.
        return f"{name}{number}"
    return f"{name} {number}" if any(style.word == name and _coloured(style) for style in STYLES) else name


def _coloured(style: Style) -> bool:
    return style.colour == _ROLE or style.bar or style.word.startswith("Card Reverse")


def accent_styles(accents: tuple[str, ...]) -> tuple[Style, ...]:
    """Make the numbered styles: those of the house that show the accent, once for each colour."""
    return tuple(
        replace(
            style, word=f"{style.word} {number}", open=f"{style.word} {number}".replace(" ", "_20_"),
            colour=accent if style.colour == _ROLE else style.colour, accent=accent,
            fill=tint(accent) if style.fill else None, bar=style.bar,
        )
        for number, accent in enumerate(accents, start=1)
        for style in STYLES
        if _coloured(style) and not style.heading and not style.word.startswith(("toc", "TOC"))
    )  # fmt: skip


def tint(accent: str) -> str:
    """Make the pale ground of an accent: a tenth of it on white."""
    value = accent.lstrip("#")
    parts = (int(value[at : at + 2], 16) for at in (0, 2, 4))
    return "#" + "".join(f"{round(255 - (255 - part) * 0.1):02X}" for part in parts)
