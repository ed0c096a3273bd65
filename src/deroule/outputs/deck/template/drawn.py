"""What a template draws behind its slides, read: areas with their outlines and colours, pictures, lines, words."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from deroule.layout.page import Box
from deroule.model.theme import Blend, mixed
from deroule.outputs.deck.package import Part
from deroule.outputs.deck.reading.opened import whole
from deroule.outputs.deck.reading.outlines import Outline, outlines_of
from deroule.outputs.deck.reading.patterns import Grain, grain_of, seen_from_afar
from deroule.outputs.deck.reading.shapes import A, P, Shape, flat, shapes_of
from deroule.outputs.deck.template.reading import TemplateLayout
from deroule.outputs.deck.xml import RELATIONSHIPS

_EMBED = f"{{{RELATIONSHIPS}}}embed"
_THIN = 9_525
_WHOLE = (0.0, 0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Fill:
    """What an area is filled with: one colour or several, seen through or not."""

    colour: str
    """The colour; the middle one of a blend or a pattern."""
    opacity: float = 1.0
    """How much of it is seen, of a blend on the whole."""
    blend: Blend | None = None
    grain: Grain | None = None
    """The two colours of a pattern."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """One thing that master or layout draws: where, filled with what, or which picture."""

    box: Box
    fill: Fill | None = None
    picture: Part | None = None
    crop: tuple[float, float, float, float] = _WHOLE
    outlines: tuple[Outline, ...] = ()


def drawn_behind(layout: TemplateLayout) -> tuple[Drawn, ...]:
    """Give what is seen behind the slides of a layout, the master's first."""
    found: list[Drawn] = []
    if layout.shows_master:
        found += _drawn(layout, layout.master)
    return (*found, *_drawn(layout, layout.part))


def _drawn(layout: TemplateLayout, part: Part) -> Iterator[Drawn]:
    root = layout.deck.tree(part)
    tree = root.find(f"{P}cSld/{P}spTree") if root is not None else None
    for shape in flat(shapes_of(tree)):
        if shape.placeholder is None and not shape.hidden and shape.kind != "group" and shape.box is not None:
            one = _one(layout, part, shape, shape.box)
            if one is not None:
                yield one


def _one(layout: TemplateLayout, part: Part, shape: Shape, box: Box) -> Drawn | None:
    properties = shape.element.find(f"{P}spPr")
    if shape.kind == "picture":
        picture = picture_of(part, shape.element.find(f"{P}blipFill/{A}blip"))
        return Drawn(box, picture=picture, crop=_crop(shape.element)) if picture is not None else Drawn(box)
    if shape.kind == "line":
        return _line(layout, shape, properties, box)
    fill = fill_of(layout, properties) or _styled(layout, shape)
    if fill is None and not shape.text.strip() and shape.kind == "shape":
        return None
    if properties is not None and properties.find(f"{A}blipFill") is not None:
        picture = picture_of(part, properties.find(f"{A}blipFill/{A}blip"))
        return Drawn(box, picture=picture, outlines=outlines_of(properties, box.width / max(box.height, 1)))
    return Drawn(box, fill, outlines=outlines_of(properties, box.width / max(box.height, 1)))


def _line(layout: TemplateLayout, shape: Shape, properties: etree._Element | None, box: Box) -> Drawn:
    stroke = properties.find(f"{A}ln") if properties is not None else None
    thick = max(whole(stroke.get("w"), _THIN) if stroke is not None else _THIN, _THIN)
    fill = fill_of(layout, stroke) or _styled(layout, shape, "lnRef")
    return Drawn(Box(box.x, box.y, max(box.width, thick), max(box.height, thick)), fill)


def fill_of(layout: TemplateLayout, properties: etree._Element | None) -> Fill | None:
    """Give what something is filled with; nothing where it is not, or with what has no colour."""
    if properties is None:
        return None
    solid, blend, pattern = (properties.find(f"{A}{one}") for one in ("solidFill", "gradFill", "pattFill"))
    if solid is not None:
        colour, opacity = _colour(layout, solid)
        return Fill(colour, opacity) if colour else None
    if pattern is not None:
        grain = grain_of(pattern, layout.shown.colours.seen)
        return Fill(seen_from_afar(pattern, grain), grain=grain) if grain else None
    return _blend(layout, blend) if blend is not None else None


def _blend(layout: TemplateLayout, told: etree._Element) -> Fill | None:
    stops: list[tuple[float, str, float]] = []
    for stop in sorted(told.iterfind(f"{A}gsLst/{A}gs"), key=lambda one: whole(one.get("pos"))):
        colour, opacity = _colour(layout, stop)
        if colour:
            stops.append((min(max(whole(stop.get("pos")) / 100_000, 0.0), 1.0), colour, opacity))
    if not stops:
        return None
    line = told.find(f"{A}lin")
    radial = told.find(f"{A}path") is not None
    angle = None if radial else whole(line.get("ang") if line is not None else None) / 60_000
    opacity = sum(seen for _, _, seen in stops) / len(stops)
    return Fill(_middle([colour for _, colour, _ in stops]), opacity, Blend(tuple(stops), angle))


def _middle(colours: list[str]) -> str:
    mean = colours[0]
    for at, one in enumerate(colours[1:], start=2):
        mean = mixed(mean, one, 1 / at)
    return mean


def _colour(layout: TemplateLayout, holder: etree._Element) -> tuple[str | None, float]:
    """Give a colour and how much of it is seen: what a reader of contrast takes for unknown, we mix with its ground."""
    alpha = next(holder.iter(f"{A}alpha"), None)
    if alpha is None:
        return layout.shown.colours.seen(holder), 1.0
    opaque = copy.deepcopy(holder)
    for one in list(opaque.iter(f"{A}alpha")):
        parent = one.getparent()
        if parent is not None:
            parent.remove(one)
    return layout.shown.colours.seen(opaque), min(max(whole(alpha.get("val"), 100_000) / 100_000, 0.0), 1.0)


def _styled(layout: TemplateLayout, shape: Shape, name: str = "fillRef") -> Fill | None:
    style = shape.element.find(f"{P}style/{A}{name}")
    properties = shape.element.find(f"{P}spPr")
    none = properties is not None and properties.find(f"{A}noFill") is not None
    if style is None or whole(style.get("idx")) == 0 or none:
        return None
    colour, opacity = _colour(layout, style)
    return Fill(colour, opacity) if colour else None


def picture_of(part: Part, blip: etree._Element | None) -> Part | None:
    """Give the picture that a part shows."""
    identity = blip.get(_EMBED) if blip is not None else None
    return next((one.target for one in part.relationships if one.id == identity and isinstance(one.target, Part)), None)


def _crop(element: etree._Element) -> tuple[float, float, float, float]:
    told = element.find(f"{P}blipFill/{A}srcRect")
    if told is None:
        return _WHOLE
    left, top, right, bottom = (max(whole(told.get(side)), 0) / 100_000 for side in "ltrb")
    return left, top, right, bottom


@dataclass(frozen=True, slots=True)
class Ground:
    """The background itself: a fill or a picture."""

    fill: Fill
    picture: Part | None = None


def ground_of(layout: TemplateLayout) -> Ground:
    """Give the background of a layout, its own or its master's."""
    paper = Fill(layout.shown.colours.slot("bg1") or "FFFFFF")
    for part in (layout.part, layout.master):
        root = layout.deck.tree(part)
        told = root.find(f"{P}cSld/{P}bg") if root is not None else None
        if told is None:
            continue
        own, reference = told.find(f"{P}bgPr"), told.find(f"{P}bgRef")
        picture = picture_of(part, own.find(f"{A}blipFill/{A}blip")) if own is not None else None
        found = fill_of(layout, own)
        seen = layout.shown.colours.seen(reference) if reference is not None else None
        return Ground(found or (Fill(seen) if seen else paper), picture)
    return Ground(paper)
