"""What the loader finds out about pictures and films: that they are there, whole, and how large."""

from __future__ import annotations

import io
import warnings

from deroule.diagnostics import Diagnostic, Words
from deroule.model.media import Media
from deroule.source.codes import MISSING_FILE, UNREADABLE_PICTURE
from deroule.source.drawings import UnreadablePictureError, drawing_size
from deroule.source.paths import mending, outside
from deroule.span import Span
from deroule.workspace import OutsideWorkspaceError, Workspace, why_refused, workspace_path

_FILMS = {".mp4": "video/mp4", ".webm": "video/webm", ".m4a": "audio/mp4", ".mp3": "audio/mpeg"}
_PICTURES = {"PNG": "image/png", "JPEG": "image/jpeg", "GIF": "image/gif", "WEBP": "image/webp"}
MOST_PIXELS = 60_000_000
"""A picture larger than this is refused: it would take a gigabyte to draw."""
_MARKS = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8")
_KINDS = Words("ce n'est ni un PNG, ni un JPEG, ni un GIF, ni un WebP", "it is no PNG, JPEG, GIF or WebP")
_CUT = Words("le fichier est tronqué ou abîmé", "the file is truncated or damaged")
_MANY = Words(
    "elle a plus de 60 millions de points ; 4 millions suffisent",
    "it has more than 60 million pixels; 4 million are plenty",
)


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
        return None, [outside(written, span)]
    except UnreadablePictureError as fault:
        return None, [UNREADABLE_PICTURE.at(span, path=written, reason=fault.reason)]
    except OSError as fault:
        return None, [UNREADABLE_PICTURE.at(span, path=written, reason=why_refused(fault), hint=mending(fault))]


def _absent(workspace: Workspace, path: str, written: str, span: Span | None) -> Diagnostic:
    """Tell a file that is not there from a link that leads elsewhere, and from a folder."""
    try:
        workspace.read(path)
    except OutsideWorkspaceError:
        return outside(written, span)
    except FileNotFoundError:
        pass
    except OSError as fault:
        return UNREADABLE_PICTURE.at(span, path=written, reason=why_refused(fault), hint=mending(fault))
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

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # the bound below is ours
            with Image.open(io.BytesIO(content)) as picture:
                kind = picture.format or ""
                width, height = picture.size
                if width * height > MOST_PIXELS:
                    raise UnreadablePictureError(_MANY)
                picture.load()  # a truncated file shows only when it is decoded
    except UnreadablePictureError:
        raise
    except UnidentifiedImageError:
        raise UnreadablePictureError(_CUT if content.startswith(_MARKS) else _KINDS) from None
    except Image.DecompressionBombError:
        raise UnreadablePictureError(_MANY) from None
    except (OSError, SyntaxError, ValueError):
        raise UnreadablePictureError(_CUT) from None
    if kind not in _PICTURES:
        raise UnreadablePictureError(_KINDS)
    return Media(path, _PICTURES[kind], float(width), float(height))
