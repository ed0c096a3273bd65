"""`deroule serve [EVENT]`: see what is written as it is saved."""

from __future__ import annotations

import argparse
import sys
import webbrowser

from deroule.cli.known import is_known
from deroule.cli.workspace import add_workspace_argument, find_workspace
from deroule.diagnostics import Words

LISTENING = Words(
    "aperçu : {address}   (Ctrl+C pour arrêter)",
    "preview: {address}   (Ctrl+C to stop)",
)
TAKEN = Words("aucun port libre à partir de {port} : {why}", "no free port from {port} on: {why}")
EVERYBODY = Words(
    "attention : tout le réseau peut lire cet aperçu", "mind that everybody on the network can read this preview"
)
LOOPBACK = ("127.0.0.1", "localhost", "::1")


def arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Declare what the command takes."""

    def said(fr: str, en: str) -> str:
        return Words(fr, en).in_language(language)

    parser.add_argument(
        "event", nargs="?", default="", metavar="EVENT", help=said("l'événement à montrer", "the event to show")
    )
    parser.add_argument("--port", type=int, default=8000, help=said("le port (8000)", "the port (8000)"))
    parser.add_argument("--host", default="127.0.0.1", help=said("l'adresse où répondre", "the address to answer at"))
    parser.add_argument("--open", action="store_true", help=said("ouvrir le navigateur", "open the browser"))
    add_workspace_argument(parser, language)


def run(arguments: argparse.Namespace) -> int:
    """Serve until interrupted."""
    workspace = find_workspace(arguments)
    if workspace is None or (arguments.event and not is_known(arguments.event, workspace, arguments)):
        return 1
    from deroule.serve.preview import Preview
    from deroule.serve.serving import serve

    if arguments.host not in LOOPBACK:
        print(EVERYBODY.in_language(arguments.language), file=sys.stderr)

    def opened(address: str) -> None:
        print(LISTENING.in_language(arguments.language, address=address), flush=True)
        if arguments.open:
            webbrowser.open(address)

    preview = Preview(workspace, arguments.language, arguments.event)
    try:
        serve(preview, host=arguments.host, port=arguments.port, opened=opened)
    except OSError as fault:
        print(TAKEN.in_language(arguments.language, port=str(arguments.port), why=str(fault)), file=sys.stderr)
        return 2
    return 0
