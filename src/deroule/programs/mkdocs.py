"""mkdocs with its Material theme: builds a folder of Markdown as a site, strictly; no network."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
from pathlib import Path

from deroule.diagnostics import Diagnostic
from deroule.programs.codes import MKDOCS_FAILED

_MOST_SECONDS = 300


def build_site(config: Path, target: Path, day: dt.date | None = None) -> tuple[Diagnostic, ...]:
    """Build the site that `config` describes into `target`; every warning of mkdocs is a fault."""
    moment = dt.datetime.combine(day or dt.date(2000, 1, 1), dt.time(), dt.UTC)
    environment = {
        **os.environ,
        "NO_MKDOCS_2_WARNING": "1",
        "DISABLE_MKDOCS_2_WARNING": "true",
        "SOURCE_DATE_EPOCH": str(int(moment.timestamp())),
        "PYTHONHASHSEED": "0",
    }
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "-f", str(config), "-d", str(target)]
    try:
        ran = subprocess.run(
            command, capture_output=True, text=True, env=environment, timeout=_MOST_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        return (MKDOCS_FAILED.at(None, why=f"> {_MOST_SECONDS} s"),)
    if ran.returncode == 0:
        return ()
    said = [
        line for line in ran.stderr.splitlines() if line.startswith(("WARNING", "ERROR"))
    ] or ran.stderr.splitlines()
    lines = [line.split("-", 1)[-1].strip() for line in said if "Aborted" not in line]
    return tuple(MKDOCS_FAILED.at(None, why=line[:400]) for line in lines[:20] or ["?"])
