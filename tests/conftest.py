"""What every test may lean on: the repository as a workspace, system programs, a browser, and the built outputs."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from tests.browser import started
from tests.schedule import ByFile, long_ones_first
from tests.windows import Window, window_of

REPOSITORY = Path(__file__).resolve().parent.parent
FLAGSHIP = "2018-03-01-entrepreneuriat-de-territoire"
IN_CI = os.environ.get("CI", "").lower() in {"1", "true"}

# CI judges a change, so it draws the same examples each time; developers' own runs go on looking for new ones.
settings.register_profile("ci", derandomize=True, deadline=None)
if IN_CI:
    settings.load_profile("ci")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> ByFile:
    return ByFile(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    long_ones_first(items)


def needs(*programs: str) -> None:
    """Skip the test by name when a system program is missing; in CI a missing one is a failure."""
    missing = [program for program in programs if shutil.which(program) is None]
    if missing:
        reason = f"not on this machine: {', '.join(missing)}"
        if IN_CI:
            pytest.fail(reason)
        pytest.skip(reason)


def needs_package(name: str) -> Path:
    """Give the folder of an npm package of tests/node; skip when it is not installed, fail in CI."""
    folder = REPOSITORY / "tests" / "node" / "node_modules" / name
    if not folder.is_dir():
        reason = f"not installed: npm package {name} (npm ci in tests/node)"
        if IN_CI:
            pytest.fail(reason)
        pytest.skip(reason)
    return folder


@pytest.fixture(name="needs")
def needs_fixture() -> Callable[..., None]:
    return needs


@pytest.fixture(name="needs_package")
def needs_package_fixture() -> Callable[[str], Path]:
    return needs_package


@pytest.fixture(scope="session")
def repository() -> Path:
    return REPOSITORY


@pytest.fixture(scope="session")
def dossier():
    """The repository's own dossier, loaded once."""
    from deroule.source import load
    from deroule.workspace import DiskWorkspace

    outcome = load(DiskWorkspace(REPOSITORY))
    assert not outcome.failed, [str(d.span) + " " + d.message("en") for d in outcome.diagnostics]
    return outcome.value


@pytest.fixture(scope="session")
def flagship(dossier):
    """The flagship event."""
    return dossier.event(FLAGSHIP)


@pytest.fixture(scope="session")
def built() -> Path:
    """The folder build/, up to date. Workers of one run wait for each other by the build's own lock."""
    made = subprocess.run(
        [sys.executable, "-m", "deroule", "build", "--quiet"],
        cwd=REPOSITORY, capture_output=True, text=True, check=False, timeout=600,
    )  # fmt: skip
    assert made.returncode == 0, made.stdout + made.stderr
    return REPOSITORY / "build"


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """One Chromium for all the tests of a worker; each takes contexts of its own."""
    needs("chromium")
    with started() as browser:
        yield browser


@pytest.fixture(scope="session")
def window(chromium: Any) -> Iterator[Window]:
    """One window of it, for tests that need no window of their own: each finds it as if it were new."""
    with window_of(chromium) as opened:
        yield opened
