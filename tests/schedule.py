"""Who of two processes runs which tests: a file's go to one, which makes what they share once; long files come first."""

from __future__ import annotations

import pytest
from xdist.scheduler import LoadFileScheduling

TOGETHER = ("tests/outputs/deck/template/",)
"""Folders whose files share what takes seconds to make: one process runs them all."""


class ByFile(LoadFileScheduling):
    """Gives files to the processes in the order of the collection, as each gets done with its last."""

    def __init__(self, config: pytest.Config, log: object) -> None:
        config.option.loadscopereorder = False  # else the files with most tests come first, and the longest last
        super().__init__(config, log)

    def _split_scope(self, nodeid: str) -> str:
        file = super()._split_scope(nodeid)
        return next((folder for folder in TOGETHER if file.startswith(folder)), file)


def long_ones_first(items: list[pytest.Item]) -> None:
    """Put the files that have slow tests before the others: what is left at the end is short, and shared out evenly."""
    slow = {item.path for item in items if item.get_closest_marker("slow")}
    items.sort(key=lambda item: item.path not in slow)
