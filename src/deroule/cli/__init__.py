"""The command `deroule`: one file a command, each with the same two functions, `arguments` and `run`."""

from __future__ import annotations

import argparse
import importlib
import sys

from deroule import __version__
from deroule.cli.language import spoken_language
from deroule.diagnostics import Words

COMMANDS: dict[str, tuple[str, Words]] = {
    "build": ("build", Words("fabriquer ce qui a changé", "make what changed")),
    "check": ("check", Words("vérifier sans rien fabriquer", "check without making anything")),
    "serve": ("serve", Words("voir ce qu'on écrit, à mesure", "see what is written, as it is saved")),
    "init": ("init", Words("créer un espace de travail", "start a workspace")),
    "new": ("new", Words("créer un événement", "start an event")),
    "schema": ("schema", Words("écrire les schémas pour l'éditeur", "write the schemas for the editor")),
    "explain": ("explain", Words("expliquer un code", "explain a code")),
    "rehearse": ("rehearse", Words("filmer une répétition, voix de synthèse", "film a rehearsal, synthetic voice")),
    "template": ("template", Words("examiner un modèle PowerPoint", "look at a PowerPoint template")),
    "audit": ("audit", Words("vérifier l'accessibilité d'un .pptx", "check the accessibility of a .pptx")),
    "import": (
        "importing",
        Words("reprendre ce que l'outil de visioconférence a exporté", "take in what the conferencing tool exported"),
    ),
    "pack": ("pack", Words("faire ou vérifier une archive de rediffusion", "make or verify a replay pack")),
}
"""Command to module and its line of help; only the module of the command that was typed is imported."""


def main(words: list[str] | None = None) -> int:
    """Run the command line; give the exit code: 0 clean, 1 the author's faults, 2 the machine's or ours."""
    language = spoken_language()
    typed = sys.argv[1:] if words is None else words
    parser = argparse.ArgumentParser(
        prog="deroule",
        description=Words(
            "Une source, tous les supports : diaporamas, dossier, documents, rediffusion.",
            "One source, everything around it: decks, dossier, documents, replay.",
        ).in_language(language),
    )
    parser.add_argument("--version", action="version", version=f"deroule {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    chosen = next((word for word in typed if not word.startswith("-")), None)
    for name, (module, line) in COMMANDS.items():
        command = commands.add_parser(name, help=line.in_language(language), description=line.in_language(language))
        if name == chosen:
            loaded = importlib.import_module(f"deroule.cli.{module}")
            loaded.arguments(command, language)
            command.set_defaults(run=loaded.run)
    arguments = parser.parse_args(typed)
    if arguments.command is None:
        parser.print_help()
        return 0
    arguments.language = getattr(arguments, "language", None) or language
    return _run(arguments)


def _run(arguments: argparse.Namespace) -> int:
    try:
        return int(arguments.run(arguments))
    except KeyboardInterrupt:
        stopped = Words("arrêté ; rien n'est à moitié écrit", "stopped; nothing is half-written")
        print(f"\n{stopped.in_language(arguments.language)}", file=sys.stderr)
        return 130
    except BrokenPipeError:
        sys.stderr.close()
        return 0
