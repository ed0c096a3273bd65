"""Inline Markdown to rich text, by markdown-it-py; HTML and scripts stay text, addresses are checked."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from markdown_it import MarkdownIt
from mdit_py_plugins.attrs import attrs_plugin
from mdit_py_plugins.subscript import sub_plugin

from deroule.diagnostics import Diagnostic
from deroule.model.richtext import Prose, RichText, Run
from deroule.source.addresses import judge
from deroule.span import Span
from deroule.typography import BESIDE, ORDINAL, typeset

_MARKED = re.compile(r"[*_`\[\]^~\\&<>!\n]")


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero", {"html": False, "linkify": False})
    parser.enable(["emphasis", "link", "backticks", "escape", "newline", "entity"])
    parser.inline.ruler.before("emphasis", "superscript", _superscript)
    parser.use(sub_plugin)
    parser.use(attrs_plugin, after=(), spans=True, allowed=["lang"])
    parser.validateLink = lambda _: True  # type: ignore[method-assign, assignment]  # judged below, to be told rather than dropped
    return parser


def _superscript(state: Any, silent: bool) -> bool:
    """`1^er^`: letters between two carets, without a space."""
    match = re.compile(r"\^([^\s^]+)\^").match(state.src, state.pos)
    if match is None:
        return False
    if not silent:
        state.push("sup_open", "sup", 1)
        token = state.push("text", "", 0)
        token.content = match[1]
        state.push("sup_close", "sup", -1)
    state.pos = match.end()
    return True


class Reader:
    """Reads the text of one file, in its language. `found` collects the addresses that are not admitted."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.found: dict[Diagnostic, None] = {}
        self._span: Span | None = None

    def rich_text(self, written: str) -> RichText:
        """Read one paragraph."""
        self._span = getattr(written, "span", self._span)
        runs = self._runs(re.sub(r"[ \t]*\n(?!\n)[ \t]*", _join, str(written).strip("\n ")))
        return RichText(runs)

    def prose(self, written: str) -> Prose:
        """Read paragraphs separated by blank lines."""
        self._span = getattr(written, "span", None)
        parts = re.split(r"\n[ \t]*\n", str(written).strip("\n"))
        return Prose(tuple(text for part in parts if (text := self.rich_text(part))))

    def judge_address(self, written: str) -> None:
        """Note an address that is not admitted."""
        self._is_admitted(written, getattr(written, "span", None))

    def _is_admitted(self, address: str, span: Span | None) -> bool:
        fault = judge(address, span)
        if fault is not None:
            self.found[fault] = None
        return fault is None

    def _runs(self, text: str) -> tuple[Run, ...]:
        if not _MARKED.search(text):  # most texts wear no mark, and the parser is most of the time of a load
            return _merged(self._typeset([Run(text)])) if text else ()
        tokens = _parser().parseInline(text)[0].children or []
        return _merged(self._typeset(self._marked(tokens)))

    def _marked(self, tokens: list[Any]) -> list[Run]:
        """Flatten tokens into runs with their marks."""
        marks: dict[str, Any] = {}
        stack: list[tuple[str, Any]] = []
        runs: list[Run] = []
        for token in tokens:
            kind = token.type
            if kind in ("text", "text_special", "html_inline"):
                runs.append(Run(token.content, **marks))
            elif kind == "code_inline":
                runs.append(Run(token.content, **{**marks, "code": True}))
            elif kind in ("softbreak", "hardbreak"):
                runs.append(Run("\n" if kind == "hardbreak" else " ", **marks))
            elif token.nesting == 1:
                name, value = self._mark(token)
                stack.append((name, marks.get(name)))
                if name:
                    marks = {**marks, name: value}
            elif token.nesting == -1 and stack:
                name, before = stack.pop()
                if name:
                    marks = (
                        {**marks, name: before} if before is not None else {k: v for k, v in marks.items() if k != name}
                    )
        return runs

    def _mark(self, token: Any) -> tuple[str, Any]:
        simple = {"strong_open": "bold", "em_open": "italic", "sup_open": "superscript", "sub_open": "subscript"}
        if token.type in simple:
            return simple[token.type], True
        if token.type == "link_open":
            address = str(token.attrGet("href") or "")
            return ("link", address) if self._is_admitted(address, self._span) else ("", None)
        language = token.attrGet("lang")
        return ("language", str(language)) if language else ("", None)

    def _typeset(self, runs: list[Run]) -> list[Run]:
        made: list[Run] = []
        before = ""
        for at, run in enumerate(runs):
            text = run.text
            if run.code or text == "\n":
                made.append(run)
            else:
                after = runs[at + 1].text[:BESIDE] if at + 1 < len(runs) else ""
                text = typeset(text, run.language or self.language, before, after)
                made += _ordinals(_with_text(run, text), run.language or self.language)
            before = (before + text)[-BESIDE:]
        return made


def _join(match: re.Match[str]) -> str:
    """A line end in the source is a space; two spaces or a backslash before it make a line break, as in Markdown."""
    return "  \n" if match[0].startswith("  ") else " "


def _with_text(run: Run, text: str) -> Run:
    return Run(text, run.bold, run.italic, run.code, run.superscript, run.subscript, run.link, run.language)


def _ordinals(run: Run, language: str) -> list[Run]:
    if run.superscript or not language.startswith("fr"):
        return [run]
    made: list[Run] = []
    at = 0
    for match in ORDINAL.finditer(run.text):
        if match[1].isdigit() is False and match[2] not in ("e", "er", "re"):
            continue
        if match[1].isdigit() and match[2] in ("d", "de", "es", "res", "ers") and match[1] not in ("1", "2"):
            continue
        made.append(_with_text(run, run.text[at : match.end(1)]))
        raised = _with_text(run, match[2])
        made.append(Run(raised.text, run.bold, run.italic, False, True, False, run.link, run.language))
        at = match.end()
    made.append(_with_text(run, run.text[at:]))
    return [one for one in made if one.text]


def _merged(runs: list[Run]) -> tuple[Run, ...]:
    """Join neighbours that wear the same marks."""
    made: list[Run] = []
    for run in runs:
        if not run.text:
            continue
        if made and run.text != "\n" and made[-1].text != "\n" and _with_text(made[-1], "") == _with_text(run, ""):
            made[-1] = _with_text(run, made[-1].text + run.text)
        else:
            made.append(run)
    return tuple(made)
