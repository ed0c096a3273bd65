"""What the loader finds out about pictures and films: that they are there, whole, and how large."""

from __future__ import annotations

import io

from deroule.diagnostics import Diagnostic, Words
from deroule.model.media import Media
from deroule.source.codes import MISSING_FILE, OUTSIDE, UNREADABLE_PICTURE
from deroule.source.drawings import UnreadablePictureError, drawing_size
from deroule.span import Span
from deroule.workspace import OutsideWorkspaceError, Workspace, workspace_path

_FILMS = {".mp4": "video/mp4", ".webm": "video/webm", ".m4a": "audio/mp4", ".mp3": "audio/mpeg"}
_PICTURES = {"PNG": "image/png", "JPEG": "image/jpeg", "GIF": "image/gif", "WEBP": "image/webp"}


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
    except UnreadablePictureError as fault:
        return None, [UNREADABLE_PICTURE.at(span, path=written, reason=fault.reason)]
    except OSError as fault:
        return None, [UNREADABLE_PICTURE.at(span, path=written, reason=fault.strerror or str(fault))]


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
        raise UnreadablePictureError(Words("le fichier est vide", "the file is empty"))
    if path.lower().endswith(".svg"):
        return Media(path, "image/svg+xml", *drawing_size(content))
    from PIL import Image, UnidentifiedImageError

    kinds = Words("ce n'est ni un PNG, ni un JPEG, ni un GIF, ni un WebP", "it is no PNG, JPEG, GIF or WebP")
    try:
        with Image.open(io.BytesIO(content)) as picture:
            kind = picture.format or ""
            width, height = picture.size
            picture.load()  # a truncated file shows only when it is decoded
    except UnidentifiedImageError:
        raise UnreadablePictureError(kinds) from None
    except Image.DecompressionBombError:
        many = Words("elle a plus de 178 millions de points", "it has more than 178 million pixels")
        raise UnreadablePictureError(many) from None
    except (OSError, SyntaxError, ValueError):
        cut = Words("le fichier est tronqué ou abîmé", "the file is truncated or damaged")
        raise UnreadablePictureError(cut) from None
    if kind not in _PICTURES:
        raise UnreadablePictureError(kinds)
    return Media(path, _PICTURES[kind], float(width), float(height))
