"""The pen: a page's theme turned into what Typst draws with: colours, fonts, points, and signs that exist."""

from __future__ import annotations

import unicodedata
from typing import Any

from deroule.layout.font_face import Face, fallback_faces
from deroule.layout.page import EMU_PER_POINT, Colour, Stroke, TextRun
from deroule.model.theme import Theme, tinted
from deroule.outputs.pictures.fonts import drawable_signs, missing_signs, role_face, theme_faces

_BOXES = {"W": "\u25a1", "F": "\u25a1"}
_NARROW_BOX = "\u25af"
"""What stands for signs that no font draws: about as wide as they are, so that lines stay as long as they were measured."""


class FontTable:
    """The faces used by a batch of pages; a run names its face by its place here."""

    def __init__(self) -> None:
        self._places: dict[Face, int] = {}

    def place(self, face: Face) -> int:
        """Give the place of a face, entering it when it is new."""
        return self._places.setdefault(face, len(self._places))

    def data(self) -> list[dict[str, Any]]:
        """Give the table for the template."""
        others = [face.family for face in fallback_faces()]
        return [
            {
                "family": list(dict.fromkeys([face.family, *others])),
                "weight": face.weight,
                "style": "italic" if face.italic else "normal",
            }
            for face in self._places
        ]


class Pen:
    """Turns roles of one theme into values; notes the signs that nothing draws."""

    def __init__(self, theme: Theme, fonts: FontTable) -> None:
        self.theme = theme
        self.fonts = fonts
        self.missing: set[str] = set()
        self._drawable = drawable_signs(theme_faces(theme))
        self._roles: dict[tuple[str, bool, bool], Face] = {}

    @staticmethod
    def round(points: float) -> float:
        """Round a length in points: a thousandth is far below what anybody sees."""
        return round(points, 3)

    def points(self, emu: float) -> float:
        """Turn EMU into points."""
        return round(emu / EMU_PER_POINT, 3)

    def colour(self, colour: Colour) -> str:
        """Give a colour as `#RRGGBB`, mixed with the paper by its tint."""
        return "#" + tinted(self.theme.colours[colour.slot], self.theme.colours["paper"], colour.tint)

    def colour_of(self, slot: str) -> str:
        """Give a role of the theme as `#RRGGBB`."""
        return "#" + self.theme.colours.get(slot, "000000").lstrip("#")

    def stroke(self, stroke: Stroke | None) -> dict[str, Any] | None:
        """Give a line's look."""
        if stroke is None or stroke.width <= 0:
            return None
        return {"c": self.colour(stroke.colour), "w": self.points(stroke.width), "d": stroke.dash}

    def face(self, run: TextRun) -> Face:
        """Give the face that a run is set in."""
        key = (run.font, run.bold, run.italic)
        if key not in self._roles:
            role = self.theme.fonts.get(run.font) or self.theme.fonts["body"]
            self._roles[key] = role_face(role, bold=run.bold, italic=run.italic)
        return self._roles[key]

    def font(self, run: TextRun) -> int:
        """Give the place of a run's face in the table."""
        return self.fonts.place(self.face(run))

    def drawable(self, run: TextRun) -> str:
        """Give a run's text in signs that exist: narrow no-break space as the font has it, empty boxes for the rest."""
        text = run.text
        if "\u202f" in text and 0x202F not in self.face(run).signs:
            text = text.replace("\u202f", "\u00a0")
        missing = missing_signs(text, self._drawable) if not text.isascii() else ""
        for sign in missing:
            self.missing.add(sign)
            text = text.replace(sign, _BOXES.get(unicodedata.east_asian_width(sign), _NARROW_BOX))
        return text
