"""Slide pages: placed boxes with every decision taken; the waist between layout and everything that draws.

All lengths are English Metric Units (EMU, 914,400 an inch, 12,700 a point) as whole numbers, from the slide's top
left corner; font sizes are points. Colours are references to a theme's roles, never literals, so that a change of
theme recolours all. The order of `items` is the drawing order and the reading order, title first.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from deroule.model.box import Box as Box

EMU_PER_POINT = 12_700

Slot: TypeAlias = Literal[
    "ink", "paper", "soft", "muted", "line", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6"
]
"""Colour roles. In a deck: ink=dk1, paper=lt1, soft=lt2, muted=dk2, line=lt2 darkened, accentN=accentN."""


@dataclass(frozen=True, slots=True)
class Colour:
    """A role of the theme; `tint` mixes it with the paper: 0 is the pure colour, 0.9 nearly paper."""

    slot: Slot
    tint: float = 0.0


@dataclass(frozen=True, slots=True)
class TextRun:
    """A stretch of text in one look. `link` is an address or `#slide-id`."""

    text: str
    size: float
    colour: Colour
    bold: bool = False
    italic: bool = False
    font: Literal["heading", "body", "mono"] = "body"
    superscript: bool = False
    subscript: bool = False
    language: str = "fr"
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with its lines as measured: `breaks` are the offsets, in characters of the joined runs, where lines
    2, 3… begin. Indents are EMU; `bullet` is the mark shown before the first line."""

    runs: tuple[TextRun, ...]
    align: Literal["left", "centre", "right"] = "left"
    breaks: tuple[int, ...] = ()
    bullet: str | None = None
    level: int = 0
    indent: int = 0
    """Width of the hanging space that holds the bullet."""
    margin: int = 0
    """Distance of the text's left edge from the box's inner edge, the hanging space included."""
    space_before: float = 0.0
    """Points above the paragraph, not counted for the first one of a box."""
    line_pitch: float = 1.2
    """Distance of base lines as a multiple of the largest font size of the line."""
    right_to_left: bool = False
    """Whether the paragraph begins in a script written from right to left; `align` is where it stands all the same."""
    bullet_colour: Colour | None = None
    """The colour of the mark; the text's own when None."""

    @property
    def text(self) -> str:
        """The paragraph's characters."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line's look; width in EMU."""

    colour: Colour
    width: int = 12_700
    dash: bool = False


Geometry: TypeAlias = Literal["rect", "roundRect", "ellipse", "chevron", "homePlate", "rightArrow", "triangle"]
"""Preset shapes, by their OOXML names; each has a drawing in Typst too."""


@dataclass(frozen=True, slots=True)
class TextShape:
    """A shape with or without text. `placeholder` says which placeholder of the layout it fills."""

    box: Box
    name: str
    paragraphs: tuple[Paragraph, ...] = ()
    geometry: Geometry = "rect"
    fill: Colour | None = None
    stroke: Stroke | None = None
    anchor: Literal["top", "middle", "bottom"] = "top"
    insets: tuple[int, int, int, int] = (0, 0, 0, 0)
    """Left, top, right, bottom, in EMU."""
    placeholder: Literal["title", "subtitle", "body"] | None = None
    radius: float = 0.0
    """For roundRect: the corner as a share of the shorter side."""
    decorative: bool = False
    link: str | None = None
    adjust: float | None = None
    """For chevron, homePlate and rightArrow: the point's depth as a share of the height."""


@dataclass(frozen=True, slots=True)
class Connector:
    """A straight line between two points, in EMU, with or without an arrow head at its end."""

    x1: int
    y1: int
    x2: int
    y2: int
    name: str
    stroke: Stroke
    arrow: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the workspace at `path`; `crop` cuts left, top, right, bottom as shares of the picture."""

    box: Box
    name: str
    path: str
    alt: str = ""
    decorative: bool = False
    crop: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell at its place; `rows` and `columns` are what it covers. Covered cells are not listed."""

    row: int
    column: int
    paragraphs: tuple[Paragraph, ...]
    rows: int = 1
    columns: int = 1
    fill: Colour | None = None
    header: bool = False
    anchor: Literal["top", "middle"] = "top"


@dataclass(frozen=True, slots=True)
class TableBox:
    """A table: column widths and row heights in EMU, which add up to the box."""

    box: Box
    name: str
    widths: tuple[int, ...]
    heights: tuple[int, ...]
    cells: tuple[TableCell, ...]
    header_row: bool = False
    header_column: bool = False
    alt: str = ""
    cell_insets: tuple[int, int, int, int] = (91_440, 45_720, 91_440, 45_720)
    rule: Stroke | None = None


@dataclass(frozen=True, slots=True)
class ChartSeries:
    """A series: its name and a number a category, None where unknown."""

    name: str
    values: tuple[float | None, ...]


Side: TypeAlias = Literal["above", "below", "left", "right"]


@dataclass(frozen=True, slots=True)
class ChartWords:
    """Words beside a chart's drawing, as placed and broken into lines, in the chart's size."""

    box: Box
    lines: tuple[str, ...]
    align: Literal["left", "centre", "right"] = "centre"


@dataclass(frozen=True, slots=True)
class ChartNumber:
    """A number beside what it counts: whose it is, and on which side of its point or bar it stands."""

    box: Box
    text: str
    series: int
    place: int
    side: Side
    aside: int = 0
    down: int = 0
    """How far it is moved from there, to the right and down where positive: a line or another number is in its way."""

    @property
    def lines(self) -> list[str]:
        """Its lines: a share's name may stand above its number."""
        return self.text.split("\n")


@dataclass(frozen=True, slots=True)
class ChartPlan:
    """Where the parts of a chart stand, so that all who draw it draw the same."""

    plot: Box
    """Where bars, lines or slices are drawn."""
    low: float = 0.0
    high: float = 1.0
    """The values at the plot's edges."""
    step: float = 0.0
    """The steps in which the scale is told; 0 where the numbers themselves are."""
    lying: bool = False
    """Whether bars lie, the categories' names before them."""
    every: int = 1
    """One category in so many is named."""
    names: tuple[ChartWords, ...] = ()
    numbers: tuple[ChartNumber, ...] = ()
    steps: tuple[ChartWords, ...] = ()
    legend: tuple[ChartWords, ...] = ()
    """The names of the colours, each with its mark before it."""


UNPLANNED = ChartPlan(Box(0, 0, 0, 0))


@dataclass(frozen=True, slots=True)
class ChartBox:
    """A chart drawn from its data."""

    box: Box
    name: str
    type: Literal["bar", "line", "pie"]
    categories: tuple[str, ...]
    series: tuple[ChartSeries, ...]
    colours: tuple[Colour, ...]
    text_size: float
    alt: str
    unit: str = ""
    language: str = "fr"
    plan: ChartPlan = UNPLANNED

    @property
    def bar_share(self) -> float:
        """How much of a category's room its bars take: few categories must not make walls of them."""
        return min(0.62, 0.16 * max(len(self.categories), 1))

    @property
    def names_beside(self) -> bool:
        """Whether the shares of a pie are few and short enough to be named beside their numbers, without a legend."""
        return self.type == "pie" and len(self.categories) <= 6 and all(len(name) <= 20 for name in self.categories)

    @property
    def shares(self) -> tuple[float | None, ...]:
        """The values that a pie shows, one for each category: of the first series alone."""
        values = self.series[0].values[: len(self.categories)] if self.series else ()
        return (*values, *[None] * (len(self.categories) - len(values)))

    @property
    def has_dots(self) -> bool:
        """Whether the points of its lines are few enough to be marked."""
        return self.type == "line" and len(self.categories) <= 24

    @property
    def has_legend(self) -> bool:
        """Whether colours are named in a legend."""
        return (self.type == "pie" or len(self.series) > 1) and not self.names_beside

    @property
    def decimals(self) -> int:
        """How many decimals its numbers have, the same for all: two at most, four where all are below one."""
        known = [abs(value) for series in self.series for value in series.values if value is not None]
        most = 2 if max(known, default=1.0) >= 1 else 4
        return max((len(f"{value:.{most}f}".rstrip("0").partition(".")[2]) for value in known), default=0)


@dataclass(frozen=True, slots=True)
class GroupBox:
    """Shapes that belong together: a diagram. The alternative text is told once, for the whole."""

    box: Box
    name: str
    items: tuple[PageItem, ...]
    alt: str = ""


PageItem: TypeAlias = TextShape | Connector | Picture | TableBox | ChartBox | GroupBox


@dataclass(frozen=True, slots=True)
class SlidePage:
    """One page of a deck. A slide that was split has several pages: same `slide_id`, `part` of `parts`."""

    id: str
    """The slide's id, with `-2`, `-3` for continued parts."""
    slide_id: str
    form: str
    title: str
    items: tuple[PageItem, ...]
    background: Colour
    accent: int
    """Which accent of the theme the slide wears, 1 to 6."""
    brand: str | None
    """The brand that it wears: an id of organisation.yml, nothing for the theme's own look."""
    layout: Literal["cover", "agenda", "divider", "content", "picture", "closing"]
    notes: tuple[str, ...] = ()
    notes_language: str = "fr"
    language: str = "fr"
    sequence: str | None = None
    section: str | None = None
    number: int = 1
    """The page number shown, from 1 through the deck."""
    part: int = 1
    parts: int = 1
    footer: str = ""
