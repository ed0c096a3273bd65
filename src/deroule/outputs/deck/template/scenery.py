"""What a template draws behind its slides: the ground, logos and bands, and the room that these leave."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree
from PIL import Image

from deroule.layout.page import Box
from deroule.model.theme import Scenery, contrast, mixed
from deroule.outputs.deck.package import Part
from deroule.outputs.deck.reading.opened import whole
from deroule.outputs.deck.reading.shapes import A, P, Shape, flat, shapes_of
from deroule.outputs.deck.template.reading import TemplateLayout
from deroule.outputs.deck.xml import RELATIONSHIPS

_EMBED = f"{{{RELATIONSHIPS}}}embed"
DRAWABLE = ("png", "jpeg", "jpg", "gif")
GROUND_SHARE = 0.85
"""An area that holds this much of the room is what the room stands on, not something in its way."""
_ACROSS = 32
"""Into how many columns a slide's width is cut to look at a picture behind it: of a centimetre each."""
_MOST_LOST = 0.4
"""Something that would take more of the room than this was put under the text on purpose."""
_GAP = 90_000


@dataclass(frozen=True, slots=True)
class Drawn:
    """One thing that master or layout draws: where, in which colour, or which picture."""

    box: Box
    colour: str = ""
    picture: Part | None = None
    crop: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    round: bool = False
    words: bool = False


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
        if shape.placeholder is None and not shape.hidden and shape.kind != "group":
            one = _one(layout, part, shape)
            if one is not None:
                yield one


def _one(layout: TemplateLayout, part: Part, shape: Shape) -> Drawn | None:
    if shape.box is None:
        return None
    properties = shape.element.find(f"{P}spPr")
    if shape.kind == "picture":
        picture = _target(part, shape.element.find(f"{P}blipFill/{A}blip"))
        return Drawn(shape.box, picture=picture, crop=_crop(shape.element)) if picture is not None else Drawn(shape.box)
    colour = fill_colour(layout, properties) or _styled(layout, shape)
    words = bool(shape.text.strip())
    if shape.kind == "line":
        stroke = properties.find(f"{A}ln") if properties is not None else None
        seen = layout.shown.colours.seen(stroke.find(f"{A}solidFill")) if stroke is not None else None
        thick = max(whole(stroke.get("w"), 9_525) if stroke is not None else 9_525, 9_525)
        box = Box(shape.box.x, shape.box.y, max(shape.box.width, thick), max(shape.box.height, thick))
        return Drawn(box, seen or _styled(layout, shape, "lnRef") or "")
    if not colour and not words and shape.kind == "shape":
        return None
    geometry = properties.find(f"{A}prstGeom") if properties is not None else None
    return Drawn(shape.box, colour or "", round=geometry is not None and geometry.get("prst") == "ellipse", words=words)


def fill_colour(layout: TemplateLayout, properties: etree._Element | None) -> str | None:
    """Give the colour of a fill, the middle one of a gradient; nothing where there is none."""
    if properties is None:
        return None
    solid = properties.find(f"{A}solidFill")
    if solid is not None:
        return layout.shown.colours.seen(solid)
    return _middle([layout.shown.colours.seen(stop) for stop in properties.iterfind(f"{A}gradFill/{A}gsLst/{A}gs")])


def _middle(colours: list[str | None]) -> str | None:
    known = [one for one in colours if one]
    if not known:
        return None
    mean = known[0]
    for at, one in enumerate(known[1:], start=2):
        mean = mixed(mean, one, 1 / at)
    return mean


def _styled(layout: TemplateLayout, shape: Shape, name: str = "fillRef") -> str | None:
    style = shape.element.find(f"{P}style/{A}{name}")
    properties = shape.element.find(f"{P}spPr")
    none = properties is not None and properties.find(f"{A}noFill") is not None
    if style is None or whole(style.get("idx")) == 0 or none:
        return None
    return layout.shown.colours.seen(style)


def _target(part: Part, blip: etree._Element | None) -> Part | None:
    identity = blip.get(_EMBED) if blip is not None else None
    return next((one.target for one in part.relationships if one.id == identity and isinstance(one.target, Part)), None)


def _crop(element: etree._Element) -> tuple[float, float, float, float]:
    told = element.find(f"{P}blipFill/{A}srcRect")
    if told is None:
        return (0.0, 0.0, 0.0, 0.0)
    left, top, right, bottom = (max(whole(told.get(side)), 0) / 100_000 for side in "ltrb")
    return left, top, right, bottom


# --- the ground -------------------------------------------------------------------------------------------------


def ground_picture(layout: TemplateLayout) -> Part | None:
    """Give the picture that is the background, when it is one."""
    for part in (layout.part, layout.master):
        root = layout.deck.tree(part)
        told = root.find(f"{P}cSld/{P}bg") if root is not None else None
        if told is not None:
            return _target(part, told.find(f"{P}bgPr/{A}blipFill/{A}blip"))
    return None


def background(layout: TemplateLayout) -> str:
    """Give the colour of the background itself, the layout's or its master's."""
    for part in (layout.part, layout.master):
        root = layout.deck.tree(part)
        told = root.find(f"{P}cSld/{P}bg") if root is not None else None
        if told is None:
            continue
        own = told.find(f"{P}bgPr")
        picture = _target(part, own.find(f"{A}blipFill/{A}blip")) if own is not None else None
        found = mean_colour(picture) if picture else fill_colour(layout, own)
        reference = told.find(f"{P}bgRef")
        if found is None and reference is not None:
            found = layout.shown.colours.seen(reference)
        if found is not None:
            return found
    return layout.shown.colours.slot("bg1") or "FFFFFF"


Part4 = tuple[float, float, float, float]
WHOLE: Part4 = (0.0, 0.0, 1.0, 1.0)


def mean_colour(picture: Part, part: Part4 = WHOLE, under: str = "FFFFFF") -> str | None:
    """Give the middle colour of a part of a picture (left, top, right, bottom as shares); nothing when unreadable.

    `under` is the colour that shows where the picture is seen through.
    """
    cells = _cells(picture, part, (1, 1), under)
    return cells[0] if cells else None


def _cells(picture: Part, part: Part4, grid: tuple[int, int], under: str) -> list[str]:
    """Give the middle colours of a part of a picture cut into a grid; none when the picture cannot be read."""
    try:
        with Image.open(io.BytesIO(picture.content)) as opened:
            shown = opened.convert("RGBA")
            left, top, right, bottom = part
            box = (
                round(left * shown.width), round(top * shown.height),
                max(round(right * shown.width), 1), max(round(bottom * shown.height), 1),
            )  # fmt: skip
            small = shown.crop(box).resize(grid, Image.Resampling.BOX)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return []
    ground = Image.new("RGBA", grid, f"#{under}")
    ground.alpha_composite(small)
    return [bytes(ground.tobytes()[at : at + 3]).hex().upper() for at in range(0, grid[0] * grid[1] * 4, 4)]


def unreadable_share(layout: TemplateLayout, box: Box, drawn: tuple[Drawn, ...], ink: str, wanted: float) -> float:
    """Give the share of a box, looked at centimetre by centimetre, whose ground leaves the ink less contrast than wanted.

    A photograph may suit a text on the whole and hide a half of its words.
    """
    width, height = layout.deck.size()
    columns = max(round(_ACROSS * box.width / width), 1)
    rows = max(round(_ACROSS * height / width * box.height / height), 1)
    cells = _cells_under(layout, box, drawn, (columns, rows))
    return sum(contrast(ink, cell) < wanted for cell in cells) / len(cells)


def _cells_under(layout: TemplateLayout, box: Box, drawn: tuple[Drawn, ...], grid: tuple[int, int]) -> list[str]:
    """Give what is seen in each cell of a grid over a box, of all that is drawn: the last thing under its middle."""
    plain, full = background(layout), ground_picture(layout)
    columns, rows = grid
    cells = [plain] * (columns * rows)
    if full is not None:
        slide = Box(0, 0, *layout.deck.size())
        cells = _cells(full, _share_of(box, slide), grid, plain) or cells
    middles = [
        (box.x + round((at % columns + 0.5) * box.width / columns), box.y + round((at // columns + 0.5) * box.height / rows))
        for at in range(columns * rows)
    ]  # fmt: skip
    for one in drawn:
        under = [
            at
            for at, (x, y) in enumerate(middles)
            if one.box.x <= x < one.box.right and one.box.y <= y < one.box.bottom
        ]
        shown = _cells(one.picture, _share_of(box, one.box, one.crop), grid, plain) if one.picture and under else []
        for at in under:
            cells[at] = (shown[at] if shown and _shared(one.box, box) else one.colour) or cells[at]
    return cells


def ground_under(layout: TemplateLayout, box: Box, drawn: tuple[Drawn, ...]) -> str:
    """Give what a box stands on: the last thing drawn that holds most of it, else the background."""
    found = background(layout)
    full = ground_picture(layout)
    if full is not None:
        slide = Box(0, 0, *layout.deck.size())
        found = mean_colour(full, _share_of(box, slide), found) or found
    for one in drawn:
        if _shared(one.box, box) < GROUND_SHARE * box.width * box.height:
            continue
        if one.picture is not None:
            found = mean_colour(one.picture, _share_of(box, one.box, one.crop), found) or found
        else:
            found = one.colour or found
    return found


def _share_of(box: Box, whole: Box, crop: Part4 = (0.0, 0.0, 0.0, 0.0)) -> Part4:
    """Give which part of a picture stands under a box: the picture fills `whole`, cut by `crop` at its sides."""
    left, top, right, bottom = crop
    across, down = max(1 - left - right, 0.01), max(1 - top - bottom, 0.01)
    shares = (
        left + across * (box.x - whole.x) / whole.width, top + down * (box.y - whole.y) / whole.height,
        left + across * (box.right - whole.x) / whole.width, top + down * (box.bottom - whole.y) / whole.height,
    )  # fmt: skip
    x, y, far, low = (min(max(one, 0.0), 1.0) for one in shares)
    return x, y, far, low


# --- the room ---------------------------------------------------------------------------------------------------


def _shared(one: Box, other: Box) -> int:
    across = min(one.right, other.right) - max(one.x, other.x)
    down = min(one.bottom, other.bottom) - max(one.y, other.y)
    return max(across, 0) * max(down, 0)


def clear_of(room: Box, things: list[Box]) -> Box:
    """Trim a room by whatever stands in it, each time at the side where least is lost."""
    for thing in sorted(things, key=lambda box: -_shared(box, room)):
        size = room.width * room.height
        if size <= 0 or not _shared(thing, room) or _shared(thing, room) >= GROUND_SHARE * size:
            continue
        left, right = thing.right + _GAP, thing.x - _GAP
        below, above = thing.bottom + _GAP, thing.y - _GAP
        tried = (
            Box(room.x, room.y, room.width, above - room.y),
            Box(room.x, below, room.width, room.bottom - below),
            Box(room.x, room.y, right - room.x, room.height),
            Box(left, room.y, room.right - left, room.height),
        )
        best = max(tried, key=lambda box: max(box.width, 0) * max(box.height, 0))
        if max(best.width, 0) * max(best.height, 0) >= size * (1 - _MOST_LOST):
            room = best
    return room


def scenery_of(layout: TemplateLayout, drawn: tuple[Drawn, ...], name: str, scale: float) -> tuple[Scenery, ...]:
    """Give what the pictures draw of it: areas in their colours and pictures, at the scale of the theme."""
    width, height = layout.deck.size()
    found = []
    full = ground_picture(layout)
    if full is not None and _is_drawable(full):
        found.append(Scenery(area_of(Box(0, 0, width, height), scale), picture=f"{name}#{full.name}"))
    for one in drawn:
        if one.picture is not None and _is_drawable(one.picture):
            found.append(Scenery(area_of(one.box, scale), picture=f"{name}#{one.picture.name}", crop=one.crop))
        elif one.colour:
            found.append(Scenery(area_of(one.box, scale), one.colour, round=one.round))
    return tuple(found)


def _is_drawable(picture: Part) -> bool:
    """Whether a picture can be drawn by us: some templates hold broken ones."""
    return picture.extension in DRAWABLE and mean_colour(picture) is not None


def area_of(box: Box, scale: float) -> Box:
    """Give a box of the template as an area of the theme, which is set at its own size."""
    return Box(
        round(box.x / scale), round(box.y / scale), max(round(box.width / scale), 1), max(round(box.height / scale), 1)
    )
