"""`deroule template check FILE`: what a PowerPoint template offers, what is missing, what will be done instead."""

from __future__ import annotations

import argparse
from pathlib import Path

from deroule.cli.telling import tell
from deroule.diagnostics import Severity, Words
from deroule.workspace import MemoryWorkspace


def arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Declare what the command takes."""
    parser.add_argument("what", choices=["check"])
    parser.add_argument("file", type=Path, help=Words("un .pptx ou .potx", "a .pptx or .potx").in_language(language))


def run(arguments: argparse.Namespace) -> int:
    """Print the report on the template."""
    from deroule.outputs.deck.template import template_report

    outcome = template_report(arguments.file)
    tell(outcome.diagnostics, MemoryWorkspace({}), arguments)
    if outcome.value is not None:
        print(outcome.value.text(arguments.language))
    return 1 if any(one.severity is Severity.ERROR for one in outcome.diagnostics) else 0
