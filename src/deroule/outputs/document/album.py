"""The pictures of a document: workspace files and slide pictures, under short names that every writer can take."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Mapping
from pathlib import Path

from PIL import Image

from deroule.diagnostics import Diagnostic
from deroule.programs.codes import PICTURE_UNREADABLE
from deroule.programs.typst import TypstFailedError, svg_as_png
from deroule.workspace import OutsideWorkspaceError, Workspace

_WIDEST, _HIGHEST = 85, 0.46
"""Per cent of the line's width; and the height as a share of it: 7.5 cm on A4."""


class Album:
    """Collects pictures by content. SVG becomes PNG: Word and old readers show nothing else for sure.

    The drawing itself is kept beside, for writers that draw it as it is.
    """

    def __init__(self, workspace: Workspace, slides: Mapping[str, Path]) -> None:
        self._workspace = workspace
        self._slides = slides
        self._names: dict[str, str | None] = {}
        self.files: dict[str, bytes] = {}
        self.drawings: dict[str, bytes] = {}
        self.diagnostics: list[Diagnostic] = []

    def slide(self, slide_id: str) -> str | None:
        """Give the name of a slide's picture, where the pictures were made."""
        path = self._slides.get(slide_id)
        return self._keep(path.read_bytes(), "png") if path and path.is_file() else None

    def width(self, file: str) -> str:
        """Give the share of the line that a picture takes: most of it, but no more than a third of a page high."""
        with Image.open(io.BytesIO(self.files[file])) as picture:
            share = min(_WIDEST, round(100 * _HIGHEST * picture.width / max(picture.height, 1)))
        return f"{max(share, 20)}%"

    def file(self, path: str) -> str | None:
        """Give the name of a workspace picture; nothing, and a finding, when it cannot be shown."""
        if path not in self._names:
            self._names[path] = self._read(path)
        return self._names[path]

    def _read(self, path: str) -> str | None:
        try:
            content = self._workspace.read(path)
            if content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<":
                name = self._keep(svg_as_png(content), "png")
                self.drawings[name] = content
                return name
        except (OSError, OutsideWorkspaceError, TypstFailedError) as fault:
            self.diagnostics.append(PICTURE_UNREADABLE.at(None, path=path, why=fault))
            return None
        for start, ending in ((b"\x89PNG", "png"), (b"\xff\xd8", "jpg"), (b"GIF8", "gif")):
            if content.startswith(start):
                return self._keep(content, ending)
        self.diagnostics.append(PICTURE_UNREADABLE.at(None, path=path, why="format"))
        return None

    def _keep(self, content: bytes, ending: str) -> str:
        name = f"{hashlib.sha256(content).hexdigest()[:20]}.{ending}"
        self.files[name] = content
        return name
