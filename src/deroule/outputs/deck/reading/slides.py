"""A slide with what it stands on: its layout, its master, its theme, and what each placeholder inherits from them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from lxml import etree

from deroule.layout.page import Box
from deroule.outputs.deck.package import Part
from deroule.outputs.deck.reading.colours import Colours
from deroule.outputs.deck.reading.opened import OpenedDeck, whole
from deroule.outputs.deck.reading.shapes import A, P, Shape, flat, shapes_of

_SAME = {"ctrTitle": "title", "subTitle": "body", "obj": "body"}
"""Types of a layout's placeholders and the type of the master's from which they inherit."""
_STYLES = {
    "title": "titleStyle",
    "ctrTitle": "titleStyle",
    "body": "bodyStyle",
    "obj": "bodyStyle",
    "subTitle": "bodyStyle",
}


class ShownSlide:
    """One slide of an opened deck. `number` counts from 1 in the order shown."""

    def __init__(self, deck: OpenedDeck, part: Part, number: int) -> None:
        self.deck, self.part, self.number = deck, part, number
        self.root = deck.tree(part)
        layouts = part.related("slideLayout")
        self.layout = deck.tree(layouts[0]) if layouts else None
        masters = layouts[0].related("slideMaster") if layouts else []
        self.master = deck.tree(masters[0]) if masters else None
        themes = masters[0].related("theme") if masters else []
        self.theme = deck.tree(themes[0]) if themes else None

    @cached_property
    def shapes(self) -> tuple[Shape, ...]:
        """The slide's shapes in reading order; those hidden are left out."""
        return tuple(one for one in _tree(self.root) if not one.hidden)

    @cached_property
    def _layout_shapes(self) -> tuple[Shape, ...]:
        return tuple(flat(_tree(self.layout)))

    @cached_property
    def _master_shapes(self) -> tuple[Shape, ...]:
        return tuple(flat(_tree(self.master)))

    @property
    def behind(self) -> Iterator[Shape]:
        """The shapes of master and layout that are seen behind the slide's own."""
        shows_layout = self.root is not None and self.root.get("showMasterSp") not in ("0", "false")
        if shows_layout and self.layout is not None and self.layout.get("showMasterSp") not in ("0", "false"):
            yield from (one for one in self._master_shapes if one.placeholder is None)
        if shows_layout:
            yield from (one for one in self._layout_shapes if one.placeholder is None)

    @cached_property
    def colours(self) -> Colours:
        """The theme's colours as this slide names them: its own map, or its layout's, or its master's."""
        names: dict[str, str] = {}
        for root, path in (
            (self.root, f"{P}clrMapOvr/{A}overrideClrMapping"),
            (self.layout, f"{P}clrMapOvr/{A}overrideClrMapping"),
            (self.master, f"{P}clrMap"),
        ):
            found = root.find(path) if root is not None else None
            if found is not None:
                names = {str(name): str(value) for name, value in found.attrib.items()}
                break
        return Colours(self.theme, names)

    def ancestors(self, shape: Shape) -> list[Shape]:
        """Give the placeholders of layout and master that a placeholder inherits from, nearest first."""
        if shape.placeholder is None:
            return []
        found = []
        near = next((one for one in self._layout_shapes if _fills(shape, one)), None)
        if near is not None:
            found.append(near)
        kind = (near or shape).placeholder or ""
        kind = _SAME.get(kind, kind)
        far = next((one for one in self._master_shapes if one.placeholder == kind), None)
        return [*found, far] if far is not None else found

    def box(self, shape: Shape) -> Box | None:
        """Give where a shape stands, told by itself or by what it inherits from."""
        return next((one.box for one in (shape, *self.ancestors(shape)) if one.box is not None), None)

    def run_properties(self, shape: Shape, paragraph: etree._Element) -> Iterator[etree._Element]:
        """Give every `defRPr` that a run of the paragraph inherits from, nearest first."""
        own = paragraph.find(f"{A}pPr")
        level = min(max(whole(own.get("lvl")) if own is not None else 0, 0), 8) + 1
        for one in (shape, *self.ancestors(shape)):
            style = one.element.find(f"{P}txBody/{A}lstStyle")
            yield from _level(style, level)
        if self.master is not None:
            kind = _STYLES.get(self._type(shape), "otherStyle")
            yield from _level(self.master.find(f"{P}txStyles/{P}{kind}"), level)
        main = self.deck.tree(self.deck.main)
        if main is not None:
            yield from _level(main.find(f"{P}defaultTextStyle"), level)
            yield from main.iterfind(f"{P}defaultTextStyle/{A}defPPr/{A}defRPr")

    def _type(self, shape: Shape) -> str:
        """Give the placeholder's type; the layout's where the slide names its number alone."""
        near = next(iter(self.ancestors(shape)), None)
        if shape.placeholder == "obj" and near is not None:
            return near.placeholder or "obj"
        return shape.placeholder or ""


def shown_slides(deck: OpenedDeck) -> Iterator[ShownSlide]:
    """Give the slides in the order shown."""
    for number, part in enumerate(deck.slides, start=1):
        yield ShownSlide(deck, part, number)


def _tree(root: etree._Element | None) -> tuple[Shape, ...]:
    return shapes_of(root.find(f"{P}cSld/{P}spTree")) if root is not None else ()


def _fills(shape: Shape, offered: Shape) -> bool:
    """Whether a slide's placeholder fills one of the layout: same number, or same kind where there is one of it."""
    if offered.placeholder is None:
        return False
    if shape.is_title:
        return offered.is_title
    if shape.placeholder in ("dt", "ftr", "sldNum"):
        return offered.placeholder == shape.placeholder
    return shape.index == offered.index and not offered.is_title


def _level(style: etree._Element | None, level: int) -> Iterator[etree._Element]:
    found = style.find(f"{A}lvl{level}pPr/{A}defRPr") if style is not None else None
    if found is not None:
        yield found
