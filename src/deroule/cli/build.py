"""`deroule build`: make what changed."""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict

from deroule.build.pipeline import build
from deroule.build.registry import OUTPUTS
from deroule.build.report import Report
from deroule.build.wish import Wish
from deroule.cli.progress import progress_for
from deroule.cli.telling import add_format_argument, counted, tell
from deroule.cli.workspace import add_workspace_argument, find_workspace
from deroule.diagnostics import Words

NOTHING = Words("rien à refaire", "nothing to do")


def arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Declare what the command takes."""

    def said(fr: str, en: str) -> str:
        return Words(fr, en).in_language(language)

    every = said("le dossier d'un événement (tous par défaut)", "an event's folder (all by default)")
    parser.add_argument("events", nargs="*", help=every)
    only = said("ces sorties seulement, séparées par des virgules : ", "these outputs only, separated by commas: ")
    parser.add_argument("--only", default="", help=only + ", ".join(OUTPUTS))
    parser.add_argument(
        "--rehearse", action="store_true", help=said("filmer aussi les répétitions", "film the rehearsals too")
    )
    why = said("dire pourquoi chaque chose est fabriquée", "tell why each thing is made")
    parser.add_argument("--why", action="store_true", help=why)
    parser.add_argument("--quiet", action="store_true", help=said("ne dire que les défauts", "tell faults alone"))
    add_format_argument(parser, language)
    add_workspace_argument(parser, language)


def run(arguments: argparse.Namespace) -> int:
    """Build, tell the findings, sum up."""
    workspace = find_workspace(arguments)
    if workspace is None:
        return 1
    outputs = tuple(name.strip() for name in arguments.only.split(",") if name.strip())
    unknown = [name for name in outputs if name not in OUTPUTS]
    if unknown:
        words = Words("sortie inconnue : {name} ; connues : {known}", "unknown output: {name}; known: {known}")
        print(words.in_language(arguments.language, name=unknown[0], known=", ".join(OUTPUTS)), file=sys.stderr)
        return 1
    with progress_for(arguments) as watcher:
        also = ("rehearsal",) if arguments.rehearse else ()
        report = build(workspace, Wish(events=tuple(arguments.events), outputs=outputs, also=also), watcher)
    tell(report.diagnostics, workspace, arguments, sys.stderr)
    if not arguments.quiet:
        print(summary(report, arguments.language, why=arguments.why))
    return report.exit_code


def summary(report: Report, language: str, *, why: bool = False) -> str:
    """Sum up: each thing made with its path, once; then one line of counts."""
    lines = []
    places = defaultdict(list)
    for made in report.made:
        places[made.artefact.event or ""].append(made)
    for event, group in sorted(places.items(), key=lambda pair: (pair[0] == "", pair[0])):
        base = f"{report.folder.name}/{event}/" if event else f"{report.folder.name}/"
        lines.append(base)
        for made in sorted(group, key=lambda one: one.artefact.path):
            path = made.artefact.path.removeprefix(f"{event}/") if event else made.artefact.path
            reason = f"  ({made.why}, {made.seconds:.2f} s)" if why else ""
            lines.append(f"  {path}  {made.artefact.title.in_language(language)}{reason}")
    lines += [f"  – {path}" for path in report.removed]
    lines.append(_last_line(report, language))
    return "\n".join(lines)


def _last_line(report: Report, language: str) -> str:
    if not report.made and not report.refused and report.exit_code == 0:
        done = NOTHING.in_language(language)
    else:
        done = ", ".join(
            Words(f"{count} {fr}{'s' * (count > 1)}", f"{count} {en}").in_language(language)
            for count, fr, en in (
                (len(report.made), "fabriqué", "made"),
                (len(report.kept), "inchangé", "unchanged"),
                (len(report.refused), "refusé", "refused"),
            )
        )
    return f"{done} · {counted(report.diagnostics, language)} · {report.seconds:.1f} s"
