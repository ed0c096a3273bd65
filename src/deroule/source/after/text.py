"""The text of files that other programs wrote: UTF-8 or UTF-16 with or without a mark, else Windows-1252."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

MAX_BYTES = 64_000_000
"""A day of raw events of a conference is about 20 MB."""
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text. `unsure` counts the signs that no encoding explains; `cut` tells that the file was too large."""

    text: str
    encoding: str
    unsure: int = 0
    cut: bool = False


def decode_export(content: bytes) -> Decoded:
    """Decode a file of an export. Never fails: what cannot be decoded becomes U+FFFD and is counted."""
    kept, cut = content[:MAX_BYTES], len(content) > MAX_BYTES
    encoding, start = _encoding(kept)
    text = kept[start:].decode(encoding, errors="replace")
    if encoding == "cp1252":
        return Decoded(text, encoding, text.count("\ufffd"), cut)
    return Decoded(text, encoding, text.count("\ufffd") - _written_so(kept, encoding), cut)


def _encoding(content: bytes) -> tuple[str, int]:
    for mark, name in _MARKS:
        if content.startswith(mark):
            return name, len(mark)
    name = _utf16_without_mark(content[:2000])
    if name:
        return name, 0
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as fault:
        # A single torn sign (a file cut in the middle of it) does not make a UTF-8 file Windows-1252.
        torn = fault.start >= len(content) - 3 or _mostly_utf8(content)
        return ("utf-8" if torn and not content.isascii() else "cp1252"), 0
    return "utf-8", 0


def _mostly_utf8(content: bytes) -> bool:
    """Whether far more signs outside ASCII are good UTF-8 than not."""
    text = content.decode("utf-8", errors="replace")
    faults = text.count("\ufffd")
    good = sum(1 for sign in text if ord(sign) > 127) - faults
    return good > 4 * faults


def _utf16_without_mark(start: bytes) -> str:
    """Recognise UTF-16 by the zero bytes that Latin letters have in it."""
    even, odd = start[0::2].count(0), start[1::2].count(0)
    half = len(start) // 2
    if half < 4:
        return ""
    if odd > 0.6 * half and even < 0.1 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.6 * half and odd < 0.1 * half else ""


def _written_so(content: bytes, encoding: str) -> int:
    """How often the file itself holds U+FFFD: someone else's loss, not ours."""
    return content.count("\ufffd".encode(encoding))
