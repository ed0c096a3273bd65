"""PNG files that most programs show and that strict ones refuse: written anew from what can be read of them."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator

from PIL import Image

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_AROUND = 12
"""Bytes of a chunk beside its content: length, kind and checksum (PNG, third edition, 5.3)."""


def mended(content: bytes) -> bytes:
    """Give a picture's file as it is when it is whole; a PNG cut short or with a false checksum written anew.

    Raises OSError where too little can be read of it.
    """
    if not content.startswith(_SIGNATURE) or _is_whole(content):
        return content
    made = io.BytesIO()
    with Image.open(io.BytesIO(content)) as picture:
        picture.save(made, "PNG")
    return made.getvalue()


def _is_whole(content: bytes) -> bool:
    return any(kind == b"IEND" for kind in _sound_kinds(content))


def _sound_kinds(content: bytes) -> Iterator[bytes]:
    """Give the kinds of the chunks up to the first that is cut or whose checksum is false."""
    at = len(_SIGNATURE)
    while at + _AROUND <= len(content):
        end = at + _AROUND + int.from_bytes(content[at : at + 4])
        if end > len(content) or zlib.crc32(content[at + 4 : end - 4]) != int.from_bytes(content[end - 4 : end]):
            return
        yield content[at + 4 : at + 8]
        at = end
