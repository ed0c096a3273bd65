"""Telling diagnostics on the terminal, in the form that was asked for."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable
from typing import TextIO

from deroule.diagnostics import Diagnostic, Severity, Words
from deroule.diagnostics.render import render
from deroule.workspace import Workspace

FORMATS = ("full", "short", "json", "sarif", "ci")


def add_format_argument(parser: argparse.ArgumentParser, language: str) -> None:
    """Let a command be told how to tell what it finds."""
    words = Words("la forme des constats", "the form of the findings")
    parser.add_argument("--format", choices=FORMATS, default="full", help=words.in_language(language))


def tell(
    found: Iterable[Diagnostic], workspace: Workspace, arguments: argparse.Namespace, stream: TextIO | None = None
) -> None:
    """Print diagnostics. Colours are for terminals alone, and NO_COLOR refuses them."""
    to = stream or sys.stdout
    colour = to.isatty() and "NO_COLOR" not in os.environ
    form = getattr(arguments, "format", "full")
    text = render(tuple(found), form, workspace=workspace, language=arguments.language, colour=colour)
    if text:
        to.write(text if text.endswith("\n") else text + "\n")


def counted(found: Iterable[Diagnostic], language: str) -> str:
    """Count errors and warnings in words."""
    weights = [one.severity for one in found]
    errors, warnings = weights.count(Severity.ERROR), weights.count(Severity.WARNING)
    if not errors and not warnings:
        return Words("aucun défaut", "no fault found").in_language(language)
    if language == "fr":
        return f"{errors} erreur{'s' * (errors > 1)}, {warnings} avertissement{'s' * (warnings > 1)}"
    return f"{errors} error{'s' * (errors != 1)}, {warnings} warning{'s' * (warnings != 1)}"
