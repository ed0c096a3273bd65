"""The questions of the evaluation form: the author's, or a sound set made from objectives and sequences."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from deroule.model.event import Event
from deroule.outputs.document.words import Wording

_SMALL = ("introduction", "break", "going-further")


def questions(event: Event, words: Wording) -> list[dict[str, Any]]:
    """Give the questions in order: id, question, type (scale, choice, choices, text), options."""
    written = event.written.evaluation
    return list(_made(event, words)) if not written else [
        {
            "id": asked.id or f"question-{place}", "question": asked.question.plain, "type": asked.type,
            "options": [option.plain for option in asked.options],
        }
        for place, asked in enumerate(written, start=1)
    ]  # fmt: skip


def _made(event: Event, words: Wording) -> Iterator[dict[str, Any]]:
    yield _question("whole", words.word("evaluation-whole"))
    for place, objective in enumerate(event.written.objectives, start=1):
        yield _question(f"objective-{place}", words.word("evaluation-objective", objective=objective.plain))
    for sequence in event.sequences:
        if sequence.written.kind not in _SMALL:
            asked = words.word("evaluation-sequence", title=sequence.title.plain)
            yield _question(f"sequence-{sequence.id}", asked)
    yield _question("apply", words.word("evaluation-apply"))
    lengths = [words.word(name) for name in ("too-short", "right-length", "too-long")]
    yield _question("length", words.word("evaluation-length"), "choice", lengths)
    yield _question("keep", words.word("evaluation-keep"), "text")
    yield _question("improve", words.word("evaluation-improve"), "text")


def _question(name: str, asked: str, kind: str = "scale", options: list[str] | None = None) -> dict[str, Any]:
    return {"id": name, "question": asked, "type": kind, "options": options or []}


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
    for place, asked in enumerate(questions(event, words), start=1):
        kind = {"scale": "5", "choice": "L", "choices": "M", "text": "T"}[asked["type"]]
        if asked["type"] in ("choice", "choices") and not asked["options"]:
            kind = "T"
        add("Q", kind, f"Q{place}", asked["question"])
        for number, option in enumerate(asked["options"], start=1):
            add("SQ" if kind == "M" else "A", "0", f"A{number}", option)
    return "\ufeff" + "\r\n".join("\t".join(row) for row in rows) + "\r\n"


def _cell(text: str) -> str:
    flat = " ".join(text.split("\t")).replace("\r", " ").replace("\n", " ")
    # LimeSurvey reads text as HTML, and curly braces as expressions.
    for sign, safe in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("{", "&#123;"), ("}", "&#125;")):
        flat = flat.replace(sign, safe)
    return '"' + flat.replace('"', '""') + '"' if '"' in flat else flat
