"""The pictures of a document: workspace files and slide pictures, under short names that every writer can take."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Mapping
from pathlib import Path

from PIL import Image

from deroule.diagnostics import Diagnostic
from deroule.programs.codes import PICTURE_UNREADABLE
from deroule.programs.typst import TypstFailedError, svg_as_png, svg_height
from deroule.workspace import OutsideWorkspaceError, Workspace

_WIDEST, _HIGHEST = 85, 0.46
"""Per cent of the line's width; and the height as a share of it: 7.5 cm on A4."""


class Album:
    """Collects pictures by content. SVG becomes PNG, since Word and old readers show nothing else for sure; an album
    `of_drawings` keeps it as it is, for a writer that draws it so: sharp at any size, and nothing to draw twice.
    """

    def __init__(self, workspace: Workspace, slides: Mapping[str, Path], *, of_drawings: bool = False) -> None:
        self._workspace = workspace
        self._slides = slides
        self._names: dict[str, str | None] = {}
        self.files: dict[str, bytes] = {}
        self._of_drawings = of_drawings
        self._heights: dict[str, float] = {}
        self.diagnostics: list[Diagnostic] = []

    def slide(self, slide_id: str) -> str | None:
        """Give the name of a slide's picture, where the pictures were made."""
        path = self._slides.get(slide_id)
        return self._keep(path.read_bytes(), "png") if path and path.is_file() else None

    def width(self, file: str) -> str:
        """Give the share of the line that a picture takes: most of it, but no more than a third of a page high."""
        share = min(_WIDEST, round(100 * _HIGHEST / max(self._height(file), 0.01)))
        return f"{max(share, 20)}%"

    def _height(self, file: str) -> float:
        """Give a picture's height as a share of its width."""
        if file not in self._heights:
            with Image.open(io.BytesIO(self.files[file])) as picture:
                self._heights[file] = picture.height / picture.width
        return self._heights[file]

    def file(self, path: str) -> str | None:
        """Give the name of a workspace picture; nothing, and a finding, when it cannot be shown."""
        if path not in self._names:
            self._names[path] = self._read(path)
        return self._names[path]

    def _read(self, path: str) -> str | None:
        try:
            content = self._workspace.read(path)
            if content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<":
                return self._drawing(content)
        except (OSError, OutsideWorkspaceError, TypstFailedError) as fault:
            self.diagnostics.append(PICTURE_UNREADABLE.at(None, path=path, why=fault))
            return None
        for start, ending in ((b"\x89PNG", "png"), (b"\xff\xd8", "jpg"), (b"GIF8", "gif")):
            if content.startswith(start):
                return self._keep(content, ending)
        self.diagnostics.append(PICTURE_UNREADABLE.at(None, path=path, why="format"))
        return None

    def _drawing(self, content: bytes) -> str:
        if not self._of_drawings:
            return self._keep(svg_as_png(content), "png")
        height = svg_height(content)
        name = self._keep(content, "svg")
        self._heights[name] = height
        return name

    def _keep(self, content: bytes, ending: str) -> str:
        name = f"{hashlib.sha256(content).hexdigest()[:20]}.{ending}"
        self.files[name] = content
        return name
