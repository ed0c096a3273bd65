"""SARIF held against the standard's own JSON Schema, which an npm package of tests/node brings."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
from tests.conftest import needs_package


def faults_of(written: str) -> list[str]:
    """Tell what a log has against the schema of SARIF 2.1.0; skips when the package is not installed."""
    folder = needs_package("@microsoft/jest-sarif")
    schema = json.loads((folder / "lib" / "schemas" / "sarif-2.1.0-rtm.5.json").read_text("utf-8"))
    validator = jsonschema.Draft4Validator(schema, format_checker=jsonschema.FormatChecker())
    log: Any = json.loads(written)
    return [f"{'/'.join(map(str, one.path))}: {one.message}" for one in validator.iter_errors(log)]
