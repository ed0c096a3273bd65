"""The sheet a slide is drawn on: shape ids, relationships, colours, and what links lead to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import quote

from deroule.outputs.deck.colours import Palette
from deroule.outputs.deck.look.look import Layout, Look
from deroule.outputs.deck.package import Package, Part

AGENDA = ":agenda"
"""What `slide_parts` calls the programme: no id holds a colon."""


_BACK = {True: "Retour au programme", False: "Back to the programme"}


@dataclass(slots=True)
class Sheet:
    """One slide being drawn. `slide_parts` gives the part of a slide by id, for links inside the deck."""

    package: Package
    part: Part
    look: Look
    layout: Layout
    slide_parts: dict[str, Part]
    picture: Callable[[str], tuple[Part, Part | None] | None]
    """Gives the parts of a workspace picture: the raster, and the SVG where there is one."""
    language: str = "fr-FR"
    _count: int = field(default=1)

    @property
    def palette(self) -> Palette:
        """The colours of the look."""
        return self.look.palette

    def next_id(self) -> int:
        """Give the next shape id of the slide."""
        self._count += 1
        return self._count

    def link(self, address: str) -> str:
        """Give the XML of a click that leads to an address or to `#slide-id`; empty when it leads nowhere."""
        keep_colour = (
            '<a:extLst><a:ext uri="{A12FA001-AC4F-418D-AE19-62706E023703}"><ahyp:hlinkClr '
            'xmlns:ahyp="http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor" val="tx"/></a:ext></a:extLst>'
        )
        if address.startswith("#"):
            target = self.slide_parts.get(address[1:])
            if target is None or target is self.part:
                return ""
            reference = self.part.relate("slide", target)
            told = f' tooltip="{_BACK[self.language[:2] == "fr"]}"' if address[1:] == AGENDA else ""
            return (
                f'<a:hlinkClick r:id="{reference}" action="ppaction://hlinksldjump"{told}>{keep_colour}</a:hlinkClick>'
            )
        address = web_address(address)
        if not address:
            return ""
        return f'<a:hlinkClick r:id="{self.part.relate("hyperlink", address)}">{keep_colour}</a:hlinkClick>'


def web_address(address: str) -> str:
    """Give an outside address as a relationship may hold it: a space in one makes PowerPoint refuse the file.

    Empty when it is no address that a deck may lead to.
    """
    if not address.startswith(("http://", "https://", "mailto:", "tel:")):
        return ""
    return quote(address, safe="%/:=&?~#+!$,;'@()*.-_")
