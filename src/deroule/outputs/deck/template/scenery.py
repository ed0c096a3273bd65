"""The ground that a template's slides stand on, painted small to be looked at: what is really behind any word."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property

from PIL import Image

from deroule.layout.page import Box
from deroule.model.theme import Scenery, contrast
from deroule.outputs.deck.package import Part
from deroule.outputs.deck.template.clearing import holds
from deroule.outputs.deck.template.details import plain_part
from deroule.outputs.deck.template.drawn import Drawn, drawn_behind, ground_of
from deroule.outputs.deck.template.painting import mask_of, opened, paint
from deroule.outputs.deck.template.reading import TemplateLayout

DRAWABLE = ("png", "jpeg", "jpg", "gif")
_ACROSS = 320
"""Pixels of the small picture of a slide: ten for each centimetre."""
_CELLS = 32
"""Into how many columns a slide's width is cut to look whether words are read on it: of a centimetre each."""
_MOSTLY = 0.4
"""A colour that fills this share of an area is what the area stands on; else the middle of all is."""
_GRAINS = 0.04
"""Share of a ground that is too little for words to be judged by."""
_STANDS_OUT = 1.8
"""The contrast from which a part of a ground is seen as another thing beside the words."""
_FAINT = 0.35
"""What is seen through more than this hides no word and is in nobody's way."""


class Scene:
    """What is seen behind the slides of a layout."""

    def __init__(self, layout: TemplateLayout) -> None:
        self.layout = layout
        self.width, self.height = layout.deck.size()
        self.ground = ground_of(layout)
        self.drawn = drawn_behind(layout)
        self._seen: dict[Box, Counter[str]] = {}
        self._seen_closely: dict[Box, tuple[Counter[str], ...]] = {}

    @cached_property
    def _painted(self) -> Image.Image:
        return self._painting(self._things)

    @cached_property
    def _painted_closely(self) -> tuple[Image.Image, ...]:
        """The scene as letters stand on it: twice where it has patterns, once in either of their colours."""
        if all(one.fill is None or one.fill.grain is None for one in self._things):
            return (self._painted,)
        return tuple(self._painting(_grain(one, which) for one in self._things) for which in (0, 1))

    @cached_property
    def _things(self) -> tuple[Drawn, ...]:
        whole = Box(0, 0, self.width, self.height)
        return (Drawn(whole, self.ground.fill), Drawn(whole, picture=self.ground.picture), *self.drawn)

    def _painting(self, things: Iterable[Drawn]) -> Image.Image:
        size = _ACROSS, max(round(_ACROSS * self.height / self.width), 1)
        canvas = Image.new("RGB", size, f"#{self.ground.fill.colour}")
        for one in things:
            paint(canvas, one, _ACROSS / self.width)
        return canvas

    def _part(self, box: Box, painted: Image.Image | None = None) -> Image.Image:
        painted = painted or self._painted
        scale = _ACROSS / self.width
        left, top = max(int(box.x * scale), 0), max(int(box.y * scale), 0)
        right = min(max(math.ceil(box.right * scale), left + 1), painted.width)
        bottom = min(max(math.ceil(box.bottom * scale), top + 1), painted.height)
        return painted.crop((min(left, right - 1), min(top, bottom - 1), right, bottom))

    def behind(self, box: Box) -> str:
        """Give the colour that a box stands on: the one that fills most of it, else the middle of all."""
        part = self._part(box)
        colour, most = _colours(part).most_common(1)[0]
        return colour if most >= _MOSTLY * part.width * part.height else _middle(part)

    def hardest(self, box: Box, ink: str) -> str:
        """Give the colour of a box on which an ink is read least, but for grains of it; its one colour where one fills most of it."""
        found = (_hardest(cells, ink) for cells in self._cells_closely(box))
        return min(found, key=lambda colour: contrast(ink, colour))

    def unreadable_share(self, box: Box, ink: str, wanted: float) -> float:
        """Give the share of a box, looked at centimetre by centimetre, whose ground leaves the ink less than wanted.

        A photograph may suit a text on the whole and hide a half of its words.
        """
        return max(_unreadable_share(cells, ink, wanted) for cells in self._cells_closely(box))

    def torn_share(self, box: Box) -> float:
        """Give the share of a box that stands out from the one colour that fills most of it; none where no colour does."""
        cells = self._cells(box)
        colour, most = cells.most_common(1)[0]
        if most < _MOSTLY * cells.total():
            return 0.0
        return sum(count for cell, count in cells.items() if contrast(colour, cell) > _STANDS_OUT) / cells.total()

    def _cells(self, box: Box) -> Counter[str]:
        if box not in self._seen:
            self._seen[box] = self._cells_of(box, self._painted)
        return self._seen[box]

    def _cells_closely(self, box: Box) -> tuple[Counter[str], ...]:
        if box not in self._seen_closely:
            self._seen_closely[box] = tuple(self._cells_of(box, painted) for painted in self._painted_closely)
        return self._seen_closely[box]

    def _cells_of(self, box: Box, painted: Image.Image) -> Counter[str]:
        grid = max(round(_CELLS * box.width / self.width), 1), max(round(_CELLS * box.height / self.width), 1)
        return _colours(self._part(box, painted).resize(grid, Image.Resampling.BOX))

    @property
    def backdrop(self) -> str:
        """The colour of the background itself, under everything that is drawn; the middle one of a picture."""
        shown = opened(self.ground.picture) if self.ground.picture is not None else None
        return _middle(shown.convert("RGB")) if shown is not None else self.ground.fill.colour

    def things_in(self, box: Box) -> list[Box]:
        """Give the parts of a box in which something is drawn, each as one box, and that the box does not stand on."""
        return [thing for one in self.drawn if (thing := self._thing(one, box)) is not None]

    def plain_in(self, box: Box) -> Box:
        """Give the largest part of a box in which a picture that fills the slide shows nothing but a plain ground."""
        if self._pictured is None:
            return box
        scale = _ACROSS / self.width
        shown = self._part(box, self._pictured)
        part = plain_part(shown)
        if part.width == shown.width and part.height == shown.height:
            return box
        left, top = max(int(box.x * scale), 0) + part.x, max(int(box.y * scale), 0) + part.y
        x, y = max(round(left / scale), box.x), max(round(top / scale), box.y)
        right, bottom = round((left + part.width) / scale), round((top + part.height) / scale)
        return Box(x, y, min(right, box.right) - x, min(bottom, box.bottom) - y)

    @cached_property
    def _pictured(self) -> Image.Image | None:
        """The pictures alone that fill the slide, painted small."""
        whole = Box(0, 0, self.width, self.height)
        filling = [one for one in self.drawn if one.picture is not None and holds(one.box, whole)]
        if self.ground.picture is not None:
            filling.insert(0, Drawn(whole, picture=self.ground.picture))
        return self._painting(filling) if filling else None

    def _thing(self, one: Drawn, box: Box) -> Box | None:
        if one.fill is not None and one.fill.opacity < _FAINT:
            return None
        if not one.outlines:
            return one.box
        scale = _ACROSS / self.width
        mask = mask_of((_ACROSS, max(round(_ACROSS * self.height / self.width), 1)), one, scale)
        left, top = max(round(box.x * scale), 0), max(round(box.y * scale), 0)
        found = mask.crop((left, top, round(box.right * scale), round(box.bottom * scale))).getbbox()
        if found is None:
            return None
        x, y, right, bottom = (round(side / scale) for side in found)
        return Box(round(left / scale) + x, round(top / scale) + y, right - x, bottom - y)

    def scenery(self, name: str, scale: float) -> tuple[Scenery, ...]:
        """Give what the pictures draw of it, at the scale of the theme. `name` is the template's path."""
        whole = Drawn(Box(0, 0, self.width, self.height), picture=self.ground.picture)
        blend = Drawn(whole.box, self.ground.fill if self.ground.fill.blend else None)
        found = [_scenery(one, name, scale) for one in (blend, whole, *self.drawn)]
        return tuple(one for one in found if one is not None)


def _grain(one: Drawn, which: int) -> Drawn:
    """Give a thing in one of the two colours of its pattern, where it has one."""
    if one.fill is None or one.fill.grain is None:
        return one
    return replace(one, fill=replace(one.fill, colour=one.fill.grain[which]))


def _hardest(cells: Counter[str], ink: str) -> str:
    colour, most = cells.most_common(1)[0]
    if most >= _MOSTLY * cells.total():
        return colour
    ordered = sorted(cells.elements(), key=lambda cell: (contrast(ink, cell), cell))
    return ordered[round(len(ordered) * _GRAINS)]


def _unreadable_share(cells: Counter[str], ink: str, wanted: float) -> float:
    return sum(count for cell, count in cells.items() if contrast(ink, cell) < wanted) / cells.total()


def _scenery(one: Drawn, name: str, scale: float) -> Scenery | None:
    area = area_of(one.box, scale)
    if one.picture is not None and _is_drawable(one.picture):
        return Scenery(area, picture=f"{name}#{one.picture.name}", crop=one.crop)
    if one.fill is None:
        return None
    return Scenery(area, one.fill.colour, outlines=one.outlines, opacity=one.fill.opacity, blend=one.fill.blend)


def _is_drawable(picture: Part) -> bool:
    """Whether a picture can be drawn by us: some templates hold broken ones."""
    return picture.extension in DRAWABLE and opened(picture) is not None


def area_of(box: Box, scale: float) -> Box:
    """Give a box of the template as an area of the theme, which is set at its own size."""
    return Box(
        round(box.x / scale), round(box.y / scale), max(round(box.width / scale), 1), max(round(box.height / scale), 1)
    )


def _colours(picture: Image.Image) -> Counter[str]:
    pixels = picture.tobytes()
    return Counter(pixels[at : at + 3].hex().upper() for at in range(0, len(pixels), 3))


def _middle(picture: Image.Image) -> str:
    return picture.resize((1, 1), Image.Resampling.BOX).tobytes().hex().upper()
