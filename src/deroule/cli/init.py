"""`deroule init FOLDER`: start a workspace with a first event that builds."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from deroule.cli.starter import start_workspace
from deroule.diagnostics import Words


def arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Declare what the command takes."""
    parser.add_argument(
        "folder", type=Path, help=Words("le dossier à créer", "the folder to make").in_language(language)
    )


def run(arguments: argparse.Namespace) -> int:
    """Write the starter files; refuse a folder that already holds a workspace."""
    if (arguments.folder / "sequences").exists():
        words = Words(
            "« {folder} » contient déjà un espace de travail ; rien n'a été touché",
            "“{folder}” already holds a workspace; nothing was touched",
        )
        print(words.in_language(arguments.language, folder=str(arguments.folder)), file=sys.stderr)
        return 1
    for path in start_workspace(arguments.folder, arguments.language):
        print(path)
    words = Words("Et maintenant : cd {folder}, puis deroule build", "And now: cd {folder}, then deroule build")
    if arguments.folder.resolve() == Path.cwd():
        words = Words("Et maintenant : deroule build", "And now: deroule build")
    print(words.in_language(arguments.language, folder=str(arguments.folder)))
    return 0
