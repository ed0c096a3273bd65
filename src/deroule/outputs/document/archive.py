"""Rewrites parts of a zipped document, with fixed dates and order, so that the same text gives the same bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping

_DATE = (1980, 1, 1, 0, 0, 0)
_FIRST = ("mimetype", "[Content_Types].xml")


def read_parts(package: bytes) -> dict[str, bytes]:
    """Read every part of a package."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}


def write_parts(parts: Mapping[str, bytes]) -> bytes:
    """Write a package: `mimetype` first and stored, as ODF and EPUB ask, the content types first in OOXML."""
    target = io.BytesIO()
    names = [name for name in _FIRST if name in parts] + sorted(name for name in parts if name not in _FIRST)
    with zipfile.ZipFile(target, "w") as archive:
        for name in names:
            entry = zipfile.ZipInfo(name, _DATE)
            entry.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, parts[name])
    return target.getvalue()


def rewritten(package: bytes, changes: Mapping[str, Callable[[bytes], bytes]]) -> bytes:
    """Give the package with some of its parts changed."""
    parts = read_parts(package)
    return write_parts({name: changes[name](part) if name in changes else part for name, part in parts.items()})
