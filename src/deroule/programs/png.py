"""PNG files written from lines of pixels; packed by ISA-L, in process, in a tenth of the time that zlib takes."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from isal import isal_zlib

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_DEPTH, _TRUE_COLOUR = 8, 2
_LEVEL = 2
"""Flat colours pack as well at this level as with zlib's best, in a twentieth of the time."""
_FIRST = 16
"""Bytes packed on their own before all others. Where a long text begins, ISA-L (levels 1 and 2) takes a register that
still holds an address for the text's third byte: one entry of its table of matches is then wrong, another one in each
process, and one picture in some hundreds packs differently. So few bytes take another path, and the text has begun."""


def write_png(width: int, height: int, lines: bytes | bytearray) -> bytes:
    """Write a picture in true colours; `lines` has a byte for its filter, then three bytes a pixel, for each line."""
    header = struct.pack(">IIBBBBB", width, height, _DEPTH, _TRUE_COLOUR, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", pack(lines)), (b"IEND", b""))
    return b"".join((_SIGNATURE, *(part for kind, content in chunks for part in _chunk(kind, content))))


def pack(content: bytes | bytearray) -> bytes:
    """Pack as zlib would: the same bytes wherever in memory they lie, and whatever was packed before."""
    packer, whole = isal_zlib.compressobj(_LEVEL), memoryview(content)
    first = packer.compress(whole[:_FIRST]) + packer.flush(isal_zlib.Z_SYNC_FLUSH)
    return b"".join((first, packer.compress(whole[_FIRST:]), packer.flush()))


def _chunk(kind: bytes, content: bytes) -> Iterator[bytes]:
    yield struct.pack(">I", len(content))
    yield kind
    yield content
    yield struct.pack(">I", isal_zlib.crc32(content, isal_zlib.crc32(kind)))
