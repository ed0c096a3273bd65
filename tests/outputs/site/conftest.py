"""What the site's tests share: sites built from a few files in memory, in a folder of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from deroule.diagnostics import Severity
from deroule.outputs import site
from deroule.outputs.request import Request
from deroule.outputs.site import making
from deroule.source import load
from deroule.workspace import MemoryWorkspace

ORGANISATION = "language: fr\norganisations:\n  ateliers:\n    name: Les Ateliers\n"


@pytest.fixture(scope="session")
def site_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Mapping[str, str]], Path]:
    """Build the site of a workspace given as texts by path; no pictures, no downloads."""

    def build(files: Mapping[str, str]) -> Path:
        workspace = MemoryWorkspace({"sequences/organisation.yml": ORGANISATION, **files})
        outcome = load(workspace)
        assert not outcome.failed, [str(one.span) + one.message("en") for one in outcome.diagnostics]
        into = tmp_path_factory.mktemp("site")
        artefact = site.plan(outcome.value)[0]
        found = making.render(Request(artefact, outcome.value, None, workspace, into, {}, None))
        assert not [one.message("en") for one in found if one.severity is Severity.ERROR]
        return into

    return build
