"""Every test is run: no room of the tests has a name that pytest passes over, as it does with `build` by itself."""

from __future__ import annotations

from fnmatch import fnmatch
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parents[1]


def test_no_room_is_passed_over(pytestconfig: pytest.Config) -> None:
    passed_over = pytestconfig.getini("norecursedirs")
    assert passed_over
    rooms = {
        room
        for file in TESTS.rglob("test_*.py")
        if "node_modules" not in file.parts
        for room in file.relative_to(TESTS).parent.parts
    }
    assert {"build", "outputs"} <= rooms
    assert [room for room in sorted(rooms) if any(fnmatch(room, one) for one in passed_over)] == []
