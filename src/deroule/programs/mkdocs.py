"""mkdocs with its Material theme: builds a folder of Markdown as a site, strictly; no network."""

from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
import sys
from pathlib import Path

import deroule
from deroule.diagnostics import Diagnostic
from deroule.programs.codes import MKDOCS_FAILED

_MOST_SECONDS = 300
_PACKAGES = str(Path(deroule.__file__).parent.parent)
"""Where the process finds us, however we were found."""


class Engine:
    """mkdocs in a process of its own, which loads while the pages are still being staged. One engine builds one site."""

    def __init__(self, day: dt.date | None = None, most_seconds: float = _MOST_SECONDS) -> None:
        self._most_seconds = most_seconds
        moment = dt.datetime.combine(day or dt.date(2000, 1, 1), dt.time(), dt.UTC)
        environment = {
            **os.environ,
            "PYTHONPATH": os.pathsep.join([_PACKAGES, *filter(None, [os.environ.get("PYTHONPATH")])]),
            "NO_MKDOCS_2_WARNING": "1",
            "DISABLE_MKDOCS_2_WARNING": "true",
            "SOURCE_DATE_EPOCH": str(int(moment.timestamp())),
            "PYTHONHASHSEED": "0",
        }
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "deroule.programs.mkdocs_process"], env=environment, text=True, encoding="utf-8",
            stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        )  # fmt: skip

    def __enter__(self) -> Engine:
        return self

    def __exit__(self, *_: object) -> None:
        """End an engine that was not told to build, or did not come to an end."""
        if self._process.poll() is None:
            self._process.kill()
            self._process.communicate()

    def build(self, config: Path, target: Path) -> tuple[Diagnostic, ...]:
        """Build the site that `config` describes into `target`; every warning of mkdocs is a fault."""
        told = json.dumps(["build", "--strict", "-f", str(config), "-d", str(target)]) + "\n"
        try:
            _, stderr = self._process.communicate(told, timeout=self._most_seconds)
        except subprocess.TimeoutExpired:
            return (MKDOCS_FAILED.at(None, why=f"> {self._most_seconds:.0f} s"),)
        if self._process.returncode == 0:
            return ()
        said = [line for line in stderr.splitlines() if line.startswith(("WARNING", "ERROR"))] or stderr.splitlines()
        lines = [line.split("-", 1)[-1].strip() for line in said if "Aborted" not in line]
        return tuple(MKDOCS_FAILED.at(None, why=line[:400]) for line in lines[:20] or ["?"])
