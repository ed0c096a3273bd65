"""The look of editable documents: the paragraph styles of the house, by role, from the theme's colours and fonts."""

from __future__ import annotations

from dataclasses import dataclass

from deroule.model.theme import Theme


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style: names in both formats, sizes and spaces in points, colours by role of the theme."""

    word: str
    """Its name in Word; the id is the name without spaces."""
    open: str
    """Its internal name in OpenDocument."""
    size: float = 10.5
    bold: bool = False
    italic: bool = False
    colour: str = "ink"
    before: float = 0.0
    after: float = 6.0
    left: float = 0.0
    keep: bool = False
    fill: str | None = None
    bar: bool = False
    """A bar of the accent at the left edge."""
    accent: str = "accent1"
    """What the bar is drawn in: a role of the theme, or `#RRGGBB`."""
    heading: bool = False
    base: str = "Normal"


STYLES = (
    Style("Normal", "Standard", base=""),
    Style("Body Text", "Text_20_body", after=7),
    Style("First Paragraph", "First_20_paragraph", after=7, base="Body Text"),
    Style("Compact", "Table_20_Contents", after=3, base="Body Text"),
    Style("Title", "Title", 24, bold=True, colour="accent1", after=4, heading=True),
    Style("Subtitle", "Subtitle", 14, colour="muted", after=10, heading=True),
    Style("Author", "Author", 10.5, colour="muted", after=2),
    Style("Date", "Date", 10.5, colour="muted", after=14),
    Style("TOC Heading", "Contents_20_Heading", 13, bold=True, colour="accent1", before=12, after=6, keep=True),
    Style("toc 1", "Contents_20_1", 10.5, bold=True, before=4, after=2),
    Style("toc 2", "Contents_20_2", 10, after=1, left=14),
    Style("heading 1", "Heading_20_1", 17, bold=True, colour="accent1", before=24, after=8, keep=True, heading=True),
    Style("heading 2", "Heading_20_2", 13.5, bold=True, before=16, after=6, keep=True, heading=True),
    Style("heading 3", "Heading_20_3", 11.5, bold=True, before=13, after=5, keep=True, heading=True),
    Style("Block Text", "Quotations", 11, colour="ink", before=5, after=8, left=14, bar=True),
    Style("Definition Term", "Definition_20_Term", bold=True, before=6, after=1, keep=True),
    Style("Definition", "Definition_20_Definition", after=5, left=14),
    Style("Definition Term Tight", "Definition_20_Term_20_Tight", bold=True, before=6, after=1, keep=True),
    Style("Definition Tight", "Definition_20_Definition_20_Tight", after=5, left=14),
    Style("Source Code", "Source_20_Code", 9.5, before=4, after=8, left=6, fill="soft"),
    Style("Image Caption", "FigureCaption", 9, colour="muted", before=2, after=10),
    Style("Table Caption", "TableCaption", 9, colour="muted", before=8, after=3, keep=True),
    Style("Captioned Figure", "FigureWithCaption", before=8, after=2, keep=True),
    Style("Minor Heading", "Minor_20_Heading", bold=True, colour="accent1", before=9, after=4, keep=True),
    Style("Lead", "Lead", 11.5, colour="muted", after=8, keep=True),
    Style("Callout", "Callout", 11, bold=True, before=12, after=10, fill="soft", bar=True, left=6),
    Style("Question", "Question", 11, before=8, after=5, fill="soft", bar=True, left=6, keep=True),
    Style("Closing Line", "Closing_20_Line", before=14, after=6, keep=True),
    Style("List Lead", "List_20_Lead", after=4, keep=True),
    Style("Label", "Label", 10.5, bold=True, colour="muted", after=4, keep=True),
    Style("Card Title", "Card_20_Title", 10.5, bold=True, colour="accent1", after=2, keep=True),
    Style("Card Text", "Card_20_Text", 10, after=3),
    Style("Card Date", "Card_20_Date", 10.5, bold=True, colour="accent1", after=1, keep=True),
    Style("Card Relation", "Card_20_Relation", 10, italic=True, colour="muted", after=1),
    Style("Card Reverse", "Card_20_Reverse", 10.5, bold=True, colour="paper", after=1, keep=True),
    Style("Card Reverse Small", "Card_20_Reverse_20_Small", 9.5, colour="paper", after=0, keep=True),
    Style("Figure Value", "Figure_20_Value", 20, bold=True, colour="accent1", after=0, keep=True),
    Style("Source Line", "Source_20_Line", 9, colour="muted", before=3, after=8),
    Style("header", "Header", 8.5, colour="muted", after=0),
    Style("footer", "Footer", 8.5, colour="muted", after=0),
)
"""In this order in the reference documents; a style of a reference document of the owner's replaces it by name."""


TABLES = ("Cards", "Steps", "Timeline", "Rows")
"""The looks of the forms that are tables: cards, filled heads, dates over a line, rows under a filled head."""


def colour(theme: Theme, role: str) -> str:
    """Give the colour of a role, or of `#RRGGBB` itself, as `RRGGBB`."""
    if role.startswith("#"):
        return role.lstrip("#").upper()
    return theme.colours.get(role, "000000").lstrip("#").upper()


def family(theme: Theme, style: Style) -> str:
    """Give the family that a style is set in, as it is named on the machines that open the document."""
    role = theme.fonts.get("heading" if style.heading else "body") or theme.fonts["body"]
    return role.family


def style_id(name: str) -> str:
    """Give Word's id of a style: `heading 1` is `Heading1`, `toc 1` is `TOC1`."""
    if name.startswith("toc "):
        return f"TOC{name[4:]}"
    if name == "TOC Heading":
        return "TOCHeading"
    return "".join(word[:1].upper() + word[1:] for word in name.split())
