"""Ctrl-C while the command is still being imported: it ends at once, and Python's own words are not shown."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

_STOPPED_AT = """
import os, signal, sys

class Stopper:
    def find_spec(self, name, path=None, target=None):
        if name == sys.argv[1]:
            os.kill(os.getpid(), signal.SIGINT)

sys.meta_path.insert(0, Stopper())
from deroule.cli import main
sys.exit(main(["check"]))
"""


@pytest.mark.parametrize("module", ["deroule.cli.commands", "argparse", "deroule.cli.check", "deroule.build.checking"])
def test_a_command_stopped_while_it_is_imported_says_nothing_of_python(module: str, tmp_path: Path) -> None:
    # A shell that runs the tests in the background has them ignore the signal, and what they start does so, too.
    heeding = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)" + _STOPPED_AT
    ran = subprocess.run(
        [sys.executable, "-c", heeding, module], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (ran.returncode, ran.stderr) == (-signal.SIGINT, "")


def test_what_starts_the_command_may_have_it_ignore_the_signal(tmp_path: Path) -> None:
    """As a shell does for what it starts in the background."""
    ignoring = "import signal; signal.signal(signal.SIGINT, signal.SIG_IGN)" + _STOPPED_AT
    ran = subprocess.run(
        [sys.executable, "-c", ignoring, "deroule.cli.commands"], cwd=tmp_path, capture_output=True, check=False
    )
    assert ran.returncode == 1
