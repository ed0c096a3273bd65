"""Document forms of what a slide shows side by side or as a diagram: told in order, beside the slide's picture."""

from __future__ import annotations

from deroule.model import blocks
from deroule.model.event import Slide
from deroule.model.richtext import RichText
from deroule.outputs.document import tree
from deroule.outputs.document.telling import Teller, entries, form, labelled, title_line

Node = tree.Node


@form("columns")
def tell_columns(block: blocks.Columns, slide: Slide, teller: Teller) -> list[Node]:
    """The groups one after the other, under their headings."""
    return [node for group in block.groups for node in _group(group, slide, teller)]


@form("compare")
def tell_compare(block: blocks.Compare, slide: Slide, teller: Teller) -> list[Node]:
    """The two sides, with the relation between them."""
    first, second = block.sides
    between = [tree.paragraph(tree.emphasis(tree.rich(block.relation)))] if block.relation else []
    return [*_group(first, slide, teller), *between, *_group(second, slide, teller)]


def _group(group: blocks.Group, slide: Slide, teller: Teller) -> list[Node]:
    return [*title_line(group.heading), *teller.tell_all(group.blocks, slide)]


@form("pillars")
def tell_pillars(block: blocks.Pillars, slide: Slide, teller: Teller) -> list[Node]:
    """The parts as a list."""
    return tree.bullets(_part(part) for part in block.items)


@form("steps")
def tell_steps(block: blocks.Steps, slide: Slide, teller: Teller) -> list[Node]:
    """The steps as a numbered list."""
    return tree.numbered(_part(part) for part in block.items)


@form("hub")
def tell_hub(block: blocks.Hub, slide: Slide, teller: Teller) -> list[Node]:
    """The centre, then its poles."""
    return [_centre(block.centre, teller), *tree.bullets(_part(part) for part in block.poles)]


@form("flows")
def tell_flows(block: blocks.Flows, slide: Slide, teller: Teller) -> list[Node]:
    """What comes in, what is kept, what goes out."""
    told = [_centre(block.centre, teller)]
    for name, parts in (("incoming", block.incoming), ("kept", block.kept), ("outgoing", block.outgoing)):
        if parts:
            told += [*title_line(teller.word(name)), *tree.bullets(_part(part) for part in parts)]
    return told


@form("timeline")
def tell_timeline(block: blocks.Timeline, slide: Slide, teller: Teller) -> list[Node]:
    """The dated points, one a line, under their field where there are several."""
    told = tree.bullets(_point(point) for point in block.points)
    for lane in block.lanes:
        told += [*title_line(lane.title), *tree.bullets(_point(point) for point in lane.points)]
    return told


def _centre(centre: RichText, teller: Teller) -> Node:
    return tree.paragraph([*tree.words(teller.word("centre") + " "), *tree.strong(tree.rich(centre)), *tree.words(".")])


def _part(part: blocks.Part) -> list[Node]:
    when = [*tree.words(f"{part.when} — ")] if part.when else []
    told = part.text.paragraphs if part.text else ()
    first = labelled([*when, *tree.rich(part.title)], tree.rich(told[0]) if told else [])
    more = [tree.paragraph(tree.rich(text)) for text in told[1:]]
    return [tree.plain(first), *more, *tree.bullets(entries(part.items))]


def _point(point: blocks.Point) -> list[Node]:
    title, text = tree.rich(point.title), tree.rich(point.text)
    joined = [*title, *(tree.words(". ") if title and text else []), *text]
    return [tree.plain(labelled(tree.words(point.when), joined))]
