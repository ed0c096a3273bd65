"""`deroule audit FILE`: the accessibility of a .pptx, ours or anyone's."""

from __future__ import annotations

import argparse
from pathlib import Path

from deroule.cli.telling import add_format_argument, counted, tell
from deroule.diagnostics import Severity, Words
from deroule.workspace import MemoryWorkspace


def arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Declare what the command takes."""
    parser.add_argument("file", type=Path, help=Words("un fichier .pptx", "a .pptx file").in_language(language))
    add_format_argument(parser, language)


def run(arguments: argparse.Namespace) -> int:
    """Audit, tell, count."""
    from deroule.outputs.deck.audit import audit_file

    found = audit_file(arguments.file)
    tell(found, MemoryWorkspace({}), arguments)
    if arguments.format == "full":
        print(counted(found, arguments.language))
    return 1 if any(one.severity is Severity.ERROR for one in found) else 0
