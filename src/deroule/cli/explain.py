"""`deroule explain CODE`: what a code means, why it matters, what to write instead."""

from __future__ import annotations

import argparse
import difflib
import re
import sys

from deroule.build.codes import all_codes
from deroule.diagnostics import Code, Words
from deroule.diagnostics.short import SEVERITIES

_PLACE = re.compile(r"\{\w+\}")


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
            told = _PLACE.sub("…", code.message.in_language(language))
            print(f"{code.id}  {SEVERITIES[code.severity].in_language(language):<13}  {code.name:<26}  {told}")
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
    print(page(found, language))
    return 0


def page(code: Code, language: str) -> str:
    """Write a code's page: what is told, what it means, what to do."""
    severity = SEVERITIES[code.severity].in_language(language)
    parts = [
        f"# {code.id} {code.name} ({severity})",
        "> " + _PLACE.sub("…", code.message.in_language(language)),
        code.page.in_language(language).strip(),
    ]
    if code.hint:
        told = _PLACE.sub("…", code.hint.in_language(language))
        parts.append(Words("Conseil : {told}", "Hint: {told}").in_language(language, told=told))
    return "\n\n".join(parts)
