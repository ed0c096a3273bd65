"""The blocks: the language of the product, all on one page.

A slide is a title and blocks, shown in the order written; a block's key is its kind. Each block may be written short
(a bare scalar or list fills its `main` field) or long (a mapping with all its fields). The fields here are the one
truth: the JSON Schema, the reference page and the error messages come from them.
"""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal, TypeAlias

from pydantic import Discriminator, Field, Tag

from deroule.model.placed import Placed
from deroule.model.richtext import Prose, RichText
from deroule.model.scalars import Address, Date, Duration, Id, Number, Written, YesNo


class Block(Placed):
    """What every block may carry."""

    kind: str
    id: Id | None = Field(None, description="Stable name of the block, to point at it.")
    only: tuple[Id, ...] = Field(
        (), description="Variants that show this block (audiences or lengths); all when left out."
    )


# --- text -------------------------------------------------------------------------------------------------------


class Text(Block):
    """Paragraphs of running text, separated by blank lines."""

    kind: Literal["text"] = "text"
    main: ClassVar[str] = "text"
    text: Prose = Field(description="The paragraphs, in inline Markdown.")


class Item(Placed):
    """An entry of a list, with the entries under it."""

    main: ClassVar[str] = "text"
    text: RichText = Field(description="What the entry says.")
    items: tuple[Item, ...] = Field((), description="Entries one level down.")


class Bullets(Block):
    """A list whose order does not matter."""

    kind: Literal["bullets"] = "bullets"
    main: ClassVar[str] = "items"
    items: tuple[Item, ...] = Field(min_length=1, description="The entries; an entry may hold entries.")


class Numbered(Block):
    """A list whose order matters."""

    kind: Literal["numbered"] = "numbered"
    main: ClassVar[str] = "items"
    items: tuple[Item, ...] = Field(min_length=1, description="The entries; an entry may hold entries.")
    style: Literal["decimal", "roman", "letter"] = Field("decimal", description="1 2 3, I II III or a b c.")
    start: int = Field(1, ge=1, le=9999, description="The first number.")


class Callout(Block):
    """The conclusion that the slide drives at."""

    kind: Literal["callout"] = "callout"
    main: ClassVar[str] = "text"
    text: RichText = Field(description="One sentence, to be read from the back of the room.")


class Quote(Block):
    """Somebody's words."""

    kind: Literal["quote"] = "quote"
    main: ClassVar[str] = "text"
    text: Prose = Field(description="The words, without quotation marks.")
    by: RichText | None = Field(None, description="Who said or wrote them.")
    source: RichText | None = Field(None, description="Where: the work, the year.")


class Term(Placed):
    """A term and what it means; feeds the glossary."""

    term: RichText = Field(description="The word or the phrase.")
    meaning: Prose = Field(description="What it means, in a sentence.")


class Definition(Block):
    """One or several terms with their meanings; they feed the glossary."""

    kind: Literal["definition"] = "definition"
    main: ClassVar[str] = "items"
    items: tuple[Term, ...] = Field(min_length=1, description="The terms and their meanings.")


class Code(Block):
    """Program text, shown as written."""

    kind: Literal["code"] = "code"
    main: ClassVar[str] = "text"
    text: Written = Field(description="The lines, kept exactly.")
    language: Written | None = Field(None, description="The programming language: python, yaml, bash.")
    caption: RichText | None = Field(None, description="What the lines show.")


# --- figures and data -------------------------------------------------------------------------------------------


class Figure(Placed):
    """A key figure."""

    value: Written = Field(description="The number as it is to be shown: 12 000, 3.10, 1er.")
    unit: Written | None = Field(None, description="The unit, shown beside the value: %, €, t.")
    label: RichText = Field(description="What is counted.")
    detail: RichText | None = Field(None, description="A precision under the label.")
    when: Written | None = Field(None, description="The date or the period: 1994, 2016–2017.")
    trend: Literal["up", "down", "flat"] | None = Field(None, description="Which way it goes.")


class Figures(Block):
    """Key figures, seen from the back of the room. Dated figures (`when`) are compared in their order."""

    kind: Literal["figures"] = "figures"
    main: ClassVar[str] = "items"
    items: tuple[Figure, ...] = Field(min_length=1, description="The figures.")


class Cell(Placed):
    """A cell of a table; it may cover several rows or columns."""

    main: ClassVar[str] = "text"
    text: Prose = Field(description="What the cell says.")
    rows: int = Field(1, ge=1, le=50, description="How many rows the cell covers.")
    columns: int = Field(1, ge=1, le=20, description="How many columns the cell covers.")


class Column(Placed):
    """A column of a table."""

    main: ClassVar[str] = "title"
    title: RichText = Field(description="The column's heading.")
    width: Number | None = Field(None, gt=0, description="Share of the width, relative to the other columns.")
    align: Literal["left", "right", "centre"] = Field("left", description="How the cells are aligned.")


class Table(Block):
    """Rows and columns. A cell covered by a merged one is left out of its row."""

    kind: Literal["table"] = "table"
    columns: tuple[Column, ...] = Field(
        (), max_length=20, description="The headings; left out, the table has no header row."
    )
    rows: tuple[tuple[Cell, ...], ...] = Field(min_length=1, description="The rows, each a list of cells.")
    header_column: YesNo = Field(False, description="Whether the first cell of each row is a heading.")
    caption: RichText | None = Field(None, description="What the table shows.")


class Series(Placed):
    """A series of a chart."""

    name: RichText = Field(description="What the series counts.")
    values: tuple[Number | None, ...] = Field(min_length=1, description="A number a category; empty where unknown.")


class Chart(Block):
    """A bar, line or pie chart from a small table or from a CSV file beside the sequence."""

    kind: Literal["chart"] = "chart"
    type: Literal["bar", "line", "pie"] = Field("bar", description="How the numbers are drawn.")
    title: RichText | None = Field(None, description="What the chart shows.")
    categories: tuple[Written, ...] = Field((), description="The names along the axis, or of the slices.")
    series: tuple[Series, ...] = Field((), description="The numbers.")
    file: Written | None = Field(
        None, description="A CSV file: first row the series' names, first column the categories."
    )
    unit: Written | None = Field(None, description="The unit of the numbers.")
    alt: RichText | None = Field(None, description="What the chart tells; made from the numbers when left out.")


# --- several things side by side --------------------------------------------------------------------------------


class Group(Placed):
    """Blocks that stand together, with a heading."""

    heading: RichText | None = Field(None, description="The heading over the blocks.")
    width: Number | None = Field(None, gt=0, description="Share of the width, relative to the other groups.")
    blocks: tuple[AnyBlock, ...] = Field((), description="The blocks, in reading order.")


class Columns(Block):
    """Two to four groups of blocks side by side."""

    kind: Literal["columns"] = "columns"
    main: ClassVar[str] = "groups"
    groups: tuple[Group, ...] = Field(min_length=2, max_length=4, description="The groups, from left to right.")


class Compare(Block):
    """Two sides with a relation: before and after, yes and but."""

    kind: Literal["compare"] = "compare"
    main: ClassVar[str] = "sides"
    sides: tuple[Group, ...] = Field(min_length=2, max_length=2, description="The two sides.")
    relation: RichText | None = Field(None, description="The word between the sides: mais, puis, vs.")


class Part(Placed):
    """A titled part of a diagram."""

    main: ClassVar[str] = "title"
    title: RichText = Field(description="The part's name, in a few words.")
    text: Prose | None = Field(None, description="What there is to say of it.")
    items: tuple[Item, ...] = Field((), description="Entries under the text.")
    when: Written | None = Field(None, description="The date or the period.")


class Pillars(Block):
    """Equal parts side by side; `join: plus` adds them up."""

    kind: Literal["pillars"] = "pillars"
    main: ClassVar[str] = "items"
    items: tuple[Part, ...] = Field(min_length=2, max_length=6, description="The parts.")
    join: Literal["none", "plus"] = Field("none", description="Whether the parts add up to something.")


class Steps(Block):
    """An ordered process."""

    kind: Literal["steps"] = "steps"
    main: ClassVar[str] = "items"
    items: tuple[Part, ...] = Field(min_length=2, description="The steps, first to last.")
    first: ClassVar[int] = 1
    """The number of the first step; that of a continued slide is put over it, no author writes it."""


class Point(Placed):
    """A dated point of a timeline."""

    when: Written = Field(description="The date or the period, as written.")
    title: RichText | None = Field(None, description="What happened, in a few words.")
    text: RichText | None = Field(None, description="What happened, told.")


class Lane(Placed):
    """A line of a timeline: one field's points."""

    title: RichText = Field(description="The field.")
    points: tuple[Point, ...] = Field(min_length=1, description="Its dated points.")


class Timeline(Block):
    """Dated points, on one line or on one line a field."""

    kind: Literal["timeline"] = "timeline"
    main: ClassVar[str] = "points"
    points: tuple[Point, ...] = Field((), description="The points of a single line.")
    lanes: tuple[Lane, ...] = Field((), description="Or: the fields, each with its points.")


class Hub(Block):
    """A centre and its poles."""

    kind: Literal["hub"] = "hub"
    centre: RichText = Field(description="What stands in the middle.")
    poles: tuple[Part, ...] = Field(min_length=2, max_length=8, description="What stands around it.")


class Flows(Block):
    """What comes in and what goes out."""

    kind: Literal["flows"] = "flows"
    centre: RichText = Field(description="What the flows cross.")
    incoming: tuple[Part, ...] = Field((), alias="in", description="What comes in.")
    outgoing: tuple[Part, ...] = Field((), alias="out", description="What goes out.")
    kept: tuple[Part, ...] = Field((), description="What is held on to inside.")


# --- media ------------------------------------------------------------------------------------------------------


class Image(Block):
    """A picture: a photograph, a drawing, a map."""

    kind: Literal["image"] = "image"
    main: ClassVar[str] = "file"
    file: Written = Field(description="The file, relative to this one: images/carte.svg. SVG, PNG or JPEG.")
    alt: RichText | None = Field(None, description="What the picture shows to someone who does not see it.")
    decorative: YesNo = Field(False, description="Whether the picture says nothing that the text does not.")
    caption: RichText | None = Field(None, description="A line under the picture.")
    credit: RichText | None = Field(None, description="Who made it.")
    licence: RichText | None = Field(None, description="Under which terms.")
    size: Literal["auto", "full"] = Field("auto", description="full: the picture covers the slide.")


class Video(Block):
    """A film: a file beside the sequence, or an address."""

    kind: Literal["video"] = "video"
    main: ClassVar[str] = "file"
    file: Written | None = Field(None, description="The file, relative to this one.")
    address: Address | None = Field(None, description="Or: where it is found.")
    title: RichText | None = Field(None, description="What the film is called.")
    poster: Written | None = Field(None, description="A picture that stands for it.")
    captions: Written | None = Field(None, description="The captions' file, WebVTT or SRT.")
    transcript: Written | None = Field(None, description="The file that holds its text.")
    alt: RichText | None = Field(None, description="What the film shows.")
    duration: Duration | None = Field(None, description="How long it lasts.")
    credit: RichText | None = Field(None, description="Who made it.")
    licence: RichText | None = Field(None, description="Under which terms.")
    caption: RichText | None = Field(None, description="A line under it.")


# --- cases, tools, addresses ------------------------------------------------------------------------------------


class Case(Block):
    """A case study."""

    kind: Literal["case"] = "case"
    who: RichText = Field(description="The organisation.")
    where: RichText | None = Field(None, description="The place.")
    since: RichText | None = Field(None, description="Since when.")
    what: Prose | None = Field(None, description="What is done.")
    results: tuple[Item, ...] = Field((), description="What came of it.")
    figures: tuple[Figure, ...] = Field((), description="The figures that tell it.")
    sheet: Id | None = Field(None, description="The experience sheet of the dossier that tells more.")


class Tool(Placed):
    """A practical means."""

    main: ClassVar[str] = "name"
    name: RichText = Field(description="What it is called.")
    text: RichText | None = Field(None, description="What it serves for.")


class Tools(Block):
    """The practical means that go with the slide."""

    kind: Literal["tools"] = "tools"
    main: ClassVar[str] = "items"
    items: tuple[Tool, ...] = Field(min_length=1, description="The tools.")


class Link(Placed):
    """A card that leads somewhere: to an address, or to a resource by its id."""

    title: RichText | None = Field(None, description="What is found there; the resource's title when left out.")
    address: Address | None = Field(None, description="Where: an address, or a page of the dossier.")
    resource: Id | None = Field(None, description="Or: the id of a resource.")
    text: RichText | None = Field(None, description="What it is good for.")
    checked: Date | None = Field(None, description="When someone last saw that it leads there.")


class Links(Block):
    """Cards that lead to resources."""

    kind: Literal["links"] = "links"
    main: ClassVar[str] = "items"
    items: tuple[Link, ...] = Field(min_length=1, description="The cards.")


class Contact(Placed):
    """Whom to ask: by role and organisation rather than by name."""

    role: RichText | None = Field(None, description="What the person does there.")
    organisation: RichText = Field(description="The body.")
    name: RichText | None = Field(None, description="The person, with consent.")
    text: RichText | None = Field(None, description="What to ask for.")
    telephone: Written | None = Field(None, description="The number, as written.")
    email: Written | None = Field(None, description="A functional address.")
    address: Address | None = Field(None, description="The web site.")
    checked: Date | None = Field(None, description="When someone last saw that it is right.")


class Contacts(Block):
    """Cards of contacts."""

    kind: Literal["contacts"] = "contacts"
    main: ClassVar[str] = "items"
    items: tuple[Contact, ...] = Field(min_length=1, description="The contacts.")


# --- what participants do ---------------------------------------------------------------------------------------


class Option(Placed):
    """An answer to choose."""

    main: ClassVar[str] = "text"
    text: RichText = Field(description="The answer.")
    right: YesNo = Field(False, description="Whether it is right (in a quiz).")
    feedback: RichText | None = Field(None, description="What to tell those who chose it.")


class Poll(Block):
    """A question to the participants, without a right answer. Its id names it in every tool."""

    kind: Literal["poll"] = "poll"
    question: RichText = Field(description="The question, or the statement to take a stand on.")
    options: tuple[Option, ...] = Field(min_length=2, max_length=8, description="The answers.")
    multiple: YesNo = Field(False, description="Whether several answers may be chosen.")
    instruction: RichText | None = Field(None, description="How to answer.")


class Quiz(Block):
    """A question with right answers and feedback."""

    kind: Literal["quiz"] = "quiz"
    question: RichText = Field(description="The question.")
    options: tuple[Option, ...] = Field(min_length=2, max_length=8, description="The answers; mark the right ones.")
    multiple: YesNo = Field(False, description="Whether several answers are right.")
    feedback: RichText | None = Field(None, description="What to tell everybody afterwards.")


class Activity(Block):
    """Something that the participants do."""

    kind: Literal["activity"] = "activity"
    main: ClassVar[str] = "instructions"
    instructions: Prose = Field(description="What to do.")
    duration: Duration | None = Field(None, description="How long it takes.")
    material: tuple[RichText, ...] = Field((), description="What is needed.")
    groups: RichText | None = Field(None, description="Alone, in pairs, in groups of four.")


class PlanEntry(Placed):
    """An entry of a plan: the title of a section that follows."""

    main: ClassVar[str] = "title"
    title: RichText = Field(description="The section's title, without its number.")


class Plan(Block):
    """The sections of this sequence, announced. Written by hand it is checked against what follows; `auto` makes it."""

    kind: Literal["plan"] = "plan"
    main: ClassVar[str] = "entries"
    entries: Literal["auto"] | tuple[PlanEntry, ...] = Field("auto", description="The titles, or `auto`.")
    style: Literal["decimal", "roman", "letter", "none"] = Field("decimal", description="How the entries are numbered.")
    first: ClassVar[int] = 1
    """The number of the first entry; that of a continued slide is put over it, no author writes it."""


BLOCKS: dict[str, type[Block]] = {
    str(block.model_fields["kind"].default): block
    for block in (
        Text, Bullets, Numbered, Callout, Quote, Definition, Code, Figures, Table, Chart, Columns, Compare, Pillars,
        Steps, Timeline, Hub, Flows, Image, Video, Case, Tools, Links, Contacts, Poll, Quiz, Activity, Plan,
    )
}  # fmt: skip
"""Every kind of block by its key, in the order of the reference page."""


def _kind_of(value: object) -> str | None:
    return value.get("kind") if isinstance(value, dict) else getattr(value, "kind", None)


AnyBlock: TypeAlias = Annotated[
    Annotated[Text, Tag("text")]
    | Annotated[Bullets, Tag("bullets")]
    | Annotated[Numbered, Tag("numbered")]
    | Annotated[Callout, Tag("callout")]
    | Annotated[Quote, Tag("quote")]
    | Annotated[Definition, Tag("definition")]
    | Annotated[Code, Tag("code")]
    | Annotated[Figures, Tag("figures")]
    | Annotated[Table, Tag("table")]
    | Annotated[Chart, Tag("chart")]
    | Annotated[Columns, Tag("columns")]
    | Annotated[Compare, Tag("compare")]
    | Annotated[Pillars, Tag("pillars")]
    | Annotated[Steps, Tag("steps")]
    | Annotated[Timeline, Tag("timeline")]
    | Annotated[Hub, Tag("hub")]
    | Annotated[Flows, Tag("flows")]
    | Annotated[Image, Tag("image")]
    | Annotated[Video, Tag("video")]
    | Annotated[Case, Tag("case")]
    | Annotated[Tools, Tag("tools")]
    | Annotated[Links, Tag("links")]
    | Annotated[Contacts, Tag("contacts")]
    | Annotated[Poll, Tag("poll")]
    | Annotated[Quiz, Tag("quiz")]
    | Annotated[Activity, Tag("activity")]
    | Annotated[Plan, Tag("plan")],
    Discriminator(_kind_of),
]

for _block in (Group, Columns, Compare):
    _block.model_rebuild()
