"""Where the files of fonts are: in the packages that bring them, found without importing these packages."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path


def font_file(written: str) -> Path | None:
    """Find a font file written as `package:relative/path`, or as a plain path; nothing when it is not there.

    The package is not imported: those that bring fonts parse them all when they are, which costs half a second.
    """
    package, colon, relative = written.partition(":")
    if not colon or len(package) == 1:
        return Path(written) if written and Path(written).is_file() else None
    return _inside(package, relative)


@cache
def _inside(package: str, relative: str) -> Path | None:
    """Find a file of an installed package; they do not change while the program runs."""
    found = find_spec(package)
    paths = [Path(folder) / relative for folder in (found.submodule_search_locations if found else None) or ()]
    return next((path for path in paths if path.is_file()), None)
