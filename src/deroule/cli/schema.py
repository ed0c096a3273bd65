"""`deroule schema`: write the JSON Schemas that let an editor complete, explain and check."""

from __future__ import annotations

import argparse

from deroule.cli.workspace import add_workspace_argument, find_workspace


def arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Declare what the command takes."""
    add_workspace_argument(parser, language)


def run(arguments: argparse.Namespace) -> int:
    """Write the schemas into the workspace and name them."""
    from deroule.source.schema import write_schemas

    workspace = find_workspace(arguments)
    if workspace is None:
        return 1
    for path in write_schemas(workspace, arguments.language):
        print(path)
    return 0
