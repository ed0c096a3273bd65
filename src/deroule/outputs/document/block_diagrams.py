"""Document forms of what a slide shows side by side or as a diagram: cards, steps, dated lines, poles around a centre."""

from __future__ import annotations

from collections.abc import Iterable

from deroule.model import blocks
from deroule.model.event import Slide
from deroule.outputs.document import tree
from deroule.outputs.document.cards import Card, line, one_under_the_other, side_by_side
from deroule.outputs.document.telling import Teller, entries, form, labelled, title_line

Node = tree.Node
_PLAIN_ENOUGH = frozenset({"text", "bullets", "numbered", "quote"})
"""What may stand in a column of a table: no table inside a table."""


@form("columns")
def tell_columns(block: blocks.Columns, slide: Slide, teller: Teller) -> list[Node]:
    """The groups as headed columns; those that hold more than text follow each other, side by side on paper."""
    if all(group.heading and _plain_enough(group) for group in block.groups):
        return side_by_side([_column(group, slide, teller) for group in block.groups], "cards", most=3)
    groups = [tree.group(_group(group, slide, teller), "column") for group in block.groups]
    shares = ",".join(f"{group.width or 1:g}" for group in block.groups)
    return [tree.group(groups, "beside", data_shares=shares)]


@form("compare")
def tell_compare(block: blocks.Compare, slide: Slide, teller: Teller) -> list[Node]:
    """The two sides, with the relation between them."""
    first, second = block.sides
    if not (first.heading and second.heading and _plain_enough(first) and _plain_enough(second)):
        between = [tree.paragraph(tree.emphasis(tree.rich(block.relation)))] if block.relation else []
        return [*_group(first, slide, teller), *between, *_group(second, slide, teller)]
    sides = [_column(side, slide, teller, width=4) for side in block.sides]
    if block.relation:
        sides.insert(1, Card(line(tree.rich(block.relation), "Card Relation"), []))
    return side_by_side(sides, "cards")


def _plain_enough(group: blocks.Group) -> bool:
    return all(block.kind in _PLAIN_ENOUGH for block in group.blocks)


def _column(group: blocks.Group, slide: Slide, teller: Teller, width: float = 1.0) -> Card:
    return Card(line(tree.rich(group.heading), "Card Title"), teller.tell_all(group.blocks, slide), width)


def _group(group: blocks.Group, slide: Slide, teller: Teller) -> list[Node]:
    return [*title_line(group.heading), *teller.tell_all(group.blocks, slide)]


@form("pillars")
def tell_pillars(block: blocks.Pillars, slide: Slide, teller: Teller) -> list[Node]:
    """The parts side by side; those that add up say so."""
    sign = tree.words("+\u00a0") if block.join == "plus" else []
    made = [
        Card(
            line([*tree.words(f"{part.when}{teller.wording.colon}" if part.when else ""), *(sign if place else []), *tree.rich(part.title)], "Card Title"),
            _body(part),
        )
        for place, part in enumerate(block.items)
    ]  # fmt: skip
    return side_by_side(made, "cards", most=3)


@form("steps")
def tell_steps(block: blocks.Steps, slide: Slide, teller: Teller) -> list[Node]:
    """The steps in their order, under filled heads."""
    made = []
    for place, part in enumerate(block.items, start=1):
        label = tree.words(part.when or str(place))
        head = [*line(label, "Card Reverse Small"), *line(tree.rich(part.title), "Card Reverse")]
        made.append(Card(head, _body(part)))
    return side_by_side(made, "steps", "Steps", most=4)


@form("hub")
def tell_hub(block: blocks.Hub, slide: Slide, teller: Teller) -> list[Node]:
    """The centre, then its poles."""
    rows = [(line(tree.rich(pole.title), "Card Title"), _body(pole)) for pole in block.poles]
    return [one_under_the_other(rows, [line(tree.rich(block.centre), "Card Reverse")], "hub")]


@form("flows")
def tell_flows(block: blocks.Flows, slide: Slide, teller: Teller) -> list[Node]:
    """What comes in, what the flows cross and what is held there, what goes out."""
    kept = [*title_line(teller.word("kept")), *_parts(block.kept)] if block.kept else []
    made = [Card(line(tree.rich(block.centre), "Card Title"), kept)]
    if block.incoming:
        made.insert(
            0, Card(line(tree.words(teller.word("incoming") + "\u00a0→"), "Card Title"), _parts(block.incoming))
        )
    if block.outgoing:
        made.append(Card(line(tree.words("→\u00a0" + teller.word("outgoing")), "Card Title"), _parts(block.outgoing)))
    return side_by_side(made, "flows")


@form("timeline")
def tell_timeline(block: blocks.Timeline, slide: Slide, teller: Teller) -> list[Node]:
    """The dated points on a line; a line a field where there are several."""
    dated = [Card(line(tree.words(point.when), "Card Date"), _told(point)) for point in block.points]
    told = side_by_side(dated, "timeline", "Timeline", most=5) if dated else []
    if block.lanes:
        header = [line(tree.words(teller.word(name)), "Card Reverse") for name in ("field", "stages")]
        rows = [
            (
                line(tree.rich(lane.title), "Card Title"),
                [node for point in lane.points for node in _dated(point, teller)],
            )
            for lane in block.lanes
        ]
        told.append(one_under_the_other(rows, header, "lanes"))
    return told


def _told(point: blocks.Point) -> list[Node]:
    return [*line(tree.strong(tree.rich(point.title)), "Card Text"), *line(tree.rich(point.text), "Card Text")]


def _dated(point: blocks.Point, teller: Teller) -> list[Node]:
    title, text = tree.rich(point.title), tree.rich(point.text)
    joined = [*title, *(tree.words(". ") if title and text else []), *text]
    return line(labelled(tree.words(point.when), joined, teller), "Card Text")


def _body(part: blocks.Part) -> list[Node]:
    told = [node for text in (part.text.paragraphs if part.text else ()) for node in line(tree.rich(text), "Card Text")]
    return [*told, *tree.bullets(entries(part.items))]


def _parts(parts: Iterable[blocks.Part]) -> list[Node]:
    return [node for part in parts for node in [*line(tree.strong(tree.rich(part.title)), "Card Text"), *_body(part)]]
