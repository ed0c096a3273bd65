"""From a theme's font roles to the families, weights and folders that Typst asks for, and what they can draw."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import Lock

from fontTools.ttLib import TTFont

from deroule.layout.font_file import font_file
from deroule.model.theme import FontRole, Theme

FALLBACKS = (
    "font_source_sans_pro:files/SourceSansPro-Regular.ttf",
    "rinoh_typeface_texgyreheros:texgyreheros-regular.otf",
    "rinoh_typeface_dejavuserif:DejaVuSerif.ttf",
)
"""What draws the signs that a theme's font lacks, in this order; all come with the package's dependencies."""

_READING = Lock()


@dataclass(frozen=True, slots=True)
class Face:
    """One font file: how Typst is to ask for it, its first line's share above the base line, and its signs."""

    path: Path
    family: str
    weight: int
    italic: bool
    ascent: float
    """Share of the line's height above the base line, as presentation programs reckon it (Windows metrics)."""
    signs: frozenset[int]


@cache
def read_face(path: Path) -> Face:
    """Read what Typst and the drawing need to know of a font file."""
    # fontTools imports the readers of tables when they are first asked for, and two threads must not be at it together.
    with _READING, TTFont(path, lazy=True) as font:
        names, metrics, head = font["name"], font["OS/2"], font["head"]
        family = names.getDebugName(16) or names.getDebugName(1) or path.stem
        above, below = metrics.usWinAscent, metrics.usWinDescent
        return Face(
            path=path,
            family=str(family),
            weight=int(metrics.usWeightClass),
            italic=bool(head.macStyle & 2),
            ascent=above / (above + below) if above + below else 0.8,
            signs=frozenset(font.getBestCmap()),
        )


@cache
def fallback_faces() -> tuple[Face, ...]:
    """Give the faces that stand in for missing signs."""
    return tuple(read_face(path) for written in FALLBACKS if (path := font_file(written)))


def role_face(role: FontRole, *, bold: bool, italic: bool) -> Face:
    """Give the face of a font role in one style, or the nearest one that the theme has."""
    wished = ("bold-italic" if italic else "bold") if bold else ("italic" if italic else "regular")
    for style in (wished, "bold" if bold else "regular", "regular"):
        written = role.files.get(style)
        if written and (path := font_file(written)):
            return read_face(path)
    return fallback_faces()[0]


def theme_faces(theme: Theme) -> tuple[Face, ...]:
    """Give every face of a theme."""
    styles = [(bold, italic) for bold in (False, True) for italic in (False, True)]
    faces = [role_face(role, bold=bold, italic=italic) for role in theme.fonts.values() for bold, italic in styles]
    return tuple(dict.fromkeys(faces))


def font_folders(themes: Iterable[Theme]) -> tuple[Path, ...]:
    """Give the folders of all faces that may be drawn, sorted."""
    faces = [face for theme in themes for face in theme_faces(theme)]
    return tuple(sorted({face.path.parent for face in (*faces, *fallback_faces())}))


def drawable_signs(faces: Iterable[Face]) -> frozenset[int]:
    """Give the code points that `faces` or the fallbacks draw."""
    return _drawable(tuple(face.signs for face in faces))


@cache
def _drawable(faces: tuple[frozenset[int], ...]) -> frozenset[int]:
    return frozenset().union(*faces, *(face.signs for face in fallback_faces()))


def missing_signs(text: str, drawable: frozenset[int]) -> str:
    """Give the characters of `text` that are not `drawable`, sorted, each once."""
    return "".join(sorted(sign for sign in set(text) if ord(sign) not in drawable and not sign.isspace()))


def theme_of(themes: Mapping[str | None, Theme], brand: str | None) -> Theme:
    """Give the theme that a page wears: its brand's, or the event's own."""
    return themes.get(brand) or themes[None]
