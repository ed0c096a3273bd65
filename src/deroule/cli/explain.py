"""`deroule explain CODE`: what a code means, why it matters, what to write instead."""

from __future__ import annotations

import argparse
import difflib
import sys

from deroule.build.codes import all_codes
from deroule.diagnostics import Words


def arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Declare what the command takes."""
    parser.add_argument(
        "code", nargs="?", help=Words("un code, ou son nom", "a code, or its name").in_language(language)
    )
    words = Words("tous les codes, un par ligne", "all codes, one a line")
    parser.add_argument("--list", action="store_true", help=words.in_language(language))


def run(arguments: argparse.Namespace) -> int:
    """Print one page, or the list."""
    language = arguments.language
    codes = {code.id: code for code in all_codes()}
    if arguments.list or not arguments.code:
        for code in codes.values():
            print(f"{code.id}  {code.severity:<7}  {code.name}")
        return 0
    by_name = {code.name: code for code in codes.values()}
    asked = arguments.code.strip()
    found = codes.get(asked.upper()) or by_name.get(asked.lower())
    if found is None:
        near = difflib.get_close_matches(asked.upper(), codes, 1) or difflib.get_close_matches(
            asked.lower(), by_name, 1
        )
        words = Words("code inconnu : {asked}", "unknown code: {asked}").in_language(language, asked=asked)
        print(words + (f" ({near[0]} ?)" if near else ""), file=sys.stderr)
        return 1
    print(f"# {found.id} {found.name} ({found.severity})\n\n{found.page.in_language(language).strip()}")
    return 0
