"""Page forms of what a slide shows side by side or as a diagram."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup, escape

from deroule.model import blocks
from deroule.outputs.site.blocks.pen import Pen, form, join, tag


@form("columns")
def write_columns(block: blocks.Columns, pen: Pen) -> Markup:
    """The groups as cards."""
    return tag("div", join(_groups(block.groups, pen)), "d-cards")


@form("compare")
def write_compare(block: blocks.Compare, pen: Pen) -> Markup:
    """The two sides, with the relation between them."""
    relation = tag("p", pen.hand.line(block.relation), "d-relation")
    return tag("div", relation.join(_groups(block.sides, pen)), "d-cards d-compare")


def _groups(groups: Sequence[blocks.Group], pen: Pen) -> list[Markup]:
    return [
        tag("div", tag("p", pen.hand.line(one.heading), "d-heading") + pen.write_all(one.blocks), "d-card")
        for one in groups
    ]


@form("pillars")
def write_pillars(block: blocks.Pillars, pen: Pen) -> Markup:
    """Equal parts side by side."""
    return _parts(block.items, pen)


@form("steps")
def write_steps(block: blocks.Steps, pen: Pen) -> Markup:
    """An ordered process, numbered."""
    return _parts(block.items, pen, "ol")


@form("hub")
def write_hub(block: blocks.Hub, pen: Pen) -> Markup:
    """The centre, then its poles."""
    return tag("p", pen.hand.line(block.centre), "d-centre") + _parts(block.poles, pen)


@form("flows")
def write_flows(block: blocks.Flows, pen: Pen) -> Markup:
    """What comes in, what is kept, what goes out."""
    made = tag("p", pen.hand.line(block.centre), "d-centre")
    for name, parts in (("incoming", block.incoming), ("kept", block.kept), ("outgoing", block.outgoing)):
        if parts:
            made += tag("p", pen.wording.word(name), "d-heading") + _parts(parts, pen)
    return made


@form("timeline")
def write_timeline(block: blocks.Timeline, pen: Pen) -> Markup:
    """The dated points along a line, under their field where there are several."""
    lanes = (tag("p", pen.hand.line(lane.title), "d-heading") + _points(lane.points, pen) for lane in block.lanes)
    return _points(block.points, pen) + join(lanes)


def _points(points: Sequence[blocks.Point], pen: Pen) -> Markup:
    rows = []
    for point in points:
        told = [tag("strong", pen.hand.line(point.title)), pen.hand.line(point.text)]
        said = Markup("<br>").join(one for one in told if one)
        rows.append(tag("li", tag("span", escape(point.when), "d-when") + Markup(" ") + tag("span", said)))
    return tag("ol", join(rows), "d-timeline")


def _parts(parts: Sequence[blocks.Part], pen: Pen, name: str = "ul") -> Markup:
    return tag(name, join(_part(part, pen) for part in parts), "d-cards")


def _part(part: blocks.Part, pen: Pen) -> Markup:
    when = tag("span", escape(part.when or ""), "d-when")
    head = tag("strong", pen.hand.line(part.title), "d-heading")
    return tag("li", when + head + pen.hand.prose(part.text) + pen.items(part.items), "d-card")
