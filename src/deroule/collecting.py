"""Python's collector of cycles, put off while much is made that stays: modules, models, slides."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Put the collector off, where what is made are trees, which hold no cycles.

    It would go through all that was made, again and again: a sixth of the time of a deck of 500 slides. Of threads
    that do so at once, the one that came first puts it on again.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
