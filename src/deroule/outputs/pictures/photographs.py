"""The picture files that pages show: read once, looked at before Typst sees them, named by their content."""

from __future__ import annotations

import hashlib
import io
import zipfile

from lxml import etree
from PIL import Image, UnidentifiedImageError

from deroule.diagnostics import Diagnostic
from deroule.programs.codes import PICTURE_UNREADABLE
from deroule.programs.png_mending import mended
from deroule.workspace import OutsideWorkspaceError, Workspace

_ENDINGS = {"PNG": "png", "JPEG": "jpg", "GIF": "gif", "WEBP": "webp"}
_MOST_PIXELS = 60_000_000
"""A picture larger than this is refused: it would take a gigabyte to draw."""


class Photographs:
    """Gives pictures of the workspace to a batch of pages; what cannot be read is reported once."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._names: dict[str, str | None] = {}
        self.files: dict[str, bytes] = {}
        self.diagnostics: list[Diagnostic] = []

    def file(self, path: str) -> str | None:
        """Give the name under which the template finds the picture; nothing when it cannot be drawn."""
        if path not in self._names:
            self._names[path] = self._read(path)
        return self._names[path]

    def file_within(self, address: str) -> str | None:
        """Give the same for a picture inside a template, named `template.pptx#/ppt/media/image1.png`; faults are silent:
        a template's own picture is nothing that the author of a slide can mend."""
        if address not in self._names:
            path, _, member = address.partition("#")
            try:
                with zipfile.ZipFile(io.BytesIO(self._workspace.read(path))) as archive:
                    content = archive.read(member.lstrip("/"))
                self._names[address] = self._kept(content)
            except (OSError, OutsideWorkspaceError, ValueError, KeyError, zipfile.BadZipFile):
                self._names[address] = None
        return self._names[address]

    def _read(self, path: str) -> str | None:
        try:
            return self._kept(self._workspace.read(path))
        except (OSError, OutsideWorkspaceError, ValueError) as fault:
            self.diagnostics.append(PICTURE_UNREADABLE.at(None, path=path, why=_reason(fault)))
            return None

    def _kept(self, content: bytes) -> str:
        ending = picture_ending(content)
        content = mended(content)
        name = f"{hashlib.sha256(content).hexdigest()[:24]}.{ending}"
        self.files[name] = content
        return name


def picture_ending(content: bytes) -> str:
    """Look whether a picture can be drawn and say by which ending it goes. Raises ValueError when it cannot."""
    if content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<":
        try:
            root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
        except etree.XMLSyntaxError as fault:
            raise ValueError(str(fault)) from fault
        if etree.QName(root).localname != "svg":
            raise ValueError("not an SVG picture")
        return "svg"
    try:
        with Image.open(io.BytesIO(content)) as picture:
            if picture.width * picture.height > _MOST_PIXELS:
                raise ValueError(f"{picture.width} × {picture.height} pixels")
            ending = _ENDINGS.get(picture.format or "")
            picture.load()
    except (UnidentifiedImageError, OSError, SyntaxError, Image.DecompressionBombError) as fault:
        raise ValueError(str(fault)) from fault
    if ending is None:
        raise ValueError("format")
    return ending


def _reason(fault: Exception) -> str:
    return "file not found" if isinstance(fault, FileNotFoundError) else str(fault)
