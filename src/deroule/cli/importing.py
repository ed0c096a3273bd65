"""`deroule import recording PATH EVENT`: take in what the conferencing tool exported."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from deroule.cli.telling import add_format_argument, counted, tell
from deroule.cli.workspace import add_workspace_argument, find_workspace
from deroule.diagnostics import Severity, Words
from deroule.workspace import DiskWorkspace

_FILM = Words("film comparé avec les diapositives : {share} %", "film compared with the slides: {share} %")


def arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Declare what the command takes."""
    parser.add_argument("what", choices=["recording"])
    words = Words("le dossier, l'archive zip ou le fichier exporté", "the exported folder, zip or file")
    parser.add_argument("path", type=Path, help=words.in_language(language))
    parser.add_argument("event", help=Words("l'événement", "the event").in_language(language))
    add_format_argument(parser, language)
    add_workspace_argument(parser, language)


def run(arguments: argparse.Namespace) -> int:
    """Read the export, tell what was found, write after.yml."""
    from deroule.importers.recording import import_recording
    from deroule.importers.summary import summary

    workspace = find_workspace(arguments)
    if workspace is None:
        return 1
    outcome = import_recording(
        workspace, arguments.path, arguments.event, watcher=_watcher(arguments.language), draw=_drawing(workspace)
    )
    tell(outcome.diagnostics, workspace, arguments, sys.stderr)
    if outcome.value is not None:
        print(summary(outcome.value, arguments.language))
        print(counted(outcome.diagnostics, arguments.language))
    return 1 if any(one.severity is Severity.ERROR for one in outcome.diagnostics) else 0


def _drawing(workspace: DiskWorkspace) -> Callable[[str], None]:
    """Build an event's slide pictures, which a film is compared with; what is wrong with them, a build tells."""

    def draw(event: str) -> None:
        from deroule.build.pipeline import build
        from deroule.build.wish import Wish
        from deroule.cli.progress import Silence

        build(workspace, Wish(events=(event,), outputs=("pictures",)), Silence())

    return draw


def _watcher(language: str) -> Callable[[str, float], None]:
    """Show how far the comparison of a film is, on a terminal; nothing where it is piped."""
    told = -1

    def watch(stage: str, share: float) -> None:
        nonlocal told
        percent = int(share * 100)
        if percent != told and sys.stderr.isatty():
            told = percent
            end = "\n" if percent >= 100 else ""
            print(f"\r{_FILM.in_language(language, share=str(percent))}", end=end, file=sys.stderr, flush=True)

    return watch
