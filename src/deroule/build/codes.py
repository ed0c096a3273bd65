"""Every code of every room, for `explain` and for the reference."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

import deroule
from deroule.diagnostics import Code

_NAMES = ("codes", "faults", "table", "silence")
"""Modules that declare codes, by their last name."""
_ALSO = ("deroule.source.themes",)


def all_codes() -> tuple[Code, ...]:
    """Give every code once, in the order of ids."""
    found = {code.id: code for module in _modules() for code in codes_of(module)}
    return tuple(found[code_id] for code_id in sorted(found))


def codes_of(module: str) -> Iterator[Code]:
    """Give the codes that stand in a module, alone or in a tuple."""
    for value in vars(importlib.import_module(module)).values():
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Code):
                yield one


def _modules() -> tuple[str, ...]:
    found = (one.name for one in pkgutil.walk_packages(deroule.__path__, "deroule."))
    return (*(name for name in found if name.rsplit(".", 1)[-1] in _NAMES), *_ALSO)
