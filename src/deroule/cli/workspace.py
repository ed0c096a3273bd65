"""Finding the workspace: the folder, here or above, that holds `sequences/`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from deroule.diagnostics import Words
from deroule.workspace import DiskWorkspace

NO_WORKSPACE = Words(
    "aucun espace de travail ici ni au-dessus : il faut un dossier « sequences » avec organisation.yml. "
    "`deroule init DOSSIER` en crée un.",
    "no workspace here or above: a folder “sequences” with organisation.yml is needed. `deroule init FOLDER` makes one.",
)


def add_workspace_argument(parser: argparse.ArgumentParser, language: str) -> None:
    """Let a command be told where the workspace is."""
    words = Words("l'espace de travail (ici par défaut)", "the workspace (here by default)")
    parser.add_argument("--workspace", type=Path, default=None, help=words.in_language(language))


def find_workspace(arguments: argparse.Namespace) -> DiskWorkspace | None:
    """Find the workspace; say so and give nothing where there is none."""
    start = (arguments.workspace or Path.cwd()).resolve()
    for folder in (start, *start.parents):
        if (folder / "sequences").is_dir():
            return DiskWorkspace(folder)
    print(NO_WORKSPACE.in_language(arguments.language), file=sys.stderr)
    return None
