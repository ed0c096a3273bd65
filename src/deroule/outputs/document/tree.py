"""Makes the elements of a pandoc document tree; text goes in as it is and is never read as markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from deroule.model.richtext import Prose, RichText, Run

Node = dict[str, Any]
Attributes = list[Any]

API_VERSION = [1, 23, 1]
_SAFE_LINK = re.compile(r"^(?:https?://|mailto:|tel:|#)", re.IGNORECASE)


def attributes(identifier: str = "", classes: Sequence[str] = (), **values: str | None) -> Attributes:
    """Make the attributes of an element; underscores in names become hyphens."""
    pairs = [[name.replace("_", "-"), value] for name, value in values.items() if value]
    return [identifier, list(classes), pairs]


def words(text: str) -> list[Node]:
    """Make the inlines of unmarked text; plain spaces may break, no-break spaces stay inside words."""
    found: list[Node] = []
    for piece in re.split(r"([ \n\t]+)", text):
        if piece and piece.isspace() and set(piece) <= set(" \n\t"):
            found.append({"t": "Space"})
        elif piece:
            found.append({"t": "Str", "c": piece})
    return found


def raised(text: str) -> list[Node]:
    """Make the inlines of a line of facts in which French raises the letters of `1er`."""
    pieces = re.split(r"\b1(er)\b", text)
    found = words(pieces[0])
    for letters, rest in zip(pieces[1::2], pieces[2::2], strict=True):
        found += [{"t": "Str", "c": "1"}, {"t": "Superscript", "c": words(letters)}, *words(rest)]
    return found


def strong(inlines: list[Node]) -> list[Node]:
    """Set inlines in bold."""
    return [{"t": "Strong", "c": inlines}] if inlines else []


def emphasis(inlines: list[Node]) -> list[Node]:
    """Set inlines in italics."""
    return [{"t": "Emph", "c": inlines}] if inlines else []


def link(inlines: list[Node], address: str) -> list[Node]:
    """Lead to an address; one that is neither web, mail, telephone nor a place of this
    document stays text: a page of the dossier has no address outside of it."""
    if not _SAFE_LINK.match(address):
        return inlines
    return [{"t": "Link", "c": [attributes(), inlines, [address, ""]]}]


def rich(text: RichText | None) -> list[Node]:
    """Make the inlines of rich text."""
    return [node for run in (text.runs if text else ()) for node in _run(run)]


def _run(run: Run) -> list[Node]:
    if run.text == "\n":
        return [{"t": "LineBreak"}]
    nodes = [{"t": "Code", "c": [attributes(), run.text]}] if run.code else words(run.text)
    # A marked run keeps its outer spaces outside of the mark: Word would underline or embolden them.
    for mark, name in (
        (run.superscript, "Superscript"), (run.subscript, "Subscript"), (run.italic, "Emph"), (run.bold, "Strong"),
    ):  # fmt: skip
        if mark:
            nodes = [{"t": name, "c": nodes}]
    if run.language:
        nodes = [{"t": "Span", "c": [attributes(lang=run.language), nodes]}]
    return link(nodes, run.link) if run.link else nodes


def paragraph(inlines: list[Node]) -> Node:
    """Make a paragraph."""
    return {"t": "Para", "c": inlines}


def paragraphs(prose: Prose | None) -> list[Node]:
    """Make the paragraphs of prose."""
    return [paragraph(rich(text)) for text in (prose.paragraphs if prose else ()) if text]


def heading(level: int, inlines: list[Node], identifier: str = "", **values: str | None) -> Node:
    """Make a heading; its id is the one that names the thing in every output."""
    return {"t": "Header", "c": [level, attributes(identifier, (), **values), inlines]}


def bullets(entries: Iterable[list[Node]]) -> list[Node]:
    """Make a list of entries, each a list of blocks."""
    made = list(entries)
    return [{"t": "BulletList", "c": made}] if made else []


def numbered(entries: Iterable[list[Node]], style: str = "decimal", start: int = 1) -> list[Node]:
    """Make a numbered list."""
    name = {"decimal": "Decimal", "roman": "UpperRoman", "letter": "LowerAlpha", "capital": "UpperAlpha"}[style]
    made = list(entries)
    return [{"t": "OrderedList", "c": [[start, {"t": name}, {"t": "Period"}], made]}] if made else []


def plain(inlines: list[Node]) -> Node:
    """Make text that is no paragraph of its own: a tight list's entry, a cell."""
    return {"t": "Plain", "c": inlines}


def division(blocks: list[Node], style: str = "", **values: str | None) -> Node:
    """Hold blocks together, in a paragraph style of the reference document."""
    classes = [style.lower().replace(" ", "-")] if style else []
    return {"t": "Div", "c": [attributes("", classes, custom_style=style or None, **values), blocks]}


def group(blocks: list[Node], name: str, **values: str | None) -> Node:
    """Hold blocks together under a name that says what they are, without a style of their own."""
    return {"t": "Div", "c": [attributes("", (name,), **values), blocks]}


def picture(file: str, alt: str, caption: list[Node], width: str = "") -> Node:
    """Show a picture with its caption."""
    image = {"t": "Image", "c": [attributes(width=width or None), words(alt), [file, ""]]}
    return {"t": "Figure", "c": [attributes(), [None, [plain(caption)] if caption else []], [plain([image])]]}


def cell(blocks: list[Node], rows: int = 1, columns: int = 1, align: str = "left") -> Attributes:
    """Make a cell of a table."""
    name = {"left": "AlignLeft", "right": "AlignRight", "centre": "AlignCenter"}[align]
    return [attributes(), {"t": name}, rows, columns, blocks]


def table(
    rows: Sequence[Sequence[Attributes]],
    widths: Sequence[float],
    *,
    header: Sequence[Attributes] = (),
    caption: list[Node] | None = None,
    header_columns: int = 0,
    classes: Sequence[str] = (),
    style: str = "",
    whole: float = 0.0,
) -> Node:
    """Make a table: widths are shares of the line, or of `whole`; a header row repeats on each page.
    `classes` say what form it is, `style` names its style in the reference document."""
    total = whole or sum(widths) or 1.0
    columns = [[{"t": "AlignLeft"}, {"t": "ColWidth", "c": round(width / total, 4)}] for width in widths]
    head = [[attributes(), list(header)]] if header else []
    body = [attributes(), header_columns, [], [[attributes(), list(row)] for row in rows]]
    title = [None, [plain(caption)] if caption else []]
    named = attributes("", classes, custom_style=style or None)
    return {"t": "Table", "c": [named, title, columns, [attributes(), head], [body], [attributes(), []]]}


def document(blocks: list[Node], metadata: dict[str, Any]) -> Node:
    """Make the whole document. Metadata values are text, lists of text, or inlines."""
    return {
        "pandoc-api-version": API_VERSION,
        "meta": {name: _metadata(value) for name, value in metadata.items() if value},
        "blocks": blocks,
    }


def _metadata(value: Any) -> Node:
    if isinstance(value, str):
        return {"t": "MetaInlines", "c": words(value)}
    if value and isinstance(value[0], dict):
        return {"t": "MetaInlines", "c": value}
    return {"t": "MetaList", "c": [_metadata(part) for part in value]}
