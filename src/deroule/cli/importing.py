"""`deroule import recording PATH EVENT`: take in what the conferencing tool exported."""

from __future__ import annotations

import argparse
from pathlib import Path

from deroule.cli.telling import add_format_argument, tell
from deroule.cli.workspace import add_workspace_argument, find_workspace
from deroule.diagnostics import Severity, Words


def arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Declare what the command takes."""
    parser.add_argument("what", choices=["recording"])
    words = Words("le dossier ou le fichier exporté", "the exported folder or file")
    parser.add_argument("path", type=Path, help=words.in_language(language))
    parser.add_argument("event", help=Words("l'événement", "the event").in_language(language))
    add_format_argument(parser, language)
    add_workspace_argument(parser, language)


def run(arguments: argparse.Namespace) -> int:
    """Read the export, say what was found, write after.yml."""
    from deroule.importers import import_recording

    workspace = find_workspace(arguments)
    if workspace is None:
        return 1
    outcome = import_recording(workspace, arguments.path, arguments.event)
    tell(outcome.diagnostics, workspace, arguments)
    if outcome.value is not None:
        print(outcome.value.summary(arguments.language))
    return 1 if any(one.severity is Severity.ERROR for one in outcome.diagnostics) else 0
