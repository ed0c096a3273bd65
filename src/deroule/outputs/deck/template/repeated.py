"""LibreOffice writes the places of one master into the layouts of all the others: there, each master's own are true."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lxml import etree

from deroule.layout.page import Box
from deroule.outputs.deck.package import Part
from deroule.outputs.deck.reading.opened import OpenedDeck
from deroule.outputs.deck.reading.shapes import P, flat, shapes_of

_TITLES, _BODIES = ("title", "ctrTitle"), ("obj", "body")


@dataclass(frozen=True, slots=True)
class Shift:
    """From where a kind of place was written to where its master has it."""

    written: Box
    own: Box

    def of(self, box: Box) -> Box:
        """Give where a place of this kind stands: two columns stay side by side in the master's own room."""
        across, down = self.own.width / self.written.width, self.own.height / self.written.height
        return Box(
            self.own.x + round((box.x - self.written.x) * across), self.own.y + round((box.y - self.written.y) * down),
            round(box.width * across), round(box.height * down),
        )  # fmt: skip


Shifts = Mapping[str, Shift]


def shifts_of(deck: OpenedDeck) -> dict[str, Shifts]:
    """Give, by the name of a master, what to shift by kind of place; nothing for a template whose layouts are true.

    Layouts of several masters that all tell the same places, where the masters tell different ones, were not made so
    by anyone: in PowerPoint a layout that is not told otherwise follows its own master.
    """
    masters = {master.name: _places(deck, master) for master in deck.masters}
    written = {master.name: _written(deck, master) for master in deck.masters}
    if len(masters) < 2 or any(not one for one in (*masters.values(), *written.values())):
        return {}
    if _differ(written.values()) or not _differ(masters.values()):
        return {}
    return {
        name: {kind: Shift(box, masters[name][kind]) for kind, box in places.items()}
        for name, places in written.items()
    }


def _differ(told: Iterable[dict[str, Box]]) -> bool:
    first, *others = told
    return any(one != first for one in others)


def _written(deck: OpenedDeck, master: Part) -> dict[str, Box]:
    """Give the places of a master's first layout for content."""
    for layout in deck.layouts(master):
        root = deck.tree(layout)
        if root is not None and root.get("type") == "obj":
            return _places(deck, layout)
    return {}


def _places(deck: OpenedDeck, part: Part) -> dict[str, Box]:
    """Give where a part itself puts its title and its one text; nothing where it leaves either untold."""
    root: etree._Element | None = deck.tree(part)
    tree = root.find(f"{P}cSld/{P}spTree") if root is not None else None
    found: dict[str, Box] = {}
    for shape in flat(shapes_of(tree)):
        kind = "title" if shape.placeholder in _TITLES else "body" if shape.placeholder in _BODIES else ""
        if kind and shape.box is not None and shape.box.width > 0 and shape.box.height > 0:
            found.setdefault(kind, shape.box)
    return found if len(found) == 2 else {}
