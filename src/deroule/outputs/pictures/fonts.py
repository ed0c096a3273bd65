"""From a theme's font roles to the families, weights and folders that Typst asks for, and what they can draw."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from deroule.layout.font_face import Face, fallback_faces, read_face
from deroule.layout.font_file import font_file
from deroule.model.theme import FontRole, Theme


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
