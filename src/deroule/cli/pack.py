"""`deroule pack EVENT`: a replay pack, whole, light or without video; `deroule pack verify FILE`: whether one is sound."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from deroule.cli.known import is_known
from deroule.cli.telling import add_format_argument, counted, tell
from deroule.cli.workspace import add_workspace_argument, find_workspace
from deroule.diagnostics import Severity, Words
from deroule.workspace import MemoryWorkspace

VERIFY = "verify"
PACKAGES = {"scorm12": ("scorm", ""), "scorm2004": ("scorm", "2004"), "cmi5": ("cmi5", "")}
"""Standard to the first and the last part of its artefact's id."""


def arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Declare what the command takes."""

    def said(fr: str, en: str) -> str:
        return Words(fr, en).in_language(language)

    parser.add_argument("event", help=said("un événement, ou `verify`", "an event, or `verify`"))
    parser.add_argument(
        "file", nargs="?", type=Path, help=said("après verify : une archive .zip", "after verify: a .zip")
    )
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--light", action="store_true", help=said("le son et les diapositives", "sound and slides"))
    form.add_argument("--without-video", action="store_true", help=said("sans film ni son", "neither film nor sound"))
    parser.add_argument(
        "--lms", choices=list(PACKAGES), help=said("un paquet pour une plateforme", "a package for a learning platform")
    )
    add_format_argument(parser, language)
    add_workspace_argument(parser, language)


def run(arguments: argparse.Namespace) -> int:
    """Verify a pack, or make one."""
    if arguments.event == VERIFY:
        return _verify(arguments)
    return _make(arguments)


def _verify(arguments: argparse.Namespace) -> int:
    from deroule.outputs.replay.verify import verify_pack

    if arguments.file is None:
        words = Words("nommez l'archive : deroule pack verify FICHIER", "name the pack: deroule pack verify FILE")
        print(words.in_language(arguments.language), file=sys.stderr)
        return 1
    found = verify_pack(arguments.file)
    tell(found, MemoryWorkspace({}), arguments)
    if arguments.format == "full":
        print(counted(found, arguments.language))
    return 1 if any(one.severity is Severity.ERROR for one in found) else 0


def _make(arguments: argparse.Namespace) -> int:
    from deroule.build.pipeline import build
    from deroule.build.wish import Wish
    from deroule.cli.build import summary
    from deroule.cli.progress import progress_for

    workspace = find_workspace(arguments)
    if workspace is None or not is_known(arguments.event, workspace, arguments):
        return 1
    with progress_for(arguments) as watcher:
        report = build(workspace, Wish(demanded=(_wanted(arguments),)), watcher)
    tell(report.diagnostics, workspace, arguments, sys.stderr)
    print(summary(report, arguments.language))
    return report.exit_code


def _wanted(arguments: argparse.Namespace) -> str:
    """Give the id of the artefact that was asked for."""
    output, mark = PACKAGES[arguments.lms] if arguments.lms else ("replay", "")
    form = "light" if arguments.light else "without-video" if arguments.without_video and not arguments.lms else ""
    marks = "-".join(one for one in (mark, form) if one)
    return f"{output}/{arguments.event}" + (f"/{marks}" if marks else "")
