"""How wide text is, by the advances of the font files that a theme names."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from itertools import groupby

import uharfbuzz

from deroule.layout.font_file import font_file
from deroule.layout.page import TextRun
from deroule.model.theme import Theme

SUPERSCRIPT_SCALE = 0.66
FOREIGN_ADVANCE = (0.45, 0.8)
"""Em taken for a letter that neither the font nor the stand-in has, at least and at most."""
STAND_IN = {
    style: f"rinoh_typeface_dejavusans:DejaVuSans{name}.ttf"
    for style, name in (("regular", ""), ("bold", "-Bold"), ("italic", "-Oblique"), ("bold-italic", "-BoldOblique"))
}
"""Measures the words that a font lacks letters for (Greek, Cyrillic, Arabic…): the widest of those that machines show."""
AMONG_STAND_INS = (0.85, 1.05)
"""Shares of the stand-in's width that a word takes in the fonts in use, at least and at most."""
ALPHABETS = {"rinoh_typeface_texgyreheros": (0.82, 0.92)}
"""The same shares for fonts that have Europe's alphabets where their twin, which measures, lacks them: Arial does."""
IDEOGRAPH_ADVANCE = (0.6, 1.0)
"""Em of a full-width letter: one in every font; machines without one show a narrow box."""
EMOJI_ADVANCE = (0.6, 1.37)
"""Em taken for an emoji that the font lacks; machines without such a font show a narrow box."""


class Face:
    """A font file, ready to tell advances. Words are shaped once and remembered."""

    def __init__(self, file: str, style: str = "") -> None:
        path = font_file(file)
        if path is None:
            raise FileNotFoundError(file)
        face = uharfbuzz.Face(path.read_bytes())
        self._font = uharfbuzz.Font(face)
        self._per_em = face.upem
        self._style = style
        self._alphabets = ALPHABETS.get(file.partition(":")[0], AMONG_STAND_INS)
        self._known: dict[str, bool] = {}
        self._advances: tuple[dict[str, float], dict[str, float]] = ({"": 0.0}, {"": 0.0})

    def has(self, character: str) -> bool:
        """Whether the font has a glyph for the character."""
        known = self._known.get(character)
        if known is None:
            known = self._known[character] = bool(self._font.get_nominal_glyph(ord(character)))
        return known

    def advance(self, text: str, least: bool = False) -> float:
        """Give the width of an unbroken stretch in em, without kerning: office suites differ about it.

        Letters that the font lacks count as wide as another font may show them, or as narrow when `least`.
        """
        known = self._advances[least]
        found = known.get(text)
        if found is None:
            found = known[text] = self._shaped(text, least)
        return found

    def _shaped(self, text: str, least: bool) -> float:
        if all(map(self.has, text)):
            return self._own(text)
        return sum(
            self._own(part) if own else self._foreign(part, least)
            for own, part in ((own, "".join(letters)) for own, letters in groupby(text, self.has))
        )

    def _own(self, text: str) -> float:
        buffer = uharfbuzz.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        uharfbuzz.shape(self._font, buffer, {"kern": False, "liga": False})
        return float(sum(position.x_advance for position in buffer.glyph_positions) / self._per_em)

    def _foreign(self, text: str, least: bool) -> float:
        """Give the width of letters that the font lacks: as the stand-in has them, by their kind where it has none."""
        if self._style:
            other = face(STAND_IN[self._style])
            if all(map(other.has, text)):
                shares = self._alphabets if all(map(_is_european, text)) else AMONG_STAND_INS
                return other.advance(text) * shares[not least]
        return sum(self._single(character, least) for character in text)

    def _single(self, character: str, least: bool) -> float:
        if unicodedata.combining(character) or unicodedata.category(character) in ("Cf", "Cc", "Mn", "Me"):
            return 0.0
        if ord(character) > 0x1F000 and not 0x20000 <= ord(character) < 0x40000:
            return EMOJI_ADVANCE[not least]
        if unicodedata.east_asian_width(character) in "WF":
            return (IDEOGRAPH_ADVANCE if unicodedata.category(character) != "So" else EMOJI_ADVANCE)[not least]
        return FOREIGN_ADVANCE[not least]


def _is_european(letter: str) -> bool:
    """Whether a letter is Latin, Greek or Cyrillic, by its Unicode block."""
    return ord(letter) < 0x530 or 0x1E00 <= ord(letter) < 0x2000


@lru_cache(maxsize=64)
def face(file: str, style: str = "") -> Face:
    """Open a font file once. `style` is that of the stand-in for letters that it lacks."""
    return Face(file, style)


def style_of(run: TextRun) -> str:
    """Name the style of a run as font files are listed."""
    return ("bold-italic" if run.italic else "bold") if run.bold else ("italic" if run.italic else "regular")


def file_of(theme: Theme, run: TextRun) -> str:
    """Name the font file that shows a run."""
    return theme.fonts[run.font].files[style_of(run)]


def face_of(theme: Theme, run: TextRun) -> Face:
    """Give the face that shows a run."""
    return face(file_of(theme, run), style_of(run))


def run_width(theme: Theme, run: TextRun, text: str, least: bool = False) -> float:
    """Give the width in points of some text in the look of a run."""
    scale = SUPERSCRIPT_SCALE if run.superscript or run.subscript else 1.0
    return face_of(theme, run).advance(text, least) * run.size * scale
