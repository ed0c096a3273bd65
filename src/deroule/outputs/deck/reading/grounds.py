"""What is really behind a text: the shape's own fill, or the shape under it, or the slide's background."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from deroule.layout.page import Box
from deroule.outputs.deck.reading.gradients import colours_behind
from deroule.outputs.deck.reading.opened import whole
from deroule.outputs.deck.reading.outlines import Outline, outlines_of
from deroule.outputs.deck.reading.patterns import grain_of
from deroule.outputs.deck.reading.shapes import A, P, Shape, flat
from deroule.outputs.deck.reading.slides import ShownSlide

Ground = tuple[str, ...]
"""The colours that may stand behind a text: one for a plain fill, two for a pattern, several for a gradient, none when nobody can say."""
UNKNOWN: Ground = ()
_FILLS = ("solidFill", "gradFill", "blipFill", "pattFill", "grpFill", "noFill")


@dataclass(frozen=True, slots=True)
class _Layer:
    """A thing with a fill: when it is drawn, where, and the lines that it is cut along."""

    at: int
    box: Box
    fill: Ground
    outlines: tuple[Outline, ...] = ()
    gradient: etree._Element | None = None

    def covers(self, x: int, y: int) -> bool:
        """Whether a point is inside: inside two of its lines is a hole."""
        box = self.box
        if not self.outlines:
            return box.x <= x <= box.right and box.y <= y <= box.bottom
        across, down = (x - box.x) / max(box.width, 1), (y - box.y) / max(box.height, 1)
        return sum(_crossings(outline, across, down) for outline in self.outlines) % 2 == 1


def _crossings(outline: Outline, x: float, y: float) -> int:
    """Count how often a closed line is crossed on the way from a point to the left."""
    edges = zip(outline, (*outline[1:], outline[0]), strict=True)
    return sum((y0 > y) != (y1 > y) and x0 + (y - y0) / (y1 - y0) * (x1 - x0) < x for (x0, y0), (x1, y1) in edges)


class Grounds:
    """What lies behind each shape of one slide."""

    def __init__(self, slide: ShownSlide) -> None:
        self._slide = slide
        drawn = [*slide.behind, *flat(slide.shapes)]
        self._order = {id(shape.element): at for at, shape in enumerate(drawn)}
        width, height = slide.deck.size()
        self._layers = [_Layer(-1, Box(0, 0, width, height), self._background(), gradient=self._background_gradient())]
        for at, shape in enumerate(drawn):
            box, fill = slide.box(shape), self.fill(shape)
            if box is not None and fill is not None:
                properties = shape.element.find(f"{P}spPr")
                outlines = outlines_of(properties, box.width / max(box.height, 1))
                self._layers.append(_Layer(at, box, fill, outlines, _upright_gradient(properties)))

    def behind(self, shape: Shape) -> Ground:
        """Give what a shape's text stands on: what was drawn last, before it, under its middle."""
        own = self.fill(shape)
        if own is not None:
            return own
        box = self._slide.box(shape)
        if box is None:
            return UNKNOWN
        mine = self._order.get(id(shape.element), len(self._order))
        x, y = box.x + box.width // 2, box.y + box.height // 2
        under = (one for one in reversed(self._layers) if one.at < mine and (one.at == -1 or one.covers(x, y)))
        layer = next(under)
        if layer.gradient is None:
            return layer.fill
        return colours_behind(layer.gradient, layer.box, box, self._slide.colours.seen) or layer.fill

    def fill(self, shape: Shape) -> Ground | None:
        """Give the fill of a shape, its own or inherited; nothing when it is seen through."""
        if shape.kind in ("picture", "media", "chart", "diagram", "object", "ink"):
            return UNKNOWN
        if shape.kind in ("group", "line", "table"):
            return None
        for one in (shape, *self._slide.ancestors(shape)):
            told = self.told(one.element.find(f"{P}spPr"))
            if told is not None:
                return None if told == ("none",) else told
            style = one.element.find(f"{P}style/{A}fillRef")
            if style is not None and whole(style.get("idx")) > 0:
                seen = self._slide.colours.seen(style)
                return (seen,) if seen else UNKNOWN
        return None

    def told(self, properties: etree._Element | None) -> Ground | None:
        """Read the fill among an element's properties: nothing when none is told, ("none",) for no fill."""
        element = next((one for one in properties if _local(one) in _FILLS), None) if properties is not None else None
        if element is None:
            return None
        kind = _local(element)
        if kind == "noFill":
            return ("none",)
        if kind == "solidFill":
            seen = self._slide.colours.seen(element)
            return (seen,) if seen else UNKNOWN
        if kind == "pattFill":
            return grain_of(element, self._slide.colours.seen) or UNKNOWN
        if kind == "gradFill":
            stops = [self._slide.colours.seen(stop) for stop in element.iter(f"{A}gs")]
            return UNKNOWN if None in stops else tuple(one for one in stops if one)
        return UNKNOWN

    def _background(self) -> Ground:
        for root in (self._slide.root, self._slide.layout, self._slide.master):
            found = root.find(f"{P}cSld/{P}bg") if root is not None else None
            if found is None:
                continue
            told = self.told(found.find(f"{P}bgPr"))
            if told is not None and told != ("none",):
                return told
            reference = found.find(f"{P}bgRef")
            if reference is not None:
                return self._of_theme(reference)
        return ("FFFFFF",)

    def _background_gradient(self) -> etree._Element | None:
        roots = (self._slide.root, self._slide.layout, self._slide.master)
        told = (root.find(f"{P}cSld/{P}bg") for root in roots if root is not None)
        first = next((one for one in told if one is not None), None)
        return first.find(f"{P}bgPr/{A}gradFill") if first is not None else None

    def _of_theme(self, reference: etree._Element) -> Ground:
        """Read a background of the theme's own list (ECMA-376 part 1, 19.3.1.3: its numbers start at 1001)."""
        own = self._slide.colours.seen(reference)
        theme = self._slide.theme
        listed = theme.find(f"{A}themeElements/{A}fmtScheme/{A}bgFillStyleLst") if theme is not None else None
        at = whole(reference.get("idx")) - 1001
        if own is None or listed is None or not 0 <= at < len(listed):
            return UNKNOWN
        style = listed[at]
        if _local(style) == "solidFill":
            seen = self._slide.colours.seen(style, own)
            return (seen,) if seen else UNKNOWN
        stops = [self._slide.colours.seen(stop, own) for stop in style.iter(f"{A}gs")]
        return UNKNOWN if not stops or None in stops else tuple(one for one in stops if one)


def _upright_gradient(properties: etree._Element | None) -> etree._Element | None:
    """The gradient of a shape that is neither turned nor mirrored: else it runs another way than it tells."""
    place = properties.find(f"{A}xfrm") if properties is not None else None
    if properties is None or (place is not None and any(place.get(name) for name in ("rot", "flipH", "flipV"))):
        return None
    return properties.find(f"{A}gradFill")


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""
