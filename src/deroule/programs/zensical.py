"""Zensical, the successor of mkdocs-material: builds the same folder of Markdown as a site; no network."""

from __future__ import annotations

import datetime as dt
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

from deroule.diagnostics import Diagnostic
from deroule.programs.codes import ZENSICAL_FAILED

_MOST_SECONDS = 600


class Engine:
    """Zensical, started when it is told what to build."""

    def __init__(self, day: dt.date | None = None) -> None:
        self._day = day

    def __enter__(self) -> Engine:
        return self

    def __exit__(self, *_: object) -> None:
        """Leave nothing behind: there is nothing."""

    def build(self, config: Path, target: Path) -> tuple[Diagnostic, ...]:
        """Build the site that `config` describes into `target`. It knows no target: it writes `site/` beside `config`."""
        if importlib.util.find_spec("zensical") is None:
            return (ZENSICAL_FAILED.at(None, why="zensical"),)
        moment = dt.datetime.combine(self._day or dt.date(2000, 1, 1), dt.time(), dt.UTC)
        environment = {**os.environ, "SOURCE_DATE_EPOCH": str(int(moment.timestamp())), "PYTHONHASHSEED": "0"}
        command = [sys.executable, "-m", "zensical", "build", "--strict", "-f", str(config)]
        try:
            ran = subprocess.run(
                command, capture_output=True, text=True, env=environment, timeout=_MOST_SECONDS, check=False,
                cwd=config.parent,
            )  # fmt: skip
        except subprocess.TimeoutExpired:
            return (ZENSICAL_FAILED.at(None, why=f"> {_MOST_SECONDS} s"),)
        made = config.parent / "site"
        if ran.returncode != 0 or not made.is_dir():
            said = [line.strip() for line in (ran.stderr + ran.stdout).splitlines() if line.strip()]
            return (ZENSICAL_FAILED.at(None, why=" ".join(said[-4:])[:400] or "?"),)
        (made / "search.json").unlink(missing_ok=True)  # written even where its search is told to be off
        if made != target:
            shutil.copytree(made, target, dirs_exist_ok=True, copy_function=shutil.move)
        return ()
