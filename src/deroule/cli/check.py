"""`deroule check`: read and check everything, place every slide, make nothing."""

from __future__ import annotations

import argparse

from deroule.build.checking import check
from deroule.cli.telling import add_format_argument, counted, tell
from deroule.cli.workspace import add_workspace_argument, find_workspace
from deroule.diagnostics import Severity, Words


def arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Declare what the command takes."""
    words = Words("corriger ce qui est certain", "mend what is certain")
    parser.add_argument("--fix", action="store_true", help=words.in_language(language))
    words = Words("demander aussi les adresses du Web (réseau)", "ask for the addresses of the web too (network)")
    parser.add_argument("--links", action="store_true", help=words.in_language(language))
    add_format_argument(parser, language)
    add_workspace_argument(parser, language)


def run(arguments: argparse.Namespace) -> int:
    """Check, tell, count."""
    workspace = find_workspace(arguments)
    if workspace is None:
        return 1
    found = check(workspace, links=arguments.links)
    if arguments.fix:
        from deroule.source.fix import apply_fixes

        if apply_fixes(workspace, found):
            found = check(workspace, links=arguments.links)
    tell(found, workspace, arguments)
    if arguments.format == "full":
        print(counted(found, arguments.language))
    return 1 if any(one.severity is Severity.ERROR for one in found) else 0
