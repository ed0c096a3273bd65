"""Jinja's compiled templates, kept beside Python's own bytecode: to compile the forms takes longer than to fill them."""

from __future__ import annotations

import contextlib
from functools import cache
from pathlib import Path

import jinja2

import deroule

_FOLDER = Path(deroule.__file__).parent / "__pycache__" / "forms"


@cache
def bytecode(room: str) -> jinja2.BytecodeCache:
    """Give the cache of one room's environment.

    Environments that escape or guard in other ways compile the same text otherwise: each room has its own. A changed
    text is compiled anew.
    """
    return _Kept(room)


class _Kept(jinja2.BytecodeCache):
    """Keeps compiled forms while we run, and on disk where the package may be written to: a full or protected disk is
    no reason to stop."""

    def __init__(self, room: str) -> None:
        self._at_hand: dict[str, bytes] = {}
        self._on_disk: jinja2.FileSystemBytecodeCache | None = None
        with contextlib.suppress(OSError):
            _FOLDER.mkdir(parents=True, exist_ok=True)
            self._on_disk = jinja2.FileSystemBytecodeCache(str(_FOLDER), f"{room}-%s.cache")

    def load_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        """Take what was compiled from the same text."""
        if bucket.key in self._at_hand:
            bucket.bytecode_from_string(self._at_hand[bucket.key])
        elif self._on_disk is not None:
            with contextlib.suppress(OSError):
                self._on_disk.load_bytecode(bucket)

    def dump_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        """Keep what was compiled."""
        self._at_hand[bucket.key] = bucket.bytecode_to_string()
        if self._on_disk is not None:
            with contextlib.suppress(OSError):
                self._on_disk.dump_bytecode(bucket)
