"""What those who draw text with a font file need to know of it: what it is called, how heavy, and which signs it has."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import Lock

from fontTools.ttLib import TTFont

from deroule.layout.font_file import font_file

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
