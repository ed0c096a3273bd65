"""Document forms of text, figures and data: paragraphs, lists, quotes, definitions, tables and charts."""

from __future__ import annotations

from deroule.model import blocks
from deroule.model.event import Slide
from deroule.outputs.document import tree
from deroule.outputs.document.cards import Card, line, side_by_side
from deroule.outputs.document.telling import Teller, entries, form

Node = tree.Node


@form("text")
def tell_text(block: blocks.Text, slide: Slide, teller: Teller) -> list[Node]:
    """Running text as paragraphs."""
    return tree.paragraphs(block.text)


@form("bullets")
def tell_bullets(block: blocks.Bullets, slide: Slide, teller: Teller) -> list[Node]:
    """A list."""
    return tree.bullets(entries(block.items))


@form("numbered")
def tell_numbered(block: blocks.Numbered, slide: Slide, teller: Teller) -> list[Node]:
    """A numbered list."""
    return tree.numbered(entries(block.items), block.style, block.start)


@form("callout")
def tell_callout(block: blocks.Callout, slide: Slide, teller: Teller) -> list[Node]:
    """The conclusion, set apart."""
    return [tree.division([tree.paragraph(tree.rich(block.text))], "Callout")]


@form("quote")
def tell_quote(block: blocks.Quote, slide: Slide, teller: Teller) -> list[Node]:
    """The words, then who said them and where."""
    opening, closing = ("«\u00a0", "\u00a0»") if slide.language.startswith("fr") else ("“", "”")
    said = [tree.rich(paragraph) for paragraph in block.text.paragraphs]
    if said:
        said[0] = [*tree.words(opening), *said[0]]
        said[-1] = [*said[-1], *tree.words(closing)]
    lines = [tree.paragraph(inlines) for inlines in said]
    by, source = tree.rich(block.by), tree.emphasis(tree.rich(block.source))
    if by or source:
        comma = tree.words(", ") if by and source else []
        lines.append(tree.paragraph([*tree.words("— "), *by, *comma, *source]))
    return [{"t": "BlockQuote", "c": lines}]


@form("definition")
def tell_definition(block: blocks.Definition, slide: Slide, teller: Teller) -> list[Node]:
    """Terms and meanings."""
    return definitions(block.items)


def definitions(terms: tuple[blocks.Term, ...] | list[blocks.Term]) -> list[Node]:
    """Make a list of definitions."""
    made = [[tree.rich(term.term), [_meaning(term)]] for term in terms]
    return [{"t": "DefinitionList", "c": made}] if made else []


def _meaning(term: blocks.Term) -> list[Node]:
    told = tree.paragraphs(term.meaning)
    # A single paragraph stands on the term's own line.
    return [tree.plain(told[0]["c"])] if len(told) == 1 else told


@form("code")
def tell_code(block: blocks.Code, slide: Slide, teller: Teller) -> list[Node]:
    """The lines as they are."""
    shown = {"t": "CodeBlock", "c": [tree.attributes(), block.text.rstrip("\n")]}
    return [shown, *([tree.paragraph(tree.emphasis(tree.rich(block.caption)))] if block.caption else [])]


@form("figures")
def tell_figures(block: blocks.Figures, slide: Slide, teller: Teller) -> list[Node]:
    """Key figures side by side: the number, what it counts, and when."""
    return figures(block.items)


def figures(items: tuple[blocks.Figure, ...]) -> list[Node]:
    """Make the cards of key figures."""
    return side_by_side([_figure(item) for item in items], "figures", most=4)


def _figure(item: blocks.Figure) -> Card:
    number = f"{item.value}\u00a0{item.unit}" if item.unit else item.value
    head = [*line(tree.words(item.when or ""), "Card Date"), *line(tree.words(number), "Figure Value")]
    body = [*line(tree.strong(tree.rich(item.label)), "Card Text"), *line(tree.rich(item.detail), "Card Text")]
    return Card(head, body)


@form("table")
def tell_table(block: blocks.Table, slide: Slide, teller: Teller) -> list[Node]:
    """The table with its merged cells, headings and caption."""
    count = len(block.columns) or max(_covered(block))
    aligns = [column.align for column in block.columns] or ["left"] * count
    widths = [column.width or 1.0 for column in block.columns] or [1.0] * count
    rows = [
        [
            tree.cell(
                tree.paragraphs(cell.text) or [tree.plain([])], cell.rows, cell.columns, aligns[min(i, count - 1)]
            )
            for i, cell in enumerate(row)
        ]
        for row in block.rows
    ]
    header = [tree.cell([tree.plain(tree.rich(column.title))], align=column.align) for column in block.columns]
    caption = tree.rich(block.caption)
    return [tree.table(rows, widths, header=header, caption=caption, header_columns=int(block.header_column))]


def _covered(block: blocks.Table) -> list[int]:
    return [sum(cell.columns for cell in row) for row in block.rows]


@form("chart")
def tell_chart(block: blocks.Chart, slide: Slide, teller: Teller) -> list[Node]:
    """The numbers of the chart as a table; the slide's picture shows the drawing."""
    if not block.series:
        return tree.paragraphs(None) or [tree.paragraph(tree.rich(block.alt or block.title))]
    header = [tree.cell([tree.plain(tree.words(teller.word("category")))])]
    header += [tree.cell([tree.plain(tree.rich(series.name))], align="right") for series in block.series]
    rows = []
    for place, category in enumerate(block.categories):
        row = [tree.cell([tree.plain(tree.words(category))])]
        for series in block.series:
            value = series.values[place] if place < len(series.values) else None
            shown = "" if value is None else _number(value, slide.language, block.unit)
            row.append(tree.cell([tree.plain(tree.words(shown))], align="right"))
        rows.append(row)
    widths = [2.0, *(1.0 for _ in block.series)]
    return [tree.table(rows, widths, header=header, caption=tree.rich(block.title), header_columns=1)]


def _number(value: float, language: str, unit: str | None) -> str:
    text = f"{value:,.10g}" if value != int(value) else f"{int(value):,}"
    if language.startswith("fr"):
        text = text.replace(",", "\u202f").replace(".", ",")
    return f"{text}\u00a0{unit}" if unit else text
