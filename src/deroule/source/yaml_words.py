"""What YAML's parser stumbles over, in a trainer's words: the parser's own sentences speak of tokens and contexts."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from deroule.diagnostics import Diagnostic, Words
from deroule.source.codes import BROKEN_YAML
from deroule.span import Span, lines_of


class Told(NamedTuple):
    """A complaint of the parser, told: what is wrong, how to mend it, and whether its cause stands where it began."""

    reason: Words
    hint: Words
    begun: bool = False


_ALIGNMENT = Words(
    "alignez cette ligne sur celles du même rang, avec des espaces",
    "align this line with those of the same rank, with spaces",
)
_QUOTES = Words(
    "mettez tout le texte entre guillemets droits : \"…\"", "put the whole text in straight quotation marks: \"…\""
)  # fmt: skip
_CLOSED = Words(
    "refermez-le, ou doublez-le s'il fait partie du texte : ''", "close it, or double it inside the text: ''"
)
NO_COLON = "could not find expected ':'"
UNCLOSED = "found unexpected end of stream"
ALIAS = "did not find expected alphabetic"
TAB = "found a tab character"
MISALIGNED = (
    "did not find expected key",
    "did not find expected '-' indicator",
    "did not find expected <document start>",
)
_NOT_CLOSED = Told(Words("ce guillemet n'est pas refermé", "this quotation mark is not closed"), _CLOSED, begun=True)
_TOLD = {
    TAB: Told(
        Words("une tabulation sert de retrait", "a tab is used for indentation"),
        Words("remplacez-la par des espaces", "replace it with spaces"),
    ),
    "found character that cannot start": Told(
        Words("un texte ne peut pas commencer par ce signe", "a text cannot begin with this sign"), _QUOTES
    ),
    "block sequence entries are not allowed": Told(
        Words("un tiret de liste n'a pas sa place ici", "a list's dash has no place here"), _ALIGNMENT
    ),
    NO_COLON: Told(
        Words("il manque « : » après ce mot", "“:” is missing after this word"),
        Words("écrivez `clé: valeur`, ou alignez la suite d'un texte", "write `key: value`, or align a text's next line"),
        begun=True,
    ),
    UNCLOSED: _NOT_CLOSED,
    ALIAS: Told(
        Words(
            "un texte ne peut commencer ni par « * » ni par « & »", "a text can begin neither with “*” nor with “&”"
        ),
        _QUOTES,
        begun=True,
    ),
    "found unknown escape character": Told(
        Words(
            "entre guillemets doubles, « \\ » annonce un signe particulier",
            "in double quotation marks, “\\” announces a special sign",
        ),
        Words("doublez-le (\\\\), ou employez des guillemets simples", "double it (\\\\), or use single quotation marks"),
    ),
    "did not find expected ',' or ']'": Told(
        Words("ce crochet n'est pas refermé", "this bracket is not closed"),
        Words("ajoutez « ] », et des virgules entre les valeurs", "add “]”, and commas between the values"),
        begun=True,
    ),
    "did not find expected ',' or '}'": Told(
        Words("cette accolade n'est pas refermée", "this brace is not closed"),
        Words("ajoutez « }} », et des virgules entre les clés", "add “}}”, and commas between the keys"),
        begun=True,
    ),
    "did not find expected '-' indicator": Told(
        Words("cette ligne n'est pas alignée sur la liste", "this line is not aligned with the list"), _ALIGNMENT
    ),
    "did not find expected key": Told(
        Words(
            "une clé est attendue ici, ou un guillemet s'est fermé trop tôt",
            "a key is expected here, or a quotation mark closed too early",
        ),
        Words(
            "alignez la ligne ; entre guillemets simples, doublez l'apostrophe : ''",
            "align the line; inside single quotation marks, double the apostrophe: ''",
        ),
    ),
    "did not find expected node content": Told(
        Words("il manque une valeur, ou un crochet n'est pas refermé", "a value is missing, or a bracket is not closed"),
        Words("complétez la ligne précédente", "complete the line before"),
    ),
    "did not find expected comment or line break": Told(
        Words(
            "après « | » ou « > », le texte commence à la ligne suivante",
            "after “|” or “>”, the text begins on the next line",
        ),
        Words(
            "passez à la ligne, ou mettez tout le texte entre guillemets",
            "begin a new line, or put the whole text in quotation marks",
        ),
    ),
    "mapping keys are not allowed": Told(
        Words("un texte ne peut pas commencer par ce signe", "a text cannot begin with this sign"), _QUOTES
    ),
    "did not find expected <document start>": Told(
        Words(
            "rien ne peut suivre ici : le fichier s'écrit avec des clés (`nom: …`)",
            "nothing may follow here: the file is written with keys (`name: …`)",
        ),
        Words("écrivez une clé et sa valeur par ligne", "write one key and its value a line"),
    ),
    "mapping values are not allowed": Told(
        Words(
            "« : » n'a pas sa place ici : la ligne est décalée, ou il manque une espace après le « : » d'avant",
            "“:” has no place here: the line is out of place, or a space is missing after the “:” before",
        ),
        Words(
            "alignez cette ligne sur celles du même rang ; écrivez une espace après « : »",
            "align this line with those of the same rank; write a space after “:”",
        ),
    ),
}  # fmt: skip
_OTHERWISE = Told(
    Words("l'écriture est rompue (« {said} »)", "the writing is broken (“{said}”)"),
    Words(
        "vérifiez l'alignement, et mettez entre guillemets un texte qui contient « : » ou commence par un signe",
        "check the alignment, and quote a text that contains “: ” or begins with a sign",
    ),
)
_TWO_COLONS = Words("deux « : » sur la même ligne", "two “:” on one line")
_QUOTED = Words("mettez le texte entre guillemets : {mended}", "put the text in quotation marks: {mended}")
_HIDDEN = Words("un caractère invisible n'est pas admis ici", "an invisible character is not admitted here")
_AGAIN = Words("effacez-le et retapez le mot", "delete it and type the word again")
_ONE_DOCUMENT = Words("la ligne « {mark} » n'a pas sa place ici", "the line “{mark}” has no place here")
_NO_MARK = Words("retirez la ligne {mark}", "remove the line {mark}")
_LINE = re.compile(r"^\s*(?P<key>(?:- )*[^\s:#'\"][^:]*: +)(?P<text>[^\s'\"\[{|>&*!].*:(?: .*|))$")


def hidden(span: Span) -> Diagnostic:
    """Tell a sign that nobody sees and that YAML does not admit."""
    return BROKEN_YAML.at(span, reason=_HIDDEN, hint=_AGAIN)


def separator(span: Span, mark: str) -> Diagnostic:
    """Tell a line that YAML takes for the beginning or the end of a document."""
    reason = Words(*(words.replace("{mark}", mark) for words in (_ONE_DOCUMENT.fr, _ONE_DOCUMENT.en)))
    return BROKEN_YAML.at(span, reason=reason, hint=_NO_MARK, mark=mark)


def told(path: str, text: str, problem: str, mark: Any, begun: Any) -> Diagnostic:
    """Tell a complaint of the parser at its place: `mark` is where it stumbled, `begun` where what it read began."""
    if (
        problem.startswith("found character")
        and mark
        and lines_of(text)[mark.line][mark.column : mark.column + 1] == "\t"
    ):
        problem = TAB
    known = next((one for start, one in _TOLD.items() if problem.startswith(start)), _OTHERWISE)
    lines = lines_of(text)
    at = begun if known.begun and begun else mark or begun
    row, column = (at.line, at.column) if at else (0, 0)
    while row and (row >= len(lines) or not lines[row].strip()):  # past the end: the last line that says something
        row = min(row, len(lines)) - 1
        column = len(lines[row])
    span, line = Span(path, row + 1, column + 1), lines[row].rstrip()
    if problem.startswith("mapping values") and (match := _LINE.match(line)):
        mended = '{key}"{text}"'.format(key=match["key"], text=match["text"].replace('"', "'"))
        return BROKEN_YAML.at(span, reason=_TWO_COLONS, hint=_QUOTED, mended=mended)
    return BROKEN_YAML.at(span, reason=_filled(known.reason, problem), hint=known.hint)


def _filled(words: Words, said: str) -> Words:
    return Words(words.fr.replace("{said}", said), words.en.replace("{said}", said))
