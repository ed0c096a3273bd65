"""`deroule pack verify FILE`: whether a replay pack that someone received is whole and safe."""

from __future__ import annotations

import argparse
from pathlib import Path

from deroule.cli.telling import add_format_argument, counted, tell
from deroule.diagnostics import Severity, Words
from deroule.workspace import MemoryWorkspace


def arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Declare what the command takes."""
    parser.add_argument("what", choices=["verify"])
    parser.add_argument("file", type=Path, help=Words("une archive .zip", "a .zip archive").in_language(language))
    add_format_argument(parser, language)


def run(arguments: argparse.Namespace) -> int:
    """Verify, tell, count."""
    from deroule.outputs.replay.verify import verify_pack

    found = verify_pack(arguments.file)
    tell(found, MemoryWorkspace({}), arguments)
    if arguments.format == "full":
        print(counted(found, arguments.language))
    return 1 if any(one.severity is Severity.ERROR for one in found) else 0
