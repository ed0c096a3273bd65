"""Page forms of text, figures and data."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup, escape

from deroule.model import blocks
from deroule.model.richtext import Prose, RichText
from deroule.outputs.site.blocks.pen import Pen, form, join, tag


@form("text")
def write_text(block: blocks.Text, pen: Pen) -> Markup:
    """Paragraphs."""
    return pen.hand.prose(block.text)


@form("bullets")
def write_bullets(block: blocks.Bullets, pen: Pen) -> Markup:
    """A list."""
    return pen.items(block.items)


@form("numbered")
def write_numbered(block: blocks.Numbered, pen: Pen) -> Markup:
    """A numbered list, in the style and from the number that the author wants."""
    style = {"decimal": "1", "roman": "I", "letter": "a"}[block.style]
    rows = join(tag("li", pen.hand.line(item.text) + pen.items(item.items)) for item in block.items)
    return Markup('<ol type="{}" start="{}">{}</ol>').format(style, block.start, rows)


@form("callout")
def write_callout(block: blocks.Callout, pen: Pen) -> Markup:
    """The conclusion that the slide drives at."""
    return tag("p", pen.hand.line(block.text), "d-callout")


@form("quote")
def write_quote(block: blocks.Quote, pen: Pen) -> Markup:
    """The words, then who said them and where."""
    names = [pen.hand.line(text) for text in (block.by, block.source) if text]
    return tag("blockquote", pen.hand.prose(block.text) + tag("footer", Markup(", ").join(names)), "d-quote")


@form("definition")
def write_definition(block: blocks.Definition, pen: Pen) -> Markup:
    """Terms and meanings."""
    for item in block.items:  # a term is not explained by a tooltip where it is defined
        pen.hand.terms.know(item.term.plain)
    rows = (tag("dt", pen.hand.line(one.term)) + tag("dd", pen.hand.prose(one.meaning)) for one in block.items)
    return tag("dl", join(rows), "d-terms")


@form("code")
def write_code(block: blocks.Code, pen: Pen) -> Markup:
    """The lines as they are."""
    # A blank line would end the raw HTML for Markdown: character references keep them.
    text = str(escape(block.text)).replace("\n", "&#10;")
    shown = Markup('<pre tabindex="0"><code>{}</code></pre>').format(Markup(text))
    return shown + tag("p", pen.hand.line(block.caption), "d-detail")


@form("figures")
def write_figures(block: blocks.Figures, pen: Pen) -> Markup:
    """Key figures as cards."""
    return write_figure_cards(block.items, pen)


def write_figure_cards(items: Sequence[blocks.Figure], pen: Pen) -> Markup:
    """Write key figures, here or in a case."""
    return tag("ul", join(_figure(item, pen) for item in items), "d-figures")


def _figure(item: blocks.Figure, pen: Pen) -> Markup:
    value = item.value + (f"\u00a0{item.unit}" if item.unit else "")
    shown = [tag("span", escape(item.when or ""), "d-when"), tag("strong", escape(value), "d-value")]
    shown += [tag("span", pen.hand.line(item.label), "d-label"), tag("span", pen.hand.line(item.detail), "d-detail")]
    return tag("li", Markup(" ").join(one for one in shown if one))


@form("table")
def write_table(block: blocks.Table, pen: Pen) -> Markup:
    """The table with its merged cells, headings and caption."""
    heads = join(Markup('<th scope="col">{}</th>').format(pen.hand.line(one.title)) for one in block.columns)
    rows = [
        tag("tr", join(_cell(cell, pen, block.header_column and at == 0) for at, cell in enumerate(row)))
        for row in block.rows
    ]
    return _framed(block.caption, tag("thead", tag("tr", heads)), rows, pen)


def _cell(cell: blocks.Cell, pen: Pen, heading: bool) -> Markup:
    name = Markup("th" if heading else "td")
    facts = Markup(' scope="row"') if heading else Markup("")
    facts += Markup(' rowspan="{}"').format(cell.rows) if cell.rows > 1 else Markup("")
    facts += Markup(' colspan="{}"').format(cell.columns) if cell.columns > 1 else Markup("")
    return Markup("<{}{}>{}</{}>").format(name, facts, _lines(cell.text, pen), name)


def _lines(text: Prose, pen: Pen) -> Markup:
    return Markup("<br>").join(pen.hand.lines(text.paragraphs))


def _framed(caption: RichText | None, head: Markup, rows: Sequence[Markup], pen: Pen) -> Markup:
    """Put a table where it can be moved sideways on a narrow screen, by keyboard too."""
    inside = tag("caption", pen.hand.line(caption)) + head + tag("tbody", join(rows))
    name = caption.plain if caption else pen.slide.title.plain
    frame = Markup('<div class="d-wide" tabindex="0" role="region" aria-label="{}">{}</div>')
    return frame.format(name, tag("table", inside))


@form("chart")
def write_chart(block: blocks.Chart, pen: Pen) -> Markup:
    """The numbers of the chart; the slide's picture shows the drawing."""
    if not block.series:
        return tag("p", pen.hand.line(block.alt or block.title))
    heads = [Markup('<th scope="col">{}</th>').format(pen.wording.word("category"))]
    heads += [Markup('<th scope="col">{}</th>').format(pen.hand.line(one.name)) for one in block.series]
    rows = []
    for place, category in enumerate(block.categories):
        values = [one.values[place] if place < len(one.values) else None for one in block.series]
        cells = join(Markup("<td>{}</td>").format(_number(value, block.unit, pen)) for value in values)
        rows.append(tag("tr", Markup('<th scope="row">{}</th>').format(category) + cells))
    told = tag("p", pen.hand.line(block.alt))
    return told + _framed(block.title, tag("thead", tag("tr", join(heads))), rows, pen)


def _number(value: float | None, unit: str | None, pen: Pen) -> str:
    if value is None:
        return "–"
    written = f"{value:,.10g}"
    if pen.wording.code == "fr":
        written = written.replace(",", "\u202f").replace(".", ",")
    return written + (f"\u00a0{unit}" if unit else "")
