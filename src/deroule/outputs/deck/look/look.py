"""A look as the slides see it: a layout for each kind of page, and the placeholders that each layout offers."""

from __future__ import annotations

from dataclasses import dataclass

from deroule.layout.page import Box, SlidePage
from deroule.model.theme import Theme
from deroule.outputs.deck.colours import Palette
from deroule.outputs.deck.package import Part

ROLES = ("title", "obj", "secHead", "twoObj", "titleOnly", "blank", "picTx")
"""Kinds of layout, by their OOXML types (ECMA-376 part 1, 19.7.15): they say the same in every language."""

PAGE_ROLES: dict[str, tuple[str, ...]] = {
    "cover": ("title", "secHead", "titleOnly", "obj"),
    "agenda": ("titleOnly", "obj"),
    "divider": ("secHead", "title", "titleOnly"),
    "picture": ("titleOnly", "picTx", "obj"),
    "closing": ("title", "secHead", "titleOnly"),
}
"""The layouts to try for each kind of page, best first; content is chosen by the bodies that it fills."""


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A place that a layout offers. `index` is written only where the layout has one."""

    type: str
    index: int | None
    box: Box | None = None
    size: str | None = None
    orientation: str | None = None

    @property
    def xml(self) -> str:
        """The `p:ph` by which a slide's shape fills this place."""
        kind = f' type="{self.type}"' if self.type != "obj" else ""
        orientation = f' orient="{self.orientation}"' if self.orientation else ""
        size = f' sz="{self.size}"' if self.size else ""
        index = f' idx="{self.index}"' if self.index else ""
        return f"<p:ph{kind}{orientation}{size}{index}/>"


@dataclass(frozen=True, slots=True)
class Layout:
    """A layout of a look, its part and its places in the order of the layout."""

    part: Part
    role: str
    name: str
    placeholders: tuple[Placeholder, ...]

    def first(self, *types: str) -> Placeholder | None:
        """Find the first place of one of these types, the types in order of preference."""
        return next((place for kind in types for place in self.placeholders if place.type == kind), None)

    @property
    def bodies(self) -> tuple[Placeholder, ...]:
        """The places for body text."""
        return tuple(place for place in self.placeholders if place.type in ("body", "obj"))


@dataclass
class Look:
    """A theme with the parts that carry it: the first of `parts` is the master."""

    theme: Theme
    palette: Palette
    layouts: dict[str, Layout]
    parts: tuple[Part, ...]
    borrowed: bool = False
    """Whether the parts were read from a template: they are numbered, not written."""
    others: tuple[Part, ...] = ()
    """A template's other masters, which no slide of ours stands on."""
    scale: float = 1.0
    """The template's lengths over the theme's."""
    size: tuple[int, int] | None = None
    """Width and height of the template's slides; the theme's when left out."""
    text_style: str = "<a:lstStyle/>"
    """What every text starts from."""
    theme_content: bytes = b""
    """The theme part for the notes; made from the theme when empty."""

    @property
    def master(self) -> Part:
        """The slide master."""
        return self.parts[0]

    def layout(self, page: SlidePage, bodies: int) -> Layout:
        """Choose the layout for a page that fills `bodies` places of body text."""
        wanted = PAGE_ROLES.get(page.layout) or _content_roles(bodies)
        found = next((self.layouts[role] for role in wanted if role in self.layouts), None)
        return found or next(iter(self.layouts.values()))


def _content_roles(bodies: int) -> tuple[str, ...]:
    if bodies > 1:
        return ("twoObj", "obj", "titleOnly")
    return ("obj", "titleOnly") if bodies else ("titleOnly", "obj", "blank")
