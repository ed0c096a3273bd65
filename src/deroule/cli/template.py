"""`deroule template check FILE`: what a PowerPoint template offers, what is missing, what will be done instead."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from deroule.cli.telling import add_format_argument, tell
from deroule.diagnostics import Severity, Words
from deroule.workspace import MemoryWorkspace, why_refused


def arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Declare what the command takes."""
    parser.add_argument("what", choices=["check"])
    parser.add_argument("file", type=Path, help=Words("un .pptx ou .potx", "a .pptx or .potx").in_language(language))
    sheet = Words(
        "où écrire la planche (PNG) ; à côté du modèle, sinon",
        "where to write the sheet (PNG); beside the template if not",
    )
    parser.add_argument("--sheet", type=Path, metavar="PNG", help=sheet.in_language(language))
    add_format_argument(parser, language)


def run(arguments: argparse.Namespace) -> int:
    """Check the template, print the report, write the contact sheet."""
    from deroule.build.template_check import check_template

    file: Path = arguments.file
    try:
        content = file.read_bytes()
    except OSError as fault:
        print(f"{file}: {why_refused(fault).in_language(arguments.language)}", file=sys.stderr)
        return 1
    outcome = check_template(content, file.name, arguments.language)
    tell(outcome.diagnostics, MemoryWorkspace({}), arguments)
    if outcome.value is None:
        return 1
    sheet: Path = arguments.sheet or file.with_name(f"{file.stem}-deroule.png")
    sheet.write_bytes(outcome.value.sheet)
    if arguments.format == "full":
        print(outcome.value.text)
        print(Words("planche : {path}", "contact sheet: {path}").in_language(arguments.language, path=str(sheet)))
    return 1 if any(one.severity is Severity.ERROR for one in outcome.diagnostics) else 0
