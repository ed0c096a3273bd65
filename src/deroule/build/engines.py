"""What the processes of a build are forked from: importing this module imports all that makes artefacts.

It is for that process alone, which only forks: what it has imported is shared by the others as long as nobody writes
to it, and their collectors of cycles leave it alone.
"""

from __future__ import annotations

import gc
import importlib

from deroule.build.registry import ON_DEMAND, OUTPUTS
from deroule.collecting import uncollected

with uncollected():
    importlib.import_module("deroule.build.workshop")
    for _name, _package in OUTPUTS.items():
        if _name not in ON_DEMAND:
            importlib.import_module(f"{_package}.making")
gc.freeze()
