"""Paths that are refused: told with what to write instead."""

from __future__ import annotations

import errno
import re

from deroule.diagnostics import Diagnostic, Words
from deroule.source.codes import ACCESS, OUTSIDE, SLASHES, THE_FILE
from deroule.span import Span

_WINDOWS = re.compile(r"^(?![A-Za-z]:)[^/\\]+(?:\\[^/\\]+)+$")


def mending(refused: OSError) -> Words:
    """What to do about a file that the machine does not give."""
    return ACCESS if refused.errno in (errno.EACCES, errno.EPERM) else THE_FILE


def outside(written: str, span: Span | None) -> Diagnostic:
    """Tell a path that leads out of the workspace, or that is written as Windows shows it."""
    if _WINDOWS.match(written) and ".." not in written:
        return OUTSIDE.at(span, path=written, hint=SLASHES, slashed=written.replace("\\", "/"))
    return OUTSIDE.at(span, path=written)
