"""What those who draw text with a font file need to know of it: what it is called, how heavy, and which signs it has."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import uharfbuzz

from deroule.layout.font_file import font_file

FALLBACKS = (
    "font_source_sans_pro:files/SourceSansPro-Regular.ttf",
    "rinoh_typeface_texgyreheros:texgyreheros-regular.otf",
    "rinoh_typeface_dejavuserif:DejaVuSerif.ttf",
)
"""What draws the signs that a theme's font lacks, in this order; all come with the package's dependencies."""

_FAMILY_OF_STYLES, _FAMILY = 16, 1
"""Numbers in a font's table of names."""


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
    font = uharfbuzz.Face(path.read_bytes())
    metrics, head = font.reference_table("OS/2").data, font.reference_table("head").data
    (weight,), (above, below) = struct.unpack_from(">H", metrics, 4), struct.unpack_from(">HH", metrics, 74)
    return Face(
        path=path,
        family=font.get_name(_FAMILY_OF_STYLES) or font.get_name(_FAMILY) or path.stem,
        weight=weight,
        italic=bool(head[45] & 2),
        ascent=above / (above + below) if above + below else 0.8,
        signs=frozenset(font.unicodes),
    )


@cache
def fallback_faces() -> tuple[Face, ...]:
    """Give the faces that stand in for missing signs."""
    return tuple(read_face(path) for written in FALLBACKS if (path := font_file(written)))
