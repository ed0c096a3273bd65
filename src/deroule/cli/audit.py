"""`deroule audit FILE`: the accessibility of a .pptx, or every link of a built site, ours or anyone's."""

from __future__ import annotations

import argparse
from pathlib import Path

from deroule.cli.telling import add_format_argument, counted, tell
from deroule.diagnostics import Severity, Words
from deroule.workspace import MemoryWorkspace

_FILE = Words("un fichier .pptx, ou le dossier d'un site construit", "a .pptx file, or the folder of a built site")


def arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Declare what the command takes."""
    parser.add_argument("file", type=Path, help=_FILE.in_language(language))
    add_format_argument(parser, language)


def run(arguments: argparse.Namespace) -> int:
    """Audit, tell, count."""
    from deroule.outputs.deck.audit import audit_file
    from deroule.outputs.site.proof import audit_site

    is_site = arguments.file.is_dir() and any(arguments.file.rglob("*.html"))
    found = audit_site(arguments.file) if is_site else audit_file(arguments.file)
    tell(found, MemoryWorkspace({}), arguments)
    if arguments.format == "full":
        print(counted(found, arguments.language))
    return 1 if any(is_site or one.severity is Severity.ERROR for one in found) else 0
