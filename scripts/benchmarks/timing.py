"""Times as medians, and where the repository is."""

from __future__ import annotations

import contextlib
import ctypes
import os
import resource
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_SET_CHILD_SUBREAPER = 36
FLAGSHIP = "2018-03-01-entrepreneuriat-de-territoire"


def median_seconds(work: Callable[[], object], runs: int) -> float:
    """Time a piece of work; one run is not counted."""
    work()
    times = []
    for _ in range(runs):
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    return statistics.median(times)


def cpu_seconds(work: Callable[[], object], runs: int) -> float:
    """Time a piece of work by the processor's clock, its children's included: fair on a machine that others use too.

    Without runs it is done once, cold: for what takes minutes.
    """
    _adopt_orphans()
    times = []
    for _ in range(runs + 1):
        started = processor()
        work()
        _wait_for_all()
        times.append(processor() - started)
    return statistics.median(times[1:] or times)


def processor() -> float:
    """Give the processor seconds of this process and of those that it waited for.

    `os.times` tells them in hundredths, a tenth of what a small deck takes.
    """
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def _adopt_orphans() -> None:
    """Have processes whose parent is gone become ours: a build's workers outlive it by a moment, and would count for
    nobody. Linux alone can do so (`man 2 prctl`, PR_SET_CHILD_SUBREAPER)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def _wait_for_all() -> None:
    with contextlib.suppress(ChildProcessError):
        while True:
            os.wait()
