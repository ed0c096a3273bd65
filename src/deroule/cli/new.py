"""`deroule new event NAME`: start an event in this workspace."""

from __future__ import annotations

import argparse
import re
import sys

from deroule.cli.starter import start_event
from deroule.cli.workspace import add_workspace_argument, find_workspace
from deroule.diagnostics import Words
from deroule.slug import slug


def arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Declare what the command takes."""
    parser.add_argument("what", choices=["event"])
    words = Words("le titre de l'événement", "the event's title")
    parser.add_argument("title", nargs="?", help=words.in_language(language))
    day = Words("le jour, 2027-03-01 (aujourd'hui par défaut)", "the day, 2027-03-01 (today by default)")
    parser.add_argument("--date", default="", help=day.in_language(language))
    add_workspace_argument(parser, language)


def run(arguments: argparse.Namespace) -> int:
    """Write the event's files in a folder named after its day and title."""
    workspace = find_workspace(arguments)
    if workspace is None:
        return 1
    title = arguments.title or Words("Mon événement", "My event").in_language(arguments.language)
    day = arguments.date or workspace.today().isoformat()
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", day):
        words = Words("« {day} » n'est pas un jour : 2027-03-01", "“{day}” is not a day: 2027-03-01")
        print(words.in_language(arguments.language, day=day), file=sys.stderr)
        return 1
    folder = f"sequences/{day}-{slug(title)[:60].strip('-')}"
    if (workspace.root / folder).exists():
        words = Words(
            "« {folder} » existe déjà ; rien n'a été touché", "“{folder}” already exists; nothing was touched"
        )
        print(words.in_language(arguments.language, folder=folder), file=sys.stderr)
        return 1
    for path in start_event(workspace.root / folder, arguments.language, title=title, day=day):
        print(path.relative_to(workspace.root))
    return 0
