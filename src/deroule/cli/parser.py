"""The reader of the command line: argparse's grammar, its own sentences in the user's language."""

from __future__ import annotations

import argparse
import re
import sys
from typing import Any, NoReturn

from deroule.diagnostics import Words

_NAMES = {
    "events": Words("ÉVÉNEMENT", "EVENT"),
    "event": Words("ÉVÉNEMENT", "EVENT"),
    "file": Words("FICHIER", "FILE"),
    "path": Words("CHEMIN", "PATH"),
    "folder": Words("DOSSIER", "FOLDER"),
    "title": Words("TITRE", "TITLE"),
    "code": Words("CODE", "CODE"),
    "only": Words("SORTIES", "OUTPUTS"),
    "date": Words("JOUR", "DAY"),
    "workspace": Words("DOSSIER", "FOLDER"),
}
_HEADINGS = {
    "positional arguments": Words("arguments", "arguments"),
    "options": Words("options", "options"),
}
_HELP = Words("montrer cette aide", "show this help")
_VERSION = Words("dire la version", "tell the version")
_LANGUAGE = Words("la langue des messages (celle de la machine par défaut)", "the language of messages")
_SENTENCES = (
    (r"unrecognized arguments: (?P<what>.*)", Words("option inconnue : {what}", "unknown option: {what}")),
    (
        r"argument (?P<name>[^:]+): invalid choice: '(?P<what>[^']*)' \(choose from (?P<known>.*)\)",
        Words("« {what} » n'existe pas ici ; connus : {known}", "there is no “{what}” here; known: {known}"),
    ),
    (
        r"the following arguments are required: (?P<what>.*)",
        Words("il manque : {what}", "missing: {what}"),
    ),
    (
        r"argument (?P<what>[^:]+): expected one argument",
        Words("il manque une valeur après {what}", "a value is missing after {what}"),
    ),
    (
        r"argument (?P<name>[^:]+): invalid \w+ value: '(?P<what>[^']*)'",
        Words("« {what} » ne convient pas pour {name}", "“{what}” does not fit {name}"),
    ),
    (
        r"argument (?P<what>[^:]+): not allowed with argument (?P<name>.*)",
        Words("{what} et {name} ne vont pas ensemble", "{what} and {name} do not go together"),
    ),
    (
        r"ambiguous option: (?P<what>\S+) could match (?P<known>.*)",
        Words("{what} peut vouloir dire {known}", "{what} could mean {known}"),
    ),
)
_NEAR = Words("vouliez-vous écrire « {near} » ?", "did you mean “{near}”?")
_SEE = Words("voir : {command} --help", "see: {command} --help")


class Parser(argparse.ArgumentParser):
    """A parser that speaks French or English, and ends with 1 when the words typed mean nothing."""

    def __init__(self, *, language: str, **more: Any) -> None:
        super().__init__(add_help=False, formatter_class=_formatter(language), **more)
        self.language = language
        for group in self._action_groups:
            heading = _HEADINGS.get(group.title or "")
            group.title = heading.in_language(language) if heading else group.title
        self.add_argument("-h", "--help", action="help", help=_HELP.in_language(language))
        self.add_argument(
            "--language", choices=("fr", "en"), default=argparse.SUPPRESS, help=_LANGUAGE.in_language(language)
        )

    def add_version(self, version: str) -> None:
        """Let the version be asked for."""
        self.add_argument("--version", action="version", version=version, help=_VERSION.in_language(self.language))

    def add_argument(self, *names: Any, **more: Any) -> argparse.Action:
        """Name what is to be typed in the user's language."""
        name = _NAMES.get(str(names[0]).lstrip("-"))
        if name is not None and "choices" not in more and more.get("action") != "store_true":
            more["metavar"] = name.in_language(self.language)
        return super().add_argument(*names, **more)

    def error(self, message: str) -> NoReturn:
        """Tell what is wrong with the words typed, the nearest known one, and where help is."""
        words, values = _told(message)
        print(f"deroule: {words.in_language(self.language, **values)}", file=sys.stderr)
        near = self._near(values.get("what", ""), values.get("known", ""))
        if near:
            print(_NEAR.in_language(self.language, near=near), file=sys.stderr)
        print(_SEE.in_language(self.language, command=self.prog), file=sys.stderr)
        raise SystemExit(1)

    def _near(self, typed: str, known: str) -> str:
        import difflib

        options = [name for action in self._actions for name in action.option_strings]
        names = [name.strip() for name in known.split(",")] if known else options
        close = difflib.get_close_matches(typed.split(" ")[0].split("=")[0], names, n=1, cutoff=0.6)
        return close[0] if close else ""


def _told(message: str) -> tuple[Words, dict[str, str]]:
    for pattern, words in _SENTENCES:
        match = re.fullmatch(pattern, message)
        if match:
            return words, {name: value.replace("'", "") for name, value in match.groupdict().items()}
    return Words("{said}", "{said}"), {"said": message}


def _formatter(language: str) -> type[argparse.HelpFormatter]:
    usage = Words("emploi : ", "usage: ").in_language(language)

    class Formatter(argparse.HelpFormatter):
        """Writes the line of usage in the user's language."""

        def add_usage(self, usage_text: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
            """Begin with the user's word for it."""
            super().add_usage(usage_text, actions, groups, usage if prefix is None else prefix)

    return Formatter
