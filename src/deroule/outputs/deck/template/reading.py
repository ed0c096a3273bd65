"""A template's layouts as slides would meet them: places with the boxes, looks and colours that they inherit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from deroule.layout.page import Box
from deroule.outputs.deck.look.look import Placeholder
from deroule.outputs.deck.package import Part
from deroule.outputs.deck.reading.opened import OpenedDeck, open_deck, whole
from deroule.outputs.deck.reading.shapes import A, P, Shape, flat, shapes_of
from deroule.outputs.deck.reading.slides import ShownSlide
from deroule.outputs.deck.template.repeated import Shifts, shifts_of
from deroule.outputs.deck.xml import HEAD, NAMES

FOOT = ("ftr", "sldNum", "dt")
BODIES = ("obj", "body")
TITLES = ("title", "ctrTitle")
_INSETS = (91_440, 45_720, 91_440, 45_720)
"""What a text box keeps free at its sides when nothing is told (ECMA-376 part 1, 21.1.2.1.1)."""
_ALIGN = {"l": "left", "ctr": "centre", "r": "right", "just": "left"}
_ANCHOR = {"t": "top", "ctr": "middle", "b": "bottom"}


@dataclass(frozen=True, slots=True)
class Place:
    """A placeholder of a layout: what a slide may write there, where, and how it looks."""

    holder: Placeholder
    shape: Shape
    box: Box
    """The inner box, where text stands."""
    size: float
    bold: bool
    colour: str | None
    align: str
    anchor: str
    inherited: str | None
    """The colour that words of ours take over, whatever the sample words are written in."""
    samples: tuple[str, ...] = ()
    """The colours that sample words are written in where it is told on them, the layout's before the master's."""

    @property
    def type(self) -> str:
        """The placeholder's type; `obj` when none is written."""
        return self.holder.type


class TemplateLayout:
    """One layout of a template."""

    def __init__(self, deck: OpenedDeck, part: Part, master: Part, shifts: Shifts) -> None:
        self.deck, self.part, self.master, self._shifts = deck, part, master, shifts
        stand_in = Part("/ppt/slides/none.xml", "", f"{HEAD}<p:sld {NAMES}/>".encode())
        stand_in.relate("slideLayout", part)
        self.shown = ShownSlide(deck, stand_in, 1)
        root = deck.tree(part)
        self.root = root if root is not None else etree.Element(f"{P}sldLayout")
        found = self.root.find(f"{P}cSld")
        self.name = (found.get("name") if found is not None else None) or part.name.rsplit("/", 1)[-1]
        self.told = self.root.get("type", "")

    @cached_property
    def dress(self) -> tuple[bytes, ...]:
        """The colours and fonts of its theme, to compare."""
        theme = self.shown.theme
        told = theme.find(f"{A}themeElements") if theme is not None else None
        kinds = [] if told is None else [told.find(f"{A}clrScheme"), told.find(f"{A}fontScheme")]
        return tuple(etree.tostring(one, method="c14n") for kind in kinds if kind is not None for one in kind)

    @property
    def shows_master(self) -> bool:
        """Whether what the master draws is seen behind its slides."""
        return self.root.get("showMasterSp") not in ("0", "false")

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """The placeholders that stand on the slide, upright, with a size of their own or of the master's."""
        return tuple(place for shape in self._holders() if (place := self._place(shape)) is not None)

    def _holders(self) -> Iterator[Shape]:
        tree = self.root.find(f"{P}cSld/{P}spTree")
        yield from (shape for shape in flat(shapes_of(tree)) if shape.placeholder is not None)

    def _place(self, shape: Shape) -> Place | None:
        element = next(shape.element.iter(f"{P}ph"))
        if element.get("orient") == "vert" or shape.placeholder is None:
            return None
        outer = self.shown.box(shape)
        if outer is None or outer.width <= 0 or outer.height <= 0:
            return None
        body = self._body_properties(shape)
        if body.get("vert", "horz") != "horz":
            return None
        shift = self._shifts.get("title" if shape.placeholder in TITLES else "body")
        if shift is not None and shape.placeholder not in FOOT:
            outer = shift.of(outer)
        left, top, right, bottom = (
            whole(body.get(name), default)
            for name, default in zip(("lIns", "tIns", "rIns", "bIns"), _INSETS, strict=True)
        )
        box = Box(outer.x + left, outer.y + top, outer.width - left - right, outer.height - top - bottom)
        index = element.get("idx")
        holder = Placeholder(shape.placeholder, whole(index) if index else None, box, element.get("sz"), None)
        look = self._look(shape)
        return Place(
            holder, shape, box,
            whole(look.get("sz"), 1_800) / 100, look.get("b") in ("1", "true"), look.get("colour"),
            _ALIGN.get(look.get("algn") or "l", "left"), _ANCHOR.get(body.get("anchor", "t"), "top"),
            look.get("inherited"), tuple(self._sample_colours(shape)),
        )  # fmt: skip

    def _body_properties(self, shape: Shape) -> dict[str, str]:
        found: dict[str, str] = {}
        for one in (shape, *self._elders(shape)):
            told = one.element.find(f"{P}txBody/{A}bodyPr")
            for name, value in (told.attrib if told is not None else {}).items():
                found.setdefault(str(name), str(value))
        return found

    def _elders(self, shape: Shape) -> list[Shape]:
        """The shown slide counts the layout's own shape among the ancestors: it is what we look at."""
        return [one for one in self.shown.ancestors(shape) if one.element is not shape.element]

    def _look(self, shape: Shape) -> dict[str, str]:
        found: dict[str, str] = {}
        empty = etree.Element(f"{A}p")
        for one in self.shown.run_properties(shape, empty):
            for name in ("sz", "b"):
                if one.get(name):
                    found.setdefault(name, one.get(name, ""))
            level = one.getparent()
            if level is not None and level.get("algn"):
                found.setdefault("algn", _start(level))
            if "colour" not in found:
                seen = self.shown.colours.seen(one.find(f"{A}solidFill"))
                if seen:
                    found["colour"] = seen
        if "colour" in found:
            found["inherited"] = found["colour"]
        if "sz" not in found:
            self._add_sample_look(shape, found)
        return found

    def _sample_colours(self, shape: Shape) -> Iterator[str]:
        for one in (shape, *self._elders(shape)):
            fills = one.element.iterfind(f"{P}txBody/{A}p/{A}r/{A}rPr/{A}solidFill")
            yield from (seen for fill in fills if (seen := self.shown.colours.seen(fill)))

    def _add_sample_look(self, shape: Shape, found: dict[str, str]) -> None:
        """LibreOffice writes a place's look on its sample words, and leaves the styles empty."""
        for one in (shape, *self._elders(shape)):
            for paragraph in one.element.iterfind(f"{P}txBody/{A}p"):
                own = paragraph.find(f"{A}pPr")
                if own is not None and own.get("algn"):
                    found.setdefault("algn", _start(own))
                for run in paragraph.iter(f"{A}rPr", f"{A}endParaRPr"):
                    for name in ("sz", "b"):
                        if run.get(name):
                            found.setdefault(name, run.get(name, ""))
                    seen = self.shown.colours.seen(run.find(f"{A}solidFill"))
                    if seen:
                        found.setdefault("colour", seen)

    def of(self, *types: str) -> tuple[Place, ...]:
        """Give the places of some types in the layout's order."""
        return tuple(place for place in self.places if place.type in types)

    @property
    def title(self) -> Place | None:
        """The place of the title."""
        return next(iter(self.of(*TITLES)), None)


def _start(properties: etree._Element) -> str:
    """Give where lines stand: what a template from right to left aligns right is, in our languages, aligned left."""
    align = properties.get("algn", "")
    return "l" if align == "r" and properties.get("rtl") in ("1", "true") else align


class Template:
    """A template opened: its masters with their layouts. Raises BrokenPackageError when the file is none."""

    def __init__(self, content: bytes, name: str = "") -> None:
        self.name = name
        self.deck = open_deck(content)
        self.width, self.height = self.deck.size()
        self.masters = tuple(self.deck.masters)

    @cached_property
    def layouts(self) -> dict[str, tuple[TemplateLayout, ...]]:
        """The layouts by the name of their master's part."""
        shifts = shifts_of(self.deck)
        return {
            master.name: tuple(
                TemplateLayout(self.deck, part, master, shifts.get(master.name, {}))
                for part in self.deck.layouts(master)
            )
            for master in self.masters
        }

    @property
    def samples(self) -> int:
        """How many sample slides the template holds."""
        return len(self.deck.slides)
