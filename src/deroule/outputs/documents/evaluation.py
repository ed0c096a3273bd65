"""The questions of the evaluation form: the author's, or a sound set made from objectives and sequences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from deroule.model.event import Event
from deroule.outputs.document.words import Wording

_SMALL = ("introduction", "break", "going-further")


def questions(event: Event, words: Wording) -> list[dict[str, Any]]:
    """Give the questions in order: id, question, type (scale, choice, choices, text), options, and what each is about.

    A training keeps the evaluation of every objective, so the objectives that the author's own questions leave out are
    asked after them."""
    written = event.written.evaluation
    if not written:
        return list(_made(event, words))
    own = [
        _question(
            asked.id or f"question-{place}", asked.question.plain, asked.type,
            [option.plain for option in asked.options], asked.about or "",
        )
        for place, asked in enumerate(written, start=1)
    ]  # fmt: skip
    if event.written.kind != "training":
        return own
    asked_about = {asked["about"] for asked in own}
    return own + [asked for asked in _objectives(event, words) if asked["about"] not in asked_about]


def _made(event: Event, words: Wording) -> Iterator[dict[str, Any]]:
    yield _question("whole", words.word("evaluation-whole"))
    yield from _objectives(event, words)
    for sequence in event.sequences:
        if sequence.written.kind not in _SMALL:
            asked = words.word("evaluation-sequence", title=sequence.title.plain)
            yield _question(f"sequence-{sequence.id}", asked, about=sequence.id)
    yield _question("apply", words.word("evaluation-apply"))
    lengths = [words.word(name) for name in ("too-short", "right-length", "too-long")]
    yield _question("length", words.word("evaluation-length"), "choice", lengths)
    yield _question("keep", words.word("evaluation-keep"), "text")
    yield _question("improve", words.word("evaluation-improve"), "text")


def _objectives(event: Event, words: Wording) -> Iterator[dict[str, Any]]:
    for place, objective in enumerate(event.written.objectives, start=1):
        name = f"objective-{place}"
        yield _question(name, words.word("evaluation-objective", objective=objective.plain), about=name)


def _question(
    name: str, asked: str, kind: str = "scale", options: list[str] | None = None, about: str = ""
) -> dict[str, Any]:
    return {"id": name, "question": asked, "type": kind, "options": options or [], "about": about}


def limesurvey(event: Event, words: Wording) -> str:
    """Write the form as the tab-separated text that LimeSurvey imports as a survey."""
    code = words.code
    names = ("id", "class", "type/scale", "name", "relevance", "text", "help", "language", "mandatory", "other")
    rows: list[tuple[str, ...]] = [names]

    def add(kind: str, scale: str, name: str, text: str) -> None:
        rows.append((str(len(rows)), kind, scale, name, "1", _cell(text), "", code, "N", "N"))

    add("S", "", "language", code)
    add("SL", "", "surveyls_title", f"{words.word('evaluation')} — {event.title.plain}")
    add("SL", "", "surveyls_welcometext", words.word("evaluation-lead"))
    add("G", "G1", words.word("evaluation"), "")
    taken: set[str] = set()
    for asked in questions(event, words):
        kind = {"scale": "5", "choice": "L", "choices": "M", "text": "T"}[asked["type"]]
        if asked["type"] in ("choice", "choices") and not asked["options"]:
            kind = "T"
        add("Q", kind, _code(asked["id"], taken), asked["question"])
        for number, option in enumerate(asked["options"], start=1):
            add("SQ" if kind == "M" else "A", "0", f"A{number}", option)
    return "\ufeff" + "\r\n".join("\t".join(row) for row in rows) + "\r\n"


def _code(name: str, taken: set[str]) -> str:
    """Make LimeSurvey's code of a question from its id: a letter first, then letters and figures, 20 at most."""
    bare = re.sub(r"[^A-Za-z0-9]", "", name) or "q"
    code = (bare if bare[0].isalpha() else f"q{bare}")[:20]
    number = 2
    while code.lower() in taken:
        code, number = f"{code[:18]}{number}", number + 1
    taken.add(code.lower())
    return code


def _cell(text: str) -> str:
    flat = " ".join(text.split("\t")).replace("\r", " ").replace("\n", " ")
    # LimeSurvey reads text as HTML, and curly braces as expressions.
    for sign, safe in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("{", "&#123;"), ("}", "&#125;")):
        flat = flat.replace(sign, safe)
    return '"' + flat.replace('"', '""') + '"' if '"' in flat else flat
