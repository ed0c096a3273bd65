"""`deroule rehearse EVENT`: a recording before the event, from the slides and the notes, spoken aloud."""

from __future__ import annotations

import argparse
import sys

from deroule.build.pipeline import build
from deroule.build.wish import Wish
from deroule.cli.build import summary
from deroule.cli.known import is_known
from deroule.cli.progress import progress_for
from deroule.cli.telling import add_format_argument, tell
from deroule.cli.workspace import add_workspace_argument, find_workspace
from deroule.diagnostics import Words


def arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Declare what the command takes."""
    parser.add_argument("event", help=Words("un événement", "an event").in_language(language))
    add_format_argument(parser, language)
    add_workspace_argument(parser, language)


def run(arguments: argparse.Namespace) -> int:
    """Make the rehearsal of one event."""
    workspace = find_workspace(arguments)
    if workspace is None or not is_known(arguments.event, workspace, arguments):
        return 1
    with progress_for(arguments) as watcher:
        report = build(
            workspace, Wish(demanded=(f"pictures/{arguments.event}", f"rehearsal/{arguments.event}")), watcher
        )
    tell(report.diagnostics, workspace, arguments, sys.stderr)
    print(summary(report, arguments.language))
    return report.exit_code
