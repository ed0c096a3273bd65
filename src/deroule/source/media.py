"""What the loader finds out about pictures and films: that they are there, whole, and how large."""

from __future__ import annotations

import io
import re

from lxml import etree

from deroule.diagnostics import Diagnostic, Words
from deroule.model.media import Media
from deroule.source.codes import MISSING_FILE, OUTSIDE, UNREADABLE_PICTURE
from deroule.span import Span
from deroule.workspace import OutsideWorkspaceError, Workspace, workspace_path

_FILMS = {".mp4": "video/mp4", ".webm": "video/webm", ".m4a": "audio/mp4", ".mp3": "audio/mpeg"}
_PICTURES = {"PNG": "image/png", "JPEG": "image/jpeg", "GIF": "image/gif", "WEBP": "image/webp"}
_LENGTH = re.compile(r"^\s*([\d.]+)\s*(px|pt|mm|cm|in|)\s*$")
_PIXELS = {"px": 1.0, "": 1.0, "pt": 4 / 3, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}


def read_media(
    workspace: Workspace, written: str, folder: str, span: Span | None
) -> tuple[Media | None, list[Diagnostic]]:
    """Find a picture or a film named in a file of `folder`, and measure it."""
    try:
        path = workspace_path(written, folder)
        if not workspace.exists(path):
            return None, [_absent(workspace, path, written, span)]
        ending = "." + path.rsplit(".", 1)[-1].lower()
        if ending in _FILMS:
            return Media(path, _FILMS[ending]), []
        return _picture(path, workspace.read(path)), []
    except OutsideWorkspaceError:
        return None, [OUTSIDE.at(span, path=written)]
    except (OSError, ValueError) as fault:
        return None, [UNREADABLE_PICTURE.at(span, path=written, reason=str(fault).split("\n")[0][:120])]


def _absent(workspace: Workspace, path: str, written: str, span: Span | None) -> Diagnostic:
    """Tell a file that is not there from a link that leads elsewhere."""
    try:
        workspace.path(path)
    except OutsideWorkspaceError:
        if workspace.__class__.__name__ != "MemoryWorkspace":
            return OUTSIDE.at(span, path=written)
    near = _same_name(workspace, path)
    hint = Words("il y a « {near} » dans ce dossier", "there is “{near}” in this folder") if near else None
    return MISSING_FILE.at(span, path=written, near=near or "", hint=hint)


def _same_name(workspace: Workspace, path: str) -> str | None:
    from deroule.source.nearest import nearest

    folder, _, name = path.rpartition("/")
    return nearest(name, [one.rsplit("/", 1)[-1] for one in workspace.files(folder)])


def _picture(path: str, content: bytes) -> Media:
    if not content:
        raise ValueError("0 bytes")
    if path.lower().endswith(".svg"):
        return _svg(path, content)
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(content)) as picture:
            kind = picture.format or ""
            width, height = picture.size
            picture.load()  # a truncated file shows only when it is decoded
    except (UnidentifiedImageError, OSError, SyntaxError, Image.DecompressionBombError) as fault:
        raise ValueError(str(fault).replace("<_io.BytesIO object", "").strip() or "unreadable") from None
    if kind not in _PICTURES:
        raise ValueError(kind)
    return Media(path, _PICTURES[kind], float(width), float(height))


def _svg(path: str, content: bytes) -> Media:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    try:
        top = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as fault:
        raise ValueError(str(fault)) from None
    if etree.QName(top).localname != "svg":
        raise ValueError("not an SVG")
    box = [float(part) for part in re.findall(r"-?[\d.]+", top.get("viewBox", ""))]
    width, height = _length(top.get("width")), _length(top.get("height"))
    if width is None or height is None:
        if len(box) != 4:
            raise ValueError("no viewBox")
        width, height = box[2], box[3]
    return Media(path, "image/svg+xml", width, height)


def _length(written: str | None) -> float | None:
    match = _LENGTH.match(written or "")
    return float(match[1]) * _PIXELS[match[2]] if match else None
