"""The picture parts of a deck: each file once, SVG with a raster beside it for programs that do not draw SVG."""

from __future__ import annotations

import hashlib
import io

from lxml import etree
from PIL import Image

from deroule.diagnostics import Diagnostic
from deroule.outputs.deck.codes import PICTURE
from deroule.outputs.deck.package import Package, Part
from deroule.programs.typst import TypstFailedError, svg_as_png
from deroule.workspace import OutsideWorkspaceError, Workspace


class PictureParts:
    """Gives the parts of pictures; what cannot be read is told once."""

    def __init__(self, package: Package, workspace: Workspace | None) -> None:
        self._package = package
        self._workspace = workspace
        self._parts: dict[str, tuple[Part, Part | None] | None] = {}
        self._by_content: dict[str, Part] = {}
        self.found: list[Diagnostic] = []

    def __call__(self, path: str) -> tuple[Part, Part | None] | None:
        """Give raster and vector parts of a picture; nothing when it cannot be read."""
        if path not in self._parts:
            self._parts[path] = self._read(path)
        return self._parts[path]

    def _read(self, path: str) -> tuple[Part, Part | None] | None:
        if self._workspace is None:
            return None
        try:
            content = self._workspace.read(path)
            if path.lower().endswith(".svg"):
                return self._part("png", svg_as_png(content)), self._part("svg", content)
            with Image.open(io.BytesIO(content)) as picture:
                kind = (picture.format or "").lower()
            if kind in ("png", "jpeg", "gif"):
                return self._part(kind, content), None
            return self._part("png", _as_png(content)), None
        except (OSError, ValueError, OutsideWorkspaceError, TypstFailedError, etree.XMLSyntaxError) as fault:
            self.found.append(PICTURE.at(None, path=path, reason=str(fault).split("\n")[0]))
            return None

    def _part(self, ending: str, content: bytes) -> Part:
        key = hashlib.sha256(content).hexdigest()
        if key not in self._by_content:
            kind = "image/svg+xml" if ending == "svg" else f"image/{ending}"
            self._by_content[key] = self._package.new(f"/ppt/media/image#.{ending}", kind, content)
        return self._by_content[key]


def _as_png(content: bytes) -> bytes:
    made = io.BytesIO()
    with Image.open(io.BytesIO(content)) as picture:
        picture.save(made, "PNG")
    return made.getvalue()
