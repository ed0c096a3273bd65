"""The shapes of a slide as a reader meets them: in reading order, named, described or not, with the box that they fill."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from deroule.layout.page import Box
from deroule.outputs.deck.reading.opened import whole
from deroule.outputs.deck.xml import CHART, DRAWING, PRESENTATION

A, P = f"{{{DRAWING}}}", f"{{{PRESENTATION}}}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_TABLE = "http://schemas.openxmlformats.org/drawingml/2006/table"
_DIAGRAM = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
_NEW_CHART = "http://schemas.microsoft.com/office/drawing/2014/chartex"
_FRAMES = {_TABLE: "table", CHART: "chart", _NEW_CHART: "chart", _DIAGRAM: "diagram"}
_KINDS = {"sp": "shape", "pic": "picture", "grpSp": "group", "cxnSp": "line", "contentPart": "ink"}


@dataclass(frozen=True, slots=True)
class Scale:
    """How the coordinates inside a group become those of the slide."""

    x: float = 0.0
    y: float = 0.0
    across: float = 1.0
    down: float = 1.0

    def box(self, inner: Box) -> Box:
        """Give where a box of the group stands on the slide."""
        return Box(
            round(self.x + inner.x * self.across),
            round(self.y + inner.y * self.down),
            round(inner.width * self.across),
            round(inner.height * self.down),
        )


@dataclass(frozen=True, slots=True)
class Shape:
    """One object of a slide. `kind`: shape, picture, media, group, line, table, chart, diagram, object or ink."""

    element: etree._Element
    kind: str
    name: str
    alt: str
    decorative: bool
    hidden: bool
    placeholder: str | None
    """The placeholder's type as written, `obj` when none is; nothing for a free shape."""
    index: int
    box: Box | None
    inside: tuple[Shape, ...] = ()

    @property
    def text(self) -> str:
        """The words inside, a line end between paragraphs; those of a group or a frame are not counted."""
        body = self.element.find(f"{P}txBody")
        return "" if body is None else "\n".join("".join(paragraph_text(one)) for one in body.iter(f"{A}p"))

    @property
    def is_title(self) -> bool:
        """Whether it is the slide's title."""
        return self.placeholder in ("title", "ctrTitle")


def paragraph_text(paragraph: etree._Element) -> str:
    """Give the words of a paragraph; fields are read as shown."""
    return "".join(one.text or "" if one.tag == f"{A}t" else "\n" for one in paragraph.iter(f"{A}t", f"{A}br"))


def shapes_of(tree: etree._Element | None, scale: Scale | None = None) -> tuple[Shape, ...]:
    """Give the shapes of a `p:spTree` or a group in their order."""
    return () if tree is None else tuple(_shape(one, scale or Scale()) for one in _elements(tree))


def flat(shapes: tuple[Shape, ...]) -> Iterator[Shape]:
    """Give all shapes in drawing order, those inside groups after their group."""
    for one in shapes:
        yield one
        yield from flat(one.inside)


def _elements(tree: etree._Element) -> Iterator[etree._Element]:
    for one in tree:
        if one.tag == f"{MC}AlternateContent":
            # The choice is what PowerPoint shows; the fallback is a picture of it for older programs.
            chosen = one.find(f"{MC}Choice")
            chosen = chosen if chosen is not None else one.find(f"{MC}Fallback")
            if chosen is not None:
                yield from _elements(chosen)
        elif isinstance(one.tag, str) and etree.QName(one).localname in (*_KINDS, "graphicFrame"):
            yield one


def _shape(element: etree._Element, scale: Scale) -> Shape:
    kind = _kind(element)
    named = next(element.iter(f"{P}cNvPr", "{*}cNvPr"), None)
    attributes: dict[str, str] = (
        {str(key): str(value) for key, value in named.attrib.items()} if named is not None else {}
    )
    mark = named.find(f".//{_DECORATIVE}") if named is not None else None
    place = _placeholder(element)
    inside: tuple[Shape, ...] = ()
    if kind == "group":
        inside = shapes_of(element, _inner_scale(element, scale))
    return Shape(
        element,
        kind,
        attributes.get("name", ""),
        " ".join(attributes.get("descr", "").split()),
        mark is not None and mark.get("val") in ("1", "true"),
        attributes.get("hidden") in ("1", "true"),
        None if place is None else place.get("type", "obj"),
        whole(place.get("idx")) if place is not None else 0,
        _box(element, scale),
        inside,
    )


def _placeholder(element: etree._Element) -> etree._Element | None:
    """Find the `p:ph` of the shape itself, not of one inside it."""
    first = element[0] if len(element) else None
    return first.find(f"{P}nvPr/{P}ph") if first is not None else None


def _kind(element: etree._Element) -> str:
    local = etree.QName(element).localname
    if local == "graphicFrame":
        data = element.find(f".//{A}graphicData")
        return _FRAMES.get(data.get("uri", "") if data is not None else "", "object")
    if local == "pic" and any(
        element.find(f"{P}nvPicPr/{P}nvPr/{A}{one}") is not None
        for one in ("videoFile", "audioFile", "audioCd", "wavAudioFile", "quickTimeFile")
    ):
        return "media"
    return _KINDS[local]


def _transform(element: etree._Element) -> etree._Element | None:
    if element.tag == f"{P}graphicFrame":
        return element.find(f"{P}xfrm")
    return element.find(f"{P}{'grpSpPr' if element.tag == f'{P}grpSp' else 'spPr'}/{A}xfrm")


def _rectangle(transform: etree._Element, offset: str, extent: str) -> Box | None:
    at, size = transform.find(f"{A}{offset}"), transform.find(f"{A}{extent}")
    if at is None or size is None:
        return None
    return Box(whole(at.get("x")), whole(at.get("y")), whole(size.get("cx")), whole(size.get("cy")))


def _box(element: etree._Element, scale: Scale) -> Box | None:
    transform = _transform(element)
    found = _rectangle(transform, "off", "ext") if transform is not None else None
    return scale.box(found) if found is not None else None


def _inner_scale(element: etree._Element, scale: Scale) -> Scale:
    transform = _transform(element)
    outer = _rectangle(transform, "off", "ext") if transform is not None else None
    inner = _rectangle(transform, "chOff", "chExt") if transform is not None else None
    if outer is None or inner is None:
        return scale
    shown = scale.box(outer)
    across = shown.width / inner.width if inner.width else 1.0
    down = shown.height / inner.height if inner.height else 1.0
    return Scale(shown.x - inner.x * across, shown.y - inner.y * down, across, down)
