"""PNG files: what any reader reads back, and the same bytes in every process."""

from __future__ import annotations

import io
import zlib

import pytest
from PIL import Image

from deroule.programs.png import pack, write_png

_LINE = b"\0" + bytes(range(240))


def test_the_pixels_come_back_as_they_were():
    with Image.open(io.BytesIO(write_png(80, 3, _LINE * 3))) as read:
        read.load()
        assert (read.size, read.mode) == ((80, 3), "RGB")
        assert read.tobytes() == _LINE[1:] * 3


@pytest.mark.parametrize("length", [0, 1, 15, 16, 17, 40, 300, 3_000_000])
def test_any_length_is_read_back_by_zlib(length):
    content = bytes(range(251)) * (length // 251 + 1)
    assert zlib.decompress(pack(content[:length])) == content[:length]


def test_the_first_bytes_are_packed_on_their_own():
    """ISA-L packs a long beginning by the address that it was called with: one picture in hundreds differed, in one
    process in hundreds, which no test can wait for. A short beginning, ended by a mark, is packed without."""
    unpacking = zlib.decompressobj()
    begun, mark, _ = pack(_LINE * 100).partition(b"\0\0\xff\xff")
    assert mark
    assert unpacking.decompress(begun + mark) == _LINE[:16]
