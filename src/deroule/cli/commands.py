"""The commands by name, the reading of what was typed, and the last word when something fails."""

from __future__ import annotations

import argparse
import atexit
import gc
import importlib
import signal
import sys

from deroule import __version__
from deroule.cli.language import asked_language, spoken_language
from deroule.cli.parser import Parser
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
    "audit": ("audit", Words("vérifier un .pptx ou un site construit", "check a .pptx or a built site")),
    "import": (
        "importing",
        Words("reprendre ce que l'outil de visioconférence a exporté", "take in what the conferencing tool exported"),
    ),
    "pack": ("pack", Words("faire ou vérifier une archive de rediffusion", "make or verify a replay pack")),
}
"""Command to module and its line of help; only the module of the command that was typed is imported."""


_LINE = Words(
    "Une source, tous les supports : diaporamas, dossier, documents, rediffusion.",
    "One source, everything around it: decks, dossier, documents, replay.",
)


def run_command(words: list[str] | None = None) -> int:
    """Run the command line; give the exit code: 0 clean, 1 the author's faults, 2 the machine's or ours."""
    typed = sys.argv[1:] if words is None else words
    atexit.register(gc.freeze)  # the system takes back all that is left at once; Python would look through it first
    language = asked_language(typed) or spoken_language()
    parser = Parser(language=language, prog="deroule", description=_LINE.in_language(language))
    parser.add_version(f"deroule {__version__}")
    metavar = Words("COMMANDE", "COMMAND").in_language(language)
    commands = parser.add_subparsers(
        dest="command", metavar=metavar, title=Words("commandes", "commands").in_language(language)
    )
    chosen = next((word for word in typed if word in COMMANDS), None)
    typed_command = parser
    for name, (module, line) in COMMANDS.items():
        told = line.in_language(language)
        command = commands.add_parser(name, help=told, description=told[0].upper() + told[1:] + ".", language=language)
        if name == chosen:
            typed_command = command
            loaded = importlib.import_module(f"deroule.cli.{module}")
            loaded.arguments(command, language)
            command.set_defaults(run=loaded.run)
    arguments, unknown = parser.parse_known_args(typed)
    if unknown:  # told by the command's own parser, which knows the nearest option
        typed_command.error(f"unrecognized arguments: {' '.join(unknown)}")
    if arguments.command is None:
        parser.print_help()
        return 0
    arguments.language = language
    return _run(arguments)


def _run(arguments: argparse.Namespace) -> int:
    try:
        if signal.getsignal(signal.SIGINT) is signal.SIG_DFL:  # from here on, Ctrl-C is told
            signal.signal(signal.SIGINT, signal.default_int_handler)
        return int(arguments.run(arguments))
    except KeyboardInterrupt:
        stopped = Words("arrêté ; rien n'est à moitié écrit", "stopped; nothing is half-written")
        print(f"\n{stopped.in_language(arguments.language)}", file=sys.stderr)
        return 130
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except OSError as fault:
        print(_refused(fault, arguments.language), file=sys.stderr)
        return 2
    except Exception as fault:  # the last resort: a defect of ours is told in a sentence, its details kept aside
        print(_defect(fault, arguments.language), file=sys.stderr)
        return 2


def _refused(fault: OSError, language: str) -> str:
    from deroule.workspace import why_refused

    words = Words("la machine refuse « {path} » : {reason}", "the machine refuses “{path}”: {reason}")
    path = str(fault.filename or "–")
    return words.in_language(language, path=path, reason=why_refused(fault).in_language(language))


def _defect(fault: Exception, language: str) -> str:
    import tempfile
    import traceback

    with tempfile.NamedTemporaryFile("w", prefix="deroule-", suffix=".log", delete=False, encoding="utf-8") as log:
        log.writelines(traceback.format_exception(fault))
    words = Words(
        "une erreur de Déroulé, pas de vos fichiers ({fault}) ; joignez {log} à votre signalement",
        "a fault of Déroulé's own, not of your files ({fault}); send {log} along with your report",
    )
    return words.in_language(language, fault=f"{type(fault).__name__}: {fault}"[:200], log=log.name)
